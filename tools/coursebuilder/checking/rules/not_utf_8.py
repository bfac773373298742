"""A file is saved in the encoding UTF-8.

**What it checks.** Each file of the course: no bytes that are not UTF-8, no UTF-16. A byte-order
mark is fine. The place is that of the first byte that does not fit.

**Why.** In another encoding, accents, quotation marks and dashes turn into other signs.

**Not like this:**

```text
modules/welcome.md, saved as "Windows-1252" or "Unicode"
```

**Like this:**

```text
modules/welcome.md, saved as "UTF-8"
```
"""

from __future__ import annotations

from coursebuilder.problem import Severity

SEVERITY = Severity.ERROR
