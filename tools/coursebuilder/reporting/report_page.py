"""The report on a course: one page for the person who owns it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from coursebuilder.checking import rules
from coursebuilder.checking.bank import Bank, bank_of
from coursebuilder.checking.chance import chi_squared
from coursebuilder.checking.due_dates import Due, DueKind, DueState, due_dates, undated
from coursebuilder.checking.matrix import matrix_of
from coursebuilder.checking.reports.counts import counts_of
from coursebuilder.checking.rule import id_of, sentence_of
from coursebuilder.checking.rules import key_conspicuously_longest
from coursebuilder.checking.rules.hard_section import HARDEST
from coursebuilder.checking.section_grades import ModuleGrade, SectionGrade, module_grades
from coursebuilder.checking.survey import Survey
from coursebuilder.course import Course, minutes_of
from coursebuilder.identity import course_hash, grouped
from coursebuilder.problem import Problem, Severity
from coursebuilder.reporting.document import document
from coursebuilder.reporting.plots import Part, Strip, scatter, stacked, strip

MONTHS_AHEAD = 12
LEAST_MOST = 14.0
"""The end of the line of grades, where no section is harder."""
KEY_LONGEST = id_of(key_conspicuously_longest)


@dataclass(frozen=True, slots=True)
class BrokenRule:
    """A rule, and all places where it is broken."""

    id: str
    severity: Severity
    sentence: str
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Month:
    """What falls due in a month; the first row is what is overdue, the last what comes later."""

    title: str
    state: DueState
    parts: tuple[Part, ...]
    counts: Mapping[DueKind, int]
    due: tuple[Due, ...]


@dataclass(frozen=True, slots=True)
class GradeRow:
    """A module's grades, as a row of the table."""

    module: ModuleGrade
    strip: Strip
    hardest: SectionGrade | None
    said: str
    """The strip in words."""


@dataclass(frozen=True, slots=True)
class Share:
    """A count, its part of the whole in percent, and its bar."""

    title: str
    count: int
    percent: int
    parts: tuple[Part, ...]


def report_html(course: Course, problems: Sequence[Problem], today: date) -> str:
    """Write the whole page. `problems` are those that `course check` would print."""
    survey = Survey(course, today)
    bank, due = bank_of(survey), due_dates(survey)
    live = [module for module in course.modules if not module.draft]
    return document(
        "report.html",
        course=course,
        today=today,
        mark=grouped(course_hash(course)),
        modules=live,
        minutes=sum(minutes_of(module) for module in live),
        drafts=[module.title.value for module in course.modules if module.draft],
        counts=counts_of(problems),
        broken=broken_rules(problems),
        matrix=matrix_of(survey),
        months=list(months(due, today)),
        overdue=sum(each.state is DueState.OVERDUE for each in due),
        soon=sum(each.state is DueState.SOON for each in due),
        undated=_by_kind(undated(survey)),
        kinds=list(DueKind),
        **_reading(survey),
        **_questions(bank, problems),
    )


def broken_rules(problems: Sequence[Problem]) -> tuple[BrokenRule, ...]:
    """Group problems by rule: errors first, then the most frequent."""
    sentences = {id_of(rule): sentence_of(rule) for rule in rules.ALL}
    groups: dict[tuple[str, Severity], list[Problem]] = {}
    for problem in problems:
        groups.setdefault((problem.rule, problem.severity), []).append(problem)
    order = list(Severity)
    found = [
        BrokenRule(name, severity, sentences[name], tuple(group))
        for (name, severity), group in groups.items()
    ]
    key = lambda rule: (order.index(rule.severity), -len(rule.problems), rule.id)  # noqa: E731
    return tuple(sorted(found, key=key))


def months(due: Sequence[Due], today: date) -> Iterator[Month]:
    """The rows of the calendar: overdue, this month and the twelve after it, later."""
    rows = list(_rows(due, today))
    longest = max((len(found) for _, _, found in rows), default=0)
    for title, state, found in rows:
        counts = Counter(each.kind for each in found)
        bar = stacked([(kind.value, counts[kind]) for kind in DueKind], longest)
        by_kind = {kind: counts[kind] for kind in DueKind}
        yield Month(title, state, bar, by_kind, tuple(found))


def _rows(due: Sequence[Due], today: date) -> Iterator[tuple[str, DueState, list[Due]]]:
    overdue = [each for each in due if each.state is DueState.OVERDUE]
    if overdue:
        yield "Overdue", DueState.OVERDUE, overdue
    coming = [each for each in due if each.state is not DueState.OVERDUE]
    first = today.year * 12 + today.month - 1
    for number in range(first, first + MONTHS_AHEAD + 1):
        year, month = divmod(number, 12)
        found = [each for each in coming if (each.day.year, each.day.month) == (year, month + 1)]
        soon = any(each.state is DueState.SOON for each in found)
        yield f"{date(year, month + 1, 1):%B %Y}", _coming(soon=soon), found
    last = first + MONTHS_AHEAD
    later = [each for each in coming if each.day.year * 12 + each.day.month - 1 > last]
    if later:
        yield "Later", DueState.LATER, later


def _coming(*, soon: bool) -> DueState:
    return DueState.SOON if soon else DueState.LATER


def _by_kind(names: Sequence[tuple[DueKind, str]]) -> list[tuple[DueKind, list[str]]]:
    groups = [(kind, [name for of, name in names if of is kind]) for kind in DueKind]
    return [(kind, found) for kind, found in groups if found]


def _reading(survey: Survey) -> dict[str, object]:
    modules = [module for module in module_grades(survey) if module.words]
    grades = [each.grade for module in modules for each in module.sections if each.is_told]
    most = max([LEAST_MOST, *grades])
    return {
        "grades": [_grade_row(survey, module, most) for module in modules],
        "most_grade": most,
        "hardest_grade": max(grades, default=0.0),
        "other_languages": len(survey.course.modules) - len(survey.in_english.course.modules),
    }


def _grade_row(survey: Survey, module: ModuleGrade, most: float) -> GradeRow:
    told = [each for each in module.sections if each.is_told]
    limit = survey.limit(HARDEST, module.module.path)
    grades = [each.grade for each in told]
    said = f"{len(told)} sections from grade {min(grades):.1f} to {max(grades):.1f}" if told else ""
    return GradeRow(
        module=module,
        strip=strip([(each.section.title, each.grade) for each in told], limit, most),
        hardest=max(told, key=lambda each: each.grade, default=None),
        said=said,
    )


def _questions(bank: Bank, problems: Sequence[Problem]) -> dict[str, object]:
    lines = {(p.place.path, p.place.line) for p in problems if p.rule == KEY_LONGEST}
    marked = frozenset(key.question for key in bank.keys if (key.path, key.line) in lines)
    return {
        "bank": bank,
        "marked": len(marked),
        "scatter": scatter(bank.keys, marked),
        "bank_kinds": _shares(bank.kinds, bank.questions),
        "bank_levels": _shares(
            {name or "no level": count for name, count in bank.levels.items()}, bank.questions
        ),
        "bank_places": [
            (places, _shares({str(at): n for at, n in enumerate(places.seen, 1)}, sum(places.seen)))
            for places in bank.places
        ],
        "statement_chance": chi_squared(
            [bank.true_statements, bank.statements - bank.true_statements]
        ),
    }


def _shares(counts: Mapping[str, int], whole: int) -> list[Share]:
    longest = max(counts.values(), default=0)
    return [
        Share(title, count, round(100 * count / max(whole, 1)), stacked([("all", count)], longest))
        for title, count in counts.items()
    ]
