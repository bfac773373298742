"""The attributes of a heading stand last, in braces, behind a space.

**What it checks.** Headings with attributes: a space before the brace, the closing brace, spaces
between the attributes and none around `=`, straight quotation marks, nothing behind. Headings stand
at the margin, without spaces before the hashes.

**Why.** Anything else is printed on the page, and the id and the minutes are lost.

**Not like this:**

```markdown title="modules/welcome.md"
## What they bring{#bring, minutes = 3}
```

**Like this:**

```markdown title="modules/welcome.md"
## What they bring {#bring minutes=3}
```
"""

from __future__ import annotations

from coursebuilder.problem import Severity

SEVERITY = Severity.ERROR
