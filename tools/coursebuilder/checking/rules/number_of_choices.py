"""A question offers three to five choices.

**What it checks.** Questions with one right choice.

**Why.** With two, half of all guesses are right; a true-or-false question says the same in fewer
words. With six and more, most are there for their number only.

**Not like this:**

```yaml title="quizzes/welcome.yml"
- ask: What do you do first?
  choices:
    - right: Ask for the end use.
    - wrong: Quote a price.
```

**Like this:**

```yaml title="quizzes/welcome.yml"
- ask: What do you do first?
  choices:
    - right: Ask for the end use.
    - wrong: Quote a price.
    - wrong: Send it to the warehouse.
```

**Source.** Rodriguez (2005): three choices are enough. Tarrant, Ware and Mohammed (2009).
"""

from __future__ import annotations

from collections.abc import Iterator

from coursebuilder.checking.finding import Finding
from coursebuilder.checking.items import choice_questions
from coursebuilder.checking.survey import Survey
from coursebuilder.problem import Severity

SEVERITY = Severity.HINT


FEWEST = 3
MOST = 5


def check(survey: Survey) -> Iterator[Finding]:
    """Find questions with too few or too many choices."""
    for item in choice_questions(survey):
        count = len(item.choices)
        if item.key and not FEWEST <= count <= MOST:
            advice = "Add one that could be believed." if count < FEWEST else "Drop the weakest."
            message = f"Question '{item.question.id}' has {count} choices. {advice}"
            yield Finding(item.question.prompt.place, message)
