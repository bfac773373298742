"""What a question's id stands for keeps its right answer.

**What it checks.** With `course check --against REVISION`: questions that have the same id in that
revision of the course, and another right answer: a choice that has changed sides, another number,
another order, another kind of question. Rewording is fine.

**Why.** Progress and records hang on the id. With one id for two answers, a record tells of
somebody who was right then that they are right now. A new id keeps the two apart. That is so
where the old key was a mistake, too: who learned it should be asked again.

**Not like this:**

```yaml title="quizzes/welcome.yml (before)"
- id: written-report
  ask: How many days may pass before the written report?
  number: 15
  unit: days
```

```yaml title="quizzes/welcome.yml"
- id: written-report
  ask: How many days may pass before the written report?
  number: 10
  unit: days
```

**Like this:**

```yaml title="quizzes/welcome.yml (before)"
- id: written-report
  ask: How many days may pass before the written report?
  number: 15
  unit: days
```

```yaml title="quizzes/welcome.yml"
- id: written-report-in-ten
  ask: How many days may pass before the written report?
  number: 10
  unit: days
```
"""

from __future__ import annotations

from collections.abc import Iterator

from coursebuilder.checking.comparison import Comparison
from coursebuilder.checking.finding import Finding
from coursebuilder.checking.question_change import Shift, question_change
from coursebuilder.problem import Severity

SEVERITY = Severity.ERROR


def compare(comparison: Comparison) -> Iterator[Finding]:
    """Find ids of questions whose right answer became another."""
    for before, after in comparison.kept_questions():
        change = question_change(before, after)
        if change.shift is Shift.ANSWER:
            message = (
                f"Question '{after.id}' has another right answer than before. {change.said} "
                "Give it a new id."
            )
            yield Finding(after.id.place, message)
