"""Where choices keep their order, the right one stands in each place equally often.

**What it checks.** Questions with one right choice in quizzes or questions with `shuffle: false`,
from twelve with the same number of choices on: whether the places of the right ones are further
from equal than in one of a hundred quizzes by chance (chi-squared), and says how likely it is.

**Why.** Authors hide the right choice in the middle, and learners know it. In 875 practice
questions written by experts the middle places held 513 of the right ones.

**Not like this:**

```yaml title="quizzes/welcome.yml"
title: Welcome
shuffle: false
questions:
  - id: q-0
    ask: What do you do first with order 0?
    why: It comes first.
    choices:
      - wrong: Ask first.
      - right: Quote now.
      - wrong: Ship then.
  - id: q-1
    ask: What do you do first with order 1?
    why: It comes first.
    choices:
      - wrong: Ask first.
      - right: Quote now.
      - wrong: Ship then.
  - id: q-2
    ask: What do you do first with order 2?
    why: It comes first.
    choices:
      - wrong: Ask first.
      - right: Quote now.
      - wrong: Ship then.
  - id: q-3
    ask: What do you do first with order 3?
    why: It comes first.
    choices:
      - wrong: Ask first.
      - right: Quote now.
      - wrong: Ship then.
  - id: q-4
    ask: What do you do first with order 4?
    why: It comes first.
    choices:
      - wrong: Ask first.
      - right: Quote now.
      - wrong: Ship then.
  - id: q-5
    ask: What do you do first with order 5?
    why: It comes first.
    choices:
      - wrong: Ask first.
      - right: Quote now.
      - wrong: Ship then.
  - id: q-6
    ask: What do you do first with order 6?
    why: It comes first.
    choices:
      - wrong: Ask first.
      - right: Quote now.
      - wrong: Ship then.
  - id: q-7
    ask: What do you do first with order 7?
    why: It comes first.
    choices:
      - wrong: Ask first.
      - right: Quote now.
      - wrong: Ship then.
  - id: q-8
    ask: What do you do first with order 8?
    why: It comes first.
    choices:
      - wrong: Ask first.
      - right: Quote now.
      - wrong: Ship then.
  - id: q-9
    ask: What do you do first with order 9?
    why: It comes first.
    choices:
      - wrong: Ask first.
      - right: Quote now.
      - wrong: Ship then.
  - id: q-10
    ask: What do you do first with order 10?
    why: It comes first.
    choices:
      - wrong: Ask first.
      - right: Quote now.
      - wrong: Ship then.
  - id: q-11
    ask: What do you do first with order 11?
    why: It comes first.
    choices:
      - wrong: Ask first.
      - right: Quote now.
      - wrong: Ship then.
```

**Like this:**

```yaml title="quizzes/welcome.yml"
title: Welcome
shuffle: false
questions:
  - id: q-0
    ask: What do you do first with order 0?
    why: It comes first.
    choices:
      - right: Ask first.
      - wrong: Quote now.
      - wrong: Ship then.
  - id: q-1
    ask: What do you do first with order 1?
    why: It comes first.
    choices:
      - wrong: Ask first.
      - right: Quote now.
      - wrong: Ship then.
  - id: q-2
    ask: What do you do first with order 2?
    why: It comes first.
    choices:
      - wrong: Ask first.
      - wrong: Quote now.
      - right: Ship then.
  - id: q-3
    ask: What do you do first with order 3?
    why: It comes first.
    choices:
      - right: Ask first.
      - wrong: Quote now.
      - wrong: Ship then.
  - id: q-4
    ask: What do you do first with order 4?
    why: It comes first.
    choices:
      - wrong: Ask first.
      - right: Quote now.
      - wrong: Ship then.
  - id: q-5
    ask: What do you do first with order 5?
    why: It comes first.
    choices:
      - wrong: Ask first.
      - wrong: Quote now.
      - right: Ship then.
  - id: q-6
    ask: What do you do first with order 6?
    why: It comes first.
    choices:
      - right: Ask first.
      - wrong: Quote now.
      - wrong: Ship then.
  - id: q-7
    ask: What do you do first with order 7?
    why: It comes first.
    choices:
      - wrong: Ask first.
      - right: Quote now.
      - wrong: Ship then.
  - id: q-8
    ask: What do you do first with order 8?
    why: It comes first.
    choices:
      - wrong: Ask first.
      - wrong: Quote now.
      - right: Ship then.
  - id: q-9
    ask: What do you do first with order 9?
    why: It comes first.
    choices:
      - right: Ask first.
      - wrong: Quote now.
      - wrong: Ship then.
  - id: q-10
    ask: What do you do first with order 10?
    why: It comes first.
    choices:
      - wrong: Ask first.
      - right: Quote now.
      - wrong: Ship then.
  - id: q-11
    ask: What do you do first with order 11?
    why: It comes first.
    choices:
      - wrong: Ask first.
      - wrong: Quote now.
      - right: Ship then.
```

**Source.** Attali and Bar-Hillel (2003): those who write and those who answer like the middle.
"""

from __future__ import annotations

from collections.abc import Iterator

from coursebuilder.checking.chance import chi_squared
from coursebuilder.checking.finding import Finding
from coursebuilder.checking.items import choice_items
from coursebuilder.checking.survey import Survey
from coursebuilder.problem import Place, Severity

SEVERITY = Severity.WARNING


LEAST = 12
RARE = 0.01


def check(survey: Survey) -> Iterator[Finding]:
    """Find quizzes in which a place pays."""
    for quiz in survey.course.quizzes:
        by_count: dict[int, list[int]] = {}
        for item in choice_items(quiz):
            if item.key and not (quiz.shuffle and item.question.shuffle):
                place = item.choices.index(item.key)
                by_count.setdefault(len(item.choices), []).append(place)
        for count, places in by_count.items():
            seen = [places.count(place) for place in range(count)]
            chance = chi_squared(seen)
            if len(places) >= LEAST and chance < RARE:
                listed = ", ".join(str(number) for number in seen)
                message = f"The right choices stand in the places 1 to {count} {listed} times"
                where = quiz.title.place if quiz.title else Place(quiz.path)
                yield Finding(where, f"{message} (by chance: p = {chance:.4f}). Spread them.")
