"""An end of a scenario has no choices.

**What it checks.** No scene has `end:` and `choices:` both.

**Why.** It is over, or it goes on.

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
    end: good
    text: Your report links two orders.
    choices:
      - do: Begin again.
        go: inbox
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
    """Find ends that go on."""
    for scenario in survey.course.scenarios:
        for scene in scenario.scenes:
            if scene.decisions and scene.end:
                message = f"Scene '{scene.id}' is an end and has choices. Take `end:` or them out."
                yield Finding(scene.end.place, message)
