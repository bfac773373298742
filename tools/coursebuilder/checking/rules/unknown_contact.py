"""A contact that a text links to stands in the contacts register.

**What it checks.** `[](contact:id)` and `[text](contact:id)`.

**Why.** The page writes the number from the register. A contact that is not there leaves a learner
without a number when one is needed most.

**Not like this:**

```markdown title="modules/welcome.md"
Call the tip line: [](contact:tip-lin).
```

**Like this:**

```markdown title="modules/welcome.md"
Call the tip line: [](contact:tip-line).
```
"""

from __future__ import annotations

from collections.abc import Iterator

from coursebuilder.checking.finding import Finding
from coursebuilder.checking.survey import Survey
from coursebuilder.checking.unknown import unknown
from coursebuilder.problem import Severity
from coursebuilder.prose import LinkKind

SEVERITY = Severity.ERROR
REGISTER = "modules/contacts.yml"


def check(survey: Survey) -> Iterator[Finding]:
    """Find links to contacts that the register does not have."""
    if not survey.is_known("contacts"):
        return
    known = survey.course.contacts
    for prose in survey.proses.values():
        for link in prose.links:
            if link.kind is LinkKind.CONTACT and link.target.value not in known:
                message = f"There is no contact '{link.target}' in the register."
                yield unknown(link.target, message, known, otherwise=f"Add it to {REGISTER}.")
