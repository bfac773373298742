"""A question has an id that its author chose.

**What it checks.** Every question has an `id:`. Without one, the id is made from its text.

**Why.** Progress and LMS records hang on the id. When the text of a question without an id is
corrected, its id changes, and what learners answered is lost. `course check --fix` writes the ids.

**Not like this:**

```yaml title="quizzes/welcome.yml"
- statement: Every visit is voluntary.
  answer: true
```

**Like this:**

```yaml title="quizzes/welcome.yml"
- id: voluntary
  statement: Every visit is voluntary.
  answer: true
```
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from coursebuilder.checking.finding import Finding
from coursebuilder.checking.survey import Survey
from coursebuilder.course import (
    questions_of,
)
from coursebuilder.problem import Edit, Severity
from coursebuilder.quiz import Question

SEVERITY = Severity.HINT


def check(survey: Survey) -> Iterator[Finding]:
    """Find questions whose id is made from their text."""
    for _, question in questions_of(survey.course):
        if not question.id_given:
            message = f"The question has no id. Add `id: {question.id}`, so that progress is kept."
            yield Finding(question.prompt.place, message, f"id: {question.id}", _edits(question))


def _edits(question: Question) -> tuple[Edit, ...]:
    """The id becomes the question's first line, in the column of the others.

    A question on a single line stands in braces, where a line of its own would break it.
    """
    start = question.place
    if start.end_line == start.line:
        return ()
    at = replace(start, end_line=start.line, end_column=start.column)
    indent = " " * (start.column - 1)
    return (Edit(at, f"id: {question.id}\n{indent}"),)
