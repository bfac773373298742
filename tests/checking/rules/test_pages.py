"""The samples on a rule's page do what the page says."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from coursebuilder.checking import rules
from coursebuilder.checking.rule import Rule, id_of, page_of, sentence_of
from coursebuilder.problem import Problem

FENCE = re.compile(r'^```\w+ title="([^"]*)"\n(.*?)^```$', re.MULTILINE | re.DOTALL)
LABEL = re.compile(r"^\*\*(Not like this|Like this):\*\*$", re.MULTILINE)
ORDER = ["What it checks.", "Why.", "Not like this:", "Like this:", "Source."]

CheckFiles = Callable[[dict[str, str]], tuple[Problem, ...]]
SAMPLES = [
    (id_of(rule), label, dict(FENCE.findall(body)))
    for rule in rules.ALL
    for parts in [LABEL.split(page_of(rule))[1:]]
    for label, body in zip(parts[::2], parts[1::2], strict=True)
    if FENCE.search(body)
]


@pytest.mark.parametrize(
    ("rule", "label", "files"), SAMPLES, ids=[f"{name}-{label}" for name, label, _ in SAMPLES]
)
def test_the_samples_of_a_page_are_true(
    rule: str,
    label: str,
    files: dict[str, str],
    completed: Callable[[str, str], str],
    check_files: CheckFiles,
) -> None:
    whole = {
        path: completed(path.removesuffix(" (before)"), fragment)
        for path, fragment in files.items()
    }
    found = {problem.rule for problem in check_files(whole)}
    assert (rule in found) == (label == "Not like this"), found


@pytest.mark.parametrize("rule", rules.ALL, ids=id_of)
def test_a_page_has_its_parts_in_their_order(rule: Rule) -> None:
    labels = re.findall(r"^\*\*([^*]+[.:])\*\*", page_of(rule), re.MULTILINE)
    assert sentence_of(rule).endswith(".")
    assert labels[:2] == ORDER[:2]
    assert labels == sorted(labels, key=ORDER.index)
    assert {"Not like this:", "Like this:"} <= set(labels)


def test_every_file_of_a_rule_is_registered() -> None:
    folder = Path(rules.__file__).parent
    files = {path.stem.replace("_", "-") for path in folder.glob("*.py")} - {"--init--"}
    assert {id_of(rule) for rule in rules.ALL} == files
