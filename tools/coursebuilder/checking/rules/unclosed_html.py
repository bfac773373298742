"""What raw HTML opens, it closes.

**What it checks.** Tags of raw HTML that begin a line and stand for a block, like `<div>`, `<p>` or
`<table>`.

**Why.** The engine takes everything from there on as HTML: headings, blocks and questions behind it
would be lost.

**Not like this:**

```markdown title="modules/welcome.md"
<div class="wide">
Show your badge.
```

**Like this:**

```markdown title="modules/welcome.md"
<div class="wide">
Show your badge.
</div>
```
"""

from __future__ import annotations

from coursebuilder.problem import Severity

SEVERITY = Severity.ERROR
