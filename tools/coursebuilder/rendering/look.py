"""The theme's settings for our look, as data: for the plugin and for a staged tree alike."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from coursebuilder.course import Course
from coursebuilder.rendering.texts import Texts, texts_in

THEME = Path(__file__).parent / "theme"
"""Our templates, icons, styles and scripts, laid over the theme's own."""
FEATURES = ("navigation.tabs", "navigation.tabs.sticky", "navigation.prune", "toc.follow")


def theme_settings(course: Course) -> Mapping[str, Any]:
    """Give what stands under `theme` in the engine's configuration: above all, no web font."""
    texts = texts_in(course.settings.language)
    return {
        "font": False,
        "favicon": "assets/images/course-favicon.svg",
        "icon": {"logo": "course/logo"},
        "palette": _palette(texts),
        "language": course.settings.language.partition("-")[0] or "en",
    }


def _palette(texts: Texts) -> list[dict[str, Any]]:
    """The three schemes that one button goes through: as the system says, light, dark."""
    return [
        {
            "media": f"(prefers-color-scheme{media})",
            "scheme": scheme,
            "primary": "custom",
            "accent": "custom",
            "toggle": {"icon": "course/theme", "name": texts(f"theme.{name}")},
        }
        for media, scheme, name in (
            ("", "default", "system"),
            (": light", "default", "light"),
            (": dark", "slate", "dark"),
        )
    ]
