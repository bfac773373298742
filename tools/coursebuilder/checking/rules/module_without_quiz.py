"""A module has a quiz.

**What it checks.** `quizzes/<module>.yml` is there. Drafts are left out.

**Why.** A learner remembers what was asked.

**Not like this:**

```markdown title="modules/reporting.md"
---
title: Reporting
summary: Whom to call, and how fast.
objectives:
  call: State whom to call
reviewed: 2026-11-21
---

## Whom to call {#whom minutes=5 objectives="call"}
```

**Like this:**

```markdown title="modules/reporting.md"
---
title: Reporting
summary: Whom to call, and how fast.
objectives:
  call: State whom to call
reviewed: 2026-11-21
---

## Whom to call {#whom minutes=5 objectives="call"}
```

```yaml title="quizzes/reporting.yml"
title: Reporting
questions:
  - objective: call
    statement: A report can wait until the order is shipped.
    answer: false
```
"""

from __future__ import annotations

from collections.abc import Iterator

from coursebuilder.checking.finding import Finding
from coursebuilder.checking.survey import Survey
from coursebuilder.problem import Severity

SEVERITY = Severity.WARNING
ACROSS = True


def check(survey: Survey) -> Iterator[Finding]:
    """Find modules without a quiz."""
    for module in survey.course.modules:
        path = f"quizzes/{module.slug}.yml"
        if not module.draft and module.slug not in survey.quizzes and survey.was_read(path):
            message = f"Module '{module.slug}' has no quiz. Write one into {path}."
            yield Finding(module.title.place, message)
