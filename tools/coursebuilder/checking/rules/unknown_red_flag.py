"""A red flag that is named stands in the red-flag register.

**What it checks.** `/// redflags | …`, by id or by group, and `redflags:` of a question or of a
choice in a scenario, by id.

**Why.** The page prints the red flag's text and reason from the register, so that all modules say
the same. A name that is not there prints nothing.

**Not like this:**

```markdown title="modules/welcome.md"
/// redflags | pament
///
```

**Like this:**

```markdown title="modules/welcome.md"
/// redflags | payment
///
```
"""

from __future__ import annotations

from collections.abc import Iterator

from coursebuilder.checking.finding import Finding
from coursebuilder.checking.survey import Survey
from coursebuilder.checking.unknown import unknown
from coursebuilder.course import questions_of
from coursebuilder.problem import Severity
from coursebuilder.prose import RedFlagsBlock, Text

SEVERITY = Severity.ERROR
REGISTER = "modules/redflags.yml"
ADD = f"Add it to {REGISTER}."


def check(survey: Survey) -> Iterator[Finding]:
    """Find names of red flags and groups that the register does not have."""
    if not survey.is_known("redflags"):
        return
    for name in _placed(survey):
        if name.value not in survey.redflag_names and "" not in survey.redflag_names:
            message = f"There is no red flag or group '{name}' in the register."
            yield unknown(name, message, survey.redflag_names, otherwise=ADD)
    for name in _named(survey):
        if name.value not in survey.course.redflags:
            message = f"There is no red flag '{name}' in the register."
            yield unknown(name, message, survey.course.redflags, otherwise=ADD)


def _placed(survey: Survey) -> Iterator[Text]:
    for prose in survey.proses.values():
        for block in prose.blocks:
            if isinstance(block, RedFlagsBlock):
                yield from block.names


def _named(survey: Survey) -> Iterator[Text]:
    for _, question in questions_of(survey.course):
        yield from question.redflags
    for scenario in survey.course.scenarios:
        for scene in scenario.scenes:
            for decision in scene.decisions:
                yield from decision.redflags
