"""A module's next review is more than 30 days away.

**What it checks.** `reviewed` and `review_in` of a module (12 months where it says nothing),
against today or the day of `--as-of`. Drafts are left out.

**Why.** In a month, the check will fail. There is still time to read the module in peace.

**Not like this:**

```markdown title="modules/welcome.md"
---
title: Welcome
summary: Who visits you, and why.
objectives:
  spot: Name the signs of a suspicious order
reviewed: 2026-06-01
review_in: 6 months
---

## Start {#start minutes=5 objectives="spot"}
```

**Like this:**

```markdown title="modules/welcome.md"
---
title: Welcome
summary: Who visits you, and why.
objectives:
  spot: Name the signs of a suspicious order
reviewed: 2026-11-21
review_in: 6 months
---

## Start {#start minutes=5 objectives="spot"}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from coursebuilder.checking.finding import Finding
from coursebuilder.checking.survey import Survey
from coursebuilder.freshness import is_soon, review_due
from coursebuilder.problem import Severity

SEVERITY = Severity.WARNING


def check(survey: Survey) -> Iterator[Finding]:
    """Find modules whose day of review is today or comes within 30 days."""
    for module in survey.course.modules:
        due = review_due(module)
        if module.reviewed and due and not module.draft and is_soon(due, survey.today):
            message = (
                f"The next review is due on {due}. Read the module again, then set `reviewed`."
            )
            yield Finding(module.reviewed.place, message)
