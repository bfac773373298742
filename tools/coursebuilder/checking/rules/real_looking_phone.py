"""Phones in made-up material cannot ring.

**What it checks.** Scenes of scenarios, the papers of questions, and `document` blocks: a phone
number has 555-01 in it, like 555-0142 or 415-555-0142.

**Why.** Somebody has the number that you make up. Numbers from 555-0100 to 555-0199 are kept free
for this.

**Not like this:**

```yaml title="quizzes/first-inquiry.yml"
title: A quick inquiry
start: inbox
scenes:
  inbox:
    text: The buyer writes from 415-867-5309.
    end: good
```

**Like this:**

```yaml title="quizzes/first-inquiry.yml"
title: A quick inquiry
start: inbox
scenes:
  inbox:
    text: The buyer writes from 415-555-0142.
    end: good
```

**Source.** North American Numbering Plan Administrator: 555-0100 to 555-0199 are for fiction.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from coursebuilder.checking.finding import Finding
from coursebuilder.checking.invented import invented_texts
from coursebuilder.checking.survey import Survey
from coursebuilder.problem import Severity

SEVERITY = Severity.WARNING


PHONE = re.compile(
    r"(?<![\w.-])(?:\+?1[ .-]?)?(?:\(\d{3}\) ?|\d{3}[ .-])?\d{3}[ .-]\d{4}(?![\w-])"
    r"|(?<![\w.-])\+\d{1,3}(?:[ .-]?\d{2,4}){2,5}(?![\w-])"
)
FREE = re.compile(r"555[ .-]?01\d\d|^\D*0[0\D]*$")
"""The numbers that are kept free, and nothing but noughts, which nobody has."""


def check(survey: Survey) -> Iterator[Finding]:
    """Find phones in made-up material that might be somebody's."""
    for text in invented_texts(survey):
        for found in PHONE.finditer(text.value):
            if not FREE.search(found[0]):
                message = f"'{found[0]}' may be somebody's number. Make it 555-0100 to 555-0199."
                yield Finding(text.place, message)
