"""A course uses texts, lists and keys of YAML, nothing else.

**What it checks.** Anchors (`&name`), aliases (`*name`), merges (`<<`) and tags (`!name`).

**Why.** They make a file that says one thing here and changes another elsewhere; one line of
them can also fill all the memory of a computer.

**Not like this:**

```yaml title="modules/glossary.yml"
EAR: &rules Export rules.
ITAR: *rules
```

**Like this:**

```yaml title="modules/glossary.yml"
EAR: Export rules.
ITAR: Export rules.
```
"""

from __future__ import annotations

from coursebuilder.problem import Severity

SEVERITY = Severity.ERROR
