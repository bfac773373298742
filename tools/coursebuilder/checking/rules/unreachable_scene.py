"""Every scene of a scenario can be reached.

**What it checks.** From `start:`, some way through the choices leads to each scene.

**Why.** What nobody can see was written in vain, or a `go:` leads to the wrong scene.

**Not like this:**

```yaml title="quizzes/first-inquiry.yml"
title: A quick inquiry
start: inbox
scenes:
  inbox:
    text: Price is no problem. No paperwork please.
    choices:
      - do: Reply with a quote.
        go: reported
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
from coursebuilder.checking.graph import meant, reached, ways
from coursebuilder.checking.survey import Survey
from coursebuilder.problem import Severity

SEVERITY = Severity.ERROR


def check(survey: Survey) -> Iterator[Finding]:
    """Find scenes that no way leads to, where the start is known."""
    for scenario in survey.course.scenarios:
        roads = ways(scenario)
        start = meant(scenario.start, roads)
        if start:
            seen = reached([start], roads)
            for scene in scenario.scenes:
                if scene.id.value not in seen:
                    message = f"No way leads to scene '{scene.id}'. Let a choice `go:` there."
                    yield Finding(scene.id.place, message)
