"""Some statements of a quiz are true, and some are false.

**What it checks.** Quizzes with three or more questions of the kind true-or-false.

**Why.** After the second "true" in a row, learners stop reading.

**Not like this:**

```yaml title="quizzes/welcome.yml"
title: Welcome
questions:
  - id: s-0
    statement: Sign number 0 is a warning sign.
    answer: true
    why: So it is.
  - id: s-1
    statement: Sign number 1 is a warning sign.
    answer: true
    why: So it is.
  - id: s-2
    statement: Sign number 2 is a warning sign.
    answer: true
    why: So it is.
```

**Like this:**

```yaml title="quizzes/welcome.yml"
title: Welcome
questions:
  - id: s-0
    statement: Sign number 0 is a warning sign.
    answer: true
    why: So it is.
  - id: s-1
    statement: Sign number 1 is a warning sign.
    answer: false
    why: So it is.
  - id: s-2
    statement: Sign number 2 is a warning sign.
    answer: true
    why: So it is.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from coursebuilder.checking.finding import Finding
from coursebuilder.checking.survey import Survey
from coursebuilder.problem import Severity
from coursebuilder.quiz import (
    Statement,
)

SEVERITY = Severity.WARNING


LEAST = 3


def check(survey: Survey) -> Iterator[Finding]:
    """Find quizzes whose statements all have the same answer."""
    for quiz in survey.course.quizzes:
        found = [q for q in quiz.questions if isinstance(q.answer, Statement)]
        answers = {q.answer.answer for q in found if isinstance(q.answer, Statement)}
        if len(found) >= LEAST and len(answers) == 1:
            word = "true" if answers == {True} else "false"
            message = f"All {len(found)} statements of this quiz are {word}. Turn one of them."
            yield Finding(found[-1].prompt.place, message)
