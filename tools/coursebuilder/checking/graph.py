"""The ways through a scenario."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from coursebuilder.nearest import nearest
from coursebuilder.prose import Text
from coursebuilder.quiz import Scenario


def ways(scenario: Scenario) -> Mapping[str, frozenset[str]]:
    """From each scene the scenes that its choices lead to; only scenes that are there.

    A slip in `go:` is told of by its own rule; here it leads to the scene that was nearly named.
    """
    known = {scene.id.value for scene in scenario.scenes}
    return {
        scene.id.value: frozenset(meant(decision.go, known) for decision in scene.decisions) & known
        for scene in scenario.scenes
    }


def meant(name: Text, known: Collection[str]) -> str:
    """The scene that a name stands for, or was meant to; "" where none is near."""
    return name.value if name.value in known else nearest(name.value, known)


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
