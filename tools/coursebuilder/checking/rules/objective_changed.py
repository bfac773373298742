"""What an objective's id stands for keeps its promise.

**What it checks.** With `course check --against REVISION`: objectives that have the same id in that
revision of the course, and a text with hardly a telling word in common. It is a guess: a person
has to look.

**Why.** A completion record names what its holder can do by the objective's id. Under the same id,
an old record would promise what nobody assessed.

**Not like this:**

```markdown title="modules/welcome.md (before)"
---
title: Welcome
summary: Who visits you, and why.
objectives:
  spot: Name the signs of a suspicious order
reviewed: 2026-11-21
---

## Start {#start minutes=5 objectives="spot"}
```

```markdown title="modules/welcome.md"
---
title: Welcome
summary: Who visits you, and why.
objectives:
  spot: State when and to whom you report
reviewed: 2026-11-21
---

## Start {#start minutes=5 objectives="spot"}
```

**Like this:**

```markdown title="modules/welcome.md (before)"
---
title: Welcome
summary: Who visits you, and why.
objectives:
  spot: Name the signs of a suspicious order
reviewed: 2026-11-21
---

## Start {#start minutes=5 objectives="spot"}
```

```markdown title="modules/welcome.md"
---
title: Welcome
summary: Who visits you, and why.
objectives:
  spot: Name five warning signs of a suspicious order
reviewed: 2026-11-21
---

## Start {#start minutes=5 objectives="spot"}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from coursebuilder.checking.comparison import Comparison
from coursebuilder.checking.finding import Finding
from coursebuilder.checking.rewording import is_reworded
from coursebuilder.problem import Severity

SEVERITY = Severity.WARNING


def compare(comparison: Comparison) -> Iterator[Finding]:
    """Find ids of objectives that seem to promise something else now."""
    for name, after in comparison.after.objectives.items():
        before = comparison.before.objectives.get(name)
        if before and not is_reworded(before.text.value, after.text.value):
            message = (
                f"Objective '{after.id}' was '{before.text}'. If this is another, give it a new id."
            )
            yield Finding(after.id.place, message)
