"""A source that nobody has read yet has a day by which it will be.

**What it checks.** Sources with `confidence: unverified` that the course cites: they have
`review_by`.

**Why.** What was written from memory is a debt to the reader. The page says so; the day makes sure
that somebody pays it, because the check fails from then on.

**Not like this:**

```yaml title="modules/sources.yml"
ecfr-1310:
  title: Records and reports of listed chemicals
  publisher: Drug Enforcement Administration
  accessed: 2026-11-21
  confidence: unverified
```

**Like this:**

```yaml title="modules/sources.yml"
ecfr-1310:
  title: Records and reports of listed chemicals
  publisher: Drug Enforcement Administration
  accessed: 2026-11-21
  confidence: unverified
  review_by: 2027-02-21
```
"""

from __future__ import annotations

from collections.abc import Iterator

from coursebuilder.checking.citing import citings
from coursebuilder.checking.finding import Finding
from coursebuilder.checking.survey import Survey
from coursebuilder.course import value_place
from coursebuilder.problem import Severity

SEVERITY = Severity.HINT
ACROSS = True


def check(survey: Survey) -> Iterator[Finding]:
    """Find cited sources that are unverified, with no day set."""
    cited = {each.value for each in citings(survey)}
    for name, source in survey.course.sources.items():
        unread = source.confidence == "unverified" and not source.review_by
        if unread and name in cited:
            message = (
                f"Source '{name}' is cited, and nobody has read it. Read it, or set `review_by` to "
                "the day by which somebody will."
            )
            yield Finding(value_place(source, "confidence"), message)
