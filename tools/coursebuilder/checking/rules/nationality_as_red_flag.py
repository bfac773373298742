"""A red flag is what somebody does, not who somebody is.

**What it checks.** `text` and `why` of the red-flag register, and the flags in papers of questions,
in English: words for a nationality, a religion, an origin, an accent.

**Why.** It is unfair, it can break the law, and it does not work: those who evade controls send
somebody who does not stick out.

**Not like this:**

```yaml title="modules/redflags.yml"
buyer:
  text: The buyer has a foreign accent.
  group: payment
```

**Like this:**

```yaml title="modules/redflags.yml"
buyer:
  text: The buyer cannot say what the goods are for.
  group: payment
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from coursebuilder.checking.finding import Finding
from coursebuilder.checking.survey import Survey
from coursebuilder.checking.wording import plain
from coursebuilder.course import (
    questions_of,
)
from coursebuilder.problem import Severity
from coursebuilder.prose import (
    Text,
)
from coursebuilder.quiz import (
    Document,
)

SEVERITY = Severity.WARNING


PEOPLE = (
    "afghans?|african|arabs?|arabic|asian|belarusian|burmese|chinese|colombian|cuban|eritrean"
    "|haitian|hispanic|indian|iranian|iraqi|islamic|jewish|latin american|latinos?|lebanese|libyan"
    "|mexican|middle eastern|moslems?|muslims?|nigerian|north korean|pakistani|palestinian|persian"
    "|russian|somali|sudanese|syrian|turkish|ukrainian|venezuelan|yemeni"
)
WHO = re.compile(
    rf"\b(?:(?:{PEOPLE})(?: (?:buyers?|customers?|names?|nationals?|people|persons?|m[ae]n|accents?"
    r"|sounding|looking|origin))"
    r"|foreign(?:-| )?(?:accents?|names?|looking|sounding|born)|foreigners?|immigrants?"
    r"|nationality|ethnic\w*|skin colou?r|religion|accents?)\b",
    re.IGNORECASE,
)


def check(survey: Survey) -> Iterator[Finding]:
    """Find red flags about who somebody is; in English only."""
    survey = survey.in_english
    for text in _flags(survey):
        found = WHO.search(plain(text.value))
        if found:
            message = f"'{found[0]}' is no red flag. Say what somebody does or will not say."
            yield Finding(text.place, message)


def _flags(survey: Survey) -> Iterator[Text]:
    for flag in survey.course.redflags.values():
        yield flag.text
        if flag.why:
            yield flag.why
    for _, question in questions_of(survey.course):
        if isinstance(question.answer, Document):
            yield from (line.flag for line in question.answer.lines if line.flag)
