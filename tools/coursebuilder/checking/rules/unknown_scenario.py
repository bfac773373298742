"""A scenario that a block places exists.

**What it checks.** The name in `/// scenario | name`: the file `quizzes/<name>.yml` holds a
scenario.

**Why.** The block would stand empty on the page.

**Not like this:**

```markdown title="modules/welcome.md"
/// scenario | first-inquiri
///
```

**Like this:**

```markdown title="modules/welcome.md"
/// scenario | first-inquiry
///
```
"""

from __future__ import annotations

from collections.abc import Iterator

from coursebuilder.checking.finding import Finding
from coursebuilder.checking.survey import Survey
from coursebuilder.checking.unknown import unknown
from coursebuilder.problem import Severity
from coursebuilder.prose import ScenarioBlock, Text

SEVERITY = Severity.ERROR
ACROSS = True


def check(survey: Survey) -> Iterator[Finding]:
    """Find placed scenarios that are not there."""
    for prose in survey.proses.values():
        for block in prose.blocks:
            if isinstance(block, ScenarioBlock):
                name = block.scenario
                if name.value not in survey.scenarios and survey.was_read(f"quizzes/{name}.yml"):
                    yield _unknown(survey, name)


def _unknown(survey: Survey, name: Text) -> Finding:
    slug = name.value
    if slug in survey.quizzes:
        message = f"'{slug}' is a quiz. Place it with `/// quiz | {slug}`."
        return Finding(name.place, message, f"/// quiz | {slug}")
    message = f"There is no scenario '{slug}'."
    return unknown(name, message, survey.scenarios, otherwise=f"Write it into quizzes/{slug}.yml.")
