"""The right number lies between the ends of `between`.

**What it checks.** `number:` and `between:` of a question.

**Why.** Otherwise a learner who gives the number in the key is told that it is wrong.

**Not like this:**

```yaml title="quizzes/welcome.yml"
- ask: How many days do you have?
  number: 15
  between: [16, 20]
```

**Like this:**

```yaml title="quizzes/welcome.yml"
- ask: How many days do you have?
  number: 15
  between: [14, 16]
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
    Number,
)

SEVERITY = Severity.ERROR


def check(survey: Survey) -> Iterator[Finding]:
    """Find numbers outside their range."""
    for _, question in questions_of(survey.course):
        match question.answer:
            case Number(value=float(value), low=low, high=high, written=written):
                if not low <= value <= high:
                    message = f"The number {written} does not lie between {low:g} and {high:g}."
                    yield Finding(question.prompt.place, message)
            case _:
                pass
