"""A wrong choice says why it is wrong.

**What it checks.** In questions with choices and without a `why` of their own, each wrong choice
has its `why`.

**Why.** Whoever picks a wrong choice learns most from the reason.

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
      why: A quote commits you before you know the end use.
```

**Source.** Feedback for each choice was the first wish of users of the tools that lack it.
"""

from __future__ import annotations

from collections.abc import Iterator

from coursebuilder.checking.finding import Finding
from coursebuilder.checking.items import choice_questions
from coursebuilder.checking.survey import Survey
from coursebuilder.problem import Severity

SEVERITY = Severity.HINT


def check(survey: Survey) -> Iterator[Finding]:
    """Find the first wrong choice without a reason, in questions without one."""
    for item in choice_questions(survey):
        bare = [choice for choice in item.wrongs if choice.why is None]
        if bare and item.question.why is None:
            message = f"This choice has no `why`, nor has question '{item.question.id}'. Add one."
            yield Finding(bare[0].text.place, message)
