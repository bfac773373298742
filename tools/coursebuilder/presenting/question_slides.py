"""What the room sees of a question, before and after it is revealed."""

from __future__ import annotations

import posixpath
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from string import ascii_uppercase
from typing import assert_never

from coursebuilder.identity import question_hash
from coursebuilder.presenting.blocks import (
    Block,
    Bullets,
    Item,
    Option,
    Options,
    Pairs,
    Paper,
    PaperLine,
    Paragraph,
    Picture,
    Run,
    Runs,
    Spot,
    Spots,
    Steps,
)
from coursebuilder.presenting.read_body import Setting, body_of, runs_of
from coursebuilder.prose import Text
from coursebuilder.quiz import (
    Choices,
    ChosenGap,
    Document,
    Fill,
    Match,
    Number,
    Order,
    Question,
    ShortText,
    Sort,
    Statement,
    TypedGap,
)
from coursebuilder.quiz import (
    Spots as SpotsAnswer,
)
from coursebuilder.rendering.exercise import shuffled

BLANK = "\N{NO-BREAK SPACE}" + "_" * 8


@dataclass(frozen=True, slots=True)
class Asked:
    """A question for a room."""

    prompt: Runs
    """What stands as the slide's heading."""
    how: str
    """What the room does: "Hold up your card."."""
    before: tuple[Block, ...]
    after: tuple[Block, ...]
    reasons: tuple[Block, ...] = ()
    """The general reason, the question's `why`."""


def ask(question: Question, setting: Setting) -> Asked:
    """Lay a question out for a room."""
    prompt = runs_of(question.prompt.value, setting)
    body = _Asking(question, setting)
    how, before, after = body.laid_out()
    why = _why(question.why, setting)
    if isinstance(question.answer, Fill):
        prompt = (Run(setting.texts("deck.fill")),)
    return Asked(prompt, how, before, after, (Paragraph(why),) if why else ())


def _why(text: Text | None, setting: Setting) -> Runs:
    return runs_of(text.value, setting) if text else ()


Laid = tuple[str, tuple[Block, ...], tuple[Block, ...]]
"""How, before, after."""


@dataclass(frozen=True, slots=True)
class _Asking:
    question: Question
    setting: Setting

    def laid_out(self) -> Laid:  # noqa: C901, PLR0911 - one a kind
        answer = self.question.answer
        match answer:
            case Choices():
                return self._choices(answer)
            case Statement():
                return self._statement(answer)
            case ShortText():
                return self._short_text(answer)
            case Number():
                return self._number(answer)
            case Match():
                return self._match(answer)
            case Order():
                return self._order(answer)
            case Sort():
                return self._sort(answer)
            case Fill():
                return self._fill(answer)
            case Document():
                return self._document(answer)
            case SpotsAnswer():
                return self._spots(answer)
            case _:
                assert_never(answer)

    def runs(self, text: Text | None) -> Runs:
        return runs_of(text.value, self.setting) if text else ()

    def say(self, key: str, **values: object) -> str:
        return self.setting.texts(key, **values)

    def mixed(self, texts: Sequence[str]) -> list[int]:
        """Give the indexes in an order that tells nothing, the same on every day."""
        ids = [f"{at} {text}" for at, text in enumerate(texts)]
        return shuffled(list(range(len(texts))), ids, question_hash(self.question))

    def _choices(self, answer: Choices) -> Laid:
        order = list(range(len(answer.choices)))
        if self.question.shuffle:
            order = self.mixed([choice.text.value for choice in answer.choices])
            order.sort(key=lambda at: answer.choices[at].last)
        options = tuple(
            Option(
                letter=letter,
                runs=self.runs(answer.choices[at].text),
                right=answer.choices[at].right,
                why=self.runs(answer.choices[at].why),
            )
            for letter, at in zip(ascii_uppercase, order, strict=False)
        )
        before = Options(options=options, many=answer.pick_many)
        how = "deck.vote.many" if answer.pick_many else "deck.vote"
        return self.say(how), (before,), (replace(before, revealed=True),)

    def _statement(self, answer: Statement) -> Laid:
        options = tuple(
            Option(letter=letter, runs=(Run(self.say(key)),), right=right is answer.answer)
            for letter, key, right in (("A", "q.true", True), ("B", "q.false", False))
        )
        before = Options(options=options)
        return self.say("deck.vote"), (before,), (replace(before, revealed=True),)

    def _short_text(self, answer: ShortText) -> Laid:
        shown = [(Run(_accepted(text.value), strong=True),) for text in answer.accept]
        rejected = [
            (
                Run(self.say("deck.not", answer=_accepted(reject.text.value)) + ". "),
                *self.runs(reject.feedback),
            )
            for reject in answer.reject
        ]
        items = tuple(Item(runs) for runs in [*shown, *rejected])
        return self.say("deck.say"), (), (Bullets(items),)

    def _number(self, answer: Number) -> Laid:
        front = bool(answer.unit) and unicodedata.category(answer.unit[0]) == "Sc"
        low, high = f"{answer.low:g}", f"{answer.high:g}"
        value = answer.written or self.say("q.between", low=low, high=high)
        shown = f"{answer.unit}{value}" if front else f"{value} {answer.unit}".strip()
        return self.say("deck.say"), (), (Paragraph((Run(shown, strong=True),)),)

    def _match(self, answer: Match) -> Laid:
        rights = list(
            dict.fromkeys(
                [pair.right.value for pair in answer.pairs] + [text.value for text in answer.extra]
            )
        )
        order = self.mixed(rights)
        pairs = Pairs(
            lefts=tuple(self.runs(pair.left) for pair in answer.pairs),
            rights=tuple(runs_of(rights[at], self.setting) for at in order),
            answer=tuple(order.index(rights.index(pair.right.value)) for pair in answer.pairs),
            whys=tuple(self.runs(pair.why) for pair in answer.pairs),
        )
        return self.say("deck.pairs"), (pairs,), (replace(pairs, revealed=True),)

    def _sort(self, answer: Sort) -> Laid:
        placed = [(item, at) for at, group in enumerate(answer.groups) for item in group.items]
        order = self.mixed([item.text.value for item, _ in placed])
        pairs = Pairs(
            lefts=tuple(self.runs(placed[at][0].text) for at in order),
            rights=tuple(self.runs(group.title) for group in answer.groups),
            answer=tuple(placed[at][1] for at in order),
            whys=tuple(self.runs(placed[at][0].why) for at in order),
        )
        return self.say("deck.sort"), (pairs,), (replace(pairs, revealed=True),)

    def _order(self, answer: Order) -> Laid:
        order = self.mixed([item.value for item in answer.items])
        if order == sorted(order):
            order = [*order[1:], order[0]]
        steps = {at: self.runs(item) for at, item in enumerate(answer.items)}
        mixed = tuple(
            (letter, steps[at]) for letter, at in zip(ascii_uppercase, order, strict=False)
        )
        right = tuple((ascii_uppercase[order.index(at)], steps[at]) for at in sorted(order))
        return self.say("deck.steps"), (Steps(steps=mixed),), (Steps(steps=right, revealed=True),)

    def _fill(self, answer: Fill) -> Laid:
        gaps = [part for part in answer.parts if not isinstance(part, str)]
        names = [f"{self.say('deck.gap', number=at)}{BLANK}" for at in range(1, len(gaps) + 1)]
        before: tuple[Block, ...] = self._filled(answer, names)
        choices = [
            Item((Run(f"{self.say('deck.gap', number=at)} "), Run(self._choices_of(gap))))
            for at, gap in enumerate(gaps, 1)
            if isinstance(gap, ChosenGap)
        ]
        if choices:
            before = (*before, Bullets(tuple(choices)))
        after = self._filled(answer, [f"**{_filling(gap)}**" for gap in gaps])
        return self.say("deck.say"), before, after

    def _filled(self, answer: Fill, fillings: Sequence[str]) -> tuple[Block, ...]:
        rest = iter(fillings)
        text = "".join(part if isinstance(part, str) else next(rest) for part in answer.parts)
        return body_of(text, self.setting).blocks

    def _choices_of(self, gap: ChosenGap) -> str:
        texts = [gap.right.value, *(text.value for text in gap.wrong)]
        return " / ".join(texts[at] for at in self.mixed(texts))

    def _document(self, answer: Document) -> Laid:
        lines = tuple(
            PaperLine(
                number=at,
                label=line.label,
                runs=self.runs(line.text),
                flagged=line.flag is not None,
                why=self.runs(line.flag or line.fine),
            )
            for at, line in enumerate(answer.lines, 1)
        )
        title, _, number = (part.strip() for part in answer.title.value.partition("|"))
        paper = Paper(title=title, number=number, lines=lines, asked=True, revealed=False)
        return self.say("deck.paper"), (paper,), (replace(paper, revealed=True),)

    def _spots(self, answer: SpotsAnswer) -> Laid:
        placed = sorted(answer.spots, key=lambda spot: (spot.top, spot.left))
        spots = tuple(
            Spot(
                number=at,
                runs=self.runs(spot.text),
                left=spot.left,
                top=spot.top,
                width=spot.width,
                height=spot.height,
                right=spot.right,
                why=self.runs(spot.why),
            )
            for at, spot in enumerate(placed, 1)
        )
        folder = posixpath.dirname(answer.image.place.path)
        path = posixpath.normpath(posixpath.join(folder, answer.image.value))
        before = Spots(picture=Picture(path, answer.alt.value), spots=spots)
        return self.say("deck.spots"), (before,), (replace(before, revealed=True),)


def _filling(gap: TypedGap | ChosenGap) -> str:
    return gap.right.value if isinstance(gap, ChosenGap) else _accepted(gap.accept[0])


def _accepted(pattern: str) -> str:
    """Show an accepted answer: without the stars that stand for anything."""
    return pattern.replace("\\*", "\0").replace("*", "\N{HORIZONTAL ELLIPSIS}").replace("\0", "*")
