"""There are two things at least to choose from, match, order or sort.

**What it checks.** `choices`, `match`, `order` and the groups of `sort` hold two entries or more,
and each group of `sort` taken together two things or more. A drop-down has one wrong choice at
least.

**Why.** With one thing there is nothing to decide.

**Not like this:**

```yaml title="quizzes/welcome.yml"
- ask: Put the steps in order.
  order:
    - Stop the order.
```

**Like this:**

```yaml title="quizzes/welcome.yml"
- ask: Put the steps in order.
  order:
    - Stop the order.
    - Report it.
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
    Choices,
    ChosenGap,
    Fill,
    Match,
    Order,
    Question,
    Sort,
)

SEVERITY = Severity.ERROR


LEAST = 2


def check(survey: Survey) -> Iterator[Finding]:
    """Find questions that leave nothing to decide."""
    for _, question in questions_of(survey.course):
        for what, count in _counts(question):
            if count < LEAST:
                message = f"Question '{question.id}' has too few {what}. Write two at least."
                yield Finding(question.prompt.place, message)


def _counts(question: Question) -> Iterator[tuple[str, int]]:
    match question.answer:
        case Choices(choices=choices):
            yield "choices", len(choices)
        case Match(pairs=pairs, extra=extra):
            yield "pairs", len(pairs) + len(extra)
        case Order(items=items):
            yield "steps", len(items)
        case Sort(groups=groups):
            yield "groups", len(groups)
            yield "things to sort", sum(len(group.items) for group in groups)
        case Fill(parts=parts):
            for part in parts:
                if isinstance(part, ChosenGap):
                    yield f"choices for the gap '{part.name}'", 1 + len(part.wrong)
        case _:
            pass
