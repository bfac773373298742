"""A file has at most 1 MB.

**What it checks.** The size of each file that is read: 1,000,000 bytes are allowed. Pictures are
not read.

**Why.** No author writes that much text. Mostly a picture was pasted in, or a wrong file copied.

**Not like this:**

```text
modules/welcome.md    3.2 MB
```

**Like this:**

```text
modules/welcome.md           14 KB
modules/images/gate.jpg     310 KB
```
"""

from __future__ import annotations

from coursebuilder.problem import Severity

SEVERITY = Severity.ERROR
