"""A module that course.yml lists is finished.

**What it checks.** Modules under `modules:` in course.yml, in an audience too, that are drafts
(`status: draft`).

**Why.** A draft is left out of the site and of each session. Who listed it often wonders where it
is.

**Not like this:**

```markdown title="modules/welcome.md"
---
title: Welcome
summary: Why we are here.
objectives:
  spot: Name the warning signs
reviewed: 2026-11-21
status: draft
---

## Why we are here {#start minutes=5 objectives="spot"}
```

**Like this:**

```markdown title="modules/welcome.md"
---
title: Welcome
summary: Why we are here.
objectives:
  spot: Name the warning signs
reviewed: 2026-11-21
---

## Why we are here {#start minutes=5 objectives="spot"}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from coursebuilder.checking.finding import Finding
from coursebuilder.checking.survey import Survey
from coursebuilder.problem import Severity

SEVERITY = Severity.HINT
ACROSS = True


def check(survey: Survey) -> Iterator[Finding]:
    """Find drafts in the list of course.yml."""
    for module in survey.course.modules:
        if module.draft and module.slug in survey.listed_modules:
            message = (
                f"Module '{module.slug}' is listed in {survey.course.settings.path}, and is a "
                "draft: the site and the sessions leave it out. Delete `status: draft` when it "
                "is ready."
            )
            yield Finding(module.title.place, message)
