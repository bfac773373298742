"""A duty is said with "must".

**What it checks.** What learners read in modules in English: no "shall", save in quotation marks.

**Why.** "Shall" means a duty, a plan or a question. "Must" means a duty.

**Not like this:**

```markdown title="modules/welcome.md"
The firm shall keep the papers.
```

**Like this:**

```markdown title="modules/welcome.md"
The firm must keep the papers.
```

**Source.** Federal plain language guidelines: use "must" to indicate requirements.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from coursebuilder.checking.finding import Finding
from coursebuilder.checking.learners_text import learners_passages
from coursebuilder.checking.survey import Survey
from coursebuilder.checking.wording import plain
from coursebuilder.problem import Severity

SEVERITY = Severity.WARNING


QUOTED = re.compile(r"\"[^\"]*\"|\u201c[^\u201d]*\u201d")
SHALL = re.compile(r"\bshall\b", re.IGNORECASE)


def check(survey: Survey) -> Iterator[Finding]:
    """Find "shall" outside of quotations; in English only."""
    for passage in learners_passages(survey.in_english):
        if SHALL.search(QUOTED.sub("", plain(passage.text))):
            message = "'shall' is read in several ways. Write 'must' for a duty."
            yield Finding(passage.place, message)
