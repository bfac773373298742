"""A section says how long it takes.

**What it checks.** Each heading with two hashes in a module: `minutes=` and a whole number stand at
its end.

**Why.** Sessions and the times on the site are the sums of these minutes.

**Not like this:**

```markdown title="modules/welcome.md"
## What they bring {#bring}
```

**Like this:**

```markdown title="modules/welcome.md"
## What they bring {#bring minutes=3}
```
"""

from __future__ import annotations

from coursebuilder.problem import Severity

SEVERITY = Severity.ERROR
