"""The one script of a course: first the course in short, then our browser code.

With the course in short (which exercises stand where, and the words that the code says) a
page opened from a folder knows the whole course, where nothing may be fetched. The code is
the files of `scripts/`, one behind the other; each is wrapped, and leaks no name.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path as FilePath

from coursebuilder.course import Course, Module, minutes_of, quiz_of
from coursebuilder.identity import course_hash, question_hash, scenario_hash
from coursebuilder.quiz import Question
from coursebuilder.rendering.exercise import plain
from coursebuilder.rendering.outline import Path
from coursebuilder.rendering.placements import placed_questions, scenarios_on
from coursebuilder.rendering.questions import objective_of
from coursebuilder.rendering.quizzes import closing_questions
from coursebuilder.rendering.texts import Texts

FOLDER = "assets/javascripts/"
ADDRESS = f"{FOLDER}course.js"
"""To be loaded with `defer`, on every page."""
SCRIPTS = FilePath(__file__).parent / "scripts"
ORDER = ("scoring", "store", "page", "questions", "quiz", "scenario", "progress")
"""Each needs those before it."""
LIVE = "live."

_COMMENTS = re.compile(
    r"^[ \t]*/\*.*?\*/[ \t]*(?:\n|(?=\S))|/\*\* @(?:type|param)[^\n]*?\*/ ?|^[ \t]*//[^\n]*\n",
    re.MULTILINE | re.DOTALL,
)
_INDENTS = re.compile(r"^[ \t]+|\n(?=\n)", re.MULTILINE)


def course_script(
    course: Course,
    modules: Sequence[Module],
    paths: Sequence[Path],
    texts: Texts,
    url: Callable[[str], str],
) -> str:
    """Write the script of `ADDRESS`. `url`: address, like `modules/a.md` -> URL from the root."""
    index = _index(course, modules, paths, texts, url)
    text = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
    up = "../" * FOLDER.count("/")
    return (
        "(window.coursebuilder ||= {}).root = "
        f'new URL("{up}", document.currentScript.src).href;\n'
        f"window.coursebuilder.index = {text};\n{browser_code()}"
    )


@cache
def browser_code() -> str:
    """Join the files of `scripts/`, without comments and indents."""
    return "".join(lean((SCRIPTS / f"{name}.js").read_text("utf-8")) for name in ORDER)


def lean(source: str) -> str:
    """Take comments and indents away. A comment of ours begins a line, or is a type's."""
    return _INDENTS.sub("", _COMMENTS.sub("", source))


def _index(
    course: Course,
    modules: Sequence[Module],
    paths: Sequence[Path],
    texts: Texts,
    url: Callable[[str], str],
) -> dict[str, object]:
    return {
        "id": course.settings.id,
        "title": course.settings.title,
        "version": course.settings.version,
        "hash": course_hash(course),
        "language": course.settings.language,
        "texts": {
            key.removeprefix(LIVE): text
            for key, text in texts.entries.items()
            if key.startswith((LIVE, "month.")) or key == "day"
        },
        "modules": [_module(course, module, url) for module in modules],
        "objectives": {
            name: value for module in modules for name, value in _objectives(module, url).items()
        },
        "audiences": [
            {
                "id": path.audience.id.value,
                "title": path.audience.title,
                "modules": [module.slug for module in path.modules],
            }
            for path in paths
        ],
    }


def _module(course: Course, module: Module, url: Callable[[str], str]) -> dict[str, object]:
    quiz = quiz_of(course, module.slug)
    closing = closing_questions(module, quiz) if quiz else ()
    placed = [question for _, question in placed_questions(course, module)]
    drawn = quiz.draw.value if quiz and quiz.draw else 0
    return {
        "slug": module.slug,
        "title": plain(module.title.value),
        "url": url(f"modules/{module.slug}.md"),
        "minutes": minutes_of(module),
        "items": [
            *(_question(question, in_quiz=False) for question in placed),
            *(_question(question, in_quiz=True) for question in closing),
            *(
                _item(scenario.slug, scenario_hash(scenario), "scenario")
                for scenario in scenarios_on(course, module)
            ),
        ],
        "draw": drawn if drawn < len(closing) else 0,
        "pass": quiz.pass_percent / 100 if quiz and quiz.pass_percent is not None else None,
    }


def _question(question: Question, *, in_quiz: bool) -> dict[str, object]:
    return {
        **_item(question.id.value, question_hash(question), "question"),
        "objective": objective_of(question),
        "points": question.points,
        "quiz": in_quiz,
    }


def _item(name: str, digest: str, kind: str) -> dict[str, object]:
    return {"id": name, "hash": digest, "kind": kind, "objective": "", "points": 0, "quiz": False}


def _objectives(module: Module, url: Callable[[str], str]) -> dict[str, dict[str, str]]:
    """Each objective with the first section that teaches it."""
    found = {}
    for objective in module.objectives:
        name = objective.id.value
        section = next(
            (s for s in module.sections if name in {each.value for each in s.objectives}), None
        )
        address = f"{url(f'modules/{module.slug}.md')}#{section.id.value}" if section else ""
        found[f"{module.slug}/{name}"] = {
            "title": plain(objective.text.value),
            "url": address,
            "section": section.title if section else "",
        }
    return found
