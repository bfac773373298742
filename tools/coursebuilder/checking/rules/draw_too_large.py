"""A quiz has more questions than it draws.

**What it checks.** `draw:` is smaller than the number of questions in the quiz, without those that
a block of the module places.

**Why.** Where all are drawn, `draw` does nothing, and the introduction may promise too many.

**Not like this:**

```yaml title="quizzes/welcome.yml"
title: Welcome
draw: 8
questions:
  - objective: spot
    statement: A buyer who hides the end user is a warning sign.
    answer: true
```

**Like this:**

```yaml title="quizzes/welcome.yml"
title: Welcome
draw: 1
questions:
  - objective: spot
    statement: A buyer who hides the end user is a warning sign.
    answer: true
  - objective: spot
    statement: A buyer who asks for a data sheet is a warning sign.
    answer: false
```
"""

from __future__ import annotations

from collections.abc import Iterator

from coursebuilder.checking.finding import Finding
from coursebuilder.checking.survey import Survey
from coursebuilder.problem import Severity
from coursebuilder.prose import (
    QuestionBlock,
)

SEVERITY = Severity.WARNING
ACROSS = True


def check(survey: Survey) -> Iterator[Finding]:
    """Find quizzes that draw as many questions as they have, or more."""
    placed = {
        block.question.value
        for prose in survey.proses.values()
        for block in prose.blocks
        if isinstance(block, QuestionBlock)
    }
    for quiz in survey.course.quizzes:
        if quiz.draw and not quiz.unread:
            left = sum(question.id.value not in placed for question in quiz.questions)
            if quiz.draw.value >= left:
                message = f"`draw: {quiz.draw}` leaves nothing out: there are {left} to draw from."
                yield Finding(quiz.draw.place, message)
