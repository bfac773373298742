"""What learners may have answered does not vanish unnoticed.

**What it checks.** With `course check --against REVISION`: modules, objectives, questions and
scenarios of that revision of the course that are gone. Drafts, and what no page showed, do not
count. The finding stands in the file that would hold it, or else in course.yml.

**Why.** Learners may have progress on it, and records name it. Sometimes it has to go: then tell
them, and switch the rule off there with the reason. `course diff` writes what to tell.

**Not like this:**

```yaml title="quizzes/welcome.yml (before)"
- id: badge
  statement: An investigator shows a badge when asked.
  answer: true
```

```yaml title="quizzes/welcome.yml"
- id: card
  statement: Two investigators come to every first visit.
  answer: false
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
  statement: Two investigators come to every first visit.
  answer: false
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
from coursebuilder.course import quiz_of
from coursebuilder.problem import Place, Severity

SEVERITY = Severity.WARNING


def compare(comparison: Comparison) -> Iterator[Finding]:
    """Find ids that are gone."""
    for slug in _gone_modules(comparison):
        message = f"The module '{slug}' is gone. Learners may have progress in it, and links to it."
        yield Finding(comparison.after.course.settings.place, message)
    yield from _objectives(comparison)
    yield from _questions(comparison)
    yield from _scenarios(comparison)


def _gone_modules(comparison: Comparison) -> list[str]:
    renamed = renamed_modules(comparison)
    return [
        slug
        for slug, module in comparison.before.modules.items()
        if slug not in comparison.after.modules
        and slug not in renamed
        and comparison.was_read(module.path)
    ]


def _objectives(comparison: Comparison) -> Iterator[Finding]:
    renamed = renamed_objectives(comparison)
    for name, objective in comparison.before.objectives.items():
        module = comparison.after.modules.get(objective.module)
        kept = name in comparison.after.objectives or name in renamed
        if module and not kept and comparison.was_read(module.path):
            message = (
                f"The objective '{objective.id}' is gone. Records of learners name it: "
                f"'{objective.text}'."
            )
            yield Finding(module.title.place, message)


def _questions(comparison: Comparison) -> Iterator[Finding]:
    renamed, after = renamed_questions(comparison), comparison.after
    for name, (quiz, question) in comparison.before.questions.items():
        if name in after.questions or name in renamed or name in after.unread:
            continue
        if comparison.was_read(quiz.path):
            advice = "" if question.id_given else " (Its id came from its words: give it one.)"
            message = f"The question '{name}' is gone. Learners may have answered it.{advice}"
            yield Finding(_where(comparison, quiz.slug), message)


def _scenarios(comparison: Comparison) -> Iterator[Finding]:
    renamed = renamed_scenarios(comparison)
    for slug, scenario in comparison.before.scenarios.items():
        kept = slug in comparison.after.scenarios or slug in renamed
        if not kept and comparison.was_read(scenario.path):
            message = f"The scenario '{slug}' is gone. Learners may have played it."
            yield Finding(comparison.after.course.settings.place, message)


def _where(comparison: Comparison, slug: str) -> Place:
    """The quiz that held the question, or else the course's settings."""
    quiz = quiz_of(comparison.after.course, slug)
    if quiz is None:
        return comparison.after.course.settings.place
    return quiz.title.place if quiz.title else quiz.place
