"""The first line of a block is `/// name | argument`.

**What it checks.** Three slashes or more, a space, the name in small letters; a bar before the
argument, where the block takes one; the end on a line of its own; options right under the first
line, indented by four spaces; no deeper indentation than what stands around. Callouts: `!!! note
"Title"`.

**Why.** The engine prints what it does not understand. A trainer's note must never be printed.

**Not like this:**

```markdown title="modules/welcome.md"
/// trainer Ask
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
