"""Every file of the course lies in its folder.

**What it checks.** Files and folders that are symbolic links: where they lead is inside the course.

**Why.** A course is copied to a stick, a server, another office. What lies elsewhere stays behind.

**Not like this:**

```text
modules/welcome.md -> /home/me/drafts/welcome.md
```

**Like this:**

```text
modules/welcome.md
```
"""

from __future__ import annotations

from coursebuilder.problem import Severity

SEVERITY = Severity.ERROR
