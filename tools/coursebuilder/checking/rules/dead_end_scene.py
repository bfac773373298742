"""A scene has choices, or is an end.

**What it checks.** Each scene has `choices:` or `end:`.

**Why.** A learner who comes to a scene with neither cannot go on, and does not know why.

**Not like this:**

```yaml title="quizzes/first-inquiry.yml"
title: A quick inquiry
start: inbox
scenes:
  inbox:
    text: Price is no problem. No paperwork please.
    choices:
      - do: Reply with a quote.
        go: shipped
      - do: Report it.
        go: reported
  shipped:
    text: The drums are seized.
  reported:
    end: good
    text: Your report links two orders.
```

**Like this:**

```yaml title="quizzes/first-inquiry.yml"
title: A quick inquiry
start: inbox
scenes:
  inbox:
    text: Price is no problem. No paperwork please.
    choices:
      - do: Reply with a quote.
        go: shipped
      - do: Report it.
        go: reported
  shipped:
    end: bad
    text: The drums are seized.
  reported:
    end: good
    text: Your report links two orders.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from coursebuilder.checking.finding import Finding
from coursebuilder.checking.survey import Survey
from coursebuilder.problem import Severity

SEVERITY = Severity.ERROR


def check(survey: Survey) -> Iterator[Finding]:
    """Find scenes from which nothing leads on and that are no end."""
    for scenario in survey.course.scenarios:
        for scene in scenario.scenes:
            stops = not scene.decisions and scene.end is None
            if stops and not survey.has_mistake(scene.place):
                message = f"Scene '{scene.id}' is a dead end. Give it `choices:`, or an `end:`."
                yield Finding(scene.id.place, message)
