"""A page of docs/ has no blocks that belong to modules.

**What it checks.** `trainer`, `slide`, `question`, `quiz`, `scenario` and `case` blocks in docs/.
Standing pages may hold `redflags` and `document`, callouts, citations and contacts.

**Why.** A standing page belongs to no session and to no objective: a trainer's note there would
never be read, and an answer there would count for nothing.

**Not like this:**

```markdown title="docs/about.md"
/// trainer | Say
Welcome to the site.
///
```

**Like this:**

```markdown title="docs/about.md"
Welcome to the site.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from coursebuilder.checking.finding import Finding
from coursebuilder.checking.survey import Survey
from coursebuilder.problem import Severity
from coursebuilder.prose import (
    CaseBlock,
    QuestionBlock,
    QuizBlock,
    ScenarioBlock,
    SlideBlock,
    TrainerBlock,
)

SEVERITY = Severity.ERROR

NAMES = {
    TrainerBlock: "trainer",
    SlideBlock: "slide",
    QuestionBlock: "question",
    QuizBlock: "quiz",
    ScenarioBlock: "scenario",
    CaseBlock: "case",
}


def check(survey: Survey) -> Iterator[Finding]:
    """Find blocks of modules in standing pages."""
    for page in survey.course.pages:
        for block in page.prose.blocks:
            name = NAMES.get(type(block))
            if name:
                message = f"A `{name}` block belongs into a module, not into a page of docs/."
                yield Finding(block.place, message)
