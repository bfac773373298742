"""What a question's id stands for keeps its question.

**What it checks.** With `course check --against REVISION`: questions that have the same id in that
revision of the course, and seem to ask for something else: hardly a telling word in common, the
opposite ("which is not …"), a right choice that nothing now is like. It is a guess: a person has
to look.

**Why.** Progress and records hang on the id. Somebody who answered the old question did not answer
the new one.

**Not like this:**

```yaml title="quizzes/welcome.yml (before)"
- id: badge
  statement: An investigator shows a badge when asked.
  answer: true
```

```yaml title="quizzes/welcome.yml"
- id: badge
  statement: Cash for a large order is a warning sign.
  answer: true
```

**Like this:**

```yaml title="quizzes/welcome.yml (before)"
- id: badge
  statement: An investigator shows a badge when asked.
  answer: true
```

```yaml title="quizzes/welcome.yml"
- id: badge
  statement: When you ask, an investigator will show you a badge.
  answer: true
```
"""

from __future__ import annotations

from collections.abc import Iterator

from coursebuilder.checking.comparison import Comparison
from coursebuilder.checking.finding import Finding
from coursebuilder.checking.question_change import Shift, question_change
from coursebuilder.problem import Severity

SEVERITY = Severity.WARNING


def compare(comparison: Comparison) -> Iterator[Finding]:
    """Find ids of questions that seem to be another question now."""
    for before, after in comparison.kept_questions():
        change = question_change(before, after)
        if change.shift is Shift.SUBJECT:
            message = (
                f"Question '{after.id}' seems to be another than before. {change.said} "
                "Give it a new id, if so."
            )
            yield Finding(after.id.place, message)
