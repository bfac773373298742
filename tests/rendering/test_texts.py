import re
from datetime import date
from pathlib import Path
from string import Formatter

import pytest

from coursebuilder.rendering.texts import FOLDER, languages, texts_in

RENDERING = FOLDER.parent
PLURALS = (".one", ".other")
CODE = "\n".join(
    path.read_text(encoding="utf-8")
    for pattern in ("*.py", "templates/**/*.html", "theme/**/*.html")
    for path in sorted(RENDERING.rglob(pattern))
)
ENGLISH = texts_in("en").entries


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def stem(key: str) -> str:
    return next((key.removesuffix(end) for end in PLURALS if key.endswith(end)), key)


@pytest.mark.parametrize("language", languages())
def test_a_language_lacks_no_text_and_has_none_too_many(language: str) -> None:
    assert set(texts_in(language).entries) == set(ENGLISH)


@pytest.mark.parametrize("language", languages())
def test_a_translation_fills_in_the_same_values(language: str) -> None:
    for key, text in texts_in(language).entries.items():
        assert places(text) == places(ENGLISH[key]), key


@pytest.mark.parametrize("key", sorted(key for key in ENGLISH if not key.startswith("live.")))
def test_a_text_is_said_somewhere(key: str) -> None:
    parts = stem(key).removeprefix("theme.").split(".")
    built = [".".join(parts[:number]) + "." for number in range(1, len(parts))]
    assert re.search(rf"""["'.]{re.escape(".".join(parts))}["' |}}]""", CODE) or any(
        re.search(rf"""["']{re.escape(start)}["'{{]""", CODE) for start in built
    )


@pytest.mark.parametrize(
    "key",
    sorted(set(re.findall(r'\b(?:t|say|texts)\("([a-z][\w.-]*)"', CODE))),
)
def test_a_text_that_is_said_exists(key: str) -> None:
    live = f"live.{key}"
    found = {stem(name) for name in ENGLISH}
    assert key in found or live in found or key.endswith((".", "-"))


def test_a_count_chooses_singular_or_plural() -> None:
    texts = texts_in("en")
    assert texts("modules", count=1) == "1 module"
    assert texts("modules", count=2) == "2 modules"


def test_days_are_written_as_people_write_them() -> None:
    texts = texts_in("en")
    assert texts.day(date(2026, 11, 5)) == "November 5, 2026"
    assert texts.when("2026-11-05") == "November 5, 2026"
    assert texts.when("2026-02") == "February 2026"
    assert texts.when("2026") == "2026"
    assert texts.when("undated") == "undated"


def test_a_language_without_a_catalogue_takes_the_nearest() -> None:
    assert texts_in("en-GB").language == "en"
    assert texts_in("tlh").language == "en"


def test_a_missing_text_is_our_bug() -> None:
    with pytest.raises(KeyError):
        texts_in("en")("no.such.text")


def test_the_catalogues_are_flat_and_of_texts() -> None:
    for path in Path(FOLDER).glob("*.yml"):
        entries = texts_in(path.stem).entries
        assert all(isinstance(key, str) and isinstance(text, str) for key, text in entries.items())
