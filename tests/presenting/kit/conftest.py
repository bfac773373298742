"""The course of the room, without errors and with an address: what the commands take."""

import shutil
from pathlib import Path

import pytest

DATA = Path(__file__).parents[2] / "data"
QUIZ = """
questions:
  - id: room-see
    objective: see
    statement: A sign is on the paper.
    answer: true
    why: SENTINEL-WHY one.
  - id: room-say
    objective: say
    statement: You say what you saw.
    answer: true
    why: SENTINEL-WHY two.
  - id: room-more
    objective: more
    statement: There is no more.
    answer: false
    why: SENTINEL-WHY three.
"""


@pytest.fixture(scope="session")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("sound")
    for name in ("exercises", "presenting"):
        shutil.copytree(DATA / name, made, dirs_exist_ok=True)
    settings = made / "modules/course.yml"
    long_enough = settings.read_text(encoding="utf-8").replace("minutes: 10\n", "minutes: 25\n")
    settings.write_text(long_enough, encoding="utf-8")
    (made / "quizzes/room.yml").write_text(QUIZ, encoding="utf-8")
    site = made / "mkdocs.yml"
    address = "site_url: https://course.example/\n"
    site.write_text(f"{site.read_text(encoding='utf-8')}\n{address}", encoding="utf-8")
    return made
