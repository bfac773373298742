"""A negative question has no negative choices.

**What it checks.** Questions that ask which is *not* so, with a choice that has a "not", "no",
"never" or "without" in it.

**Why.** Twice turned round, few readers know any more what "right" means.

**Not like this:**

```yaml title="quizzes/welcome.yml"
- ask: Which of these is **not** a warning sign?
  choices:
    - right: The buyer does not pay cash.
    - wrong: The buyer hides the end user.
```

**Like this:**

```yaml title="quizzes/welcome.yml"
- ask: Which of these is a warning sign?
  choices:
    - wrong: The buyer does not pay cash.
    - right: The buyer hides the end user.
```

**Source.** NBME Item-Writing Guide (2020), "negatively phrased stems".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from coursebuilder.checking.finding import Finding
from coursebuilder.checking.items import choice_questions, negative_in
from coursebuilder.checking.survey import Survey
from coursebuilder.checking.wording import plain
from coursebuilder.problem import Severity

SEVERITY = Severity.WARNING


NEGATIVE = re.compile(
    r"\b(?:not|no|never|without|cannot|nobody|nothing)\b|n['\u2019]t\b", re.IGNORECASE
)


def check(survey: Survey) -> Iterator[Finding]:
    """Find negative choices of negative questions, one finding a question."""
    for item in choice_questions(survey):
        if negative_in(item.question.prompt.value):
            for choice in item.choices:
                if NEGATIVE.search(plain(choice.text.value)):
                    message = "The question is negative, and so is this choice. Turn one of them."
                    yield Finding(choice.text.place, message)
                    break
