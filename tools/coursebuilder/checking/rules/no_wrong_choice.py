"""A question that offers choices has a wrong one.

**What it checks.** One choice at least is `wrong:`, with `pick: many` too.

**Why.** Where everything is right, a learner need not read.

**Not like this:**

```yaml title="quizzes/welcome.yml"
- ask: Which of these are warning signs?
  choices:
    - right: The buyer pays in cash.
    - right: The buyer will not say who uses it.
```

**Like this:**

```yaml title="quizzes/welcome.yml"
- ask: Which of these are warning signs?
  choices:
    - right: The buyer pays in cash.
    - right: The buyer will not say who uses it.
    - wrong: The buyer asks for a safety data sheet.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from coursebuilder.checking.finding import Finding
from coursebuilder.checking.survey import Survey
from coursebuilder.course import questions_of
from coursebuilder.problem import Severity
from coursebuilder.quiz import Choices

SEVERITY = Severity.ERROR


def check(survey: Survey) -> Iterator[Finding]:
    """Find questions in which every choice is right."""
    for _, question in questions_of(survey.course):
        answer = question.answer
        if isinstance(answer, Choices) and all(choice.right for choice in answer.choices):
            message = f"Question '{question.id}' has no wrong choice. Mark one with `wrong:`."
            yield Finding(question.prompt.place, message)
