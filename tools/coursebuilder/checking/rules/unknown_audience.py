"""The audience of a session stands under `audiences`.

**What it checks.** `audience:` of each session in course.yml.

**Why.** A session holds the sections of its audience's modules. Without an audience it is empty.

**Not like this:**

```yaml title="modules/course.yml"
sessions:
  short:
    title: Half an hour
    audience: everybody
    minutes: 30
```

**Like this:**

```yaml title="modules/course.yml"
sessions:
  short:
    title: Half an hour
    audience: everyone
    minutes: 30
```
"""

from __future__ import annotations

from collections.abc import Iterator

from coursebuilder.checking.finding import Finding
from coursebuilder.checking.survey import Survey
from coursebuilder.checking.unknown import unknown
from coursebuilder.problem import Severity

SEVERITY = Severity.ERROR


def check(survey: Survey) -> Iterator[Finding]:
    """Find sessions for audiences that are not there."""
    settings = survey.course.settings
    known = {audience.id.value for audience in settings.audiences}
    for session in settings.sessions:
        if session.audience and session.audience.value not in known:
            message = f"There is no audience '{session.audience}'."
            yield unknown(session.audience, message, known, otherwise="Add it under `audiences`.")
