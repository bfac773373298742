"""The right number lies between the ends of `between`, and the smaller end stands first.

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
    """Find numbers outside their range, and ranges that hold nothing."""
    for _, question in questions_of(survey.course):
        answer = question.answer
        if isinstance(answer, Number):
            message = _mistake(answer)
            if message:
                yield Finding(question.prompt.place, f"Question '{question.id}': {message}")


def _mistake(answer: Number) -> str:
    low, high = f"{answer.low:g}", f"{answer.high:g}"
    if answer.low > answer.high:
        return f"nothing lies between {low} and {high}. Write `between: [{high}, {low}]`."
    if answer.value is not None and not answer.low <= answer.value <= answer.high:
        return f"the number {answer.written} does not lie between {low} and {high}."
    return ""
