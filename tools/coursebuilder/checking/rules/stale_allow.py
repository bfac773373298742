"""An `allow` silences something.

**What it checks.** Each `allow` whose rule finds nothing in its lines any more.

**Why.** What once was an exception would hide a new mistake at the same place.

**Not like this:**

```markdown title="modules/welcome.md"
<!-- allow heading-jump: The example shows a jump. -->
### One level below
```

**Like this:**

```markdown title="modules/welcome.md"
<!-- allow heading-jump: The example shows a jump. -->
#### Deep below
```
"""

from __future__ import annotations

from coursebuilder.problem import Severity

SEVERITY = Severity.WARNING
