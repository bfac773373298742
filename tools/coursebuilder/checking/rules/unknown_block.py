"""A block has a name that exists.

**What it checks.** Lines that begin with `///`. The blocks are trainer, slide, question, quiz,
scenario, redflags, document and case, and the engine's details, tab and caption.

**Why.** A block with another name is printed on the page as it is, with all that was meant for the
trainer only.

**Not like this:**

```markdown title="modules/welcome.md"
/// teacher | Ask
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
