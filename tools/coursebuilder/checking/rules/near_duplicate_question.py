"""No two questions of the course are nearly the same.

**What it checks.** Questions with choices, statements, short answers and numbers: two share at
least nine tenths of all words of question and choices.

**Why.** Whoever has answered one knows the other, and the quiz tests less than it seems to.

**Not like this:**

```yaml title="quizzes/welcome.yml"
- id: one
  ask: A new buyer orders ten drums of a listed chemical. What do you do first?
  choices:
    - right: Ask for the end use.
    - wrong: Quote a price.
- id: two
  ask: A new buyer orders five drums of a listed chemical. What do you do first?
  choices:
    - right: Ask for the end use.
    - wrong: Quote a price.
```

**Like this:**

```yaml title="quizzes/welcome.yml"
- id: one
  ask: A new buyer orders ten drums of a listed chemical. What do you do first?
  choices:
    - right: Ask for the end use.
    - wrong: Quote a price.
- id: two
  ask: The buyer says that it is for cleaning. Is that enough?
  choices:
    - right: No, it is too vague.
    - wrong: Yes, it names a use.
```

**Source.** Sharing is the share of common words in all words of both (Jaccard); 0.9 is the limit.
"""

from __future__ import annotations

from collections.abc import Iterator

from coursebuilder.checking.finding import Finding
from coursebuilder.checking.likeness import alike
from coursebuilder.checking.survey import Survey
from coursebuilder.checking.wording import plain, words
from coursebuilder.course import (
    questions_of,
)
from coursebuilder.problem import Severity
from coursebuilder.prose import (
    Text,
)
from coursebuilder.quiz import (
    Choice,
    Choices,
    Number,
    Question,
    ShortText,
    Statement,
)

SEVERITY = Severity.WARNING
ACROSS = True


LEAST = 5
"""Words that a question has to have: of fewer, many are alike by right."""


def check(survey: Survey) -> Iterator[Finding]:
    """Find questions that are nearly the same as one before them."""
    asked = [question for _, question in questions_of(survey.course)]
    texts = [frozenset(words(_text(question).casefold())) for question in asked]
    for number, other in alike([text if len(text) >= LEAST else frozenset() for text in texts]):
        first = asked[other]
        where = f"'{first.id}' ({first.place.path}, line {first.prompt.place.line})"
        message = f"This question is nearly the same as {where}. Change one, or take it out."
        yield Finding(asked[number].prompt.place, message)


def _text(question: Question) -> str:
    """The words of a question that can be compared: with its choices, "" for other kinds."""
    match question.answer:
        case Choices(choices=choices):
            return " ".join(plain(text.value) for text in (question.prompt, *_texts(choices)))
        case Statement() | ShortText() | Number():
            return plain(question.prompt.value)
        case _:
            return ""


def _texts(choices: tuple[Choice, ...]) -> list[Text]:
    return [choice.text for choice in choices]
