"""The JSON Schemas for editors: what completes and explains the YAML formats as they are typed.

They lie beside the readers, and `tests/reading/test_schemas.py` holds both to the same samples.
"""

from __future__ import annotations

from pathlib import Path, PurePosixPath

SCHEMAS = {
    "modules/course.yml": "course.schema.json",
    "modules/sources.yml": "sources.schema.json",
    "modules/glossary.yml": "glossary.schema.json",
    "modules/contacts.yml": "contacts.schema.json",
    "modules/redflags.yml": "redflags.schema.json",
    "quizzes/*.yml": "quiz.schema.json",
}
"""Which files of a course each schema describes; the pattern is one for an editor's settings."""


def schema_path(name: str) -> Path:
    """Where a schema lies on the disk; `name` is one of those in `SCHEMAS`."""
    return Path(__file__).with_name(name)


def schema_text(name: str) -> str:
    """A schema as JSON; `name` is one of those in `SCHEMAS`."""
    return schema_path(name).read_text(encoding="utf-8")


def schema_for(path: str) -> str | None:
    """The name of the schema of a file, given by its path from the course's root."""
    whole = PurePosixPath("/", path)
    return next((name for pattern, name in SCHEMAS.items() if whole.match(f"/{pattern}")), None)
