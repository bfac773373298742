"""A source that is cited stands in the sources register.

**What it checks.** `[@id]` in a text, and `source:` of a question, a case, a contact or a red flag.
`invented` always exists: it marks what was made up for teaching.

**Why.** The page prints the source under the fact. Without an entry there is nothing to print, and
no reader can look the fact up.

**Not like this:**

```markdown title="modules/welcome.md"
The rule has been in force for years [@ecfr-131].
```

**Like this:**

```markdown title="modules/welcome.md"
The rule has been in force for years [@ecfr-1310].
```
"""

from __future__ import annotations

from collections.abc import Iterator

from coursebuilder.checking.citing import citings
from coursebuilder.checking.finding import Finding
from coursebuilder.checking.survey import Survey
from coursebuilder.checking.unknown import unknown
from coursebuilder.course import INVENTED
from coursebuilder.problem import Severity

SEVERITY = Severity.ERROR
REGISTER = "modules/sources.yml"


def check(survey: Survey) -> Iterator[Finding]:
    """Find citations of sources that the register does not have."""
    if not survey.is_known("sources"):
        return
    known = {*survey.course.sources, INVENTED}
    for reference in citings(survey):
        if reference.value not in known:
            message = f"There is no source '{reference}' in the register."
            yield unknown(reference, message, known, otherwise=f"Add it to {REGISTER}.")
