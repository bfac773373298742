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
from coursebuilder.checking.limit import Limit
from coursebuilder.checking.survey import Survey
from coursebuilder.course import (
    questions_of,
)
from coursebuilder.problem import Severity
from coursebuilder.quiz import (
    Order,
)

SEVERITY = Severity.HINT


FEWEST = Limit(__name__, "fewest", 3, "the fewest steps to put in order", least=2)
MOST = Limit(__name__, "most", 7, "the most steps to put in order", least=2)


def check(survey: Survey) -> Iterator[Finding]:
    """Find orders of two steps, or of more than seven."""
    for _, question in questions_of(survey.course):
        if isinstance(question.answer, Order):
            count, path = len(question.answer.items), question.place.path
            fewest, most = survey.limit(FEWEST, path), survey.limit(MOST, path)
            # A single step is another rule's.
            if 1 < count < fewest or count > most:
                advice = "Add one." if count < fewest else "Part them into two questions."
                yield Finding(question.prompt.place, f"There are {count} steps to order. {advice}")
