"""Lists and records stand in each other twenty levels deep at most.

**What it checks.** How many lists and records stand around a value. What lies deeper is not read.

**Why.** No format of a course needs more than eight levels; so many are a slip, or an attack.

**Not like this:**

```yaml title="modules/glossary.yml"
EAR:
  - - - - - - - - - - - - - - - - - - - - - - Export rules.
```

**Like this:**

```yaml title="modules/glossary.yml"
EAR: Export rules.
```
"""

from __future__ import annotations

from coursebuilder.problem import Severity

SEVERITY = Severity.ERROR
