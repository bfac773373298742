"""Each objective is assessed by a question.

**What it checks.** Some question or scenario of the course has it as its `objective:`. Drafts are
left out.

**Why.** Without a question, neither learner nor trainer knows whether it was reached.

**Not like this:**

```yaml title="quizzes/welcome.yml"
title: Welcome
questions:
  - id: first-sign
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
```
"""

from __future__ import annotations

from collections.abc import Iterator

from coursebuilder.checking.assessments import counted
from coursebuilder.checking.finding import Finding
from coursebuilder.checking.survey import Survey
from coursebuilder.problem import Severity

SEVERITY = Severity.ERROR
ACROSS = True


def check(survey: Survey) -> Iterator[Finding]:
    """Find objectives without a question or scenario."""
    for objective, count in counted(survey):
        if count == 0:
            name = objective.id.value
            message = (
                f"No question assesses the objective '{name}'. Add `objective: {name}` to one."
            )
            yield Finding(objective.id.place, message)
