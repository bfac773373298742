"""A quiz that a block places exists.

**What it checks.** `/// quiz` without an argument needs a quiz of the module's own name,
`quizzes/<module>.yml`. With an argument, it needs the quiz of that module.

**Why.** The block would stand empty on the page.

**Not like this:**

```markdown title="modules/welcome.md"
/// quiz | wellcome
///
```

**Like this:**

```markdown title="modules/welcome.md"
/// quiz
///
```
"""

from __future__ import annotations

from collections.abc import Iterator

from coursebuilder.checking.finding import Finding
from coursebuilder.checking.survey import Survey
from coursebuilder.checking.unknown import unknown
from coursebuilder.problem import Severity
from coursebuilder.prose import Located, QuizBlock, Text

SEVERITY = Severity.ERROR
ACROSS = True


def check(survey: Survey) -> Iterator[Finding]:
    """Find placed quizzes that are not there."""
    for module in survey.course.modules:
        for block in module.prose.blocks:
            if isinstance(block, QuizBlock):
                name = block.quiz or Located(module.slug, block.place)
                if name.value not in survey.quizzes and survey.was_read(f"quizzes/{name}.yml"):
                    yield _unknown(survey, name)


def _unknown(survey: Survey, name: Text) -> Finding:
    slug = name.value
    if slug in survey.scenarios:
        message = f"'{slug}' is a scenario. Place it with `/// scenario | {slug}`."
        return Finding(name.place, message, f"/// scenario | {slug}")
    message = f"There is no quiz '{slug}'."
    return unknown(name, message, survey.quizzes, otherwise=f"Write it into quizzes/{slug}.yml.")
