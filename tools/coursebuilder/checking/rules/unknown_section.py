"""The section that a question points to exists.

**What it checks.** `section:` of a question: the id of any heading of the module with the quiz's
name, or `module/heading`.

**Why.** After a miss, the learner is led to the place that teaches the answer.

**Not like this:**

```yaml title="quizzes/welcome.yml"
- section: strat
  statement: Every visit is voluntary.
  answer: true
```

**Like this:**

```yaml title="quizzes/welcome.yml"
- section: start
  statement: Every visit is voluntary.
  answer: true
```
"""

from __future__ import annotations

from collections.abc import Iterator

from coursebuilder.checking.finding import Finding
from coursebuilder.checking.survey import Survey
from coursebuilder.checking.unknown import unknown
from coursebuilder.course import Module, questions_of
from coursebuilder.problem import Severity
from coursebuilder.prose import Located, Text

SEVERITY = Severity.ERROR
ACROSS = True


def check(survey: Survey) -> Iterator[Finding]:
    """Find `section:` values that no heading has."""
    for quiz, question in questions_of(survey.course):
        if question.section:
            slug, slash, _ = question.section.value.rpartition("/")
            slug = slug if slash else quiz.slug
            if survey.was_read(f"modules/{slug}.md"):
                yield from _look_up(survey, question.section, slug)


def _look_up(survey: Survey, section: Text, slug: str) -> Iterator[Finding]:
    name = section.value.rpartition("/")[2]
    module = survey.modules.get(slug)
    if module is None:
        if "/" in section.value:
            message = f"There is no module '{slug}'."
            yield unknown(Located(slug, section.place), message, survey.modules)
    elif name not in _headings(module):
        message = f"Module '{slug}' has no heading with the id '{name}'."
        yield unknown(Located(name, section.place), message, _headings(module))


def _headings(module: Module) -> frozenset[str]:
    return frozenset(heading.id.value for heading in module.prose.headings)
