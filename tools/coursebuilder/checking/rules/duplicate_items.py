"""Each thing to match, order or sort stands once.

**What it checks.** The left sides of `match`, the steps of `order`, the things of `sort` over all
its groups, the names of its groups, and `extra`, which may not repeat a right side. Capitals,
spaces and a final dot are put aside; inside `code` every sign counts.

**Why.** Nobody can tell two equal steps apart, and an `extra` that is a right side is right.

**Not like this:**

```yaml title="quizzes/welcome.yml"
- ask: Put the steps in order.
  order:
    - Stop the order.
    - Tell your manager.
    - stop the order
```

**Like this:**

```yaml title="quizzes/welcome.yml"
- ask: Put the steps in order.
  order:
    - Stop the order.
    - Tell your manager.
    - Report it.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from coursebuilder.checking.finding import Finding
from coursebuilder.checking.sameness import fold, repeated
from coursebuilder.checking.survey import Survey
from coursebuilder.course import (
    questions_of,
)
from coursebuilder.problem import Severity
from coursebuilder.prose import (
    Text,
)
from coursebuilder.quiz import (
    Match,
    Order,
    Question,
    Sort,
)

SEVERITY = Severity.ERROR


def check(survey: Survey) -> Iterator[Finding]:
    """Find things that repeat one before them."""
    for _, question in questions_of(survey.course):
        for things in _things(question):
            for thing, first in repeated(things):
                message = f"'{thing}' stands twice, first in line {first.place.line}. Take one out."
                yield Finding(thing.place, message)


def _things(question: Question) -> Iterator[list[Text]]:
    match question.answer:
        case Match(pairs=pairs, extra=extra):
            yield [pair.left for pair in pairs]
            rights = {fold(pair.right.value): pair.right for pair in pairs}
            yield [*rights.values(), *extra]
        case Order(items=items):
            yield list(items)
        case Sort(groups=groups):
            yield [group.title for group in groups]
            yield [item.text for group in groups for item in group.items]
        case _:
            pass
