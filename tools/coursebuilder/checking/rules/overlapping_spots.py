"""The spots of a picture lie apart.

**What it checks.** No right spot shares a part of the picture with a wrong one.

**Why.** Whoever touches the shared part is right and wrong at once.

**Not like this:**

```yaml title="quizzes/welcome.yml"
- ask: Mark the red flag.
  image: images/label.svg
  alt: A label with a consignee and a weight.
  spots:
    - right: Consignee
      at: 10,10 40x20
    - wrong: Weight
      at: 40,20 20x20
```

**Like this:**

```yaml title="quizzes/welcome.yml"
- ask: Mark the red flag.
  image: images/label.svg
  alt: A label with a consignee and a weight.
  spots:
    - right: Consignee
      at: 10,10 30x20
    - wrong: Weight
      at: 40,20 20x20
```
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

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

SEVERITY = Severity.WARNING


def check(survey: Survey) -> Iterator[Finding]:
    """Find spots that share a part of the picture with one before them."""
    for _, question in questions_of(survey.course):
        if isinstance(question.answer, Spots):
            for one, other in combinations(question.answer.spots, 2):
                if one.right is not other.right and _overlap(one, other):
                    message = f"The spots '{one.text}' and '{other.text}' overlap. Part them."
                    yield Finding(other.at, message)


def _overlap(one: Spot, other: Spot) -> bool:
    across = one.left < other.left + other.width and other.left < one.left + one.width
    down = one.top < other.top + other.height and other.top < one.top + one.height
    return across and down
