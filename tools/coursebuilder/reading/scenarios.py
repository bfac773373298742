"""A scenario: quizzes/<slug>.yml with `scenes`."""

from __future__ import annotations

from dataclasses import dataclass

from coursebuilder.prose import Located
from coursebuilder.quiz import Decision, End, Scenario, Scene
from coursebuilder.reading.fields import Fields, open_file, open_record
from coursebuilder.reading.findings import Findings
from coursebuilder.reading.nodes import Node, Scalar
from coursebuilder.reading.shapes import DECISION, SCENARIO, SCENE
from coursebuilder.reading.values import Value, check_id, stretch
from coursebuilder.reading.yaml_prose import prose_of


@dataclass(frozen=True, slots=True)
class _Read:
    """A scene, and whether all of its ways on could be read."""

    scene: Scene
    complete: bool


def read_scenario(node: Node, slug: str, findings: Findings) -> Scenario:
    """Read a scenario; `complete` is False where a scene or a way to one could not be read."""
    fields = open_file(node, SCENARIO, findings, "The scenario")
    if fields.record.entries:
        fields.require("title", "start", "scenes")
    entries = fields.entries("scenes") or ()
    read = tuple(_read_scene(key, value, findings) for key, value in entries)
    scenes = tuple(each.scene for each in read)
    start = fields.text("start") or (scenes[0].id if scenes else Located("", fields.start))
    last = fields.place.end_line or fields.place.line
    fields.allow((1, last))
    return Scenario(
        slug=slug,
        path=findings.path,
        title=fields.text("title") or Located(slug, fields.start),
        objective=fields.text("objective"),
        start=start,
        scenes=scenes,
        minutes=fields.whole("minutes"),
        intro=fields.prose("intro"),
        id=fields.id("id"),
        complete=bool(read) and all(each.complete for each in read),
        prose=prose_of(findings),
        place=fields.place,
    )


def _read_scene(key: Scalar, value: Value, findings: Findings) -> _Read:
    """Read a scene; whatever is wrong with it, it exists, so that no way to it is lost."""
    check_id(key, findings)
    identity = Located(key.text.strip(), key.place)
    place = stretch(key.place, value.node)
    fields = open_record(value, SCENE, findings, f"Scene '{key.text}'")
    if fields is None:
        empty = Located("", value.place)
        return _Read(Scene(id=identity, text=empty, decisions=(), end=None, place=place), False)
    if "text" not in fields:
        fields.missing(f"Scene '{key.text}' has no `text`. Add what happens in it.")
    fields.allow((place.line, place.end_line or place.line))
    end, decisions = _read_end(fields), _read_decisions(fields)
    scene = Scene(
        id=identity,
        text=fields.prose("text") or Located("", fields.start),
        decisions=tuple(decision for decision in decisions if decision is not None),
        end=end,
        place=place,
    )
    return _Read(scene, _is_complete(fields, scene, decisions))


def _is_complete(fields: Fields, scene: Scene, decisions: tuple[Decision | None, ...]) -> bool:
    if None in decisions or (fields.told and not decisions and scene.end is None):
        return False
    return ("end" not in fields or scene.end is not None) and (
        "choices" not in fields or bool(decisions)
    )


def _read_end(fields: Fields) -> Located[End] | None:
    end = fields.one_of("end", tuple(End))
    return None if end is None else Located(End(end.value), end.place)


def _read_decisions(fields: Fields) -> tuple[Decision | None, ...]:
    items = fields.items("choices") or ()
    return tuple(_read_decision(item, fields.findings) for item in items)


def _read_decision(item: Value, findings: Findings) -> Decision | None:
    """Read what one can do; None where the scene that follows is not known."""
    fields = open_record(item, DECISION, findings)
    if fields is None:
        return None
    fields.require("do", "go")
    do, go = fields.prose("do"), fields.text("go")
    why, redflags = fields.prose("why"), fields.names("redflags")
    if go is None:
        return None
    do = do or Located("", fields.start)
    return Decision(do=do, go=go, why=why, redflags=redflags, place=fields.place)
