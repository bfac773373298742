"""A slide can be read from the last row.

**What it checks.** `slide` blocks: seven points, six rows of a table and 60 words at most.

**Why.** Who reads does not listen. A slide shows what the trainer's words cannot.

**Not like this:**

```markdown title="modules/welcome.md"
/// slide
- One
- Two
- Three
- Four
- Five
- Six
- Seven
- Eight
///
```

**Like this:**

```markdown title="modules/welcome.md"
/// slide
- One
- Two
- Three
///
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from coursebuilder.checking.finding import Finding
from coursebuilder.checking.limit import Limit
from coursebuilder.checking.survey import Survey
from coursebuilder.checking.wording import plain, words
from coursebuilder.problem import Severity
from coursebuilder.prose import (
    SlideBlock,
)

SEVERITY = Severity.WARNING


POINTS = Limit(__name__, "points", 7, "the points of a list that a slide may have")
ROWS = Limit(__name__, "rows", 6, "the rows of a table that a slide may have")
WORDS = Limit(__name__, "words", 60, "the words that a slide may have")
POINT = re.compile(r"^\s*(?:[-*+]|\d+[.)])\s+\S", re.MULTILINE)
RULER = re.compile(
    r"^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$\n((?:^.*\|.*$\n?)*)", re.MULTILINE
)
"""The line under a table's head, and the rows that follow it."""


def check(survey: Survey) -> Iterator[Finding]:
    """Find slides with too many points or words."""
    for module in survey.course.modules:
        for block in module.prose.blocks:
            if isinstance(block, SlideBlock):
                faults = ", ".join(_faults(survey, block))
                if faults:
                    yield Finding(block.place, f"The slide has {faults}. Keep the best.")


def _faults(survey: Survey, block: SlideBlock) -> Iterator[str]:
    body, path = block.body, block.place.path
    count = len(words(plain(body)))
    points = len(POINT.findall(body))
    rows = sum(len(found.splitlines()) for found in RULER.findall(body))
    if points > survey.limit(POINTS, path):
        yield f"{points} points"
    if rows > survey.limit(ROWS, path):
        yield f"{rows} rows"
    if count > survey.limit(WORDS, path):
        yield f"{count} words"
