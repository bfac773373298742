"""The last pair to match is no gift.

**What it checks.** `match` with three pairs or fewer, in which each right side belongs to one left
side only, and without `extra`.

**Why.** Whoever has matched two of three has the third. An `extra` that matches nothing keeps it
open.

**Not like this:**

```yaml title="quizzes/welcome.yml"
- ask: Match each law to what it covers.
  match:
    ITAR: Arms
    EAR: Dual-use items
```

**Like this:**

```yaml title="quizzes/welcome.yml"
- ask: Match each law to what it covers.
  match:
    ITAR: Arms
    EAR: Dual-use items
  extra:
    - Customs duties
```
"""

from __future__ import annotations

from collections.abc import Iterator

from coursebuilder.checking.finding import Finding
from coursebuilder.checking.sameness import fold
from coursebuilder.checking.survey import Survey
from coursebuilder.course import (
    questions_of,
)
from coursebuilder.problem import Severity
from coursebuilder.quiz import (
    Match,
)

SEVERITY = Severity.HINT


MOST = 3


def check(survey: Survey) -> Iterator[Finding]:
    """Find short matches whose last pair is left over."""
    for _, question in questions_of(survey.course):
        match question.answer:
            case Match(pairs=pairs, extra=()) if 1 < len(pairs) <= MOST:
                if len({fold(pair.right.value) for pair in pairs}) == len(pairs):
                    message = "The last pair is left over by itself. Add a right side as `extra`."
                    yield Finding(question.prompt.place, message)
            case _:
                pass
