// Plays a course and a deck in a real Firefox, from file://, with the network cut.
// `node firefox.mjs FIREFOX SITE DECK [NAME]` prints one line of JSON a promise: its name, and
// what went wrong or "". test_firefox.py runs it: Playwright cannot drive the Firefox of a system.
import assert from "node:assert/strict";
import puppeteer from "puppeteer-core";

const [, , executablePath, site, deck, only] = process.argv;
// A page behind another paints no frames, so we look by the clock.
const PATIENCE = { timeout: 30_000, polling: 100 };
const NOWHERE = { "network.proxy.type": 1 };
for (const kind of ["http", "ssl", "socks"]) Object.assign(NOWHERE, { [`network.proxy.${kind}`]: "127.0.0.1", [`network.proxy.${kind}_port`]: 9 });

const text = (page, css) => page.$eval(css, (element) => element.textContent.trim());
const said = (page, css, words) => page.waitForFunction((where, what) => document.querySelector(where)?.textContent.includes(what), PATIENCE, css, words);
const there = (page, css) => page.waitForFunction((where) => document.querySelector(where), PATIENCE, css);
const shownSlide = (page) => page.$eval(".page.is-on", (element) => element.id);
const slide = (page, name) => page.waitForFunction((id) => document.querySelector(".page.is-on")?.id === id, PATIENCE, name);

/** Click a choice of a question, then its button. */
async function answer(page, name, right) {
  await page.$eval(`#q-${name}`, (question, wanted) => {
    const key = JSON.parse(question.dataset.key);
    const value = (wanted ? key.right : key.wrong)[0];
    question.querySelector(`input[value="${value}"]`).click();
    question.querySelector(".q-check").click();
  }, right);
}

/** Answer all that the page asks, rightly. */
const answerAll = (page) => page.evaluate(() => {
  for (const question of document.querySelectorAll("course-question:not([hidden])")) {
    const key = JSON.parse(question.dataset.key);
    const parts = [...question.querySelectorAll("fieldset [data-part]")];
    const list = question.querySelector(".orderable");
    if (list) for (const id of Object.values(key.right)) list.append(question.querySelector(`li[data-part="${id}"]`));
    parts.forEach((part, at) => {
      const gap = key.gaps?.[at];
      const control = part.matches("input, select") ? part : part.querySelector("select, .text-in");
      for (const box of part.querySelectorAll("[type=radio], [type=checkbox]")) {
        if (key.kind === "picks" ? key.right.includes(box.value) : key.right[part.dataset.part] === box.value) box.checked = true;
      }
      if (gap) part.value = (gap.right ?? gap.accept)[0];
      else if (control && key.kind === "places") control.value = key.right[part.dataset.part];
    });
    if (key.kind === "typed") question.querySelector(".text-in").value = key.accept[0];
    if (key.kind === "quantity") question.querySelector(".text-in").value = key.low;
    question.querySelector("fieldset :is(input, select)")?.dispatchEvent(new Event("input", { bubbles: true }));
    if (!question.together) question.grade();
  }
});

async function completeAll(open) {
  const chemical = await open("modules/chemical.html");
  await answerAll(chemical);
  for (const words of ["Ask for the end use", "Stop and report it."]) {
    await chemical.evaluate((what) => [...document.querySelectorAll("a.way")].find((way) => way.textContent.includes(what)).click(), words);
  }
  const exported = await open("modules/export.html");
  await answerAll(exported);
  for (const words of ["Review before", "Submit my"]) {
    await exported.evaluate((what) => [...document.querySelectorAll(".quiz-foot button")].find((button) => button.textContent.includes(what)).click(), words);
  }
}

const promises = {
  async a_question_is_answered_checked_and_kept_over_a_reload(open) {
    const page = await open("modules/chemical.html");
    await answer(page, "end-use", true);
    await said(page, "#q-end-use [role=status]", "Right");
    await page.reload();
    await said(page, "#q-end-use [role=status]", "Right");
    assert.equal(await page.$eval("#q-end-use form", (form) => form.dataset.state), "right");
  },

  async results_go_from_page_to_page_and_the_page_says_what_is_not_kept(open) {
    await answer(await open("modules/chemical.html"), "end-use", false);
    const page = await open("progress.html");
    await said(page, "[data-course-row=chemical]", "1 of 14");
    await said(page, "[data-course-storage]", "not the answers themselves");
    const review = await open("review.html");
    await there(review, "[data-course-review=end-use]:not([hidden])");
  },

  async one_goes_on_where_one_left(open) {
    await (await open("modules/export.html")).goto(`${site}/index.html`);
    const page = await open("index.html");
    await there(page, ".course-go");
    assert.match(await page.$eval(".course-go", (link) => link.href), /modules\/export\.html/);
  },

  async a_path_done_on_several_pages_gives_a_record_to_print(open) {
    await completeAll(open);
    const page = await open("record.html");
    await page.waitForFunction(() => [...document.querySelectorAll(".certificate")].some((each) => each.checkVisibility()), PATIENCE);
    await page.type("#course-name", "A. Reader");
    await said(page, "[data-course-who]", "A. Reader");
    await page.evaluate(() => { window.print = () => { document.title = "printed"; }; });
    await page.$eval(".study-record .certificate:not([hidden]) ~ .q-actions [data-course-do=print], .study-record [data-course-do=print]", (button) => button.click());
    assert.equal(await page.title(), "printed");
    await page.reload();
    assert.equal(await page.$eval("#course-name", (input) => input.value), "");
  },

  async what_is_cleared_on_one_page_is_gone_on_all(open) {
    const page = await open("modules/chemical.html");
    await answer(page, "end-use", true);
    const progress = await open("progress.html");
    await said(progress, "[data-course-row=chemical]", "1 of 14");
    for (const _ of [1, 2]) await progress.$eval("[data-course-do=clear]", (button) => button.click());
    await page.reload();
    await said(page, "#q-end-use .q-state", "Not answered");
    await progress.reload();
    await said(progress, "[data-course-row=chemical]", "0 of 14");
  },

  async a_saved_file_holds_what_all_pages_know(open, another) {
    await completeAll(open);
    const file = await (await open("progress.html")).evaluate(() => window.coursebuilder.page.store.exported());
    const elsewhere = await another();
    const page = await elsewhere("progress.html");
    await page.evaluate((saved) => window.coursebuilder.page.store.imported(saved), file);
    await said(page, "[data-course-row=chemical]", "14 of 14");
    await said(await elsewhere("modules/chemical.html"), "[data-module=chemical]", "(Done)");
  },

  async a_quiz_that_is_started_again_is_open_again(open) {
    const page = await open("modules/export.html");
    await answerAll(page);
    for (const words of ["Review before", "Submit my", "Start again"]) {
      await page.evaluate((what) => [...document.querySelectorAll(".quiz-foot button")].find((button) => button.textContent.includes(what)).click(), words);
    }
    await page.reload();
    await said(page, ".quiz-count", "0 of 4");
    await said(await open("progress.html"), "[data-course-row=export]", "4 of 4");
  },

  async the_search_finds_a_page(open) {
    const page = await open("index.html");
    await page.keyboard.press("/");
    await page.keyboard.type("buyer");
    await there(page, ".md-search-result__item a");
    assert.match(await page.$eval(".md-search-result__item a", (link) => link.href), /^file:.*\.html/);
  },

  async keys_move_the_slides_and_the_presenter_window_follows(open) {
    const page = await open("", deck);
    await slide(page, "slide-1");
    await page.keyboard.press("PageDown");
    await slide(page, "slide-2");
    const opened = new Promise((resolve) => { page.once("popup", resolve); });
    await page.keyboard.press("s");
    const presenter = await opened;
    await presenter.waitForFunction(() => document.querySelector("[data-show=now] :is(h1, h2)"), PATIENCE);
    const before = await text(presenter, "[data-show=now]");
    await presenter.keyboard.press("PageDown");
    await slide(page, "slide-3");
    await presenter.waitForFunction((old) => document.querySelector("[data-show=now]").textContent.trim() !== old, PATIENCE, before);
    await page.keyboard.press("PageUp");
    await presenter.waitForFunction((old) => document.querySelector("[data-show=now]").textContent.trim() === old, PATIENCE, before);
    await presenter.close();
  },

  async a_reload_goes_on_at_the_same_slide_and_time(open) {
    const page = await open("", deck);
    for (const _ of [1, 2, 3]) await page.keyboard.press("PageDown");
    await slide(page, "slide-4");
    const started = await page.evaluate(() => window.courseDeck.state.started);
    assert.ok(started > 0);
    await page.reload();
    await slide(page, "slide-4");
    assert.equal(await page.evaluate(() => window.courseDeck.state.started), started);
    assert.equal(await shownSlide(page), "slide-4");
  },
};

const browser = await puppeteer.launch({ browser: "firefox", executablePath, headless: true, extraPrefsFirefox: NOWHERE });
try {
  for (const [name, keeps] of Object.entries(promises)) {
    if (only && name !== only) continue;
    const wrong = [];
    const contexts = [];
    const another = async () => {
      const context = await browser.createBrowserContext();
      contexts.push(context);
      return async (address, whole) => {
        const page = await context.newPage();
        page.on("pageerror", (error) => wrong.push(error.message));
        page.on("console", (line) => { if (line.type() === "error") wrong.push(line.text()); });
        page.on("request", (request) => { if (!/^(file|data|blob):/.test(request.url())) wrong.push(`asked ${request.url()}`); });
        await page.goto(whole ?? `${site}/${address}`);
        return page;
      };
    };
    try { await keeps(await another(), another); } catch (error) { wrong.unshift(String(error)); }
    for (const context of contexts) await context.close();
    console.log(JSON.stringify([name, wrong.join("\n")]));
  }
} finally {
  await browser.close();
}
