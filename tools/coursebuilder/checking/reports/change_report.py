"""What changed for learners, and who should do what, as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from coursebuilder.checking.answer_parts import KINDS
from coursebuilder.checking.course_change import CourseChange, Duty, PathDuty, Turn
from coursebuilder.checking.fact_changes import FactChange
from coursebuilder.checking.module_change import Action, ModuleChange
from coursebuilder.checking.question_change import Shift, quoted
from coursebuilder.course import Objective, Section, minutes_of
from coursebuilder.quiz import Question

NOTHING = "Nothing changed for learners. Nobody has to do anything.\n"


def change_markdown(change: CourseChange, since: str) -> str:
    """The page; `since` names the earlier edition, like the revision that was asked for."""
    lines = [f"# What changed in {change.after.settings.title}", "", _editions(change, since), ""]
    if change.is_empty:
        return "\n".join([*lines, NOTHING])
    parts = [
        ("Who should do what", list(_who(change))),
        ("Modules", list(_modules(change))),
        ("Contacts", list(_turns(change.contacts))),
        ("Red flags", list(_turns(change.redflags))),
        ("Terms", list(_turns(change.terms))),
        ("Sources", list(_turns(change.sources))),
    ]
    for title, part in parts:
        if part:
            lines += [f"## {title}", "", *"\n".join(part).strip().split("\n"), ""]
    return "\n".join(lines).rstrip() + "\n"


def _editions(change: CourseChange, since: str) -> str:
    was, now = change.before.settings.version, change.after.settings.version
    if was == now:
        return f"Since `{since}`. Both say version {now}."
    return f"Since `{since}`: version {was} became {now}."


def _who(change: CourseChange) -> Iterator[str]:
    busy = [path for path in change.paths if path.duties]
    if busy:
        yield from ("| Path | Do | Why |", "| --- | --- | --- |")
        for path in busy:
            yield from _duties(path)
        yield ""
    idle = [path.title for path in change.paths if not path.duties and not path.is_new]
    if idle:
        yield f"Nothing to do: {', '.join(idle)}."
    new = [path.title for path in change.paths if path.is_new]
    if new:
        yield f"New: {', '.join(new)}."
    if change.paths_gone:
        yield f"Gone: {', '.join(change.paths_gone)}."


def _duties(path: PathDuty) -> Iterator[str]:
    for number, duty in enumerate(path.duties):
        name = f"**{_cell(path.title)}**" if number == 0 else ""
        title = f"*{_cell(duty.module.title.value)}*"
        time = f" ({_minutes(duty.minutes)})" if duty.minutes else ""
        yield f"| {name} | {duty.action.value} {title}{time} | {_cell(_why(duty))} |"


def _why(duty: Duty) -> str:
    """The reasons for an action, and no others."""
    change = duty.change
    if change is None:
        return "It is new on this path."
    answers = change.moved(Shift.ANSWER, Shift.SUBJECT)
    reasons = {
        Action.RETAKE: [
            _count(len(answers), "question has another answer", "questions have other answers"),
            _count(
                sum(bool(fact.gone) for fact in change.facts), "figure changed", "figures changed"
            ),
            _count(len(change.objectives_new), "new objective", "new objectives"),
            _count(len(change.objectives_changed), "other objective", "other objectives"),
        ],
        Action.ANSWER: [
            _count(len(change.questions_new), "new question", "new questions"),
            _count(
                len(change.scenarios_new) + len(change.scenarios_changed),
                "new or changed scenario",
                "new or changed scenarios",
            ),
        ],
        Action.READ: [],
    }
    if duty.action is not Action.RETAKE:
        titles = [quoted(section.title) for section in change.to_read]
        reasons[duty.action].append(f"read {', '.join(titles)}" if titles else "")
    return ", ".join(filter(None, reasons[duty.action]))


def _modules(change: CourseChange) -> Iterator[str]:
    for module in change.modules_new:
        yield from (f"### New: {module.title}", "", module.summary.value, "")
        yield f"{_minutes(minutes_of(module)).capitalize()}. You will be able to:"
        yield from ("", *(_objective(each) for each in module.objectives), "")
    for each in change.modules_changed:
        yield from (f"### {each.module.title}", "", *_module(each))
    if change.modules_gone:
        yield from ("### Gone", "", *(f"- {module.title}" for module in change.modules_gone))


def _module(change: ModuleChange) -> Iterator[str]:
    parts: list[tuple[str, Iterable[str]]] = [
        ("Objectives", _objectives(change)),
        ("Figures", map(_fact, change.facts)),
        ("Sections", _sections(change)),
        ("Questions", _questions(change)),
        ("Scenarios", _scenarios(change)),
    ]
    for title, part in parts:
        listed = list(part)
        if listed:
            yield from (f"**{title}**", "", *listed, "")


def _objectives(change: ModuleChange) -> Iterator[str]:
    for each in change.objectives_new:
        yield f"- New: {each.text} (`{each.id}`)"
    for was, now in change.objectives_changed:
        yield f"- Changed: {now.text} (`{now.id}`). It was: {was.text}"
    for each in change.objectives_gone:
        yield f"- Gone: {each.text} (`{each.id}`)"


def _fact(fact: FactChange) -> str:
    gone, come = _listed(fact.gone), _listed(fact.come)
    if gone and come:
        head = f"{gone} became {come}"
    else:
        head = f"{come} is new" if come else f"{gone} is gone"
    where = f" in *{fact.title}*" if fact.title else ""
    said = fact.now or fact.was
    sources = f" Source: {'; '.join(fact.sources)}." if fact.sources else " No source."
    return f"- {head}{where}. {'Now' if fact.now else 'Before'}: {said}{sources}"


def _sections(change: ModuleChange) -> Iterator[str]:
    kinds: list[tuple[str, Sequence[Section]]] = [
        ("New", change.sections_new),
        ("Rewritten", change.sections_rewritten),
        ("Gone", change.sections_gone),
    ]
    for kind, sections in kinds:
        for section in sections:
            time = f" ({_minutes(section.minutes.value)})" if section.minutes else ""
            yield f"- {kind}: {section.title}{time}"


def _questions(change: ModuleChange) -> Iterator[str]:
    for question, moved in change.moved(Shift.ANSWER):
        yield f"- Another answer: {_question(question)}. {moved.said}"
    for question, moved in change.moved(Shift.SUBJECT):
        yield f"- Perhaps another question: {_question(question)}. {moved.said}"
    for question in change.questions_new:
        yield f"- New: {_question(question)} ({KINDS[type(question.answer)]})"
    for question in change.questions_gone:
        yield f"- Gone: {_question(question)}"
    reworded = change.moved(Shift.WORDING)
    if reworded:
        yield f"- Reworded: {', '.join(f'`{question.id}`' for question, _ in reworded)}"


def _scenarios(change: ModuleChange) -> Iterator[str]:
    kinds = (
        ("New", change.scenarios_new),
        ("Changed", change.scenarios_changed),
        ("Gone", change.scenarios_gone),
    )
    for kind, scenarios in kinds:
        yield from (f"- {kind}: {scenario.title} (`{scenario.slug}`)" for scenario in scenarios)


def _turns(turns: Sequence[Turn]) -> Iterator[str]:
    for turn in turns:
        name = f"{turn.name}: " if turn.name else ""
        if turn.was is not None and turn.now is not None:
            yield f"- {name}{_line(turn.now)} It was: {_line(turn.was)}"
        elif turn.now is not None:
            yield f"- New: {name}{_line(turn.now)}"
        else:
            yield f"- Gone: {name}{_line(turn.was or '')}"


def _objective(objective: Objective) -> str:
    return f"- {objective.text}"


def _question(question: Question) -> str:
    return f"`{question.id}` {quoted(question.prompt.value)}"


def _listed(figures: Sequence[str]) -> str:
    return ", ".join(f"**{_line(figure)}**" for figure in figures)


def _count(count: int, one: str, more: str) -> str:
    return f"{count} {one if count == 1 else more}" if count else ""


def _minutes(count: int) -> str:
    return f"{count} minute{'' if count == 1 else 's'}"


def _line(text: str) -> str:
    return " ".join(text.split())


def _cell(text: str) -> str:
    return _line(text).replace("|", "\\|")
