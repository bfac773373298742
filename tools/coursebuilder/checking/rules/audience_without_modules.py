"""An audience has modules.

**What it checks.** `modules:` of each audience holds one name at least.

**Why.** Its page would be a path with no steps.

**Not like this:**

```yaml title="modules/course.yml"
audiences:
  everyone:
    title: Everyone
    summary: All who sell or ship.
    modules: []
```

**Like this:**

```yaml title="modules/course.yml"
audiences:
  everyone:
    title: Everyone
    summary: All who sell or ship.
    modules: [welcome]
```
"""

from __future__ import annotations

from collections.abc import Iterator

from coursebuilder.checking.finding import Finding
from coursebuilder.checking.survey import Survey
from coursebuilder.problem import Severity

SEVERITY = Severity.ERROR


def check(survey: Survey) -> Iterator[Finding]:
    """Find audiences without a path."""
    for audience in survey.course.settings.audiences:
        if not audience.modules:
            message = f"Audience '{audience.id}' has no modules. List one at least under `modules`."
            yield Finding(audience.id.place, message)
