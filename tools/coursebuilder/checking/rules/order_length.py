"""There are three to seven steps to put in order.

**What it checks.** The number of steps under `order`.

**Why.** Two steps are a coin to toss. More than seven nobody keeps in mind, least of all by
keyboard or on a phone.

**Not like this:**

```yaml title="quizzes/welcome.yml"
- ask: Put the steps in order.
  order: [Stop., Report it.]
```

**Like this:**

```yaml title="quizzes/welcome.yml"
- ask: Put the steps in order.
  order: [Stop., Write it down., Report it.]
```
"""

from __future__ import annotations

from collections.abc import Iterator

from coursebuilder.checking.finding import Finding
from coursebuilder.checking.survey import Survey
from coursebuilder.course import (
    questions_of,
)
from coursebuilder.problem import Severity
from coursebuilder.quiz import (
    Order,
)

SEVERITY = Severity.HINT


FEWEST = 3
MOST = 7


def check(survey: Survey) -> Iterator[Finding]:
    """Find orders of two steps, or of more than seven."""
    for _, question in questions_of(survey.course):
        if isinstance(question.answer, Order):
            count = len(question.answer.items)
            if count == FEWEST - 1 or count > MOST:
                advice = "Add one." if count < FEWEST else "Part them into two questions."
                yield Finding(question.prompt.place, f"There are {count} steps to order. {advice}")
