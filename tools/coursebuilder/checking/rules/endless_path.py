"""Every path of a scenario can come to an end.

**What it checks.** From each scene, some way leads to an `end:`. Going back is fine, as long as
there is another way out.

**Why.** A learner who is led in a circle cannot finish the module.

**Not like this:**

```yaml title="quizzes/first-inquiry.yml"
title: A quick inquiry
start: inbox
scenes:
  inbox:
    text: Price is no problem. No paperwork please.
    choices:
      - do: Reply with a quote.
        go: asked
      - do: Report it.
        go: reported
  asked:
    text: They answer with a question.
    choices:
      - do: Ask again.
        go: waiting
  waiting:
    text: Nobody answers.
    choices:
      - do: Ask once more.
        go: asked
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
        go: asked
      - do: Report it.
        go: reported
  asked:
    text: They answer with a question.
    choices:
      - do: Ask again.
        go: waiting
  waiting:
    text: Nobody answers.
    choices:
      - do: Ask once more.
        go: asked
      - do: Report it.
        go: reported
  reported:
    end: good
    text: Your report links two orders.
```
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from coursebuilder.checking.finding import Finding
from coursebuilder.checking.graph import backwards, reached, ways
from coursebuilder.checking.survey import Survey
from coursebuilder.problem import Severity
from coursebuilder.quiz import (
    Scenario,
    Scene,
)

SEVERITY = Severity.ERROR


def check(survey: Survey) -> Iterator[Finding]:
    """Find the scenes from which no end can be reached, and name them in one finding."""
    for scenario in survey.course.scenarios:
        trapped = _trapped(scenario)
        if trapped:
            names = ", ".join(f"'{scene.id}'" for scene in trapped)
            message = f"No way leads from {names} to an end. Add a choice that leads out."
            yield Finding(trapped[0].id.place, message)


def _trapped(scenario: Scenario) -> list[Scene]:
    """Scenes from which no end can be reached, nor a place of which another rule speaks."""
    roads = ways(scenario)
    leaving = {scene.id.value for scene in scenario.scenes if _leads_out(scene, roads)}
    free = reached(leaving, backwards(roads))
    return [scene for scene in scenario.scenes if scene.id.value not in free]


def _leads_out(scene: Scene, roads: Mapping[str, frozenset[str]]) -> bool:
    unknown = any(decision.go.value not in roads for decision in scene.decisions)
    return scene.end is not None or not scene.decisions or unknown
