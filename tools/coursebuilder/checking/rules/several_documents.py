"""A file holds one document.

**What it checks.** A line `---` in the middle of a YAML file. What follows it is not read.

**Why.** YAML takes such a line as the end of the file's first document.

**Not like this:**

```yaml title="modules/glossary.yml"
EAR: Export rules.
---
ITAR: Arms rules.
```

**Like this:**

```yaml title="modules/glossary.yml"
EAR: Export rules.
ITAR: Arms rules.
```
"""

from __future__ import annotations

from coursebuilder.problem import Severity

SEVERITY = Severity.ERROR
