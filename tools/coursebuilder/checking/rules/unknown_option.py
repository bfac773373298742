"""Only blocks that take options have indented lines under their first line.

**What it checks.** Indented lines right under the first line of a trainer, slide, question, quiz,
scenario, redflags or document block.

**Why.** The engine reads such lines as options, finds none that it knows, and prints the whole
block.

**Not like this:**

```markdown title="modules/welcome.md"
/// trainer | Ask
    Who has a badge?
///
```

**Like this:**

```markdown title="modules/welcome.md"
/// trainer | Ask
Who has a badge?
///
```
"""

from __future__ import annotations

from coursebuilder.problem import Severity

SEVERITY = Severity.ERROR
