"""True-or-false questions are the smaller part of a quiz.

**What it checks.** Quizzes with four or more questions: no more than half of them are of the kind
true-or-false.

**Why.** Half of all guesses are right, and a statement tests whether it was read before, not what
one would do.

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
    answer: false
    why: So it is.
  - id: s-2
    statement: Sign number 2 is a warning sign.
    answer: true
    why: So it is.
  - id: s-3
    statement: Sign number 3 is a warning sign.
    answer: false
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
  - id: q-0
    ask: What do you do first with order 0?
    why: It comes first.
    choices:
      - wrong: Quote it all.
      - wrong: Ship it all now.
      - right: Ask them first.
  - id: q-1
    ask: What do you do first with order 1?
    why: It comes first.
    choices:
      - wrong: Quote it all.
      - wrong: Ship it all now.
      - right: Ask them first.
  - id: q-2
    ask: What do you do first with order 2?
    why: It comes first.
    choices:
      - wrong: Quote it all.
      - wrong: Ship it all now.
      - right: Ask them first.
  - id: q-3
    ask: What do you do first with order 3?
    why: It comes first.
    choices:
      - wrong: Quote it all.
      - wrong: Ship it all now.
      - right: Ask them first.
```

**Source.** NBME Item-Writing Guide (2020): one-best-answer items over true-false items.
"""

from __future__ import annotations

from collections.abc import Iterator

from coursebuilder.checking.finding import Finding
from coursebuilder.checking.survey import Survey
from coursebuilder.problem import Place, Severity
from coursebuilder.quiz import (
    Statement,
)

SEVERITY = Severity.HINT


LEAST = 4


def check(survey: Survey) -> Iterator[Finding]:
    """Find quizzes that are mostly statements."""
    for quiz in survey.course.quizzes:
        count = sum(isinstance(question.answer, Statement) for question in quiz.questions)
        whole = len(quiz.questions)
        if whole >= LEAST and count > whole / 2:
            place = quiz.title.place if quiz.title else Place(quiz.path)
            message = f"{count} of {whole} questions are true or false. Ask what one would do."
            yield Finding(place, message)
