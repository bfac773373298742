"""What assistive technology gets: no fault that axe finds, in any state, and the expected tree."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

pytestmark = pytest.mark.browser
Visit = Callable[..., Page]
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
KINDS = [
    "end-use",
    "whatever-the-amount",
    "ear99",
    "bureau",
    "written-report",
    "lists",
    "steps",
    "sort-signs",
    "rule",
    "order-4711",
    "urgent-mail",
    "parcel-label",
    "label-spots",
]
ANSWER = """right => {
  for (const q of document.querySelectorAll('course-question')) {
    const controls = [...q.querySelectorAll('fieldset :is(input, select)')];
    const key = JSON.parse(q.dataset.key);
    const half = () => [...(key.many ? key.right.slice(0, 1) : []), ...key.wrong.slice(0, 1)];
    const ids = key.kind !== 'picks' ? [] : right ? key.right : half();
    for (const c of controls) {
      if (/radio|checkbox/.test(c.type)) {
        const place = c.closest('tr')?.dataset.part;
        c.checked = place ? right === (key.right[place] === c.value) : ids.includes(c.value);
      } else if (c.matches('select')) {
        const place = c.closest('[data-part]').dataset.part;
        const wanted = key.kind === 'gaps' ? key.gaps[place - 1].right[0] : key.right[place];
        c.value = right ? wanted : c.options[1].value;
      } else c.value = key.kind === 'quantity' ? (right ? key.low : 3)
          : right ? (key.accept ?? key.gaps[c.dataset.part - 1].accept)[0] : 'wrong';
      c.dispatchEvent(new Event('input', {bubbles: true}));
    }
    if (q.dataset.kind === 'order' && right) {
      const list = q.querySelector('.orderable');
      for (const id of Object.values(key.right))
        list.append(list.querySelector(`[data-part='${id}']`));
    }
    q.grade();
  }
}"""


def faults(page: Page) -> list[str]:
    found: list[dict[str, Any]] = (
        Axe()
        .run(page, options={"runOnly": TAGS, "resultTypes": ["violations"]})
        .response["violations"]
    )
    return [
        f"{each['id']}: {node['html'][:160]} {node['failureSummary']}"
        for each in found
        for node in each["nodes"]
    ]


def too_wide(page: Page) -> list[str]:
    """Name what makes the page scroll sideways."""
    found: list[str] = page.evaluate(
        """() => document.documentElement.scrollWidth <= innerWidth ? [] :
        [...document.querySelectorAll('main *')]
        .filter(e => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.table-wrap'))
        .map(e => e.outerHTML.slice(0, 90))"""
    )
    return found


def unanswered(page: Page, visit: Visit) -> None:
    visit("all/", page=page)


def empty_check(page: Page, visit: Visit) -> None:
    visit("all/", page=page)
    page.evaluate("document.querySelectorAll('.q-check').forEach(button => button.click())")


def right(page: Page, visit: Visit) -> None:
    visit("all/", page=page)
    page.evaluate(ANSWER, True)


def missed(page: Page, visit: Visit) -> None:
    visit("all/", page=page)
    page.evaluate(ANSWER, False)


def shown(page: Page, visit: Visit) -> None:
    visit("all/", page=page)
    page.evaluate(ANSWER, False)
    page.evaluate("document.querySelectorAll('.q-show').forEach(button => button.click())")


def quiz_review(page: Page, visit: Visit) -> None:
    visit("modules/export/", page=page)
    page.get_by_role("button", name="Review before you submit").click()


def quiz_result(page: Page, visit: Visit) -> None:
    quiz_review(page, visit)
    page.get_by_role("button", name="Submit my answers").click()


def scenario_ended(page: Page, visit: Visit) -> None:
    visit("modules/chemical/", page=page)
    page.get_by_role("link", name="Ask for the end use").click()
    page.get_by_role("link", name="Ask a colleague").click()


def progress(page: Page, visit: Visit) -> None:
    right(page, visit)
    visit("progress/", page=page)


def review(page: Page, visit: Visit) -> None:
    missed(page, visit)
    visit("review/", page=page)


def record(page: Page, visit: Visit) -> None:
    visit("modules/export/", page=page)
    page.evaluate(ANSWER, True)
    visit("record/", page=page)
    page.locator(".certificate:visible").wait_for()


STATES = [
    unanswered,
    empty_check,
    right,
    missed,
    shown,
    quiz_review,
    quiz_result,
    scenario_ended,
    progress,
    review,
    record,
]


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
@pytest.mark.parametrize("width", [1280, 320])
def test_axe_finds_no_fault_in_light_and_dark(
    state: Callable[[Page, Visit], None], width: int, visit: Visit
) -> None:
    page = visit("index.html", viewport={"width": width, "height": 900})
    state(page, visit)
    for scheme in ("default", "slate"):
        page.evaluate("name => document.body.dataset.mdColorScheme = name", scheme)
        assert faults(page) == []
    assert too_wide(page) == []


@pytest.mark.parametrize("name", KINDS)
def test_the_accessibility_tree_of_a_kind_is_as_expected(
    name: str, visit: Visit, expected: Callable[[str, str], None]
) -> None:
    page = visit("all/?nostore=1", script="Math.random = () => 0.5;")
    here = page.locator(f"#q-{name}")
    before = here.aria_snapshot()
    page.evaluate(ANSWER, False)
    after = here.aria_snapshot()
    page.evaluate(ANSWER, True)
    over = here.aria_snapshot()
    text = f"# unanswered\n{before}\n# missed\n{after}\n# right\n{over}\n"
    expected(
        f"trees/{name}.yml",
        text.replace(page.evaluate("coursebuilder.page.day(Date.now())"), "TODAY"),
    )


def test_the_accessibility_tree_of_the_scenario_is_as_expected(
    visit: Visit, expected: Callable[[str, str], None]
) -> None:
    page = visit("modules/chemical/")
    here = page.locator("course-scenario")
    before = here.aria_snapshot()
    scenario_ended(page, visit)
    expected("trees/scenario.yml", f"# begun\n{before}\n# ended\n{here.aria_snapshot()}\n")


def test_every_target_is_large_enough(visit: Visit) -> None:
    page = visit("all/", viewport={"width": 360, "height": 900})
    small = page.evaluate(
        """() => [...document.querySelectorAll(
          'course-question :is(button, select, label, summary, .text-in)')]
        .filter(e => e.checkVisibility() && !e.matches('.typed label'))
        .map(e => [e.outerHTML.slice(0, 80), e.getBoundingClientRect()])
        .filter(([, box]) => box.width < 24 || box.height < 24).map(([html]) => html)"""
    )
    assert small == []


def test_wider_text_spacing_loses_nothing(visit: Visit) -> None:
    page = visit("all/", viewport={"width": 320, "height": 900}, bypass_csp=True)
    page.add_style_tag(
        content="* { line-height: 1.5 !important; letter-spacing: .12em !important;"
        " word-spacing: .16em !important; } p { margin-bottom: 2em !important; }"
    )
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_states_are_told_without_colour(visit: Visit) -> None:
    page = visit("all/", forced_colors="active")
    page.evaluate(ANSWER, False)
    for form in page.locator("form[data-state]").all():
        state = form.get_attribute("data-state")
        word = {"wrong": "Not right yet", "partly": "Partly right", "right": "Right"}[state or ""]
        assert word in form.get_by_role("status").inner_text()
        assert form.get_by_role("status").locator("svg").count() == 1
