"""Each objective is assessed by two questions or more.

**What it checks.** How many questions and scenarios of the course have it as their `objective:`.
Drafts are left out.

**Why.** One question can be guessed, or remembered from the last try.

**Not like this:**

```yaml title="quizzes/welcome.yml"
title: Welcome
questions:
  - id: first-sign
    objective: spot
    statement: A buyer who hides the end user is a warning sign.
    answer: true
```

**Like this:**

```yaml title="quizzes/welcome.yml"
title: Welcome
questions:
  - id: first-sign
    objective: spot
    statement: A buyer who hides the end user is a warning sign.
    answer: true
  - id: second-sign
    objective: spot
    statement: A buyer who asks for a data sheet is a warning sign.
    answer: false
```
"""

from __future__ import annotations

from collections.abc import Iterator

from coursebuilder.checking.assessments import counted
from coursebuilder.checking.finding import Finding
from coursebuilder.checking.survey import Survey
from coursebuilder.problem import Severity

SEVERITY = Severity.WARNING
ACROSS = True


def check(survey: Survey) -> Iterator[Finding]:
    """Find objectives with a single question or scenario."""
    for objective, count in counted(survey):
        if count == 1:
            message = f"A single question assesses the objective '{objective.id}'. Add another."
            yield Finding(objective.id.place, message)
