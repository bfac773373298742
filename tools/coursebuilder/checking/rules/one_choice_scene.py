"""A scene asks for a decision.

**What it checks.** Scenes of a scenario with exactly one choice.

**Why.** One choice is a page to turn. Put both scenes into one, or add another way.

**Not like this:**

```yaml title="quizzes/first-inquiry.yml"
title: A quick inquiry
start: inbox
scenes:
  inbox:
    text: Price is no problem.
    choices:
      - do: Report it.
        go: reported
  reported:
    text: Thank you.
    end: good
```

**Like this:**

```yaml title="quizzes/first-inquiry.yml"
title: A quick inquiry
start: inbox
scenes:
  inbox:
    text: Price is no problem.
    choices:
      - do: Report it.
        go: reported
      - do: Ship it.
        go: shipped
  reported:
    text: Thank you.
    end: good
  shipped:
    text: The drums are seized.
    end: bad
```
"""

from __future__ import annotations

from collections.abc import Iterator

from coursebuilder.checking.finding import Finding
from coursebuilder.checking.survey import Survey
from coursebuilder.problem import Severity

SEVERITY = Severity.HINT


def check(survey: Survey) -> Iterator[Finding]:
    """Find scenes that leave no choice."""
    for scenario in survey.course.scenarios:
        for scene in scenario.scenes:
            if len(scene.decisions) == 1:
                message = f"Scene '{scene.id}' leaves one choice. Add another, or join two scenes."
                yield Finding(scene.id.place, message)
