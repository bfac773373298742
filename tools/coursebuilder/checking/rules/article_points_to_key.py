"""The words before the gap fit every choice.

**What it checks.** Questions that end with "a" or "an", where only the right choice fits behind it.

**Why.** Grammar gives the answer away.

**Not like this:**

```yaml title="quizzes/welcome.yml"
- ask: "A firm that ships for others is an"
  choices:
    - right: intermediary
    - wrong: consignee
    - wrong: broker
```

**Like this:**

```yaml title="quizzes/welcome.yml"
- ask: "A firm that ships for others is"
  choices:
    - right: an intermediary
    - wrong: a consignee
    - wrong: a broker
```

**Source.** NBME Item-Writing Guide (2020), "grammatical cues".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from coursebuilder.checking.finding import Finding
from coursebuilder.checking.items import ChoiceQuestion, choice_questions
from coursebuilder.checking.survey import Survey
from coursebuilder.problem import Severity

SEVERITY = Severity.WARNING


ARTICLE = re.compile(r"\b(an?)\s*(?:\.{3}|…|_+|:)?\s*$", re.IGNORECASE)


def check(survey: Survey) -> Iterator[Finding]:
    """Find articles that only the right choice can follow."""
    for item in choice_questions(survey):
        found = ARTICLE.search(item.stem)
        if found and item.key and _cued(found[1].lower(), item):
            message = f"Only the right choice fits behind '{found[1]}'. Put 'a' or 'an' into each."
            yield Finding(item.question.prompt.place, message)


def _cued(article: str, item: ChoiceQuestion) -> bool:
    if any(choice.text.value[:2].isupper() for choice in item.choices):
        return False
    fitting = [choice for choice in item.choices if _fits(article, choice.text.value)]
    return fitting == [item.key]


def _fits(article: str, text: str) -> bool:
    """By the first letter; abbreviations, which go by their sound, are left out before."""
    return (text[:1].lower() in "aeiou") == (article == "an")
