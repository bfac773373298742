"""The ways through a scenario."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from coursebuilder.quiz import Scenario


def ways(scenario: Scenario) -> Mapping[str, frozenset[str]]:
    """From each scene the scenes that its choices lead to; only scenes that are there."""
    known = {scene.id.value for scene in scenario.scenes}
    return {
        scene.id.value: frozenset(decision.go.value for decision in scene.decisions) & known
        for scene in scenario.scenes
    }


def reached(begin: Iterable[str], roads: Mapping[str, Iterable[str]]) -> frozenset[str]:
    """All scenes that can be reached, the first ones included."""
    seen = set(begin)
    waiting = list(seen)
    while waiting:
        for scene in roads.get(waiting.pop(), ()):
            if scene not in seen:
                seen.add(scene)
                waiting.append(scene)
    return frozenset(seen)


def backwards(roads: Mapping[str, Iterable[str]]) -> Mapping[str, frozenset[str]]:
    """The same ways, walked back."""
    back: dict[str, set[str]] = {scene: set() for scene in roads}
    for scene, following in roads.items():
        for other in following:
            back[other].add(scene)
    return {scene: frozenset(before) for scene, before in back.items()}
