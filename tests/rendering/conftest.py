"""A small course on tmp_path, of which each test changes what it is about."""

from collections.abc import Callable
from pathlib import Path

import pytest

from coursebuilder.course import Course
from coursebuilder.reading.read_course import read_course
from coursebuilder.rendering.frame import Frame
from coursebuilder.rendering.texts import texts_in

Make = Callable[..., Course]

FILES = {
    "mkdocs.yml": "site_name: T\ntheme: {name: material}\nplugins: [search, course]\n",
    "modules/course.yml": """
id: small
title: A small course
version: "2026.11"
language: en
modules: [one, two]
audiences:
  desk:
    title: Order desks
    summary: Who takes the order.
    modules: [one, two]
""",
    "modules/sources.yml": """
rule:
  title: The rule
  publisher: The office
  url: https://rule.example
  published: 2023-06
  accessed: 2026-11-20
  confidence: seen
mirror:
  title: A mirror
  publisher: The archive
  accessed: 2026-11-20
  confidence: copy
memory:
  title: From memory
  publisher: Nobody
  accessed: 2026-11-20
  confidence: unverified
""",
    "modules/glossary.yml": "EAR: The export rules.\nend user: Who uses the goods.\n",
    "modules/contacts.yml": """
line:
  name: The line
  phone: 877-4-TIP
  digits: "+18774847"
  for: Tips
  source: rule
  verified_on: 2026-11-20
desk:
  name: The desk
  email: desk@office.example
  for: Questions
  source: rule
  verified_on: unverified
page:
  name: The page
  url: https://www.office.example/tips/
  for: Tips in writing
  source: rule
  verified_on: 2026-11-20
""",
    "modules/redflags.yml": """
cash:
  text: The buyer offers cash.
  why: Cash hides who pays.
  group: money
  source: rule
rush:
  text: The buyer is in a hurry.
  group: manner
  source: invented
""",
    "modules/one.md": """---
title: The first
summary: What comes first.
objectives:
  spot: Spot the sign
reviewed: 2026-11-20
review_in: 6 months
---

Opening.

## What you see {#see minutes=6 priority=must objectives="spot"}

The body.

/// question | q-placed
///
""",
    "modules/two.md": """---
title: The second
summary: What comes next.
objectives:
  act: Act on it
reviewed: 2026-10-20
---

## What you do {#do minutes=4 priority=could objectives="act"}

The other body.
""",
    "quizzes/one.yml": """
questions:
  - id: q-placed
    objective: spot
    statement: This one is placed.
    answer: true
  - id: q-closing
    objective: spot
    statement: This one closes.
    answer: false
""",
    "docs/about.md": "# About us\n\nA standing page.\n",
}


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Write the small course with some files changed, and read it. None leaves a file out."""

    def made(changes: dict[str, str | None] | None = None) -> Course:
        for name, text in {**FILES, **(changes or {})}.items():
            if text is not None:
                path = tmp_path / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text.lstrip("\n"), encoding="utf-8")
        return read_course(tmp_path)[0]

    return made


@pytest.fixture
def frame(make: Make) -> Frame:
    """The frame of the first module's page, without exercises."""
    return Frame(course=make(), texts=texts_in("en"), address="modules/one.md", is_module=True)
