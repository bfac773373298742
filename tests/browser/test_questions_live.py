"""Every kind of question by keyboard alone, its states, what it keeps and what it says."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, Route, expect

pytestmark = pytest.mark.browser
Visit = Callable[..., Page]


def question(page: Page, name: str) -> Locator:
    return page.locator(f"#q-{name}")


def focused(page: Page) -> str:
    """Say what has the focus: its class, or its name, or its tag."""
    found: str = page.evaluate(
        "(() => { const f = document.activeElement; return f.className || f.name || f.tagName })()"
    )
    return found


def press_check(page: Page, name: str, key: str = "Enter") -> None:
    """Go on by Tab until the check button, as a person without a mouse does."""
    for _ in range(40):
        page.keyboard.press("Tab")
        if "q-check" in focused(page):
            assert (
                page.evaluate("document.activeElement.closest('course-question').dataset.id")
                == name
            )
            page.keyboard.press(key)
            return
    pytest.fail("The check button cannot be reached by Tab.")


def enter(page: Page, name: str) -> None:
    """Focus the first control, as Tab from above would."""
    page.evaluate(
        "name => document.querySelector(`#q-${name} fieldset :is(input, select, button)`).focus()",
        name,
    )


def choose(page: Page, texts: list[str]) -> None:
    """Tick those of the focused group of checkboxes whose name has one of the texts."""
    for _ in range(40):
        label = page.evaluate("document.activeElement.labels?.[0]?.textContent ?? ''")
        if any(text in label for text in texts):
            page.keyboard.press("Space")
        page.keyboard.press("Tab")
        if not page.evaluate("document.activeElement.matches('fieldset *')"):
            break
    page.keyboard.press("Shift+Tab")


def pick(page: Page, text: str) -> None:
    """Choose the radio button with this text by the arrow keys."""
    page.keyboard.press("Space")
    for _ in range(10):
        label = page.evaluate("document.activeElement.labels[0].textContent")
        if text in label:
            return
        page.keyboard.press("ArrowDown")
    pytest.fail(f"No choice has the text {text!r}.")


def select(page: Page, text: str) -> None:
    """Choose in the focused list by typing, as the browser's own lists allow."""
    page.keyboard.type(text)


def by_keys_choices(page: Page) -> None:
    pick(page, "Ask what it will")


def by_keys_many(page: Page) -> None:
    choose(page, ["splits the order", "name on the label"])


def by_keys_statement(page: Page) -> None:
    pick(page, "False")


def by_keys_text(page: Page) -> None:
    page.keyboard.type("bureau of industry and security")


def by_keys_number(page: Page) -> None:
    page.keyboard.type("15")


def by_keys_match(page: Page) -> None:
    right = {"Denied": "No dealings", "Entity": "Licence needed", "Unverified": "No licence"}
    for at in range(3):
        label = page.evaluate("document.activeElement.labels[0].textContent")
        select(page, next(text for name, text in right.items() if label.startswith(name)))
        if at < 2:
            page.keyboard.press("Tab")


def by_keys_order(page: Page) -> None:
    right = ["Stop the order", "Put it on file", "Talk to the", "Report it"]
    for at, step in enumerate(right):
        for _ in range(4):
            items = page.locator("#q-steps .item").all_inner_texts()
            here = next(place for place, text in enumerate(items) if text.startswith(step))
            if here == at:
                break
            page.locator("#q-steps li").nth(here).locator("[data-move='-1']").focus()
            page.keyboard.press("Enter")


def by_keys_sort(page: Page) -> None:
    for at in range(4):
        row = page.evaluate("document.activeElement.closest('tr').querySelector('th').textContent")
        page.keyboard.press("Space")
        if "certificate" in row or "another country" in row:
            page.keyboard.press("ArrowRight")
        if at < 3:
            page.keyboard.press("Tab")


def by_keys_fill(page: Page) -> None:
    select(page, "DEA")
    page.keyboard.press("Tab")
    page.keyboard.type("first")
    page.keyboard.press("Tab")
    page.keyboard.type("fifteen")


def by_keys_document(page: Page) -> None:
    choose(page, ["Pier 4", "Declined", "Quill Bay"])


def by_keys_spots(page: Page) -> None:
    choose(page, ["Consignee", "Weight"])


BY_KEYS = {
    "end-use": by_keys_choices,
    "whatever-the-amount": by_keys_many,
    "ear99": by_keys_statement,
    "bureau": by_keys_text,
    "written-report": by_keys_number,
    "lists": by_keys_match,
    "steps": by_keys_order,
    "sort-signs": by_keys_sort,
    "rule": by_keys_fill,
    "order-4711": by_keys_document,
    "label-spots": by_keys_spots,
}


def test_enter_in_a_text_checks_it_and_leaves_the_focus_there(visit: Visit) -> None:
    page = visit("all/")
    enter(page, "bureau")
    for typed, said in (("", "Type an answer first."), ("customs", "Not right yet")):
        page.keyboard.type(typed)
        page.keyboard.press("Enter")
        expect(question(page, "bureau").get_by_role("status")).to_contain_text(said)
        assert "text-in" in focused(page)


@pytest.mark.parametrize("name", BY_KEYS)
def test_every_kind_is_answered_by_keyboard_alone(name: str, visit: Visit) -> None:
    page = visit("all/")
    enter(page, name)
    BY_KEYS[name](page)
    press_check(page, name)
    here = question(page, name)
    expect(here.locator("form")).to_have_attribute("data-state", "right")
    expect(here.get_by_role("status")).to_contain_text("Right")
    assert "q-check" in focused(page)
    expect(here.locator(".q-state")).to_contain_text("Answered")


def test_an_arrow_key_only_moves(visit: Visit) -> None:
    page = visit("all/")
    enter(page, "end-use")
    for _ in range(5):
        page.keyboard.press("ArrowDown")
    here = question(page, "end-use")
    expect(here.get_by_role("status")).to_be_empty()
    assert here.locator("[disabled], [aria-disabled=true]").count() == 0
    assert here.locator("form").get_attribute("data-state") is None


def test_the_status_region_is_there_from_the_start(visit: Visit) -> None:
    page = visit("all/")
    assert page.locator("course-question").count() == page.get_by_role("status").count() > 10


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("end-use", "Choose an answer first."),
        ("whatever-the-amount", "Choose an answer first."),
        ("order-4711", "Tick at least one first."),
        ("label-spots", "Tick at least one first."),
        ("bureau", "Type an answer first."),
        ("written-report", "Type an answer first."),
        ("lists", "3 are still open. Choose an answer for each first."),
        ("sort-signs", "4 are still open. Choose an answer for each first."),
        ("rule", "3 blanks are still empty. Fill them in first."),
    ],
)
def test_an_empty_check_says_what_to_do_first(name: str, sentence: str, visit: Visit) -> None:
    page = visit("all/")
    here = question(page, name)
    here.locator(".q-check").focus()
    page.keyboard.press("Enter")
    expect(here.get_by_role("status")).to_have_text(sentence)
    described = here.locator("fieldset").get_attribute("aria-describedby") or ""
    assert page.locator(f"#{described.split()[-1]}").inner_text() == sentence
    assert "q-check" in focused(page)
    assert page.evaluate("localStorage.getItem('course:exercises:1') ?? ''").count("tries") == 0


def test_the_sentence_goes_when_the_answer_comes(visit: Visit) -> None:
    page = visit("all/")
    here = question(page, "written-report")
    here.locator(".q-check").click()
    here.locator("input").fill("fifteen")
    here.locator(".q-check").click()
    expect(here.get_by_role("status")).to_contain_text("Type a number in figures first")
    expect(here.locator("input")).to_have_attribute("aria-invalid", "true")
    here.locator("input").fill("15")
    expect(here.get_by_role("status")).to_be_empty()
    assert here.locator("fieldset").get_attribute("aria-describedby") is None
    assert here.locator("input").get_attribute("aria-invalid") is None


def test_after_a_miss_only_what_was_picked_says_what_it_was(visit: Visit) -> None:
    page = visit("all/")
    here = question(page, "whatever-the-amount")
    here.get_by_label("splits the order").check()
    here.get_by_label("certificate of analysis").check()
    here.locator(".q-check").click()
    expect(here.locator(".note")).to_have_count(2)
    expect(here.get_by_role("status")).to_contain_text("You found 1 of 2. One tick is too many.")
    wrong = here.locator(".choice", has_text="certificate of analysis")
    expect(wrong).to_contain_text("Not right")
    expect(wrong).to_contain_text("Real users ask for this every day.")
    note = wrong.locator(".note").get_attribute("id")
    assert wrong.locator("input").get_attribute("aria-describedby") == note
    expect(here.get_by_text("Read again: Who is buying").last).to_be_visible()


def test_the_answer_is_shown_on_demand_and_the_first_try_counts(visit: Visit) -> None:
    page = visit("all/")
    here = question(page, "whatever-the-amount")
    here.get_by_label("splits the order").check()
    here.locator(".q-check").click()
    expect(here.locator("form")).to_have_attribute("data-state", "partly")
    here.get_by_role("button", name="Show answer").click()
    expect(here.locator(".note")).to_have_count(4)
    expect(here.locator(".choice", has_text="name on the label")).to_contain_text(
        "Right, but not ticked"
    )
    assert "q-check" in focused(page)
    here.locator(".q-check").click()
    here.get_by_label("splits the order").check()
    here.get_by_label("name on the label").check()
    here.locator(".q-check").click()
    expect(here.locator("form")).to_have_attribute("data-state", "right")
    records = page.evaluate("JSON.parse(localStorage.getItem('course:exercises:1')).records")
    record = next(value for key, value in records.items() if "whatever" in key)
    assert (record["first"], record["last"], record["tries"]) == (0.5, 1, 2)


def test_try_again_gives_another_try_and_a_changed_answer_needs_no_button(visit: Visit) -> None:
    page = visit("all/")
    here = question(page, "end-use")
    here.get_by_label("Quote a price").check()
    here.locator(".q-check").click()
    expect(here.locator(".q-check")).to_have_text("Try again")
    here.locator(".q-check").click()
    expect(here.locator(".note")).to_have_count(0)
    expect(here.get_by_label("Quote a price")).not_to_be_checked()
    here.get_by_label("Quote a price").check()
    here.locator(".q-check").click()
    here.get_by_label("Ask what it will").check()
    expect(here.locator(".q-check")).to_have_text("Check answer")
    expect(here.locator(".note")).to_have_count(1)
    here.locator(".q-check").click()
    expect(here.locator("form")).to_have_attribute("data-state", "right")


def test_a_missed_statement_says_why_at_once(visit: Visit) -> None:
    here = question(visit("all/"), "ear99")
    here.get_by_label("True").check()
    here.locator(".q-check").click()
    expect(here.get_by_role("status")).to_contain_text("Read why, then try another answer.")
    expect(here.get_by_role("status")).to_contain_text("Destination, end user and end use")


def test_what_is_over_can_be_read_but_not_changed(visit: Visit) -> None:
    page = visit("all/")
    here = question(page, "ear99")
    here.get_by_label("False").check()
    here.locator(".q-check").click()
    here.get_by_label("True").click(force=True)
    expect(here.get_by_label("False")).to_be_checked()
    here.get_by_label("False").focus()
    page.keyboard.press("ArrowUp")
    expect(here.get_by_label("False")).to_be_checked()
    matched = question(page, "lists")
    for box in matched.locator("select").all():
        box.select_option(label="A search aid only")
    matched.locator(".q-check").click()
    matched.get_by_role("button", name="Show answer").click()
    matched.locator("select").first.focus()
    page.keyboard.press("ArrowUp")
    assert matched.locator("select").first.evaluate("e => e.selectedOptions[0].text") == (
        "A search aid only"
    )
    expect(matched.locator(".q-key")).to_contain_text("Denied Persons List: No dealings by anybody")


def test_an_expected_mistake_has_its_own_answer(visit: Visit) -> None:
    page = visit("all/")
    here = question(page, "bureau")
    here.locator("input").fill("d.d.t.c")
    here.locator(".q-check").click()
    expect(here.get_by_role("status")).to_contain_text("A hint or the text may help.")
    here.locator("input").fill("Ddtc.")
    here.locator(".q-check").click()
    expect(here.get_by_role("status")).to_contain_text("That office administers the ITAR.")


def test_hints_open_one_by_one(visit: Visit) -> None:
    page = visit("all/")
    here = question(page, "end-use")
    expect(here.get_by_text("Hint 2 of 2")).to_be_hidden()
    here.get_by_text("Hint 1 of 2").click()
    expect(here.get_by_text("Hint 2 of 2")).to_be_visible()
    expect(here.get_by_text("Two facts come before any price.")).to_be_hidden()


def test_a_moved_step_is_announced_and_keeps_the_focus(visit: Visit) -> None:
    page = visit("all/")
    here = question(page, "steps")
    first = here.locator("li").first
    name = first.locator(".item").inner_text()
    first.locator("[data-move='1']").focus()
    page.keyboard.press("Enter")
    expect(here.get_by_role("status")).to_have_text(f"{name} is now step 2 of 4.")
    assert page.evaluate("document.activeElement.dataset.move") == "1"
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    expect(here.get_by_role("status")).to_have_text(f"{name} is now step 4 of 4.")
    assert page.evaluate("document.activeElement.getAttribute('aria-disabled')") == "true"


def test_a_spot_and_its_line_are_one(visit: Visit) -> None:
    page = visit("all/")
    here = question(page, "label-spots")
    spot = here.get_by_role("button", name="2 Consignee")
    spot.click()
    expect(here.get_by_label("Consignee", exact=False).last).to_be_attached()
    expect(here.locator("input").nth(1)).to_be_checked()
    expect(spot).to_have_attribute("aria-pressed", "true")
    here.locator("input").nth(1).uncheck()
    expect(spot).to_have_attribute("aria-pressed", "false")


def test_answers_and_drafts_come_back_after_a_reload(visit: Visit) -> None:
    page = visit("all/")
    question(page, "ear99").get_by_label("False").check()
    question(page, "ear99").locator(".q-check").click()
    question(page, "rule").locator("input").first.fill("earliest")
    question(page, "steps").locator("[data-move='1']").first.click()
    steps = question(page, "steps").locator(".item").all_inner_texts()
    orders = [item.all_inner_texts() for item in page.locator("fieldset").all()]
    page.reload()
    expect(question(page, "ear99").locator("form")).to_have_attribute("data-state", "right")
    expect(question(page, "rule").locator("input").first).to_have_value("earliest")
    expect(question(page, "rule").locator(".q-state")).to_have_text("Not checked yet")
    assert question(page, "steps").locator(".item").all_inner_texts() == steps
    assert [item.all_inner_texts() for item in page.locator("fieldset").all()] == orders


def test_an_edited_question_is_asked_again_and_the_others_keep_their_answers(
    visit: Visit,
) -> None:
    page = visit("all/")
    for name in ("ear99", "end-use"):
        question(page, name).locator("input").first.check()
        question(page, name).locator(".q-check").click()
    edit = (
        "new MutationObserver(() => {"
        "const q = document.querySelector('#q-ear99'); if (q) q.dataset.hash = 'edited000000';"
        "}).observe(document, {childList: true, subtree: true});"
    )
    page.add_init_script(edit)
    page.reload()
    expect(question(page, "ear99").locator(".q-state")).to_have_text("Not answered")
    expect(question(page, "ear99").locator("input:checked")).to_have_count(0)
    expect(question(page, "end-use").locator(".q-state")).to_contain_text("Answered")


def test_the_order_is_another_on_another_device(visit: Visit) -> None:
    orders = set()
    for _ in range(4):
        page = visit("all/")
        orders.add(tuple(question(page, "lists").locator("label").all_inner_texts()))
    assert len(orders) > 1


def test_without_javascript_every_answer_can_be_read(visit: Visit) -> None:
    page = visit("all/", java_script_enabled=False)
    expect(page.locator(".q-check").first).to_be_hidden()
    here = question(page, "order-4711")
    expect(here.locator(".key")).to_be_hidden()
    here.locator("details.answer summary").click()
    expect(here.locator(".key")).to_contain_text("A forwarder is the last address.")


@pytest.mark.parametrize("scripted", [True, False])
def test_paper_has_the_answers_and_no_buttons(visit: Visit, scripted: bool) -> None:
    page = visit("all/", java_script_enabled=scripted)
    page.emulate_media(media="print")
    if scripted:
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
    here = question(page, "written-report")
    expect(here.locator(".key")).to_contain_text("15 days")
    assert (here.locator(".key").bounding_box() or {"height": 0})["height"] > 0
    expect(here.locator(".q-check")).to_be_hidden()


def test_a_false_alarm_loses_the_band_of_a_red_flag(visit: Visit) -> None:
    page = visit("all/")
    here = question(page, "order-4711")
    for text in ("c/o Merrow Forwarding", "English, two copies"):
        here.locator(".tick", has_text=text).click()
    press_check(page, "order-4711")
    found, alarm = (here.locator(f'.tick[data-verdict="{it}"]') for it in ("right", "wrong"))
    expect(found).to_contain_text("Red flag, found")
    expect(alarm).to_contain_text("Not a red flag")
    expect(alarm.locator('use[href="#i-wrong"]')).to_have_count(1)
    look = "it => [getComputedStyle(it).backgroundColor, getComputedStyle(it).boxShadow]"
    for one, other in zip(found.evaluate(look), alarm.evaluate(look), strict=True):
        assert one != other


def test_a_false_alarm_on_a_picture_says_so_in_colour_and_mark(visit: Visit) -> None:
    page = visit("all/")
    here = question(page, "label-spots")
    for name in ("Sender", "Consignee"):
        here.get_by_role("checkbox", name=name).check()
    press_check(page, "label-spots")
    mark = "it => getComputedStyle(it.firstChild, '::after').content"
    colour = "it => getComputedStyle(it.firstChild).backgroundColor"
    alarm, found = (here.locator(f'.spot[data-verdict="{it}"]') for it in ("wrong", "right"))
    assert alarm.evaluate(mark) != found.evaluate(mark)
    assert alarm.evaluate(colour) != found.evaluate(colour)


@pytest.mark.parametrize("scripted", [True, False])
def test_paper_says_each_choice_once(visit: Visit, scripted: bool) -> None:
    page = visit("all/", java_script_enabled=scripted)
    page.emulate_media(media="print")
    for kind in ("choices", "match", "sort", "order", "text"):
        here = page.locator(f'course-question[data-kind="{kind}"]').first
        expect(here.locator(".key > li").first).to_be_visible()
        expect(here.locator("fieldset [data-part]").first).to_be_hidden()


def test_what_a_paper_does_not_explain_is_not_said_again_below_it(visit: Visit) -> None:
    page = visit("all/")
    page.emulate_media(media="print")
    here = question(page, "order-4711")
    expect(here.locator(".tick").first).to_be_visible()
    for line in here.locator(".key > li").all():
        told = line.locator(".because, .v-right").count() > 0
        expect(line).to_be_visible(visible=told)


def test_an_answered_question_is_printed_as_it_was_answered(visit: Visit) -> None:
    page = visit("all/")
    here = question(page, "written-report")
    here.get_by_role("textbox").fill("15 days")
    press_check(page, "written-report")
    page.emulate_media(media="print")
    expect(here.get_by_role("textbox")).to_have_value("15 days")
    expect(here.get_by_role("textbox")).to_be_visible()
    expect(here.locator(".key")).to_be_hidden()


def test_a_missed_question_is_printed_with_its_key_and_that_it_was_missed(visit: Visit) -> None:
    page = visit("all/")
    here = question(page, "written-report")
    here.get_by_role("textbox").fill("30 days")
    press_check(page, "written-report")
    page.emulate_media(media="print")
    expect(here.get_by_role("textbox")).to_be_hidden()
    expect(here.locator(".key")).to_contain_text("15 days")
    expect(here.locator(".result")).to_contain_text("Not right yet")


def test_only_one_name_is_added_to_the_page(visit: Visit) -> None:
    page = visit("all/")
    here = "JSON.stringify(Object.keys(window))"
    names = set(page.evaluate(f"JSON.parse({here})"))
    page.goto("about:blank")
    assert names - set(page.evaluate(f"JSON.parse({here})")) == {"coursebuilder"}


def test_nothing_can_be_sent_before_the_script_is_there(visit: Visit) -> None:
    """A form that is sent, even in vain, stops the page as it comes in."""
    held: list[Route] = []
    page = visit("index.html")
    page.route("**/course.js", lambda route: held.append(route))  # noqa: PLW0108
    page.goto(page.url.replace("index.html", "all/"), wait_until="commit")
    here = question(page, "bureau")
    here.locator(".text-in").press("Enter")
    expect(here.locator(".q-check")).to_be_hidden()
    assert page.url.endswith("all/")
    held[0].fallback()
    expect(here.locator(".q-check")).to_be_enabled()
    here.locator(".text-in").press("Enter")
    expect(here.get_by_role("status")).to_have_text("Type an answer first.")


def test_who_presses_at_once_finds_the_question_live(visit: Visit) -> None:
    never = "window.setTimeout = () => 1;"
    page = visit("index.html", script=never)
    page.goto(page.url.replace("index.html", "all/"))
    here = question(page, "label-spots")
    assert here.locator(".spot").count() == 0
    here.locator("legend").evaluate("legend => legend.click()")
    assert here.locator(".spot").count() > 1
    assert question(page, "rule").locator(".q-check").is_disabled()
