"""In a quiz, the right choice is the longest no more often than by chance.

**What it checks.** Quizzes with eight or more questions that have one right choice: how often the
right one alone is the longest, against chance, by a test that knows how many choices each question
has. It speaks when that would come by chance in fewer than one of a hundred quizzes, and says how
likely it is.

**Why.** "Take the longest" is the first trick that people learn. No single question shows it; the
quiz does.

**Not like this:**

```yaml title="quizzes/welcome.yml"
title: Welcome
questions:
  - id: q-0
    ask: What do you do first with order 0?
    why: It comes first.
    choices:
      - right: Ask for the end use first.
      - wrong: Quote it.
      - wrong: Ship it.
  - id: q-1
    ask: What do you do first with order 1?
    why: It comes first.
    choices:
      - wrong: Quote it.
      - wrong: Ship it.
      - right: Ask for the end use first.
  - id: q-2
    ask: What do you do first with order 2?
    why: It comes first.
    choices:
      - right: Ask for the end use first.
      - wrong: Quote it.
      - wrong: Ship it.
  - id: q-3
    ask: What do you do first with order 3?
    why: It comes first.
    choices:
      - wrong: Quote it.
      - wrong: Ship it.
      - right: Ask for the end use first.
  - id: q-4
    ask: What do you do first with order 4?
    why: It comes first.
    choices:
      - right: Ask for the end use first.
      - wrong: Quote it.
      - wrong: Ship it.
  - id: q-5
    ask: What do you do first with order 5?
    why: It comes first.
    choices:
      - wrong: Quote it.
      - wrong: Ship it.
      - right: Ask for the end use first.
  - id: q-6
    ask: What do you do first with order 6?
    why: It comes first.
    choices:
      - right: Ask for the end use first.
      - wrong: Quote it.
      - wrong: Ship it.
  - id: q-7
    ask: What do you do first with order 7?
    why: It comes first.
    choices:
      - wrong: Quote it.
      - wrong: Ship it.
      - right: Ask for the end use first.
```

**Like this:**

```yaml title="quizzes/welcome.yml"
title: Welcome
questions:
  - id: q-0
    ask: What do you do first with order 0?
    why: It comes first.
    choices:
      - right: Quote it. now
      - wrong: Ask for the end use first.
      - wrong: Ship it.
  - id: q-1
    ask: What do you do first with order 1?
    why: It comes first.
    choices:
      - wrong: Quote it.
      - wrong: Ship it.
      - right: Ask for the end use first.
  - id: q-2
    ask: What do you do first with order 2?
    why: It comes first.
    choices:
      - right: Ask for the end use first.
      - wrong: Quote it.
      - wrong: Ship it.
  - id: q-3
    ask: What do you do first with order 3?
    why: It comes first.
    choices:
      - wrong: Ask for the end use first.
      - wrong: Ship it.
      - right: Quote it. now
  - id: q-4
    ask: What do you do first with order 4?
    why: It comes first.
    choices:
      - right: Ask for the end use first.
      - wrong: Quote it.
      - wrong: Ship it.
  - id: q-5
    ask: What do you do first with order 5?
    why: It comes first.
    choices:
      - wrong: Quote it.
      - wrong: Ship it.
      - right: Ask for the end use first.
  - id: q-6
    ask: What do you do first with order 6?
    why: It comes first.
    choices:
      - right: Quote it. now
      - wrong: Ask for the end use first.
      - wrong: Ship it.
  - id: q-7
    ask: What do you do first with order 7?
    why: It comes first.
    choices:
      - wrong: Quote it.
      - wrong: Ship it.
      - right: Ask for the end use first.
```

**Source.** Haladyna, Downing and Rodriguez (2002): keep the length of choices about equal.
"""

from __future__ import annotations

from collections.abc import Iterator

from coursebuilder.checking.chance import at_least
from coursebuilder.checking.finding import Finding
from coursebuilder.checking.items import ChoiceQuestion, choice_items
from coursebuilder.checking.survey import Survey
from coursebuilder.checking.wording import plain
from coursebuilder.problem import Place, Severity

SEVERITY = Severity.WARNING


LEAST = 8
RARE = 0.01


def check(survey: Survey) -> Iterator[Finding]:
    """Find quizzes in which "take the longest" pays."""
    for quiz in survey.course.quizzes:
        items = [item for item in choice_items(quiz) if item.key]
        count = sum(_key_is_longest(item) for item in items)
        chance = at_least(count, [1 / len(item.choices) for item in items])
        if len(items) >= LEAST and chance < RARE:
            place = quiz.title.place if quiz.title else Place(quiz.path)
            message = f"In {count} of {len(items)} questions the right choice is the longest"
            yield Finding(place, f"{message} (by chance: p = {chance:.4f}). Lengthen wrong ones.")


def _key_is_longest(item: ChoiceQuestion) -> bool:
    lengths = sorted((len(plain(choice.text.value)), choice.right) for choice in item.choices)
    return lengths[-1][1] and lengths[-1][0] > lengths[-2][0]
