"""What all tests share: a folder of their own for what the builder remembers."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

# A promise holds for what comes out; how fast is for bench/ to say, on a machine at rest.
settings.register_profile("ours", deadline=None)
settings.load_profile("ours")


SMALL = Path(__file__).parent / "checking" / "small_course"
ENOUGH = "site_name: T\ntheme:\n  name: material\nplugins: [search, course]\n"


@pytest.fixture
def small_course(tmp_path: Path) -> Path:
    """A copy of the small course, with the configuration that is enough."""
    copy = Path(shutil.copytree(SMALL, tmp_path / "course"))
    (copy / "mkdocs.yml").write_text(ENOUGH, encoding="utf-8")
    return copy


@pytest.fixture(scope="session", autouse=True)
def memory_of_its_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Remember nothing in the developer's own cache folder."""
    os.environ["COURSE_CACHE"] = str(tmp_path_factory.mktemp("memory"))
    yield
    del os.environ["COURSE_CACHE"]
