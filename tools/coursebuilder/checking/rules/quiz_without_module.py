"""A quiz has the name of its module.

**What it checks.** For `quizzes/welcome.yml` there is `modules/welcome.md`. A scenario may have any
name.

**Why.** The name is what joins a quiz and its module. Without it, the quiz stands on no page.

**Not like this:**

```yaml title="quizzes/wellcome.yml"
title: Welcome
questions:
  - statement: Every visit is voluntary.
    answer: true
```

**Like this:**

```yaml title="quizzes/welcome.yml"
title: Welcome
questions:
  - statement: Every visit is voluntary.
    answer: true
```
"""

from __future__ import annotations

from collections.abc import Iterator

from coursebuilder.checking.finding import Finding
from coursebuilder.checking.survey import Survey
from coursebuilder.nearest import nearest
from coursebuilder.problem import Place, Severity

SEVERITY = Severity.ERROR
ACROSS = True


def check(survey: Survey) -> Iterator[Finding]:
    """Find quizzes whose name is no module's."""
    for quiz in survey.course.quizzes:
        path = f"modules/{quiz.slug}.md"
        if quiz.slug not in survey.modules and survey.was_read(path):
            near = nearest(quiz.slug, survey.modules)
            advice = f"Was quizzes/{near}.yml meant?" if near else "Name it like its module."
            message = f"There is no module '{quiz.slug}' for this quiz. {advice}"
            yield Finding(Place(quiz.path), message, f"quizzes/{near}.yml" if near else "")
