"""The course of the exercises, with a module for a room and some sessions."""

import shutil
from pathlib import Path

import pytest

from coursebuilder.course import Course, Session, module_of
from coursebuilder.presenting.build_deck import deck_of_module, deck_of_session
from coursebuilder.presenting.deck import Deck
from coursebuilder.reading.read_course import read_course

DATA = Path(__file__).parents[1] / "data"


@pytest.fixture(scope="session")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    root = tmp_path_factory.mktemp("room")
    for name in ("exercises", "presenting"):
        shutil.copytree(DATA / name, root, dirs_exist_ok=True)
    course, problems = read_course(root)
    assert not problems
    return course


def session(course: Course, name: str) -> Session:
    return next(s for s in course.settings.sessions if s.id.value == name)


@pytest.fixture(scope="session")
def hour(course: Course) -> Deck:
    return deck_of_session(course, session(course, "hour"))


@pytest.fixture(scope="session")
def room(course: Course) -> Deck:
    module = module_of(course, "room")
    assert module
    return deck_of_module(course, module)
