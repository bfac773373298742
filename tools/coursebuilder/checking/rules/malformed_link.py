"""A link is `[text](target)`, a picture `![text](target)`.

**What it checks.** Brackets and parentheses that were meant as a link or picture: nothing stands
between the two parts, both are closed, in this order, and a link has a text. `{ .decorative }`
stands directly behind its picture.

**Why.** What is nearly a link is printed as it is. A link without a text cannot be seen, and a
screen reader reads its address letter by letter.

**Not like this:**

```markdown title="modules/welcome.md"
Read [the page about us] (../about.md).
```

**Like this:**

```markdown title="modules/welcome.md"
Read [the page about us](../about.md).
```
"""

from __future__ import annotations

from coursebuilder.problem import Severity

SEVERITY = Severity.ERROR
