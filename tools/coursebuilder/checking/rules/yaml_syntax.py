"""Every line of a YAML file can be read.

**What it checks.** A line that is neither a key with its text nor an item of a list, brackets that
do not close, and characters that cannot be seen. Such a line is left out; the rest is read.

**Why.** What stands on the line would be missing from the course.

**Not like this:**

```yaml title="modules/glossary.yml"
EAR: Export Administration Regulations.
the rules for dual-use items
```

**Like this:**

```yaml title="modules/glossary.yml"
EAR: Export Administration Regulations, the rules for dual-use items.
```
"""

from __future__ import annotations

from coursebuilder.problem import Severity

SEVERITY = Severity.ERROR
