"""A `why` gives a reason.

**What it checks.** `why` of questions, choices, pairs, gaps, spots and things to sort is more than
"Correct", "Wrong" or the like, and more than the text of its choice again.

**Why.** The page says "right" or "wrong" by itself. What a learner keeps is the reason.

**Not like this:**

```yaml title="quizzes/welcome.yml"
- ask: What do you do first?
  choices:
    - right: Ask for the end use.
      why: That is correct.
    - wrong: Quote a price.
      why: Quote a price
```

**Like this:**

```yaml title="quizzes/welcome.yml"
- ask: What do you do first?
  choices:
    - right: Ask for the end use.
      why: End use comes before price.
    - wrong: Quote a price.
      why: A quote commits you before you know the end use.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from coursebuilder.checking.finding import Finding
from coursebuilder.checking.sameness import fold
from coursebuilder.checking.survey import Survey
from coursebuilder.checking.wording import plain
from coursebuilder.course import (
    questions_of,
)
from coursebuilder.problem import Severity
from coursebuilder.prose import (
    Text,
)
from coursebuilder.quiz import (
    Choices,
    ChosenGap,
    Document,
    Fill,
    Match,
    Question,
    Sort,
    Spots,
)

SEVERITY = Severity.WARNING


EMPTY = re.compile(
    r"(?:(?:yes|no|sorry|well done|good|great|oops)[,.!]? ?)?"
    r"(?:(?:this|that|it|your answer|this answer|the answer)(?: is|'s) )?(?:the )?(?:not )?"
    r"(?:quite )?(?:right|correct|incorrect|wrong|true|false|exactly|indeed|ok|yes|no)?"
    r"(?: (?:answer|choice|one))?"
)


def check(survey: Survey) -> Iterator[Finding]:
    """Find reasons that say no more than right or wrong, or repeat what they explain."""
    for _, question in questions_of(survey.course):
        for why, explained in _reasons(question):
            text = plain(why.value).casefold().replace("\u2019", "'").strip(" .!")
            if EMPTY.fullmatch(text):
                yield Finding(why.place, "This `why` gives no reason. Say why it is so.")
            elif explained and fold(why.value) == fold(explained.value):
                yield Finding(why.place, "This `why` repeats its choice. Say why it is so.")


def _reasons(question: Question) -> Iterator[tuple[Text, Text | None]]:
    """Each `why` of a question, with the text that it explains."""
    pairs: list[tuple[Text | None, Text | None]] = [(question.why, None)]
    match question.answer:
        case Choices(choices=choices):
            pairs += [(choice.why, choice.text) for choice in choices]
        case Match(pairs=matched):
            pairs += [(pair.why, pair.right) for pair in matched]
        case Sort(groups=groups):
            pairs += [(item.why, item.text) for group in groups for item in group.items]
        case Spots(spots=spots):
            pairs += [(spot.why, spot.text) for spot in spots]
        case Document(lines=lines):
            pairs += [(line.flag or line.fine, line.text) for line in lines]
        case Fill(parts=parts):
            pairs += [(part.why, part.right) for part in parts if isinstance(part, ChosenGap)]
        case _:
            pass
    return ((why, explained) for why, explained in pairs if why)
