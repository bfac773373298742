"""A section has an id.

**What it checks.** Each heading with two hashes in a module: `{#id …}` stands at its end.

**Why.** Progress, links and missed questions lead back to the id. One made from the title would
change with the next better title.

**Not like this:**

```markdown title="modules/welcome.md"
## What they bring {minutes=3}
```

**Like this:**

```markdown title="modules/welcome.md"
## What they bring {#bring minutes=3}
```
"""

from __future__ import annotations

from coursebuilder.problem import Severity

SEVERITY = Severity.ERROR
