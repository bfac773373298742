"""A question has a right answer.

**What it checks.** One choice at least is `right:`. In a `document`, one line at least has a
`flag:`. In a picture, one spot at least is `right:`.

**Why.** Nobody could answer it.

**Not like this:**

```yaml title="quizzes/welcome.yml"
- ask: What do you do first?
  choices:
    - wrong: Quote a price.
    - wrong: Ask for the end use.
```

**Like this:**

```yaml title="quizzes/welcome.yml"
- ask: What do you do first?
  choices:
    - wrong: Quote a price.
    - right: Ask for the end use.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from coursebuilder.checking.finding import Finding
from coursebuilder.checking.survey import Survey
from coursebuilder.course import questions_of
from coursebuilder.problem import Severity
from coursebuilder.quiz import Choices, Document, Question, Spots

SEVERITY = Severity.ERROR


def check(survey: Survey) -> Iterator[Finding]:
    """Find questions in which nothing is right."""
    for _, question in questions_of(survey.course):
        advice = _what_is_missing(question)
        if advice:
            yield Finding(question.prompt.place, f"Question '{question.id}' has {advice}")


def _what_is_missing(question: Question) -> str:
    match question.answer:
        case Choices(choices=choices) if not any(choice.right for choice in choices):
            return "no right choice. Mark one with `right:`."
        case Spots(spots=spots) if not any(spot.right for spot in spots):
            return "no right spot. Mark one with `right:`."
        case Document(lines=lines) if not any(line.flag for line in lines):
            return "no line that is a red flag. Say why one is, with `flag:`."
        case _:
            return ""
