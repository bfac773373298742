"""Writes a course of any size, made up and without a mistake.

    python bench/make_course.py DIR --modules 200 --questions-per-module 10
    python bench/make_course.py DIR --modules 200 --plain

The same arguments give the same bytes. With `--plain` it writes the same pages for plain MkDocs
with Material: no questions, nothing that only our builder knows.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import yaml
from made_modules import Exercise, Names, Part, as_course, as_plain, make_parts
from made_questions import make_question
from words import Words

AUDIENCES = ("makers", "carriers", "banks", "labs", "everyone")
LEAST_QUESTIONS = 2
SCENARIO_EVERY = 10
MUST_MINUTES = 7
NEEDS_QUIZ = ("module-without-quiz", "objective-not-assessed")
MODELINE = "# yaml-language-server: $schema=../quiz.schema.json\n"
ROUTE = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 60" width="300" height="60">
<path d="M20 30h240l-12-8m12 8-12 8" fill="none" stroke="#345" stroke-width="3"/>
</svg>
"""
LABEL = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 200" width="300" height="200">
<rect width="300" height="200" fill="#fff" stroke="#345"/>
<text x="20" y="40">Sender</text><text x="20" y="95">Consignee</text>
<text x="20" y="150">Weight</text>
</svg>
"""


def main() -> None:
    """Read the arguments and write the course."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("dir", type=Path, help="a folder that is not there yet")
    parser.add_argument("--modules", type=int, default=200)
    parser.add_argument("--questions-per-module", type=int, default=10, help="0, or 2 and more")
    parser.add_argument("--plain", action="store_true", help="for plain MkDocs, without questions")
    parser.add_argument(
        "--as-of",
        type=date.fromisoformat,
        default=date.today(),  # noqa: DTZ011 - the author's own day
        help="the day on which everything was read and reviewed",
    )
    given = parser.parse_args()
    if given.dir.exists():
        parser.error(f"{given.dir} is there already")
    if 0 < given.questions_per_module < LEAST_QUESTIONS:
        parser.error("an objective needs two questions")
    make_course(
        given.dir, given.modules, given.questions_per_module, given.as_of, plain=given.plain
    )


def make_course(root: Path, modules: int, questions: int, as_of: date, *, plain: bool) -> None:
    """Write a course, or its plain counterpart, under `root`."""
    slugs = [f"module-{number:03}" for number in range(1, modules + 1)]
    registers = make_registers(modules, as_of)
    write_common(root, plain=plain)
    names = names_in(registers)
    for number, slug in enumerate(slugs):
        words = Words(slug)
        made = make_module(number, slug, words, (questions, names, as_of))
        if plain:
            write_plain_module(root, slug, made, registers)
        else:
            write_module(root, slug, made, as_of)
    if plain:
        write_plain_registers(root, registers)
    else:
        write_registers(root, {**registers, "course": make_settings(slugs)})


def make_module(
    number: int, slug: str, words: Words, given: tuple[int, Names, date]
) -> dict[str, Any]:
    """The parts of a module, its objectives, its quiz and its scenario."""
    count, names, as_of = given
    objectives = [f"aim-{index + 1}" for index in range(max(1, min(4, count // 2)))]
    questions = [
        _question(f"{slug}-q{index + 1}", index, number, (words, names, objectives))
        for index in range(count)
    ]
    exercises = [Exercise("question", each["id"]) for each in questions[:2]]
    scenario = _scenario(slug, words) if count and number % SCENARIO_EVERY == 0 else None
    if scenario:
        exercises.append(Exercise("scenario", f"{slug}-call"))
    return {
        "title": f"{words.thing()} {number + 1}",
        "summary": words.sentence(),
        "objectives": {each: words.phrase().removesuffix(".") for each in objectives},
        "parts": list(make_parts(words, names, objectives, exercises, as_of.isoformat())),
        "quiz": _quiz(words, questions) if questions else None,
        "scenario": scenario,
    }


def _question(
    identity: str, index: int, number: int, given: tuple[Words, Names, list[str]]
) -> dict[str, Any]:
    words, names, objectives = given
    shared: dict[str, Any] = {
        "id": identity,
        "objective": objectives[index % len(objectives)],
        "section": f"part-{index % 2 + 1}",
        "level": words.pick("recall", "apply", "judge"),
        "source": words.pick(*names.sources),
        "redflags": words.random.sample(sorted(names.flags), 2),
        "hint": words.sentence(),
    }
    return {**shared, **make_question(number + index, words)}


def _quiz(words: Words, questions: list[dict[str, Any]]) -> dict[str, Any]:
    head: dict[str, Any] = {"title": words.thing(), "intro": words.sentence(), "pass": "80%"}
    if len(questions) > 2 * LEAST_QUESTIONS:
        head["draw"] = len(questions) - LEAST_QUESTIONS - 1
    return {**head, "questions": questions}


def _scenario(slug: str, words: Words) -> dict[str, Any]:
    def scene(*ways: str) -> dict[str, Any]:
        choices = [{"do": words.phrase(), "go": way, "why": words.sentence()} for way in ways]
        return {"text": f"{words.paragraph(4)}\n", "choices": choices}

    return {
        "title": f"A call about a {words.thing().lower()}",
        "objective": f"{slug}/aim-1",
        "start": "call",
        "scenes": {
            "call": scene("asked", "quoted"),
            "asked": scene("quoted", "reported"),
            "quoted": scene("shipped", "reported", "held"),
            "shipped": {"end": "bad", "text": words.sentence()},
            "held": {"end": "partial", "text": words.sentence()},
            "reported": {"end": "good", "text": words.sentence()},
        },
    }


def make_registers(modules: int, as_of: date) -> dict[str, Any]:
    """Sources, terms, contacts and red flags, so many that a large course has large ones."""
    words = Words("registers")
    day = as_of.isoformat()
    many = 10 + modules // 2
    return {
        "sources": {
            f"source-{number}": {
                "title": words.sentence(),
                "publisher": words.thing(),
                "url": f"https://www.harbor.example/papers/{number}",
                "published": 2000 + number % 25,
                "accessed": day,
                "confidence": ("seen", "copy", "unverified")[number % 3],
            }
            for number in range(1, many)
        },
        "glossary": {words.thing(): words.sentence() for _ in range(40)},
        "contacts": {
            f"line-{number}": {
                "name": words.thing(),
                "phone": f"555-01{number:02}",
                "for": words.sentence(),
                "verified_on": day,
            }
            for number in range(1, 9)
        },
        "redflags": {
            f"sign-{number}": {
                "text": words.sentence(),
                "why": words.sentence(),
                "group": f"group-{number % 12}",
                "source": f"source-{number % (many - 1) + 1}",
            }
            for number in range(1, many)
        },
    }


def names_in(registers: dict[str, Any]) -> Names:
    """What modules may name."""
    return Names(
        sources=list(registers["sources"]),
        contacts={name: entry["phone"] for name, entry in registers["contacts"].items()},
        flags=registers["redflags"],
    )


def make_settings(slugs: list[str]) -> dict[str, Any]:
    """course.yml: each audience has its share of the modules, the last one all of them."""
    words = Words("settings")
    paths = {name: slugs[index :: len(AUDIENCES)] for index, name in enumerate(AUDIENCES)}
    paths = {name: path for name, path in paths.items() if path}
    return {
        "id": "made-up",
        "title": "A course made up",
        "version": "2026.11",
        "language": "en",
        "modules": slugs,
        "audiences": {
            name: {"title": name.capitalize(), "summary": words.sentence(), "modules": path}
            for name, path in paths.items()
        },
        "sessions": {
            f"{name}-day": {
                "title": f"A day for {name}",
                "audience": name,
                "minutes": 2 * MUST_MINUTES * len(path) + 30,
                "discussion": 5,
            }
            for name, path in paths.items()
        },
    }


def write_common(root: Path, *, plain: bool) -> None:
    """mkdocs.yml, the standing pages and the pictures."""
    modules = root / "docs/modules" if plain else root / "modules"
    for folder in (root / "docs", modules / "images", root / "quizzes/images"):
        folder.mkdir(parents=True, exist_ok=True)
    _write(root / "mkdocs.yml", PLAIN_CONFIG if plain else CONFIG)
    words = Words("docs")
    for name, title in {"index": "A course made up", "about": "About"}.items():
        _write(root / f"docs/{name}.md", f"# {title}\n\n{words.paragraph(6)}\n")
    _write(modules / "images/route.svg", ROUTE)
    _write(root / "quizzes/images/label.svg", LABEL)


CONFIG = """site_name: A course made up
theme:
  name: material
plugins: [search, course]
"""

PLAIN_CONFIG = """site_name: A course made up
theme:
  name: material
  font: false
  features: [navigation.tabs, navigation.tabs.sticky, navigation.prune, toc.follow]
plugins: [search]
markdown_extensions:
  - attr_list
  - admonition
  - def_list
  - footnotes
  - sane_lists
  - tables
  - toc
  - pymdownx.blocks.caption
  - pymdownx.blocks.details
  - pymdownx.blocks.tab
  - pymdownx.details
  - pymdownx.superfences
"""
"""What the plugin `course` brings by itself: the same look, the same dialect, and notes."""


def write_module(root: Path, slug: str, made: dict[str, Any], as_of: date) -> None:
    """A module, its quiz and its scenario."""
    front = {key: made[key] for key in ("title", "summary", "objectives")}
    front |= {"reviewed": as_of, "review_in": "6 months"}
    if not made["quiz"]:
        front["allow"] = dict.fromkeys(NEEDS_QUIZ, "Made to measure the pages alone.")
    body = _joined(as_course(part) for part in made["parts"])
    _write(root / f"modules/{slug}.md", f"---\n{_yaml(front)}---\n\n{body}")
    for name, content in {slug: made["quiz"], f"{slug}-call": made["scenario"]}.items():
        if content:
            _write(root / f"quizzes/{name}.yml", MODELINE + _yaml(content))


def write_plain_module(
    root: Path, slug: str, made: dict[str, Any], registers: dict[str, Any]
) -> None:
    """The same page for plain MkDocs; its sources are notes."""
    parts: list[Part] = made["parts"]
    body = _joined(as_plain(part, names_in(registers)) for part in parts)
    cited = sorted({source for part in parts if (source := getattr(part, "source", ""))})
    notes = "\n\n".join(f"[^{each}]: {_source_line(registers['sources'][each])}" for each in cited)
    aims = "\n".join(f"- {text}" for text in made["objectives"].values())
    head = f"# {made['title']}\n\n{made['summary']}\n\n{aims}"
    _write(root / f"docs/modules/{slug}.md", f"{head}\n\n{body}\n{notes}\n")


def write_registers(root: Path, registers: dict[str, Any]) -> None:
    """The registers and course.yml."""
    for name, content in registers.items():
        _write(root / f"modules/{name}.yml", _yaml(content))


def write_plain_registers(root: Path, registers: dict[str, Any]) -> None:
    """A page for each register, as our builder makes them."""
    pages = {
        "sources": [_source_line(entry) for entry in registers["sources"].values()],
        "glossary": [f"**{term}** {text}" for term, text in registers["glossary"].items()],
        "contacts": [
            f"{e['name']}: {e['phone']}. {e['for']}" for e in registers["contacts"].values()
        ],
    }
    for name, lines in pages.items():
        listed = "\n".join(f"- {line}" for line in lines)
        _write(root / f"docs/{name}.md", f"# {name.capitalize()}\n\n{listed}\n")


def _source_line(entry: dict[str, Any]) -> str:
    return f"{entry['publisher']}: [{entry['title']}]({entry['url']}), {entry['published']}."


def _joined(parts: Iterable[str]) -> str:
    return "\n\n".join(filter(None, parts)) + "\n"


def _yaml(value: Any) -> str:
    return yaml.safe_dump(value, sort_keys=False, allow_unicode=True, width=10_000)


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
