"""A module places each exercise once.

**What it checks.** No two `question`, `quiz` or `scenario` blocks of a module name the same.

**Why.** The second time, the learner sees the own answer of the first time.

**Not like this:**

```markdown title="modules/welcome.md"
/// question | first-sign
///

And again:

/// question | first-sign
///
```

**Like this:**

```markdown title="modules/welcome.md"
/// question | first-sign
///
```
"""

from __future__ import annotations

from collections.abc import Iterator

from coursebuilder.checking.finding import Finding
from coursebuilder.checking.survey import Survey
from coursebuilder.problem import Place, Severity
from coursebuilder.prose import (
    Block,
    QuestionBlock,
    QuizBlock,
    ScenarioBlock,
)

SEVERITY = Severity.WARNING
ACROSS = True


def check(survey: Survey) -> Iterator[Finding]:
    """Find blocks that place what a block before them placed."""
    for module in survey.course.modules:
        first: dict[str, Place] = {}
        for block in module.prose.blocks:
            name = _name(block, module.slug)
            before = first.setdefault(name, block.place) if name else block.place
            if before is not block.place:
                message = f"The {name} stands here twice, first in line {before.line}."
                yield Finding(block.place, message)


def _name(block: Block, slug: str) -> str:
    match block:
        case QuestionBlock():
            return f"question '{block.question}'"
        case QuizBlock():
            return f"quiz '{block.quiz or slug}'"
        case ScenarioBlock():
            return f"scenario '{block.scenario}'"
        case _:
            return ""
