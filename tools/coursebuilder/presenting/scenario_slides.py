"""A scenario as slides: its scenes, each with the ways that lead out of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from string import ascii_uppercase

from coursebuilder.course import INVENTED
from coursebuilder.presenting.blocks import Callout, Option, Options, Paragraph, plain
from coursebuilder.presenting.deck import Notes, SlideKind
from coursebuilder.presenting.making import Draft, Making, source_notes
from coursebuilder.presenting.read_body import Setting, body_of, runs_of
from coursebuilder.quiz import End, Scenario, Scene
from coursebuilder.rendering.desk import broken
from coursebuilder.rendering.scenarios import scenes_in_order

FAR = 1_000


def scenario_drafts(scenario: Scenario, making: Making, line: int) -> list[Draft]:
    """Make the slides: an introduction where there is one, then every scene.

    Only scenes on the shortest way to a good end count for the time: a room sees one way.
    """
    setting = making.setting(scenario.path)
    scenes = scenes_in_order(scenario)
    play = _Play(scenario, setting, steps_to_good(scenario))
    way = _best_way(scenario, play.steps)
    drafts = [
        _scene(play, scene, number, counts=scene.id.value in way)
        for number, scene in enumerate(scenes, 1)
    ]
    if scenario.intro:
        drafts.insert(0, _intro(scenario, setting))
    invented = source_notes(making.course, [(INVENTED, "")])
    return [replace(draft, line=line, sources=invented) for draft in drafts]


def slide_id(scenario: Scenario, scene: str) -> str:
    """The id of a scene's slide."""
    return f"{scenario.slug}-{scene}"


def steps_to_good(scenario: Scenario) -> Mapping[str, int]:
    """How many decisions each scene is away from a good end, for those that lead to one."""
    known = {
        scene.id.value: 0 for scene in scenario.scenes if scene.end and scene.end.value is End.GOOD
    }
    grown = True
    while grown:
        grown = False
        for scene in scenario.scenes:
            ways = [known[way.go.value] for way in scene.decisions if way.go.value in known]
            if scene.id.value not in known and ways:
                known[scene.id.value] = min(ways) + 1
                grown = True
    return known


def _best_way(scenario: Scenario, steps: Mapping[str, int]) -> set[str]:
    scenes = {scene.id.value: scene for scene in scenario.scenes}
    at: str | None = scenario.start.value
    way: set[str] = set()
    while at in scenes and at not in way:
        way.add(at)
        goes = [decision.go.value for decision in scenes[at].decisions]
        at = min(goes, key=lambda go: steps.get(go, FAR), default=None)
    return way


def _intro(scenario: Scenario, setting: Setting) -> Draft:
    body = body_of(broken(scenario.intro.value), setting) if scenario.intro else None
    heading = runs_of(scenario.title.value, setting)
    return Draft(
        name=scenario.slug,
        kind=SlideKind.CONTENT,
        title=plain(heading),
        heading=heading,
        kicker=setting.texts("scenario.kind"),
        body=body.blocks if body else (),
        weight=1,
        place=scenario.intro.place if scenario.intro else scenario.place,
    )


@dataclass(frozen=True, slots=True)
class _Play:
    """A scenario on its way to slides."""

    scenario: Scenario
    setting: Setting
    steps: Mapping[str, int]


def _scene(play: _Play, scene: Scene, number: int, *, counts: bool) -> Draft:
    scenario, setting = play.scenario, play.setting
    say = setting.texts
    heading = runs_of(scenario.title.value, setting)
    end = scene.end.value.value if scene.end else ""
    body = body_of(broken(scene.text.value), setting)
    options = _options(play, scene)
    whys = tuple(
        Callout("note", f"{option.letter}: {plain(option.runs)}", (Paragraph(option.why),))
        for option in options.options
        if option.why
    )
    return Draft(
        name=slide_id(scenario, scene.id.value),
        kind=SlideKind.SCENE,
        title=say("deck.scene", title=plain(heading), number=number),
        heading=heading,
        kicker=say(f"deck.end.{end}" if end else "deck.scene.at", number=number),
        body=(*body.blocks, options) if options.options else body.blocks,
        notes=Notes(answer=whys),
        weight=int(counts),
        end=end,
        place=scene.place,
    )


def _options(play: _Play, scene: Scene) -> Options:
    goes = [decision.go.value for decision in scene.decisions]
    best = min(goes, key=lambda go: play.steps.get(go, FAR), default="")
    return Options(
        options=tuple(
            Option(
                letter=letter,
                runs=runs_of(decision.do.value, play.setting),
                why=runs_of(decision.why.value, play.setting) if decision.why else (),
                go=slide_id(play.scenario, decision.go.value),
                best=at == goes.index(best),
            )
            for at, (letter, decision) in enumerate(
                zip(ascii_uppercase, scene.decisions, strict=False)
            )
        )
    )
