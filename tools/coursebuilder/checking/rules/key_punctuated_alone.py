"""All choices are written alike.

**What it checks.** Questions with one right and two or more wrong choices, where only the right one
ends with a dot, or only the right one does not, or only it begins with a capital or a small letter.

**Why.** The right choice was written first and with care; its form gives it away.

**Not like this:**

```yaml title="quizzes/welcome.yml"
- ask: What do you do first?
  choices:
    - right: Ask for the end use.
    - wrong: Quote a price
    - wrong: Ship the order
```

**Like this:**

```yaml title="quizzes/welcome.yml"
- ask: What do you do first?
  choices:
    - right: Ask for the end use.
    - wrong: Quote a price.
    - wrong: Ship the order.
```

**Source.** NBME Item-Writing Guide (2020), on irrelevant cues.
"""

from __future__ import annotations

from collections.abc import Iterator

from coursebuilder.checking.finding import Finding
from coursebuilder.checking.items import choice_questions
from coursebuilder.checking.survey import Survey
from coursebuilder.checking.wording import plain
from coursebuilder.problem import Severity

SEVERITY = Severity.WARNING


LEAST = 2


def check(survey: Survey) -> Iterator[Finding]:
    """Find right choices that only their form sets apart."""
    for item in choice_questions(survey):
        if item.key and len(item.wrongs) >= LEAST:
            for form, fault in ((_has_dot, "the final dot"), (_is_capital, "the first letter")):
                forms = {form(plain(wrong.text.value)) for wrong in item.wrongs}
                if forms == {not form(plain(item.key.text.value))}:
                    message = f"Only the right choice differs in {fault}. Write all choices alike."
                    yield Finding(item.key.text.place, message)


def _has_dot(text: str) -> bool:
    return text.rstrip("\"')\u2019\u201d").endswith((".", "!", "?", "\u2026"))


def _is_capital(text: str) -> bool:
    return text[:1].isupper()
