"""What a page cannot do without is asked for before the page is read."""

from __future__ import annotations

from coursebuilder.rendering.preloads import needed_first, preload_header

PAGE = """<head>
<link rel="icon" href="../../icon.svg">
<link rel="stylesheet" href="../../assets/main.css">
<script src="../../assets/course.js" fetchpriority="high" async></script>
<script src="../../assets/paths.js" fetchpriority="high" defer></script>
</head>
<body><link rel="stylesheet" href="late.css"></body>
"""
NEEDED = {"/training/assets/main.css": "style", "/training/assets/course.js": "script"}


def test_styles_and_the_script_that_waits_for_nothing_are_needed_first() -> None:
    assert needed_first(PAGE, "/training/modules/welcome/") == NEEDED


def test_a_header_names_each_url_and_what_it_is_used_as() -> None:
    assert preload_header(NEEDED) == (
        "</training/assets/main.css>; rel=preload; as=style, "
        "</training/assets/course.js>; rel=preload; as=script"
    )
