"""Each objective of a module is taught by a section of it.

**What it checks.** Every objective in the front matter stands in the `objectives="…"` of one
section at least. Drafts are left out.

**Why.** The page promises it to the learner. A missed question leads back to the section that
teaches its objective.

**Not like this:**

```markdown title="modules/welcome.md"
---
title: Welcome
summary: Who visits you, and why.
objectives:
  spot: Name the signs of a suspicious order
  report: State whom to call
reviewed: 2026-11-21
---

## Start {#start minutes=5 objectives="spot"}
```

**Like this:**

```markdown title="modules/welcome.md"
---
title: Welcome
summary: Who visits you, and why.
objectives:
  spot: Name the signs of a suspicious order
  report: State whom to call
reviewed: 2026-11-21
---

## Start {#start minutes=5 objectives="spot report"}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from coursebuilder.checking.finding import Finding
from coursebuilder.checking.survey import Survey
from coursebuilder.problem import Severity

SEVERITY = Severity.ERROR


def check(survey: Survey) -> Iterator[Finding]:
    """Find objectives that no section teaches."""
    for module in survey.course.modules:
        if module.draft or any(survey.has_mistake(part.place) for part in module.sections):
            continue
        taught = {
            survey.objective_meant(name, module.slug)
            for section in module.sections
            for name in section.objectives
        }
        for objective in module.objectives:
            name = objective.id.value
            if f"{module.slug}/{name}" not in taught:
                advice = f'Add `objectives="{name}"` to the heading of one.'
                message = f"No section teaches the objective '{name}'. {advice}"
                yield Finding(objective.id.place, message)
