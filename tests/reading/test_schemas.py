"""What the editor says of a file, and what the reader says of it: the same, sample by sample."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from coursebuilder.checking import rules
from coursebuilder.checking.rule import id_of
from coursebuilder.checking.rules import (
    dead_end_scene,
    end_with_choices,
    missing_alt_text,
    no_right_choice,
    no_wrong_choice,
    too_few_items,
)
from coursebuilder.checking.survey import Survey
from coursebuilder.course import Course
from coursebuilder.problem import Place
from coursebuilder.quiz import Quiz, Scenario
from coursebuilder.reading import shapes
from coursebuilder.reading.findings import Findings
from coursebuilder.reading.nodes import Nothing
from coursebuilder.reading.quizzes import is_scenario, read_quiz
from coursebuilder.reading.registers import (
    read_contacts,
    read_glossary,
    read_redflags,
    read_sources,
)
from coursebuilder.reading.scenarios import read_scenario
from coursebuilder.reading.schemas import SCHEMAS, schema_for, schema_path, schema_text
from coursebuilder.reading.settings import read_settings
from coursebuilder.reading.yaml_text import read_yaml

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "tests/data/samples"
GOOD = sorted(SAMPLES.glob("good/*.yml"))
BROKEN = sorted(SAMPLES.glob("broken/*.yml"))
REAL = sorted([*ROOT.glob("modules/*.yml"), *ROOT.glob("quizzes/*.yml")])

LOCAL_RULES = (
    dead_end_scene,
    end_with_choices,
    missing_alt_text,
    no_right_choice,
    no_wrong_choice,
    too_few_items,
)

READERS: dict[str, Callable[[Any, Findings], object]] = {
    "course.schema.json": read_settings,
    "sources.schema.json": read_sources,
    "glossary.schema.json": read_glossary,
    "contacts.schema.json": read_contacts,
    "redflags.schema.json": read_redflags,
    "quiz.schema.json": lambda node, findings: (read_scenario if is_scenario(node) else read_quiz)(
        node, "sample", findings
    ),
}


class EditorLoader(yaml.SafeLoader):
    """YAML as an editor reads it: with the types of YAML 1.2's core schema."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012


for tag, pattern in {
    "null": r"null|Null|NULL|~|",
    "bool": r"true|True|TRUE|false|False|FALSE",
    "int": r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+",
    "float": r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.inf|\.nan",
}.items():
    EditorLoader.add_implicit_resolver(
        f"tag:yaml.org,2002:{tag}", re.compile(f"(?:{pattern})\\Z"), None
    )


def construct_core_int(loader: EditorLoader, node: yaml.ScalarNode) -> int:
    text = loader.construct_scalar(node)
    return int(text, 0) if text[:2] in {"0o", "0x"} else int(text)


EditorLoader.add_constructor("tag:yaml.org,2002:int", construct_core_int)
EditorLoader.add_constructor(
    "tag:yaml.org,2002:float", lambda loader, node: float(loader.construct_scalar(node))
)


def with_text_keys(value: Any) -> Any:
    """To a schema every key is a text."""
    match value:
        case dict():
            return {str(key): with_text_keys(item) for key, item in value.items()}
        case list():
            return [with_text_keys(item) for item in value]
        case _:
            return value


def schema_of(sample: Path) -> str:
    """By the first word of a sample's name; by its place in the real course."""
    kind = re.split(r"[-.]", sample.name)[0]
    if sample.is_relative_to(SAMPLES):
        return f"{'quiz' if kind == 'scenario' else kind}.schema.json"
    name = schema_for(sample.relative_to(ROOT).as_posix())
    assert name is not None
    return name


@cache
def validator(name: str) -> Draft7Validator:
    return Draft7Validator(json.loads(schema_text(name)))


def editor_says(sample: Path) -> list[str]:
    value = yaml.load(sample.read_text(encoding="utf-8"), EditorLoader)  # noqa: S506
    errors = validator(schema_of(sample)).iter_errors(with_text_keys(value))
    return [f"{error.json_path}: {error.message}" for error in errors]


def reader_says(sample: Path) -> list[str]:
    """What the reader tells, and the rules that need no other file than this one."""
    node, problems = read_yaml(sample.read_text(encoding="utf-8"), sample.name)
    assert node is not None
    findings = Findings(sample.name)
    result = READERS[schema_of(sample)](node, findings)
    survey = Survey(course_of(result), date(2026, 11, 21))
    told = [finding for rule in LOCAL_RULES for finding in rule.check(survey)]
    return [problem.message for problem in (*problems, *findings.problems, *told)]


def course_of(result: object) -> Course:
    nothing = read_settings(Nothing(Place("course.yml")), Findings("course.yml"))
    course = Course(root=SAMPLES, settings=nothing, modules=())
    match result:
        case Quiz():
            return replace(course, quizzes=(result,))
        case Scenario():
            return replace(course, scenarios=(result,))
        case _:
            return course


def records_in(schema: Any) -> Iterator[dict[str, Any]]:
    """Every object schema whose keys are fixed."""
    match schema:
        case {"properties": dict(keys), "additionalProperties": _}:
            yield schema
            for value in (*keys.values(), schema.get("definitions")):
                yield from records_in(value)
        case dict():
            for value in schema.values():
                yield from records_in(value)


def name_of(sample: Path) -> str:
    return sample.stem


@pytest.mark.parametrize("name", SCHEMAS.values())
def test_a_schema_is_one_itself(name: str) -> None:
    Draft7Validator.check_schema(json.loads(schema_text(name)))
    assert json.loads(schema_path(name).read_text(encoding="utf-8")) == json.loads(
        schema_text(name)
    )


@pytest.mark.parametrize("sample", [*GOOD, *REAL], ids=name_of)
def test_the_editor_finds_nothing_in_a_good_file(sample: Path) -> None:
    assert editor_says(sample) == []


@pytest.mark.parametrize("sample", [*GOOD, *REAL], ids=name_of)
def test_the_reader_finds_nothing_in_a_good_file(sample: Path) -> None:
    assert reader_says(sample) == []


@pytest.mark.parametrize("sample", BROKEN, ids=name_of)
def test_the_editor_sees_the_mistake(sample: Path) -> None:
    assert editor_says(sample)


@pytest.mark.parametrize("sample", BROKEN, ids=name_of)
def test_the_reader_sees_the_mistake(sample: Path) -> None:
    assert reader_says(sample)


@pytest.mark.parametrize("name", sorted(set(SCHEMAS.values())))
def test_every_key_is_explained_with_an_example(name: str) -> None:
    bare = [
        key
        for record in records_in(json.loads(schema_text(name)))
        for key, schema in record["properties"].items()
        if not re.search(r"[.:] Example: `[^`]+`", schema.get("description", ""))
    ]
    assert bare == []


@pytest.mark.parametrize("name", sorted(set(SCHEMAS.values())))
def test_the_examples_switch_off_rules_that_exist(name: str) -> None:
    named = set(re.findall(r"`allow:` and below it `([a-z-]+):", schema_text(name)))
    assert named <= {id_of(rule) for rule in rules.ALL}


@pytest.mark.parametrize(
    ("name", "path", "shape"),
    [
        ("quiz.schema.json", "quiz", shapes.QUIZ),
        ("quiz.schema.json", "question", shapes.QUESTION),
        ("quiz.schema.json", "choice", shapes.CHOICE),
        ("quiz.schema.json", "pair", shapes.PAIR),
        ("quiz.schema.json", "sortItem", shapes.SORT_ITEM),
        ("quiz.schema.json", "blank", shapes.BLANK),
        ("quiz.schema.json", "document", shapes.DOCUMENT),
        ("quiz.schema.json", "line", shapes.LINE),
        ("quiz.schema.json", "spot", shapes.SPOT),
        ("quiz.schema.json", "scenario", shapes.SCENARIO),
        ("quiz.schema.json", "scene", shapes.SCENE),
        ("quiz.schema.json", "decision", shapes.DECISION),
        ("sources.schema.json", "source", shapes.SOURCE),
        ("glossary.schema.json", "term", shapes.TERM),
        ("contacts.schema.json", "contact", shapes.CONTACT),
        ("redflags.schema.json", "redflag", shapes.RED_FLAG),
        ("course.schema.json", "", shapes.COURSE),
        ("course.schema.json", "audience", shapes.AUDIENCE),
        ("course.schema.json", "session", shapes.SESSION),
    ],
)
def test_the_editor_knows_the_keys_that_the_reader_knows(
    name: str, path: str, shape: shapes.Shape
) -> None:
    schema = json.loads(schema_text(name))
    record = schema["definitions"][path] if path else schema
    assert set(record["properties"]) == set(shape.keys)


def test_the_good_samples_use_every_key() -> None:
    def keys_in(value: Any) -> Iterator[str]:
        match value:
            case dict():
                yield from value
                for item in value.values():
                    yield from keys_in(item)
            case list():
                for item in value:
                    yield from keys_in(item)

    for name in SCHEMAS.values():
        used = {
            key
            for sample in GOOD
            if schema_of(sample) == name
            for key in keys_in(yaml.load(sample.read_text(encoding="utf-8"), EditorLoader))  # noqa: S506
        }
        for record in records_in(json.loads(schema_text(name))):
            assert set(record["properties"]) - used == set()


def filled(value: Any) -> Any:
    """A snippet's body with each placeholder filled by what it proposes first."""
    match value:
        case dict():
            return {filled(key): filled(item) for key, item in value.items()}
        case list():
            return [filled(item) for item in value]
        case _:
            text = re.sub(r"\$\{\d+\|([^,|}]*)[^}]*\}|\$\{\d+:([^}]*)\}", r"\1\2", str(value))
            return text if "[[" in text else yaml.load(text, EditorLoader)  # noqa: S506


def snippets() -> Iterator[Any]:
    for name in sorted(set(SCHEMAS.values())):
        schema = json.loads(schema_text(name))
        whole: list[tuple[str, Any]] = [("", schema)]
        for owner, record in (*whole, *schema["definitions"].items()):
            for snippet in record.get("defaultSnippets", []):
                yield pytest.param(
                    schema, owner, snippet["body"], id=f"{name} {owner} {snippet['label']}"
                )


@pytest.mark.parametrize(("schema", "owner", "body"), list(snippets()))
def test_a_snippet_makes_what_the_schema_takes(schema: Any, owner: str, body: Any) -> None:
    target = {"$ref": f"#/definitions/{owner}", "definitions": schema["definitions"]}
    judge = Draft7Validator(target if owner else schema)
    assert [error.message for error in judge.iter_errors(with_text_keys(filled(body)))] == []


def test_a_file_of_a_course_has_its_schema_by_its_path() -> None:
    assert schema_for("quizzes/welcome.yml") == "quiz.schema.json"
    assert schema_for("modules/course.yml") == "course.schema.json"
    assert schema_for("modules/welcome.md") is None
    assert schema_for("docs/quizzes/notes.yml") is None
