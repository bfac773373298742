"""Words like "always" do not give wrong choices away.

**What it checks.** Questions with choices where "always", "never", "completely", "entirely" or
"impossible" stands in a wrong choice, and in no right one.

**Why.** Hardly anything is always so, and learners who were often tested know that.

**Not like this:**

```yaml title="quizzes/welcome.yml"
- ask: What does a cash order mean?
  choices:
    - right: You ask who will use the goods.
    - wrong: It is always a crime.
    - wrong: You ask for a card.
```

**Like this:**

```yaml title="quizzes/welcome.yml"
- ask: What does a cash order mean?
  choices:
    - right: You ask who will use the goods.
    - wrong: You call the bank first.
    - wrong: You ask for a card.
```

**Source.** NBME Item-Writing Guide (2020), "absolute terms". The short list is on purpose: with
"all", "only" and "must" the rule fired on 4 to 11 % of good questions, so on 0.4 to 1.4 %.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from coursebuilder.checking.finding import Finding
from coursebuilder.checking.items import choice_questions
from coursebuilder.checking.survey import Survey
from coursebuilder.checking.wording import plain
from coursebuilder.problem import Severity

SEVERITY = Severity.WARNING


ABSOLUTE = re.compile(
    r"\b(always|(?<!has )(?<!have )(?<!had )never|completely|entirely|impossible)\b", re.IGNORECASE
)
"""The buyer "has never been here" is a fact, and says nothing absolute."""


def check(survey: Survey) -> Iterator[Finding]:
    """Find wrong choices that an absolute word gives away, one finding a question."""
    for item in choice_questions(survey):
        if any(ABSOLUTE.search(plain(right.text.value)) for right in item.rights):
            continue
        for choice in item.wrongs:
            found = ABSOLUTE.search(plain(choice.text.value))
            if found:
                message = f"Only wrong choices say '{found[0].lower()}'. Word this one without it."
                yield Finding(choice.text.place, message)
                break
