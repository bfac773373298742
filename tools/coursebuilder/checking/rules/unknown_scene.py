"""A choice in a scenario leads to a scene that is there.

**What it checks.** `go:` of each choice, and `start:` of the scenario.

**Why.** The learner would stand still.

**Not like this:**

```yaml title="quizzes/first-inquiry.yml"
title: A quick inquiry
start: inbox
scenes:
  inbox:
    text: Price is no problem. No paperwork please.
    choices:
      - do: Reply with a quote.
        go: shiped
      - do: Report it.
        go: reported
  shipped:
    end: bad
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
from coursebuilder.checking.unknown import unknown
from coursebuilder.problem import Severity
from coursebuilder.prose import (
    Text,
)
from coursebuilder.quiz import (
    Scenario,
)

SEVERITY = Severity.ERROR


def check(survey: Survey) -> Iterator[Finding]:
    """Find ways that lead to no scene."""
    for scenario in survey.course.scenarios:
        known = {scene.id.value for scene in scenario.scenes}
        for name in _named(scenario):
            if name.value not in known:
                message = f"There is no scene '{name}' in this scenario."
                yield unknown(name, message, known, otherwise="Write it under `scenes`.")


def _named(scenario: Scenario) -> Iterator[Text]:
    yield scenario.start
    for scene in scenario.scenes:
        for decision in scene.decisions:
            yield decision.go
