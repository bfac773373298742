"""The scripts of a course: the course in short, and our browser code.

With the course in short (which exercises stand where, and the words that the code says) a
page opened from a folder knows the whole course, where nothing may be fetched. The code is
the files of `scripts/`, one behind the other; each is wrapped, and leaks no name. What makes a
question live comes first and alone: on a slow line all else can wait until it has.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from pathlib import Path as FilePath

from coursebuilder.course import Course, Module, minutes_of, quiz_of
from coursebuilder.identity import course_hash, question_hash, scenario_hash
from coursebuilder.rendering.exercise import plain
from coursebuilder.rendering.outline import Path, versions_of
from coursebuilder.rendering.placements import placed_questions, scenarios_on
from coursebuilder.rendering.quizzes import closing_questions
from coursebuilder.rendering.texts import Texts, texts_in

FOLDER = "assets/javascripts/"
ADDRESS = f"{FOLDER}course.js"
"""To be loaded with `defer`; on a module's page, where no other is, with `async`."""
LATER = f"{FOLDER}later.js"
"""Behind `ADDRESS`, on all pages; one that was loaded with `async` asks for it itself."""
LEAN = FilePath(__file__).parent / "scripts/lean"
"""The files of `scripts/` in short: `.ci/lean-scripts` writes them."""
FIRST = ("scoring", "store", "page", "questions")
THEN = ("quiz", "scenario", "progress", "shell")
"""Each needs those before it."""
PATHS = f"{FOLDER}paths.js"
"""For all pages but modules, behind `ADDRESS`."""
LEARNER = f"{FOLDER}learner.js"
"""Only for the learner's own pages."""
IN_FOLDER = f"{FOLDER}folder.js"
"""To be loaded before `ADDRESS`, where the site is made to be opened from a folder."""
LIVE = "live."
OWN = "live.own."
"""What only the learner's own pages say."""


def course_script(course: Course, texts: Texts) -> str:
    """Write the script of `ADDRESS`: what a question needs to be live."""
    settings = course.settings
    index = {"id": settings.id, "language": settings.language, "texts": _live(texts)}
    up = "../" * FOLDER.count("/")
    return (
        "(window.coursebuilder ||= {}).root = "
        f'new URL("{up}", document.currentScript.src).href;\n'
        f"window.coursebuilder.index = {_json(index)};\n{browser_code(FIRST)}"
    )


def later_script(
    course: Course,
    modules: Sequence[Module],
    paths: Sequence[Path],
    url: Callable[[str], str],
) -> str:
    """Write the script of `LATER`. `url`: address, like `modules/a.md` -> URL from the root."""
    outline = _json(_outline(course, modules, paths, url))
    return f"Object.assign(coursebuilder.index, {outline});\n{browser_code(THEN)}"


def learner_script(texts: Texts) -> str:
    """Write the script of `LEARNER`: the words of the learner's own pages, and their code."""
    words = {key.removeprefix(LIVE): text for key, text in texts.entries.items() if _is_own(key)}
    wait = 'document.addEventListener("DOMContentLoaded", () => '
    code = lean_script("learner")
    return f"{wait}Object.assign(coursebuilder.index.texts, {_json(words)}));\n{code}"


def words_address(language: str) -> str:
    """Where the words of a catalogue are, for pages that are translations."""
    return f"{FOLDER}words-{language}.js"


def words_scripts(languages: Iterable[str]) -> dict[str, str]:
    """Write what the browser code says, in each of these languages but ""."""
    found = {}
    for language in sorted(set(filter(None, languages))):
        texts = texts_in(language)
        words = {"language": language, "texts": _live(texts)}
        script = f"(window.coursebuilder ||= {{}}).words = {_json(words)};\n"
        found[words_address(texts.language)] = script
    return found


def _live(texts: Texts) -> dict[str, str]:
    return {
        key.removeprefix(LIVE): text
        for key, text in texts.entries.items()
        if key.startswith(LIVE) and not _is_own(key)
    }


def _is_own(key: str) -> bool:
    return key.startswith((OWN, "month.")) or key == "day"


@cache
def browser_code(names: tuple[str, ...] = FIRST + THEN) -> str:
    """Join files of `scripts/`: those that every page loads."""
    return "\n".join(map(lean_script, names))


@cache
def lean_script(name: str) -> str:
    """Give a file of `scripts/` in short: no comments, and short names."""
    return (LEAN / f"{name}.js").read_text("utf-8")


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _outline(
    course: Course,
    modules: Sequence[Module],
    paths: Sequence[Path],
    url: Callable[[str], str],
) -> dict[str, object]:
    return {
        "title": course.settings.title,
        "version": course.settings.version,
        "hash": course_hash(course),
        "modules": [_module(course, module, url) for module in modules],
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
    first, *others = (_version(course, version, url) for version in versions_of(course, module))
    known: dict[str, object] = {"slug": module.slug, "minutes": minutes_of(module), **first}
    return {**known, "also": others} if others else known


def _version(course: Course, module: Module, url: Callable[[str], str]) -> dict[str, object]:
    """Name the exercises by their hashes alone: the page that loads this need know no more."""
    quiz = quiz_of(course, module.slug)
    closing = closing_questions(module, quiz) if quiz else ()
    placed = [question for _, question in placed_questions(course, module)]
    drawn = quiz.draw.value if quiz and quiz.draw else 0
    scenarios = scenarios_on(course, module)
    return {
        "title": plain(module.title.value),
        "url": url(f"modules/{module.slug}.md"),
        "alone": " ".join(question_hash(question) for question in placed),
        "quiz": " ".join(question_hash(question) for question in closing),
        "scenarios": " ".join(scenario_hash(scenario) for scenario in scenarios),
        "points": {
            question_hash(question): question.points
            for question in (*placed, *closing)
            if question.points != 1
        },
        "draw": drawn if drawn < len(closing) else 0,
        "pass": quiz.pass_percent / 100 if quiz and quiz.pass_percent is not None else None,
    }
