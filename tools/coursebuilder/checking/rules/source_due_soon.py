"""A source's next look is more than 30 days away.

**What it checks.** `review_by` of a source, against today or the day of `--as-of`.

**Why.** In a month, the check will fail. There is still time to look in peace.

**Not like this:**

```yaml title="modules/sources.yml"
ecfr-1310:
  title: Records and reports of listed chemicals
  publisher: Drug Enforcement Administration
  url: https://www.ecfr.example/1310
  accessed: 2026-01-21
  confidence: seen
  review_by: 2026-12-01
```

**Like this:**

```yaml title="modules/sources.yml"
ecfr-1310:
  title: Records and reports of listed chemicals
  publisher: Drug Enforcement Administration
  url: https://www.ecfr.example/1310
  accessed: 2026-01-21
  confidence: seen
  review_by: 2027-07-21
```
"""

from __future__ import annotations

from collections.abc import Iterator

from coursebuilder.checking.finding import Finding
from coursebuilder.checking.survey import Survey
from coursebuilder.freshness import is_soon
from coursebuilder.problem import Severity

SEVERITY = Severity.WARNING


def check(survey: Survey) -> Iterator[Finding]:
    """Find sources whose day is today or comes within 30 days."""
    for source in survey.course.sources.values():
        if source.review_by and is_soon(source.review_by.value, survey.today):
            day = source.review_by.value
            message = f"Source '{source.id}' is to be looked at by {day}. Do so; set a new day."
            yield Finding(source.review_by.place, message)
