"""Several short answers stand on several lines.

**What it checks.** A question with one `accept` that holds a comma.

**Why.** The comma is read as a part of the answer. A learner who types one of the answers alone is
told that it is not right.

**Not like this:**

```yaml title="quizzes/welcome.yml"
- id: bureau
  ask: Which bureau administers the EAR?
  accept: BIS, Bureau of Industry and Security
```

**Like this:**

```yaml title="quizzes/welcome.yml"
- id: bureau
  ask: Which bureau administers the EAR?
  accept:
    - BIS
    - Bureau of Industry and Security
```

Where the comma belongs to the answer, give the answer without it, too: two answers are no slip.
"""

from __future__ import annotations

from collections.abc import Iterator

from coursebuilder.checking.finding import Finding
from coursebuilder.checking.survey import Survey
from coursebuilder.problem import Severity
from coursebuilder.quiz import ShortText

SEVERITY = Severity.WARNING


def check(survey: Survey) -> Iterator[Finding]:
    """Find questions whose only answer looks like several."""
    for _, question in survey.questions.values():
        match question.answer:
            case ShortText(accept=(answer,)) if ", " in answer.value:
                message = (
                    f"`accept` is one answer here, '{answer}', its comma included. Write each "
                    "answer on a line of its own, after a hyphen."
                )
                yield Finding(answer.place, message)
            case _:
                pass
