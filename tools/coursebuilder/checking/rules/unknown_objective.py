"""An objective that is named somewhere stands in its module's front matter.

**What it checks.** `objective:` of a question or scenario, and `objectives=` of a section. `spot`
is an objective of the same module, `export-red-flags/spot` that of another. A scenario whose name
is no module's writes the module, too.

**Why.** Progress, reports and "weak: read this section" are kept per objective. A name that leads
nowhere takes its question out of all of them.

**Not like this:**

```yaml title="quizzes/welcome.yml"
- objective: spto
  ask: Which of these is a warning sign?
  choices:
    - right: The buyer will not say who uses it.
    - wrong: The buyer asks for a safety data sheet.
```

**Like this:**

```yaml title="quizzes/welcome.yml"
- objective: spot
  ask: Which of these is a warning sign?
  choices:
    - right: The buyer will not say who uses it.
    - wrong: The buyer asks for a safety data sheet.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from coursebuilder.checking.finding import Finding
from coursebuilder.checking.survey import Survey
from coursebuilder.checking.unknown import unknown
from coursebuilder.course import full_objective
from coursebuilder.nearest import nearest
from coursebuilder.problem import Severity
from coursebuilder.prose import Text

SEVERITY = Severity.ERROR
ACROSS = True


def check(survey: Survey) -> Iterator[Finding]:
    """Find references to objectives that no module has.

    Where the id of the objective that was nearly named has a mistake itself, its reader told of it.
    """
    for reference, slug in _references(survey):
        name = full_objective(reference.value, slug)
        module = name.partition("/")[0]
        if name in survey.objectives or not _is_known(survey, module):
            continue
        near = survey.objectives.get(survey.objective_meant(reference, slug))
        if near is None or not survey.has_mistake(near.id.place):
            yield _unknown(survey, reference, slug)


def _is_known(survey: Survey, slug: str) -> bool:
    """Whether the module's objectives were read; one without any was told of by its reader."""
    module = survey.modules.get(slug)
    return bool(module.objectives) if module else survey.was_read(f"modules/{slug}.md")


def _references(survey: Survey) -> Iterator[tuple[Text, str]]:
    for quiz in survey.course.quizzes:
        for question in quiz.questions:
            if question.objective:
                yield question.objective, quiz.slug
    for scenario in survey.course.scenarios:
        if scenario.objective:
            yield scenario.objective, scenario.slug
    for module in survey.course.modules:
        for section in module.sections:
            for reference in section.objectives:
                yield reference, module.slug


def _unknown(survey: Survey, reference: Text, slug: str) -> Finding:
    module, _, name = full_objective(reference.value, slug).partition("/")
    if module not in survey.modules:
        return _without_module(survey, reference)
    own = [str(objective.id) for objective in survey.modules[module].objectives]
    known = own if module == slug else [f"{module}/{objective}" for objective in own]
    message = f"Module '{module}' has no objective '{name}'."
    otherwise = "Add it to the module's front matter."
    return unknown(reference, message, [*known, *survey.objectives], otherwise=otherwise)


def _without_module(survey: Survey, reference: Text) -> Finding:
    module, slash, _ = reference.value.partition("/")
    if slash:
        message = f"There is no module '{module}'."
    else:
        message = f"Write the objective '{module}' with its module, like `module/{module}`."
    by_name = {full.partition("/")[2]: full for full in survey.objectives}
    near = by_name.get(nearest(reference.value, by_name), "")
    near = near or nearest(reference.value, survey.objectives)
    return Finding(reference.place, f"{message} Did you mean '{near}'?" if near else message, near)
