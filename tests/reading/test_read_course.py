import gc
from collections.abc import Callable
from pathlib import Path

import pytest

from coursebuilder.course import Course
from coursebuilder.problem import Problem
from coursebuilder.reading.read_course import read_course

SETTINGS = 'id: small\ntitle: T\nversion: "1"\nlanguage: en\nmodules: [two, one]\n'
MODULE = """\
---
title: One
summary: A [link](two.md).
objectives:
  spot: Spot it
reviewed: 2026-11-21
---

## First {#first minutes=5 objectives="spot"}

Text.
"""
QUIZ = """\
questions:
  - id: first
    statement: It is so.
    answer: true
    why: See [two](../modules/two.md).
"""
SCENARIO = """\
title: At the gate
start: gate
scenes:
  gate:
    text: Somebody comes.
    choices:
      - do: Ask.
        go: asked
      - do: Wave.
        go: asked
  asked:
    end: good
    text: Well done.
"""
SOURCES = """\
law:
  title: The law
  publisher: The house
  accessed: 2026-11-21
  confidence: seen
"""

Write = Callable[[dict[str, str | bytes]], Path]
Read = tuple[Course, tuple[Problem, ...]]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes a small course with some files changed or added."""

    def written(files: dict[str, str | bytes]) -> Path:
        small: dict[str, str | bytes] = {
            "mkdocs.yml": "site_name: T\n",
            "modules/course.yml": SETTINGS,
            "modules/one.md": MODULE,
            "modules/two.md": MODULE,
            "quizzes/one.yml": QUIZ,
            "docs/about.md": "# About\n\nText.\n",
        }
        for path, content in (small | files).items():
            file = tmp_path / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content if isinstance(content, bytes) else content.encode())
        return tmp_path

    return written


def said(problems: tuple[Problem, ...]) -> list[tuple[str, int, str]]:
    return [(each.place.path, each.place.line, each.rule) for each in problems]


def test_a_course_is_read_whole(write: Write) -> None:
    root = write(
        {
            "modules/sources.yml": SOURCES,
            "modules/glossary.yml": "EAR: The [rules](one.md).\n",
            "modules/contacts.yml": (
                "tips:\n  name: Tips\n  for: All\n  phone: 555-0100\n  verified_on: 2026-11-21\n"
            ),
            "modules/redflags.yml": "cash:\n  text: Cash.\n  group: money\n",
            "quizzes/gate.yml": SCENARIO,
            "docs/more/deep.md": "---\ntitle: Deep\nhide: [toc]\n---\n\nText.\n",
        }
    )
    course, problems = read_course(root)
    assert problems == ()
    assert course.root == root
    assert [module.slug for module in course.modules] == ["two", "one"]
    assert [(page.path, page.title) for page in course.pages] == [
        ("docs/about.md", "About"),
        ("docs/more/deep.md", "Deep"),
    ]
    assert [quiz.slug for quiz in course.quizzes] == ["one"]
    assert [scenario.slug for scenario in course.scenarios] == ["gate"]
    assert [list(register) for register in _registers(course)] == [
        ["law"],
        ["EAR"],
        ["tips"],
        ["cash"],
    ]
    assert course.unreadable == frozenset()


def _registers(course: Course) -> list[list[str]]:
    registers = (course.sources, course.terms, course.contacts, course.redflags)
    return [list(register) for register in registers]


def test_links_in_every_kind_of_file_are_found(write: Write) -> None:
    root = write({"modules/glossary.yml": "EAR: The [rules](one.md).\n"})
    course, _ = read_course(root)
    (module,) = [each for each in course.modules if each.slug == "one"]
    glossary = [each for each in course.register_prose if each.path == "modules/glossary.yml"]
    proses = (module.prose, course.quizzes[0].prose, *glossary)
    places = [link.target.place for prose in proses for link in prose.links]
    assert [(place.path, place.line, place.column) for place in places] == [
        ("modules/one.md", 3, 19),
        ("quizzes/one.yml", 5, 20),
        ("modules/glossary.yml", 1, 18),
    ]


def test_missing_registers_are_empty(write: Write) -> None:
    course, problems = read_course(write({}))
    assert problems == ()
    assert _registers(course) == [[], [], [], []]


def test_all_files_are_listed_even_those_that_nobody_reads(write: Write) -> None:
    root = write(
        {"modules/images/a.svg": "<svg/>", "quizzes/notes.txt": "x", "modules/x/y.md": "z"}
    )
    course, problems = read_course(root)
    assert problems == ()
    assert course.files == {
        "docs/about.md",
        "modules/course.yml",
        "modules/images/a.svg",
        "modules/one.md",
        "modules/two.md",
        "modules/x/y.md",
        "quizzes/notes.txt",
        "quizzes/one.yml",
    }


def test_modules_that_are_not_listed_stand_behind_the_others(write: Write) -> None:
    root = write({"modules/b.md": MODULE, "modules/a.md": MODULE})
    course, _ = read_course(root)
    assert [module.slug for module in course.modules] == ["two", "one", "a", "b"]


def test_a_module_that_is_listed_twice_is_read_once(write: Write) -> None:
    root = write({"modules/course.yml": SETTINGS.replace("[two, one]", "[one, two, one]")})
    course, _ = read_course(root)
    assert [module.slug for module in course.modules] == ["one", "two"]


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"modules/one.md": b"\xff"}, ("modules/one.md", 1, "not-utf-8")),
        ({"modules/one.md": b""}, ("modules/one.md", 1, "empty-file")),
        ({"modules/course.yml": b"a\n\xff"}, ("modules/course.yml", 2, "not-utf-8")),
        ({"modules/course.yml": "# later\n"}, ("modules/course.yml", 1, "empty-file")),
        ({"modules/sources.yml": b"\n"}, ("modules/sources.yml", 1, "empty-file")),
        ({"modules/sources.yml": "# later\n"}, ("modules/sources.yml", 1, "empty-file")),
        ({"quizzes/one.yml": "x" * 1_000_001}, ("quizzes/one.yml", 1, "file-too-large")),
        ({"quizzes/one.yml": "# later\n"}, ("quizzes/one.yml", 1, "empty-file")),
        ({"docs/about.md": b"\xe9"}, ("docs/about.md", 1, "not-utf-8")),
    ],
)
def test_what_cannot_be_read_is_told_of_once_and_the_rest_is_read(
    write: Write, files: dict[str, str | bytes], expected: tuple[str, int, str]
) -> None:
    course, problems = read_course(write(files))
    assert said(problems) == [expected]
    assert course.unreadable == {expected[0]}
    assert "two" in [module.slug for module in course.modules]


def test_a_file_of_invisible_characters_is_told_of(write: Write) -> None:
    course, problems = read_course(write({"quizzes/one.yml": "\x01\n"}))
    assert said(problems) == [("quizzes/one.yml", 1, "yaml-syntax")]
    assert course.unreadable == {"quizzes/one.yml"}


def test_a_course_without_its_settings_is_read_all_the_same(write: Write) -> None:
    root = write({})
    (root / "modules/course.yml").unlink()
    course, problems = read_course(root)
    assert said(problems) == [("modules/course.yml", 1, "missing-file")]
    assert [module.slug for module in course.modules] == ["one", "two"]
    assert course.settings.modules == ()


def test_an_empty_folder_lacks_its_settings_only(tmp_path: Path) -> None:
    course, problems = read_course(tmp_path)
    assert said(problems) == [("modules/course.yml", 1, "missing-file")]
    assert course.modules == ()


def test_a_file_in_place_of_a_folder_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "quizzes").write_text("x", encoding="utf-8")
    _, problems = read_course(tmp_path)
    assert ("quizzes", 1, "unreadable-file") in said(problems)


@pytest.mark.parametrize("path", ["modules/three.md", "quizzes/three.yml", "modules/sources.yml"])
def test_a_folder_in_place_of_a_file_is_told_of(write: Write, path: str) -> None:
    root = write({})
    (root / path).mkdir()
    course, problems = read_course(root)
    assert said(problems) == [(path, 1, "unreadable-file")]
    assert course.unreadable == {path}


def test_links_out_of_the_course_are_told_of(
    write: Write, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (outside / "x.md").write_text(MODULE, encoding="utf-8")
    root = write({})
    (root / "modules/three.md").symlink_to(outside / "x.md")
    (root / "modules/picture.svg").symlink_to(outside / "x.md")
    (root / "docs/three.md").symlink_to(outside / "x.md")
    (root / "quizzes/one.yml").unlink()
    (root / "quizzes").rmdir()
    (root / "quizzes").symlink_to(outside)
    course, problems = read_course(root)
    assert said(problems) == [
        ("docs/three.md", 1, "path-outside-course"),
        ("modules/three.md", 1, "path-outside-course"),
        ("quizzes", 1, "path-outside-course"),
    ]
    assert not {"modules/three.md", "modules/picture.svg"} & course.files


def test_a_link_inside_the_course_is_a_file_like_others(write: Write) -> None:
    root = write({})
    (root / "modules/three.md").symlink_to(root / "modules/one.md")
    course, problems = read_course(root)
    assert problems == ()
    assert "three" in [module.slug for module in course.modules]


@pytest.mark.parametrize(
    ("path", "content"),
    [
        ("quizzes/two.yaml", QUIZ.replace("first", "second")),
        ("quizzes/two.YML", QUIZ.replace("first", "second")),
        ("modules/three.markdown", MODULE),
        ("modules/three.MD", MODULE),
        ("modules/sources.yaml", SOURCES),
    ],
)
def test_a_file_with_an_ending_that_is_nearly_right_is_told_of_and_read(
    write: Write, path: str, content: str
) -> None:
    course, problems = read_course(write({path: content}))
    assert said(problems) == [(path, 1, "wrong-file-name")]
    read = len(course.modules) + len(course.quizzes) + len(course.sources)
    assert read == 4


def test_settings_with_another_ending_are_told_of_and_read(write: Write) -> None:
    root = write({})
    (root / "modules/course.yml").rename(root / "modules/course.yaml")
    course, problems = read_course(root)
    assert said(problems) == [("modules/course.yaml", 1, "wrong-file-name")]
    assert course.settings.id == "small"


def test_of_two_files_with_one_name_the_right_one_is_read(write: Write) -> None:
    root = write({"quizzes/one.yaml": QUIZ, "modules/course.yaml": SETTINGS})
    course, problems = read_course(root)
    assert said(problems) == [
        ("modules/course.yaml", 1, "wrong-file-name"),
        ("quizzes/one.yaml", 1, "wrong-file-name"),
    ]
    assert len(course.quizzes) == 1


@pytest.mark.parametrize("name", ["redflag.yml", "source.yaml", "Glossary.yml", "contact.yml"])
def test_a_register_with_a_name_that_is_nearly_right_is_told_of(write: Write, name: str) -> None:
    _, problems = read_course(write({f"modules/{name}": SOURCES}))
    assert (f"modules/{name}", 1, "wrong-file-name") in said(problems)


def test_a_page_at_the_address_of_a_module_is_told_of(write: Write) -> None:
    root = write({"docs/modules/one.md": "# One\n", "docs/modules/other.md": "# Other\n"})
    _, problems = read_course(root)
    assert said(problems) == [("docs/modules/one.md", 1, "wrong-file-name")]


def test_a_quiz_in_the_folder_of_modules_is_told_of(write: Write) -> None:
    _, (problem,) = read_course(write({"modules/one.yml": QUIZ}))
    assert problem.rule == "wrong-file-name"
    assert "'quizzes/one.yml'" in problem.message


@pytest.mark.parametrize(
    "path",
    [
        "modules/README.md",
        "modules/._one.md",
        "quizzes/.hidden.yml",
        "docs/.drafts/x.md",
        "modules/notes.docx",
        "modules/drafts/three.md",
        "quizzes/old/three.yml",
        "docs/data.yml",
        "modules/other.yml",
    ],
)
def test_stray_files_are_left_alone(write: Write, path: str) -> None:
    course, problems = read_course(write({path: b"\xff"}))
    assert problems == ()
    assert len(course.modules) == 2


def test_rules_switched_off_anywhere_are_gathered(write: Write) -> None:
    allow = "<!-- allow a-b: x -->\nText.\n"
    root = write(
        {
            "modules/one.md": MODULE + allow,
            "docs/about.md": "# About\n\n" + allow,
            "quizzes/one.yml": QUIZ + "    allow:\n      c-d: y\n",
        }
    )
    course, problems = read_course(root)
    assert problems == ()
    assert [(each.path, each.rule.value) for each in course.allows] == [
        ("modules/one.md", "a-b"),
        ("quizzes/one.yml", "c-d"),
        ("docs/about.md", "a-b"),
    ]


def test_a_module_whose_objectives_are_unknown_counts_as_not_read(write: Write) -> None:
    root = write({"modules/one.md": "## First {#first minutes=5}\n"})
    course, problems = read_course(root)
    assert said(problems) == [("modules/one.md", 1, "missing-front-matter")]
    assert course.unreadable == {"modules/one.md"}
    assert len(course.modules) == 2


def test_the_problems_of_all_files_come_in_their_order(write: Write) -> None:
    root = write({"quizzes/one.yml": "x: 1\n", "docs/about.md": "///\n", "modules/one.md": b"\xff"})
    paths = [problem.place.path for problem in read_course(root)[1]]
    assert paths == sorted(paths)
    assert set(paths) == {"quizzes/one.yml", "docs/about.md", "modules/one.md"}


def test_a_page_has_a_title_from_its_front_matter_its_heading_or_its_name(write: Write) -> None:
    root = write(
        {
            "docs/a.md": '---\ntitle: "Front: matter"\n---\n# Heading\n',
            "docs/b.md": "## Part\n\n# Heading\n",
            "docs/how-to_report.md": "Text.\n",
            "docs/d.md": "---\n\nText between two rules.\n",
        }
    )
    course, problems = read_course(root)
    assert problems == ()
    titles = {page.path: (page.title, page.source_line) for page in course.pages}
    assert titles == {
        "docs/a.md": ("Front: matter", 4),
        "docs/about.md": ("About", 1),
        "docs/b.md": ("Heading", 1),
        "docs/d.md": ("D", 1),
        "docs/how-to_report.md": ("How to report", 1),
    }


@pytest.mark.parametrize("collecting", [True, False])
def test_reading_leaves_the_collector_of_garbage_as_it_was(write: Write, collecting: bool) -> None:
    before = gc.isenabled()
    try:
        (gc.enable if collecting else gc.disable)()
        read_course(write({}))
        assert gc.isenabled() == collecting
    finally:
        (gc.enable if before else gc.disable)()
