"""An id stays, as long as what it stands for stays.

**What it checks.** With `course check --against REVISION`: the id of the course; questions,
scenarios and objectives that say the same as in that revision of the course under another id;
modules with the same title under another file name.

**Why.** Progress and records hang on the id. With a new one, learners lose their answers, and
links to the page lead nowhere.

**Not like this:**

```yaml title="quizzes/welcome.yml (before)"
- id: badge
  statement: An investigator shows a badge when asked.
  answer: true
```

```yaml title="quizzes/welcome.yml"
- id: shows-badge
  statement: An investigator shows a badge when asked.
  answer: true
```

**Like this:**

```yaml title="quizzes/welcome.yml (before)"
- id: badge
  statement: An investigator shows a badge when asked.
  answer: true
```

```yaml title="quizzes/welcome.yml"
- id: badge
  statement: An investigator shows a badge when asked.
  answer: true
- id: card
  statement: An investigator leaves a card.
  answer: true
```
"""

from __future__ import annotations

from collections.abc import Iterator

from coursebuilder.checking.comparison import Comparison
from coursebuilder.checking.finding import Finding
from coursebuilder.checking.renamed import (
    renamed_modules,
    renamed_objectives,
    renamed_questions,
    renamed_scenarios,
)
from coursebuilder.problem import Place, Severity

SEVERITY = Severity.ERROR


def compare(comparison: Comparison) -> Iterator[Finding]:
    """Find ids that changed while nothing else did."""
    after = comparison.after
    yield from _course(comparison)
    for old, new in renamed_modules(comparison).items():
        module = after.modules[new]
        message = f"The module '{old}' is '{new}' now, with the same title. Keep its file name."
        yield Finding(module.title.place, f"{message} Its address and progress hang on it.")
    for old, new in renamed_objectives(comparison).items():
        _, _, name = old.partition("/")
        message = f"The objective '{name}' has a new id and the same text. Keep '{name}'."
        yield Finding(after.objectives[new].id.place, message)
    for old, new in renamed_questions(comparison).items():
        question = after.questions[new][1]
        place = question.id.place if question.id_given else question.prompt.place
        yield Finding(place, f"The question '{old}' has a new id and asks the same. Keep '{old}'.")
    for old, new in renamed_scenarios(comparison).items():
        message = f"The scenario '{old}' is '{new}' now, with the same scenes."
        yield Finding(Place(after.scenarios[new].path), f"{message} Keep its file name.")


def _course(comparison: Comparison) -> Iterator[Finding]:
    before, after = comparison.before.course.settings, comparison.after.course.settings
    if before.id and after.id and before.id != after.id:
        message = f"The course's id was '{before.id}'. Keep it: all progress hangs on it."
        yield Finding(after.place, message)
