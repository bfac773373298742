"""A key stands once in its record.

**What it checks.** The same key twice in one question, scene, entry or register. The first is read.

**Why.** YAML would keep the last one and drop the first in silence.

**Not like this:**

```yaml title="modules/glossary.yml"
EAR: Export Administration Regulations.
EAR: The rules for dual-use items.
```

**Like this:**

```yaml title="modules/glossary.yml"
EAR: Export Administration Regulations, the rules for dual-use items.
```
"""

from __future__ import annotations

from coursebuilder.problem import Severity

SEVERITY = Severity.ERROR
