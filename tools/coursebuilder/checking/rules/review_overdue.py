"""A module is reviewed in time.

**What it checks.** `reviewed` and `review_in` of a module (12 months where it says nothing),
against today or the day of `--as-of`. Drafts are left out.

**Why.** Laws, numbers and addresses change. The page tells when it was reviewed, and learners rely
on it.

**Not like this:**

```markdown title="modules/welcome.md"
---
title: Welcome
summary: Who visits you, and why.
objectives:
  spot: Name the signs of a suspicious order
reviewed: 2026-01-10
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
from coursebuilder.freshness import review_due
from coursebuilder.problem import Severity

SEVERITY = Severity.ERROR


def check(survey: Survey) -> Iterator[Finding]:
    """Find modules whose day of review has passed."""
    for module in survey.course.modules:
        due = review_due(module)
        if module.reviewed and due and due < survey.today and not module.draft:
            message = f"The review was due on {due}. Read the module again, then set `reviewed`."
            yield Finding(module.reviewed.place, message)
