"""The policy allows what a page was built with, and nothing more."""

from __future__ import annotations

import base64
import hashlib

from coursebuilder.rendering.policy import headers_file, nginx_file, policy_in_page, script_hashes

SCRIPT = 'var a = "b"; // ñ\n'
HASH = base64.b64encode(hashlib.sha256(SCRIPT.encode()).digest()).decode()
PAGE = f"""<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>Page</title>
    <script src="a.js"></script>
    <script id="__config" type="application/json">{{"a": 1}}</script>
    <script>{SCRIPT}</script>
  </head>
  <body><header>Head</header></body>
</html>
"""


def test_only_inline_scripts_that_run_have_a_hash() -> None:
    assert script_hashes(PAGE) == {HASH}


def test_the_policy_stands_before_anything_that_runs() -> None:
    page = policy_in_page(PAGE, {HASH})
    assert page.index("Content-Security-Policy") < page.index("<script")
    assert page.index('charset="utf-8"') < page.index("Content-Security-Policy")
    assert f"&#39;sha256-{HASH}&#39;" in page


def test_a_page_gets_one_policy_and_keeps_the_rest() -> None:
    page = policy_in_page(PAGE, {HASH})
    assert page.count("Content-Security-Policy") == 1
    lines = [line for line in page.split("\n") if "Content-Security-Policy" not in line]
    assert "\n".join(lines) == PAGE


def test_nothing_unsafe_is_allowed() -> None:
    for text in (policy_in_page(PAGE, {HASH}), headers_file([HASH], {}), nginx_file([HASH])):
        assert "unsafe" not in text
        assert "*" not in text.replace("/*\n", "")
        assert "http:" not in text


def test_headers_say_who_may_frame_the_site_and_the_page_does_not() -> None:
    assert "frame-ancestors 'none'" in headers_file([HASH], {})
    assert "frame-ancestors" not in policy_in_page(PAGE, {HASH})


def test_the_headers_of_a_site_are_sorted_and_complete() -> None:
    assert headers_file(["b", "a"], {}).startswith(
        "/*\n  Content-Security-Policy: default-src 'none'; "
    )
    assert "'sha256-a' 'sha256-b'" in headers_file(["b", "a"], {})
    assert 'add_header X-Content-Type-Options "nosniff" always;\n' in nginx_file([])


def test_a_path_has_the_links_that_are_for_it() -> None:
    lines = headers_file(["a"], {"/modules/*": "</a.css>; rel=preload; as=style"}).splitlines()
    assert lines[-2:] == ["/modules/*", "  Link: </a.css>; rel=preload; as=style"]
