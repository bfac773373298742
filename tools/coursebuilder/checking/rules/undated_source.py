"""A source without a date of its own is looked at again.

**What it checks.** Sources that the course cites: each has `published`, or else `review_by`.

**Why.** A page without a date changes without a word. Who cites it does not know which state of it
is meant, and nobody is told to look.

**Not like this:**

```yaml title="modules/sources.yml"
ecfr-1310:
  title: Records and reports of listed chemicals
  publisher: Drug Enforcement Administration
  accessed: 2026-11-21
  confidence: seen
```

**Like this:**

```yaml title="modules/sources.yml"
ecfr-1310:
  title: Records and reports of listed chemicals
  publisher: Drug Enforcement Administration
  accessed: 2026-11-21
  confidence: seen
  review_by: 2027-11-21
```
"""

from __future__ import annotations

from collections.abc import Iterator

from coursebuilder.checking.citing import citings
from coursebuilder.checking.finding import Finding
from coursebuilder.checking.survey import Survey
from coursebuilder.problem import Severity

SEVERITY = Severity.HINT
ACROSS = True


def check(survey: Survey) -> Iterator[Finding]:
    """Find cited sources with neither a date nor a day of review."""
    cited = {each.value for each in citings(survey)}
    for name, source in survey.course.sources.items():
        # A date that could not be read has been told of.
        dated = "published" in source.places or "review_by" in source.places
        if name in cited and not dated:
            message = (
                f"Source '{name}' has no date. Set `published`, or `review_by` to the day on which "
                "somebody looks whether it has changed."
            )
            yield Finding(source.id.place, message)
