// @ts-check
// A question made live: <course-question> around the complete form that the page already holds.
//
// Nothing happens on a change or an arrow key; the button checks. Focus stays where it is.
// After a miss only what was picked says what it was, so that a second try is still a try.
(function () {
  "use strict";
  const course = window.coursebuilder;
  const page = /** @type {Page} */ (course.page);
  const scoring = /** @type {Scoring} */ (course.scoring);
  const { say, el, icon } = page;
  /** Days until a missed question comes back, by how often it was right since. */
  const INTERVALS = [1, 3, 7, 21];
  const ICONS = { right: "right", wrong: "wrong", missed: "partly", left: "todo" };
  const LOOKS = { right: "right", wrong: "wrong", missed: "partly", left: "none" };

  /** @typedef {HTMLInputElement | HTMLSelectElement} Control */
  /** What a form shows: open for an answer; checked and missed; over, because right or shown. */
  /** @typedef {"open" | "missed" | "over"} State */

  class CourseQuestion extends HTMLElement {
    together = false;
    number = 0;
    #attempt = 0;
    /** @type {State} */
    #state = "open";
    #moved = false;

    connectedCallback() {
      // Those of a quiz are live when the quiz has taken them up.
      if (!this.closest("course-quiz")) page.live(this, () => { this.#make(); this.#mix(); this.#restore(); });
    }

    #make() {
      if (!this.#button.disabled) return;
      this.#button.disabled = false;
      this.#form.addEventListener("submit", (event) => { event.preventDefault(); this.#press(); });
      this.#form.addEventListener("click", (event) => this.#clicked(event));
      this.#form.addEventListener("change", () => this.#changed());
      this.#form.addEventListener("input", () => this.#changed());
      this.#showHintsOneByOne();
      this.#placeSpots();
      page.store.watch(() => this.#noteKeeping());
    }

    get #form() { return /** @type {HTMLFormElement} */ (this.querySelector("form")); }
    get #status() { return /** @type {HTMLElement} */ (this.querySelector("[role=status]")); }
    get #actions() { return /** @type {HTMLElement} */ (this.querySelector(".q-actions")); }
    get #button() { return /** @type {HTMLButtonElement} */ (this.querySelector(".q-check")); }
    get #kind() { return this.dataset.kind ?? ""; }
    /** Of two choices, a miss leaves nothing to find out. */
    get #halved() { return this.#parts.length === 2 && this.#kind === "choices"; }
    get #flags() { return this.#kind === "document" || this.#kind === "spots"; }
    /** @returns {Key} */
    get #key() { return JSON.parse(this.dataset.key ?? ""); }
    /** @returns {HTMLElement[]} */
    get #parts() { return [...this.#form.querySelectorAll(/** @type {"div"} */ ("fieldset [data-part]"))]; }
    /** @returns {QuestionRecord} */
    get #record() { return page.store.get("question", this.dataset.id ?? "", this.dataset.hash ?? "") ?? { at: 0 }; }

    /** @param {Partial<QuestionRecord>} change */
    #save(change) {
      const record = { ...this.#record, ...change };
      for (const [name, value] of Object.entries(record)) if (value === undefined) delete record[/** @type {keyof QuestionRecord} */ (name)];
      page.store.put("question", this.dataset.id ?? "", this.dataset.hash ?? "", record);
    }

    /* ---- The answer in the form ---- */

    /** @param {HTMLElement} part @returns {Control[]} */
    #controls(part) {
      if (part instanceof HTMLInputElement || part instanceof HTMLSelectElement) return [part];
      return [...part.querySelectorAll(/** @type {"input"} */ ("input, select"))];
    }

    /** @returns {Answer} */
    #read() {
      const key = this.#key;
      const values = this.#parts.map((part) => {
        const controls = this.#controls(part);
        const ticked = controls.find((control) => control instanceof HTMLInputElement && control.checked);
        const written = controls.find((control) => !/^(radio|checkbox)$/.test(control.type));
        return { part: part.dataset.part ?? "", value: (ticked ?? written)?.value ?? "" };
      });
      switch (key.kind) {
        case "picks": return values.filter((each) => each.value).map((each) => each.value);
        case "places":
          if (this.#kind === "order") return Object.fromEntries(values.map((each, at) => [String(at + 1), each.part]));
          return Object.fromEntries(values.filter((each) => each.value).map((each) => [each.part, each.value]));
        case "gaps": return values.map((each) => each.value);
        default: return values[0]?.value ?? "";
      }
    }

    /** @param {Answer} answer */
    #write(answer) {
      const text = typeof answer === "string" ? answer : "";
      if (this.#kind === "order" && typeof answer === "object" && !Array.isArray(answer)) this.#arrange(Object.values(answer));
      this.#parts.forEach((part, at) => {
        for (const control of this.#controls(part)) {
          const wanted = Array.isArray(answer) ? answer : typeof answer === "object" ? [answer[part.dataset.part ?? ""] ?? ""] : [text];
          if (control instanceof HTMLInputElement && /^(radio|checkbox)$/.test(control.type)) control.checked = wanted.includes(control.value);
          else if (this.#key.kind === "gaps") control.value = wanted[at] ?? "";
          else control.value = wanted[0] ?? "";
        }
      });
      this.#showSpots();
    }

    #empty() {
      const key = this.#key.kind;
      if (this.#kind !== "order") this.#write(key === "picks" || key === "gaps" ? [] : key === "places" ? {} : "");
    }

    /** @param {string[]} order */
    #arrange(order) {
      const list = this.#form.querySelector(".orderable");
      for (const id of order) {
        const item = this.#parts.find((part) => part.dataset.part === id);
        if (item) list?.append(item);
      }
      this.#showEnds();
    }

    /** What is missing, as a sentence; "" when the answer is complete. @returns {string} */
    #missing() {
      const answer = this.#read();
      const key = this.#key;
      if (key.kind === "picks") return answer.length ? "" : say(this.#flags ? "tick-first" : "choose-first");
      if (key.kind === "quantity") {
        if (!String(answer).trim()) return say("type-first");
        return scoring.readNumber(String(answer), key.decimal, key.unit) === null ? say("no-number") : "";
      }
      if (key.kind === "typed") return String(answer).trim() ? "" : say("type-first");
      if (this.#kind === "order") return "";
      const open = this.#parts.length - Object.values(answer).filter((each) => each.trim()).length;
      return open ? say(key.kind === "gaps" ? "gaps-first" : "places-first", { count: open }) : "";
    }

    /* ---- What the learner does ---- */

    #press() {
      // Enter in a text submits a form, with or without a visible button.
      if (this.together) return;
      if (this.#state === "over") this.#open(true);
      else if (this.#state === "missed" && !this.#different()) this.#open(false);
      else this.#check();
    }

    #different() { return JSON.stringify(this.#read()) !== JSON.stringify(this.#record.answer); }

    #check() {
      const missing = this.#missing();
      if (missing) return this.#refuse(missing);
      this.grade();
    }

    /** @param {string} sentence */
    #refuse(sentence) {
      const id = `${this.id}-error`;
      this.#status.replaceChildren(el("p", { class: "q-error", id }, icon("wrong"), sentence));
      this.#describe(id);
      for (const input of this.#form.querySelectorAll("fieldset .text-in")) input.setAttribute("aria-invalid", "true");
    }

    /** Say what describes the choices: the case, and an error if there is one. @param {string[]} errors */
    #describe(...errors) {
      const fieldset = this.#form.querySelector("fieldset");
      const others = (fieldset?.getAttribute("aria-describedby") ?? "").split(" ").filter((each) => each && !each.endsWith("-error"));
      const all = [...others, ...errors].join(" ");
      if (all) fieldset?.setAttribute("aria-describedby", all);
      else fieldset?.removeAttribute("aria-describedby");
    }

    #forgetError() {
      this.#describe();
      for (const input of this.#form.querySelectorAll("[aria-invalid]")) input.removeAttribute("aria-invalid");
    }

    /** Score what stands in the form, keep it, show it. */
    grade() {
      const answer = this.#read();
      const { credit } = scoring.score(this.#key, answer);
      const before = this.#record;
      const tries = (before.tries ?? 0) + 1;
      this.#save({ tries, first: before.first ?? credit, last: credit, answer, draft: undefined, shown: undefined, ...this.#later(before, credit) });
      this.#show();
      this.dispatchEvent(new CustomEvent("course-answered", { bubbles: true }));
    }

    /** When the question comes back. @param {QuestionRecord} before @param {number} credit @returns {Partial<QuestionRecord>} */
    #later(before, credit) {
      const today = page.today();
      if (before.due && before.due > today) return {};
      if (credit < 1) return { box: 0, due: page.daysAfter(today, INTERVALS[0] ?? 1) };
      if (!before.due) return {};
      const box = (before.box ?? 0) + 1;
      const days = INTERVALS[box];
      return { box, due: days === undefined ? undefined : page.daysAfter(today, days) };
    }

    /** @param {Event} event */
    #clicked(event) {
      const target = /** @type {HTMLElement} */ (event.target);
      const button = target.closest("button");
      if (button?.dataset.move) this.#move(button);
      if (button?.classList.contains("spot")) this.#pressSpot(button);
      if (button?.classList.contains("q-show")) this.#reveal();
      // A locked control can be reached and read, but not changed.
      if (this.#state === "over" && target instanceof HTMLInputElement && /^(radio|checkbox)$/.test(target.type)) event.preventDefault();
    }

    #changed() {
      if (this.#state === "over") return this.#write(this.#record.answer ?? this.#read());
      this.#showSpots();
      this.#forgetError();
      if (this.#status.querySelector(".q-error")) this.#status.replaceChildren();
      if (this.#state === "missed") this.#reopen();
      this.#save({ draft: this.#read() });
      this.#showState();
      this.dispatchEvent(new CustomEvent("course-changed", { bubbles: true }));
    }

    /** A changed answer after a miss: what was said of the old one stays until the next check. */
    #reopen() {
      this.#state = "open";
      this.#form.removeAttribute("data-state");
      this.#status.replaceChildren();
      this.#label("check", true);
    }

    /** @param {boolean} empty Whether the answer goes, too. */
    #open(empty) {
      this.#state = "open";
      this.#clearMarks();
      const picked = this.#form.querySelectorAll("input[type=radio]:checked");
      if (empty) this.#empty();
      else if (this.#kind === "choices") for (const input of picked) /** @type {HTMLInputElement} */ (input).checked = false;
      this.#label("check", true);
      this.#status.replaceChildren(el("p", { class: "q-again" }, say("again")));
    }

    #reveal() {
      this.#save({ shown: true, answer: this.#read(), first: this.#record.first ?? 0 });
      this.#show();
      this.#button.focus();
    }

    /* ---- What it shows ---- */

    #restore() {
      const record = this.#record;
      if (this.due() && !this.together) {
        this.#status.replaceChildren(el("p", { class: "q-again" }, say("review", { day: page.day(record.at) })));
        this.#showState();
        return;
      }
      const answer = record.draft ?? record.answer;
      if (answer !== undefined) this.#write(answer);
      if (record.answer !== undefined && record.draft === undefined && (record.tries || record.shown)) this.#show();
      this.#showState();
    }

    /** Show the recorded answer: checked. */
    #show() {
      const record = this.#record;
      const result = scoring.score(this.#key, record.answer ?? this.#read());
      const over = Boolean(record.shown) || result.credit === 1 || this.together;
      this.#clearMarks();
      this.#state = over ? "over" : "missed";
      const look = result.credit === 1 ? "right" : result.credit > 0 ? "partly" : "wrong";
      this.#form.dataset.state = look;
      for (const part of this.#parts) this.#mark(part, result, over);
      this.#status.replaceChildren(this.#result(look, result, Boolean(record.shown)));
      if (over && result.credit < 1) this.#showKey();
      if (result.credit < 1) this.#offerWayBack(!over);
      this.#label(over ? "once-more" : "try-again", false);
      this.#button.hidden = this.together;
      this.#lock(over);
      this.#showState();
      this.#noteKeeping();
    }

    /** @param {HTMLElement} part @param {Score} result @param {boolean} over */
    #mark(part, result, over) {
      const key = this.#key;
      const name = part.dataset.part ?? "";
      const place = this.#kind === "order" ? String(this.#parts.indexOf(part) + 1) : name;
      const verdict = result.parts[place];
      if (!verdict || key.kind === "typed" || key.kind === "quantity") return;
      const picked = verdict === "right" || verdict === "wrong";
      if (!picked && !(over && key.kind === "picks")) return;
      const many = key.kind === "picks" && key.many;
      const family = this.#flags ? "flag" : key.kind !== "picks" ? "place" : many ? "many" : "one";
      const told = key.kind !== "gaps" && (over || verdict === "right" || key.kind === "picks");
      const reason = told ? this.#reason(name, ".because") : null;
      // Ordinary lines of a paper stay ordinary.
      if (verdict === "left" && this.#flags && !reason) return;
      part.dataset.verdict = verdict;
      const note = el("span", { class: "note", id: `${this.id}-note-${name}` },
        el("span", { class: `verdict v-${LOOKS[verdict]}` }, icon(ICONS[verdict]), say(`${family}.${verdict}`)), " ", ...(reason ? [reason] : []));
      const home = part.matches("tr") ? part.querySelector("th") : part.querySelector(".said, .item") ?? part;
      if (home === part && part.matches("input, select")) part.after(note);
      else home?.append(note);
      // In a paper and a step the note is part of the name already.
      if (!part.matches(".tick")) for (const control of this.#controls(part)) control.setAttribute("aria-describedby", note.id);
    }

    /** @param {string} name @param {string} what @returns {HTMLElement | null} */
    #reason(name, what) {
      const found = this.querySelector(`.answer [data-part="${CSS.escape(name)}"] ${what}`);
      return found ? /** @type {HTMLElement} */ (found.cloneNode(true)) : null;
    }

    /** @param {string} look @param {Score} result @param {boolean} shown */
    #result(look, result, shown) {
      const over = this.#state === "over";
      const right = look === "right";
      const title = right || (!shown && !(over && look === "wrong")) ? `is-${look}` : shown ? "is-shown" : "place.wrong";
      const words = el("div", { class: `result is-${look}` }, icon(look), el("b", {}, say(title)));
      const reject = result.reject === null ? null : this.#reason(`reject-${result.reject}`, ".because");
      const count = right || shown ? "" : this.#count(result, over);
      if (reject ?? count) words.append(el("p", {}, reject ?? count));
      if (this.#key.kind === "gaps") words.append(...this.#gapReasons(result, over));
      const overall = this.querySelector(".answer .overall");
      if (overall && (right || over || this.#halved)) words.append(overall.cloneNode(true));
      return words;
    }

    /** Inside the sentence they would be in the way. @param {Score} result @param {boolean} over */
    #gapReasons(result, over) {
      const told = Object.entries(result.parts).filter(([, verdict]) => over || verdict === "right");
      return told.flatMap(([name]) => this.#reason(name, ".because") ?? []).map((reason) => el("p", {}, reason));
    }

    /** @param {Score} result @param {boolean} over */
    #count(result, over) {
      const verdicts = Object.values(result.parts);
      /** @type {(verdict: Verdict) => number} */
      const many = (verdict) => verdicts.filter((each) => each === verdict).length;
      const key = this.#key;
      if (key.kind === "picks") {
        const told = this.#halved || this.querySelector("fieldset .note .because");
        if (!key.many) return over ? "" : say(told ? "read-why" : "think-again");
        const found = say("found", { right: many("right"), of: key.right.length });
        return many("wrong") ? `${found} ${say(this.#flags ? "alarms" : "extra", { count: many("wrong") })}` : found;
      }
      if (key.kind === "typed" || key.kind === "quantity") return over ? "" : say("think-again");
      return say(this.#kind === "order" ? "in-place" : "are-right", { right: many("right"), of: verdicts.length });
    }

    /** The whole answer, where the marks do not say it already. */
    #showKey() {
      if (this.#key.kind === "picks") return;
      const key = this.querySelector(".answer .key")?.cloneNode(true);
      if (!key) return;
      this.#actions.before(el("div", { class: "q-key" }, el("p", {}, el("b", {}, say("the-answer"))), key));
    }

    /** @param {boolean} open Whether the answer may still be shown. */
    #offerWayBack(open) {
      const back = this.querySelector(".answer .back")?.cloneNode(true);
      if (open) this.#button.after(el("button", { class: "md-button q-show q-extra", type: "button" }, say("show-answer")));
      if (back) this.#actions.append(el("span", { class: "q-extra" }, back));
    }

    #clearMarks() {
      this.#forgetError();
      this.#form.removeAttribute("data-state");
      for (const old of this.querySelectorAll(".note, .q-extra, .q-key")) old.remove();
      for (const part of this.#parts) {
        delete part.dataset.verdict;
        for (const control of this.#controls(part)) control.removeAttribute("aria-describedby");
      }
      this.#status.replaceChildren();
      this.#lock(false);
    }

    /** @param {boolean} locked */
    #lock(locked) {
      for (const part of this.#parts) {
        for (const control of this.#controls(part)) {
          if (control instanceof HTMLInputElement && control.type === "text") control.readOnly = locked;
          else if (locked) control.setAttribute("aria-disabled", "true");
          else control.removeAttribute("aria-disabled");
        }
      }
      this.#showSpots();
      this.#showEnds();
    }

    /** @param {string} text @param {boolean} loud */
    #label(text, loud) {
      this.#button.textContent = say(text);
      this.#button.classList.toggle("md-button--primary", loud);
    }

    #showState() {
      const state = this.querySelector(".q-state");
      const record = this.#record;
      if (!state) return;
      if (record.tries || record.shown) state.textContent = this.together && this.#state !== "over" ? "" : say(this.together && this.#missing() ? "not-answered" : "answered-on", { day: page.day(record.at) });
      else if (record.kept !== undefined) state.textContent = say("answered-before");
      else state.textContent = record.draft !== undefined ? say("started") : say("not-answered");
    }

    #noteKeeping() {
      const old = this.querySelector(".q-kept");
      const lost = !page.quiet && page.store.keeping() === "nothing" && this.#state !== "open";
      if (lost && !old) this.#form.append(el("p", { class: "q-kept" }, say("not-kept")));
      if (!lost) old?.remove();
    }

    /* ---- Kinds with more than native controls ---- */

    #mix() {
      const key = this.#key;
      if ("fixed" in this.dataset || this.#kind === "spots" || this.#kind === "document" || this.#kind === "fill") return;
      if (this.#kind === "choices" && this.#parts.some((part) => this.#controls(part)[0]?.value === "true")) return;
      const parts = this.#parts;
      let mixed = page.mixed(parts, `${page.seed()} ${this.dataset.id} ${this.#attempt}`);
      if (key.kind === "places" && this.#kind === "order" && mixed.every((part, at) => key.right[String(at + 1)] === part.dataset.part)) mixed = [...mixed.slice(1), ...mixed.slice(0, 1)];
      mixed.sort((one, two) => Number("last" in one.dataset) - Number("last" in two.dataset));
      parts[0]?.parentElement?.append(...mixed);
      this.#showEnds();
    }

    /** @param {HTMLButtonElement} button */
    #move(button) {
      const item = button.closest("li");
      const other = button.dataset.move === "-1" ? item?.previousElementSibling : item?.nextElementSibling;
      if (this.#state === "over" || !item || !other) return;
      if (button.dataset.move === "-1") other.before(item);
      else other.after(item);
      button.focus();
      this.#moved = true;
      this.#changed();
      this.#clearNotes();
      this.#showEnds();
      const items = this.#parts;
      this.#status.replaceChildren(el("p", { class: "q-again" }, say("moved", { item: item.querySelector(".item")?.textContent ?? "", at: items.indexOf(item) + 1, of: items.length })));
    }

    /** A step that moved is no longer where its mark says. */
    #clearNotes() {
      for (const part of this.#parts) {
        delete part.dataset.verdict;
        part.querySelector(".note")?.remove();
      }
    }

    /** A button that can do nothing keeps its focus. */
    #showEnds() {
      if (this.#kind !== "order") return;
      const items = this.#parts;
      items.forEach((item, at) => {
        for (const button of item.querySelectorAll("button")) {
          const stuck = this.#state === "over" || at === (button.dataset.move === "-1" ? 0 : items.length - 1);
          button.setAttribute("aria-disabled", String(stuck));
        }
      });
    }

    #placeSpots() {
      if (this.#kind !== "spots") return;
      const picture = this.querySelector(".spotted-picture");
      this.#parts.forEach((part, at) => {
        const [left, top, width, height] = (part.dataset.at ?? "").split(" ");
        const button = el("button", { class: "spot", type: "button", "aria-pressed": "false", "data-spot": part.dataset.part ?? "", "aria-label": part.querySelector("label")?.textContent?.trim() ?? "" }, el("b", { "aria-hidden": "true" }, String(at + 1)));
        Object.assign(button.style, { left: `${left}%`, top: `${top}%`, width: `${width}%`, height: `${height}%` });
        picture?.append(button);
      });
    }

    /** @param {HTMLButtonElement} button */
    #pressSpot(button) {
      const part = this.#parts.find((each) => each.dataset.part === button.dataset.spot);
      const box = part ? /** @type {HTMLInputElement} */ (this.#controls(part)[0]) : null;
      if (!box || this.#state === "over") return;
      box.checked = !box.checked;
      this.#changed();
    }

    #showSpots() {
      for (const button of this.querySelectorAll(/** @type {"button"} */ (".spot"))) {
        const part = this.#parts.find((each) => each.dataset.part === button.dataset.spot);
        const box = part ? /** @type {HTMLInputElement} */ (this.#controls(part)[0]) : null;
        button.setAttribute("aria-pressed", String(Boolean(box?.checked)));
        button.setAttribute("aria-disabled", String(this.#state === "over"));
        button.dataset.verdict = part?.dataset.verdict ?? "";
      }
    }

    #showHintsOneByOne() {
      const hints = [...this.querySelectorAll(/** @type {"details"} */ (".hint"))];
      hints.forEach((hint, at) => {
        const next = hints[at + 1];
        if (!next) return;
        next.hidden = true;
        hint.addEventListener("toggle", () => { if (hint.open) next.hidden = false; });
      });
    }

    /* ---- For a quiz ---- */

    /** @returns {boolean} */
    answered() {
      if (this.#kind === "order" && !this.#moved && this.#record.draft === undefined && !this.checked()) return false;
      return this.checked() || !this.#missing();
    }
    checked() { return Boolean(this.#record.tries || this.#record.shown); }
    result() { return this.#record.first ?? 0; }
    due() {
      const { due } = this.#record;
      return due !== undefined && due <= page.today();
    }

    /** @param {number} attempt */
    restart(attempt) {
      const { first, kept } = this.#record;
      this.#attempt = attempt;
      this.#state = "open";
      this.#moved = false;
      this.#clearMarks();
      this.#save({ kept: first ?? kept, first: undefined, last: undefined, tries: undefined, answer: undefined, draft: undefined, shown: undefined });
      this.#empty();
      this.#mix();
      this.#label("check", true);
      this.#button.hidden = this.together;
      this.#showState();
    }

    /** The attempt that a quiz is in: its order is that of the attempt. @param {number} attempt @param {boolean} together */
    join(attempt, together) {
      this.#make();
      this.#attempt = attempt;
      this.together = together;
      this.#mix();
      this.#clearMarks();
      this.#state = "open";
      this.#button.hidden = together;
      this.#restore();
    }

    /** @param {number} at @param {number} of */
    renumber(at, of) {
      this.number = at;
      const label = this.querySelector(".q-number");
      if (label) label.textContent = say("number", { at, of });
    }
  }

  customElements.define("course-question", CourseQuestion);

  // Answers are for paper, too: what is folded on the screen is open in print.
  let folded = /** @type {HTMLDetailsElement[]} */ ([]);
  addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll(/** @type {"details"} */ ("details.answer:not([open])"))];
    for (const details of folded) details.open = true;
  });
  addEventListener("afterprint", () => { for (const details of folded) details.open = false; });
})();
