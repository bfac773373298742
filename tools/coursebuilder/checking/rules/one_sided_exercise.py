"""An exercise has something on each side.

**What it checks.** `sort`: each group has a thing that belongs into it. `document`: one line at
least has no `flag`.

**Why.** Who notices that everything goes into one group need not think any more.

**Not like this:**

```yaml title="quizzes/welcome.yml"
- ask: Mark every line that should make you stop.
  document:
    title: Order
    lines:
      - From: Blue Dune
        flag: Nobody knows them.
      - Payment: cash
        flag: Cash hides who pays.
```

**Like this:**

```yaml title="quizzes/welcome.yml"
- ask: Mark every line that should make you stop.
  document:
    title: Order
    lines:
      - From: Blue Dune
        flag: Nobody knows them.
      - Payment: 30 days
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
    Document,
    Sort,
)

SEVERITY = Severity.WARNING


LEAST = 2


def check(survey: Survey) -> Iterator[Finding]:
    """Find groups without things, and papers in which every line is a red flag."""
    for _, question in questions_of(survey.course):
        match question.answer:
            case Sort(groups=groups):
                for group in groups:
                    if not group.items and len(groups) >= LEAST:
                        message = f"Nothing belongs into the group '{group.title}'. Add a thing."
                        yield Finding(group.title.place, message)
            case Document(lines=lines):
                if len(lines) >= LEAST and all(line.flag for line in lines):
                    message = "Every line is a red flag. Add an innocent one."
                    yield Finding(question.prompt.place, message)
            case _:
                pass
