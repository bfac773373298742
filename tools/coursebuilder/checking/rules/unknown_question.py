"""A question that a block places exists.

**What it checks.** The id in `/// question | id`. It may belong to any module's quiz.

**Why.** The block would stand empty on the page.

**Not like this:**

```markdown title="modules/welcome.md"
/// question | first-sgin
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
from coursebuilder.checking.unknown import unknown
from coursebuilder.problem import Severity
from coursebuilder.prose import QuestionBlock

SEVERITY = Severity.ERROR
ACROSS = True


def check(survey: Survey) -> Iterator[Finding]:
    """Find placed questions that no quiz has, as far as all quizzes could be read."""
    if any(path.startswith("quizzes/") for path in survey.course.unreadable):
        return
    known = survey.questions.keys() | survey.unread_questions
    for prose in survey.proses.values():
        for block in prose.blocks:
            if isinstance(block, QuestionBlock) and block.question.value not in known:
                message = f"There is no question '{block.question}'."
                yield unknown(block.question, message, known, otherwise="Write its `id:` here.")
