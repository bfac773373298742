"""An answer is accepted or rejected, not both.

**What it checks.** No text of `reject` stands under `accept`, too. Capitals, accents, spaces,
hyphens, quotation marks and a final dot are put aside, as they are when a learner answers.

**Why.** A right answer would get the feedback of a mistake.

**Not like this:**

```yaml title="quizzes/welcome.yml"
- ask: Which bureau runs the rules?
  accept: [BIS]
  reject:
    - bis.: That is somebody else.
```

**Like this:**

```yaml title="quizzes/welcome.yml"
- ask: Which bureau runs the rules?
  accept: [BIS]
  reject:
    - DDTC: That office runs other rules.
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
from coursebuilder.prose import (
    Text,
)
from coursebuilder.quiz import (
    ShortText,
)
from coursebuilder.scoring import matches

SEVERITY = Severity.ERROR


def check(survey: Survey) -> Iterator[Finding]:
    """Find expected mistakes that are right answers."""
    for _, question in questions_of(survey.course):
        if isinstance(question.answer, ShortText):
            for reject in question.answer.reject:
                yield from _accepted(reject.text, question.answer)


def _accepted(rejected: Text, answer: ShortText) -> Iterator[Finding]:
    for accepted in answer.accept:
        if matches(accepted.value, rejected.value):
            message = f"'{rejected}' is accepted as '{accepted}', too. Take it out of one."
            yield Finding(rejected.place, message)
            return
