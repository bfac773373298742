"""A file that the course needs is there.

**What it checks.** `modules/course.yml`, and files that are symbolic links to nowhere.

**Why.** Without course.yml, nothing has a title or an order.

**Not like this:**

```text
modules/welcome.md
quizzes/welcome.yml
```

**Like this:**

```text
modules/course.yml
modules/welcome.md
quizzes/welcome.yml
```
"""

from __future__ import annotations

from coursebuilder.problem import Severity

SEVERITY = Severity.ERROR
