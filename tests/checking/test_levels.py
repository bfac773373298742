"""What mkdocs.yml sets for rules, and what it cannot set."""

from collections.abc import Callable

import pytest

from coursebuilder.checking import rules
from coursebuilder.checking.levels import is_fixed
from coursebuilder.checking.limit import limits_of
from coursebuilder.checking.rule import id_of
from coursebuilder.problem import Problem, Severity

CheckFiles = Callable[..., tuple[Problem, ...]]
PAGE = "# About\n\n[Home](home.md)\n"
OTHER = "# Other\n\n[Home](home.md)\n"
HEAD = "site_name: Outreach\nplugins:\n  - search\n  - course:\n"


def settings(text: str) -> str:
    return HEAD + "".join(f"      {line}\n" for line in text.splitlines())


@pytest.fixture
def said(check_files: CheckFiles) -> Callable[..., list[str]]:
    """The problems of two pages with the same broken link, and of mkdocs.yml."""

    def check(text: str) -> list[str]:
        pages = {"docs/about.md": PAGE, "docs/other.md": OTHER}
        problems = check_files({**pages, "mkdocs.yml": settings(text)})
        return [f"{p.place}: {p.severity} {p.rule}" for p in problems]

    return check


ABOUT = "docs/about.md:3:8: "
OTHERS = "docs/other.md:3:8: "


def test_a_rule_weighs_what_is_set(said: Callable[..., list[str]]) -> None:
    found = said("rules:\n  broken-link: hint")
    assert found == [f"{ABOUT}hint broken-link", f"{OTHERS}hint broken-link"]


@pytest.mark.parametrize("off", ["off", '"off"', "{severity: off}"])
def test_a_rule_is_switched_off(said: Callable[..., list[str]], off: str) -> None:
    assert said(f"rules:\n  broken-link: {off}") == []


def test_a_path_counts_before_what_is_set_everywhere(said: Callable[..., list[str]]) -> None:
    found = said(
        "rules:\n  broken-link: warning\n"
        "paths:\n  - path: docs/o*\n    rules:\n      broken-link: off"
    )
    assert found == [f"{ABOUT}warning broken-link"]


def test_of_two_paths_the_last_counts(said: Callable[..., list[str]]) -> None:
    found = said(
        "paths:\n"
        "  - path: docs/about.md\n    rules:\n      broken-link: off\n"
        "  - path: docs/*\n    rules:\n      broken-link: hint"
    )
    assert found == [f"{ABOUT}hint broken-link", f"{OTHERS}hint broken-link"]


def test_other_plugins_and_tags_of_the_engine_do_no_harm(check_files: CheckFiles) -> None:
    text = (
        "site_name: !ENV [NAME, Outreach]\n"
        "markdown_extensions:\n"
        "  - pymdownx.emoji:\n"
        "      emoji_index: !!python/name:material.extensions.emoji.twemoji\n"
        "extra: &extra {a: 1}\n"
        "more: *extra\n"
        "plugins:\n  search: {}\n  course:\n    rules: {broken-link: off}\n"
    )
    assert check_files({"mkdocs.yml": text, "docs/about.md": PAGE}) == ()


@pytest.mark.parametrize(
    "text",
    [
        "plugins: [search, course]\n",
        "plugins:\n  - search\n  - course:\n",
        "plugins: course\n",
        "site_name: Outreach\n",
        "- a\n",
    ],
)
def test_a_site_without_settings_has_the_rules_as_they_are(
    check_files: CheckFiles, text: str
) -> None:
    assert [p.severity for p in check_files({"mkdocs.yml": text, "docs/about.md": PAGE})] == [
        Severity.ERROR
    ]


@pytest.mark.parametrize(
    ("text", "place", "rule", "message"),
    [
        ("rules:\n  broken-lnik: off", "6:9", "unknown-rule", "Did you mean 'broken-link'?"),
        ("rules:\n  broken-link: no", "6:22", "wrong-value", "not a yes or no"),
        ("rules:\n  broken-link: erorr", "6:22", "wrong-value", "Did you mean `error`?"),
        ("rules:\n  broken-link: loud", "6:22", "wrong-value", "and here stands `loud`."),
        ("rules:\n  broken-link:", "6:9", "empty-value", "`broken-link` is empty."),
        ("rules: [broken-link]", "5:14", "wrong-value", "names with their values"),
        ("rule:\n  broken-link: hint", "5:7", "unknown-key", "Did you mean `rules`?"),
        ("rules:\n  shall: hint\n  shall: off", "7:9", "duplicate-key", "after line 6"),
        (
            "rules:\n  long-sentence:\n    word: 20",
            "7:11",
            "unknown-key",
            "Did you mean 'words'?",
        ),
        (
            "rules:\n  long-sentence:\n    letters: 20",
            "7:11",
            "unknown-key",
            "Its keys are `severity`, `words`.",
        ),
        (
            "rules:\n  shall:\n    words: 20",
            "7:11",
            "unknown-key",
            "Its only key is `severity`.",
        ),
        (
            "rules:\n  long-sentence:\n    words: 2",
            "7:11",
            "wrong-value",
            "`words` is 8 to 1000, and here stands 2.",
        ),
        ("rules:\n  long-sentence:\n    words: many", "7:18", "wrong-value", "many"),
        ("paths:\n  - path: modules/*", "6:11", "missing-key", "has no `rules`"),
        (
            "paths:\n  - rules: {shall: off}",
            "6:11",
            "missing-key",
            "has no `path`",
        ),
        ("paths:\n  - modules/*", "6:11", "wrong-value", "takes an entry of `paths`"),
        (
            "paths:\n  - path: moduls/*\n    rules: {shall: off}",
            "6:17",
            "wrong-value",
            "`moduls/*` fits no file of the course.",
        ),
    ],
)
def test_what_sets_nothing_is_told_at_its_place(
    check_files: CheckFiles, text: str, place: str, rule: str, message: str
) -> None:
    problems = check_files({"mkdocs.yml": settings(text)})
    assert [(str(p.place), p.rule) for p in problems] == [(f"mkdocs.yml:{place}", rule)]
    assert message in problems[0].message
    assert problems[0].severity is Severity.ERROR


def test_a_plugin_whose_settings_are_a_text_is_told_of(check_files: CheckFiles) -> None:
    text = "plugins:\n  - course: strict\n"
    assert [(p.place.line, p.rule) for p in check_files({"mkdocs.yml": text})] == [
        (2, "wrong-value")
    ]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("site_name: Know: your buyer\nplugins: [course]\n", "1:16"),
        ("plugins: [course\n", "2:1"),
        ("plugins: *nothing\n", "1:10"),
        ("plugins: [course]\x00\n", "1:1"),
        ("plugins: [\x07]\n", "1:1"),
    ],
)
def test_a_file_that_yaml_cannot_read_is_told_of(
    check_files: CheckFiles, text: str, place: str
) -> None:
    problems = check_files({"mkdocs.yml": text})
    assert [p.place.path for p in problems] == ["mkdocs.yml"]
    if problems[0].rule == "yaml-syntax":
        assert str(problems[0].place) == f"mkdocs.yml:{place}"
        assert "what this file sets for rules is unknown" in problems[0].message


def test_a_list_that_holds_itself_ends(check_files: CheckFiles) -> None:
    text = "plugins:\n  - course: &self\n      rules: *self\n"
    assert {p.rule for p in check_files({"mkdocs.yml": text})} == {"unknown-rule", "wrong-value"}


def test_properdocs_has_a_file_of_its_own(check_files: CheckFiles) -> None:
    files = {"properdocs.yml": settings("rules:\n  broken-lnik: off"), "mkdocs.yml": ""}
    assert [p.place.path for p in check_files(files)] == ["mkdocs.yml"]


def test_a_limit_holds_where_it_is_set(
    check_files: CheckFiles, completed: Callable[..., str]
) -> None:
    sentence = "One two three four five six seven eight nine ten eleven.\n"
    page = completed("modules/welcome.md", sentence)
    files = {"modules/welcome.md": page}
    assert check_files(files) == ()
    everywhere = settings("rules:\n  long-sentence:\n    words: 10")
    assert [p.rule for p in check_files({**files, "mkdocs.yml": everywhere})] == ["long-sentence"]
    here = settings(
        "rules:\n  long-sentence:\n    words: 10\n"
        "paths:\n  - path: modules/w*\n    rules:\n      long-sentence: {words: 12}"
    )
    assert check_files({**files, "mkdocs.yml": here}) == ()


def test_an_allow_of_a_rule_that_is_off_is_not_stale(
    check_files: CheckFiles, completed: Callable[..., str]
) -> None:
    text = "<!-- allow broken-link: It comes next week. -->\nSee [one](one.md).\n"
    files = {
        "modules/welcome.md": completed("modules/welcome.md", text),
        "mkdocs.yml": settings("rules:\n  broken-link: off"),
    }
    assert check_files(files) == ()


def test_what_keeps_a_page_safe_is_never_switched_off(check_files: CheckFiles) -> None:
    files = {
        "docs/about.md": "# About\n\n[Home](javascript:go)\n",
        "mkdocs.yml": settings("rules:\n  unsafe-link: off"),
    }
    assert [(p.rule, p.severity) for p in check_files(files)] == [
        ("unsafe-link", "error"),
        ("fixed-rule", "error"),
    ]


def test_every_error_of_reading_is_fixed_and_few_others() -> None:
    fixed = {id_of(rule) for rule in rules.CHECKED if is_fixed(rule)}
    assert fixed == {
        "inline-handler",
        "inline-style",
        "picture-from-elsewhere",
        "unsafe-html",
        "unsafe-link",
    }
    assert [id_of(rule) for rule in rules.READ if not is_fixed(rule)] == ["stale-allow"]


@pytest.mark.parametrize("rule", rules.ALL, ids=id_of)
def test_the_limits_of_a_rule_are_its_own_and_in_their_range(rule: object) -> None:
    for limit in limits_of(rule):
        assert limit.rule == id_of(rule)  # type: ignore[arg-type]
        assert limit.least <= limit.default <= limit.most
