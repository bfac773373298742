"""A scenario has a good end.

**What it checks.** One scene at least has `end: good`.

**Why.** A learner is to find out that doing right pays.

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
    end: bad
    text: The drums are seized.
  reported:
    end: partial
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
from coursebuilder.quiz import (
    End,
)

SEVERITY = Severity.ERROR


def check(survey: Survey) -> Iterator[Finding]:
    """Find scenarios in which all ends are bad or partial."""
    for scenario in survey.course.scenarios:
        ends = [scene.end.value for scene in scenario.scenes if scene.end]
        slips = any(survey.has_mistake(scene.place) for scene in scenario.scenes if not scene.end)
        if End.GOOD not in ends and not slips:
            message = "This scenario has no good end. Give one scene `end: good`."
            yield Finding(scenario.title.place, message)
