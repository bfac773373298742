"""Statistics of all questions of a course: kinds, levels, and what gives the key away."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from coursebuilder.checking.answer_parts import KINDS
from coursebuilder.checking.chance import at_least, chi_squared
from coursebuilder.checking.items import choice_items
from coursebuilder.checking.survey import Survey
from coursebuilder.checking.wording import plain
from coursebuilder.course import questions_of
from coursebuilder.quiz import Choices, Question, Quiz, Statement

RARE = 0.01
"""What comes by chance in fewer than one of a hundred banks is worth a word."""
LEAST_KEYS, LEAST_PLACES = 8, 12
"""With fewer questions, chance explains everything (the rules of a quiz use the same)."""


@dataclass(frozen=True, slots=True)
class Key:
    """A question with one right choice; lengths in characters, as a learner reads them."""

    question: str
    path: str
    line: int
    """Where the right choice is written."""
    place: int
    """Of the right choice among the choices in the file, from 0."""
    length: int
    others: tuple[int, ...]

    @property
    def choices(self) -> int:
        """How many choices there are."""
        return len(self.others) + 1

    @property
    def rank(self) -> int:
        """1 where the right choice alone is the longest; a wrong one as long counts as longer."""
        return 1 + sum(other >= self.length for other in self.others)


@dataclass(frozen=True, slots=True)
class Places:
    """Where the right one stands in the file, of questions with so many choices."""

    choices: int
    seen: tuple[int, ...]
    chance: float
    """How likely counts that differ as much are, where each place is as likely (chi-squared)."""

    @property
    def is_biased(self) -> bool:
        """Whether there are enough questions, and chance hardly explains the counts."""
        return sum(self.seen) >= LEAST_PLACES and self.chance < RARE


@dataclass(frozen=True, slots=True)
class Longest:
    """How often the right choice alone is the longest, in a quiz or the whole bank."""

    quiz: str
    """The quiz's slug; "" for all."""
    title: str
    count: int
    questions: int
    expected: float
    chance: float
    """How likely that many or more are, where each choice is as likely to be the longest."""

    @property
    def is_biased(self) -> bool:
        """Whether there are enough questions, and chance hardly explains the count."""
        return self.questions >= LEAST_KEYS and self.chance < RARE


@dataclass(frozen=True, slots=True, kw_only=True)
class Bank:
    """All questions of the course."""

    questions: int
    kinds: Mapping[str, int]
    """By kind, the most frequent first."""
    levels: Mapping[str, int]
    """By level; "" where the author gave none."""
    true_statements: int
    statements: int
    choices: int
    explained: int
    """Choices that have a `why` of their own."""
    fixed: int
    """Questions with one right choice that learners see in the order of the file."""
    keys: tuple[Key, ...]
    places: tuple[Places, ...]
    longest: Longest
    longest_by_quiz: tuple[Longest, ...]


def bank_of(survey: Survey) -> Bank:
    """Count the questions of a course; those of drafts count, too."""
    pairs = list(questions_of(survey.course))
    questions = [question for _, question in pairs]
    keys = {quiz.slug: tuple(_keys(quiz)) for quiz in survey.course.quizzes}
    everything = tuple(key for each in keys.values() for key in each)
    statements = [q.answer for q in questions if isinstance(q.answer, Statement)]
    choices = [c for q in questions if isinstance(q.answer, Choices) for c in q.answer.choices]
    return Bank(
        questions=len(questions),
        kinds=_counted(KINDS[type(question.answer)] for question in questions),
        levels=_counted(question.level for question in questions),
        true_statements=sum(each.answer for each in statements),
        statements=len(statements),
        choices=len(choices),
        explained=sum(choice.why is not None for choice in choices),
        fixed=sum(_is_fixed(quiz, question) for quiz, question in pairs),
        keys=everything,
        places=tuple(_places(everything)),
        longest=_longest("", survey.course.settings.title, everything),
        longest_by_quiz=tuple(
            _longest(quiz.slug, quiz.title.value if quiz.title else quiz.slug, keys[quiz.slug])
            for quiz in survey.course.quizzes
            if keys[quiz.slug]
        ),
    )


def _counted(names: Iterable[str]) -> dict[str, int]:
    counts = Counter(names)
    return dict(sorted(counts.items(), key=lambda each: (-each[1], each[0])))


def _keys(quiz: Quiz) -> Iterator[Key]:
    for item in choice_items(quiz):
        if item.key:
            yield Key(
                question=item.question.id.value,
                path=item.key.text.place.path,
                line=item.key.text.place.line,
                place=item.choices.index(item.key),
                length=len(plain(item.key.text.value)),
                others=tuple(len(plain(wrong.text.value)) for wrong in item.wrongs),
            )


def _is_fixed(quiz: Quiz, question: Question) -> bool:
    one_right = isinstance(question.answer, Choices) and not question.answer.pick_many
    return one_right and not (quiz.shuffle and question.shuffle)


def _places(keys: Sequence[Key]) -> Iterator[Places]:
    for count in sorted({key.choices for key in keys}):
        seen = Counter(key.place for key in keys if key.choices == count)
        counts = tuple(seen[place] for place in range(count))
        yield Places(count, counts, chi_squared(counts))


def _longest(slug: str, title: str, keys: Sequence[Key]) -> Longest:
    chances = [1 / key.choices for key in keys]
    count = sum(key.rank == 1 for key in keys)
    return Longest(slug, title, count, len(keys), sum(chances), at_least(count, chances))
