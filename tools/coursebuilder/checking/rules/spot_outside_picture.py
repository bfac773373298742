"""A spot lies in its picture.

**What it checks.** The four numbers of `at:` are percent of the picture: left and top edge, width
and height. None is below 0, width and height are above 0, and left and width, or top and height,
make 100 at most.

**Why.** What lies outside cannot be marked.

**Not like this:**

```yaml title="quizzes/welcome.yml"
- ask: Mark the red flag.
  image: images/label.svg
  alt: A label with a consignee and a weight.
  spots:
    - right: Consignee
      at: 80,10 30x18
    - wrong: Weight
      at: 10,70 20x10
```

**Like this:**

```yaml title="quizzes/welcome.yml"
- ask: Mark the red flag.
  image: images/label.svg
  alt: A label with a consignee and a weight.
  spots:
    - right: Consignee
      at: 70,10 30x18
    - wrong: Weight
      at: 10,70 20x10
```
"""

from __future__ import annotations

from collections.abc import Iterator

from coursebuilder.checking.finding import Finding
from coursebuilder.checking.survey import Survey
from coursebuilder.course import (
    questions_of,
)
from coursebuilder.problem import Severity
from coursebuilder.quiz import (
    Spot,
    Spots,
)

SEVERITY = Severity.ERROR


WHOLE = 100


def check(survey: Survey) -> Iterator[Finding]:
    """Find spots that are outside their picture, or have no size."""
    for _, question in questions_of(survey.course):
        if isinstance(question.answer, Spots):
            for spot in question.answer.spots:
                if _outside(spot):
                    message = f"The spot '{spot.text}' does not lie in the picture: {_why(spot)}."
                    yield Finding(spot.at, message)


def _outside(spot: Spot) -> bool:
    sized = spot.width > 0 and spot.height > 0
    across = spot.left >= 0 and spot.left + spot.width <= WHOLE
    down = spot.top >= 0 and spot.top + spot.height <= WHOLE
    return not (sized and across and down)


def _why(spot: Spot) -> str:
    if spot.width <= 0 or spot.height <= 0:
        return "its width and height are to be above 0"
    if spot.left < 0 or spot.top < 0:
        return "left and top are to be 0 at least"
    if spot.left + spot.width > WHOLE:
        return f"left and width make {spot.left + spot.width:g} percent"
    return f"top and height make {spot.top + spot.height:g} percent"
