"""A source in the register is cited somewhere.

**What it checks.** Each entry of sources.yml against the citations of the whole course: texts,
cases, questions, contacts and red flags.

**Why.** The page of sources shows it, and a reader looks for what was taken from it. Most often the
sentence that cited it is gone, and its day of review nags for nothing.

**Not like this:**

```yaml title="modules/sources.yml"
ecfr-1310:
  title: Records and reports of listed chemicals
  publisher: Drug Enforcement Administration
  accessed: 2026-11-21
  confidence: seen
leaflet:
  title: A leaflet that was once cited
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
```
"""

from __future__ import annotations

from collections.abc import Iterator

from coursebuilder.checking.citing import citings
from coursebuilder.checking.finding import Finding
from coursebuilder.checking.survey import Survey
from coursebuilder.nearest import nearest
from coursebuilder.problem import Severity

SEVERITY = Severity.HINT
ACROSS = True


def check(survey: Survey) -> Iterator[Finding]:
    """Find entries that nothing cites. A misspelt citation counts for the one it nearly names."""
    if survey.course.unreadable:
        return
    known = survey.course.sources
    cited = {each.value for each in citings(survey)}
    cited |= {nearest(name, known) for name in cited - known.keys()}
    for name, source in known.items():
        if name not in cited:
            message = f"Nothing cites the source '{name}'. Cite it as `[@{name}]`, or take it out."
            yield Finding(source.id.place, message)
