"""What all tests share: a folder of their own for what the builder remembers."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest


@pytest.fixture(scope="session", autouse=True)
def memory_of_its_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Remember nothing in the developer's own cache folder."""
    os.environ["COURSE_CACHE"] = str(tmp_path_factory.mktemp("memory"))
    yield
    del os.environ["COURSE_CACHE"]
