"""Each module has its place in the course.

**What it checks.** Every file `modules/<name>.md` stands under `modules:` in course.yml, or is a
draft (`status: draft`), or a translation (`translates:`), which stands beside its source.

**Why.** The site shows the modules in that order. One that is not listed has no place.

**Not like this:**

```markdown title="modules/reporting.md"
---
title: Reporting
summary: Whom to call, and how fast.
objectives:
  call: State whom to call
reviewed: 2026-11-21
---

## Whom to call {#whom minutes=5 objectives="call"}
```

**Like this:**

```markdown title="modules/reporting.md"
---
title: Reporting
summary: Whom to call, and how fast.
objectives:
  call: State whom to call
reviewed: 2026-11-21
status: draft
---

## Whom to call {#whom minutes=5 objectives="call"}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from coursebuilder.checking.finding import Finding
from coursebuilder.checking.survey import Survey
from coursebuilder.problem import Severity

SEVERITY = Severity.WARNING
ACROSS = True


def check(survey: Survey) -> Iterator[Finding]:
    """Find modules that are no drafts and missing in the list of course.yml, if it has one."""
    settings = survey.course.settings
    listed = survey.listed_modules
    for module in survey.course.modules:
        has_place = module.slug in listed or module.draft or module.translation
        if listed and not has_place:
            advice = f"Add it under `modules` in {settings.path}, or write `status: draft`."
            yield Finding(module.title.place, f"Module '{module.slug}' is not listed. {advice}")
