"""Each file of the course can be opened.

**What it checks.** What stands where a file is expected is an ordinary file that may be read: no
folder, no pipe, no file without the permission to read it.

**Why.** What cannot be read cannot be checked or built. The rest of the course still is.

**Not like this:**

```text
modules/welcome.md/    a folder
```

**Like this:**

```text
modules/welcome.md     a file
```
"""

from __future__ import annotations

from coursebuilder.problem import Severity

SEVERITY = Severity.ERROR
