"""What is shown of a thing that has a name."""

import shutil
from pathlib import Path

import pytest

from coursebuilder.editing.names import Kind, Named, named
from coursebuilder.reading.read_course import read_course

SMALL = Path(__file__).parents[1] / "checking/small_course"
MODULE = "modules/welcome.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SMALL, tmp_path / "course"))


def things(root: Path, kind: Kind, path: str = MODULE) -> dict[str, Named]:
    course, _ = read_course(root)
    return {each.name: each for each in named(course, kind, path)}


def test_a_source_shows_what_is_known_of_it(root: Path) -> None:
    (root / "modules/sources.yml").write_text(
        "full:\n  title: A\n  publisher: B\n  published: 2025\n  accessed: 2026-01-02\n"
        "  confidence: copy\n  url: https://a.example\nbare:\n  title: C\n",
        encoding="utf-8",
    )
    found = things(root, Kind.SOURCE)
    shown = "B  \npublished 2025, read 2026-01-02, copy  \n<https://a.example>"
    assert (found["full"].title, found["full"].about) == ("A", shown)
    assert (found["bare"].title, found["bare"].about) == ("C", "unverified")


def test_a_red_flag_shows_why_and_its_group_its_members(root: Path) -> None:
    flags = root / "modules/redflags.yml"
    more = "haste:\n  text: It is urgent.\n  group: payment\n"
    flags.write_text(flags.read_text("utf-8") + more, encoding="utf-8")
    found = things(root, Kind.RED_FLAG)
    assert found["cash"].about == "Cash hides who pays.\n\nGroup `payment`."
    assert found["haste"].about == "Group `payment`."
    assert found["payment"].title == "The group, 2 red flags"
    assert found["payment"].about == "- The buyer offers cash for a large order.\n- It is urgent."


def test_a_contact_shows_how_to_reach_it(root: Path) -> None:
    assert things(root, Kind.CONTACT)["tip-line"].about == "555-0142  \nSmuggling and export crime"


def test_the_sections_of_another_module_have_its_name_before_them(root: Path) -> None:
    text = (root / MODULE).read_text("utf-8") + "\n### Part\n\nText.\n"
    (root / MODULE).write_text(text, encoding="utf-8")
    (root / "modules/other.md").write_text(text, encoding="utf-8")
    assert set(things(root, Kind.SECTION)) == {"start", "part", "welcome/start", "other/start"}
    about = things(root, Kind.SECTION, "docs/about.md")
    assert set(about) == {"welcome/start", "other/start"}
    objectives = things(root, Kind.OBJECTIVE)
    assert set(objectives) == {"spot", "welcome/spot", "other/spot"}


def test_the_scenes_are_those_of_the_scenario(root: Path) -> None:
    assert set(things(root, Kind.SCENE, "quizzes/first-inquiry.yml")) == {
        "inbox",
        "reported",
        "shipped",
    }
    assert things(root, Kind.SCENE) == {}
