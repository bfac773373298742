"""A question as HTML: a complete form that reads and prints without JavaScript.

`render_question` gives `<course-question>…</course-question>`: the form with native controls,
an empty status region, hints, and the answer with its reasons in `<details class="answer">`.
`scripts/questions.js` makes it live. Quizzes: `quizzes.py`; scenarios:
`scenarios.py`. The page needs the sprite of `icon` (template.py).
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import PurePosixPath
from typing import TypeVar

from markupsafe import Markup

from coursebuilder.course import Course, Section, full_objective, module_of
from coursebuilder.identity import question_hash
from coursebuilder.prose import Text
from coursebuilder.quiz import Fill, Question
from coursebuilder.rendering.answers import body_of
from coursebuilder.rendering.desk import broken
from coursebuilder.rendering.exercise import Context, line, values
from coursebuilder.rendering.inline import block_markdown
from coursebuilder.rendering.template import render
from coursebuilder.scoring import Gaps, Key, key_of

T = TypeVar("T")

__all__ = ["Context", "objective_of", "render_question", "taught_at"]


def render_question(
    question: Question, context: Context, *, number: tuple[int, int] | None = None
) -> Markup:
    """Render a question of any kind. `number`: which of how many, for its head line."""
    case, _, asked = _prompt(question).rpartition("\n\n")
    body = body_of(question, context)
    anchor = context.prefix + question.id.value
    language = context.language or context.course.settings.language
    return render(
        "exercises/question.html",
        say=context.texts,
        anchor=anchor,
        id=question.id.value,
        hash=question_hash(question),
        key=json.dumps(_key_data(key_of(question, language)), ensure_ascii=False),
        points=question.points,
        objective=objective_of(question),
        shuffle=question.shuffle,
        number=number,
        case=block_markdown(broken(case)) if case else "",
        asked=line(asked),
        body=body,
        hints=[line(hint.value) for hint in question.hints],
        why=block_markdown(broken(question.why.value)) if question.why else "",
        redflags=[] if context.language else _known(context.course.redflags, question.redflags),
        sources=_known(context.course.sources, question.sources),
        taught=_taught_link(question, context),
        **body.values,
    )


def taught_at(course: Course, question: Question) -> tuple[str, str, str] | None:
    """Find where a question's answer is taught: module's slug, heading's id and title.

    Its `section`, or else the first section that teaches its objective.
    """
    own = PurePosixPath(question.place.path).stem
    if question.section:
        slug, _, anchor = question.section.value.rpartition("/")
        module = module_of(course, slug or own)
        headings = module.prose.headings if module else ()
        title = next((head.title for head in headings if head.id.value == anchor), None)
        return (slug or own, anchor, title) if title else None
    taught = section_of(course, objective_of(question))
    slug = objective_of(question).partition("/")[0]
    return (slug, taught.id.value, taught.title) if taught else None


def section_of(course: Course, objective: str) -> Section | None:
    """Find the first section that teaches an objective, given by its full name."""
    slug, _, name = objective.partition("/")
    module = module_of(course, slug)
    sections = module.sections if module and name else ()
    return next((each for each in sections if name in values(each.objectives)), None)


def _prompt(question: Question) -> str:
    if isinstance(question.answer, Fill):
        return ""
    return question.prompt.value.strip().replace("\r\n", "\n")


def objective_of(question: Question) -> str:
    """Give the full name of a question's objective, `module/id`; "" where it has none."""
    own = PurePosixPath(question.place.path).stem
    return full_objective(question.objective.value, own) if question.objective else ""


def _known(register: Mapping[str, T], names: Sequence[Text]) -> list[T]:
    """Give the entries that exist; the checker tells the author of the others."""
    return [register[name] for name in values(names) if name in register]


def _taught_link(question: Question, context: Context) -> tuple[str, str] | None:
    taught = taught_at(context.course, question)
    return (context.link(taught[0], taught[1]), taught[2]) if taught else None


def _key_data(key: Key) -> dict[str, object]:
    """Give the key as JSON data with its kind's name, as scoring.js reads it."""
    data = {"kind": type(key).__name__.lower(), **asdict(key)}
    if isinstance(key, Gaps):
        data["gaps"] = [_key_data(gap) for gap in key.gaps]
    return data
