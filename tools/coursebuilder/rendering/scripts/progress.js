// @ts-check
// How far a learner is: the state of each module, marks wherever a module is named, and the
// learner's own pages. All from the store and the index; nothing is sent anywhere.
(function () {
  "use strict";
  const course = window.coursebuilder;
  const page = /** @type {Page} */ (course.page);
  const index = course.index;
  if (!index) return;
  const { say, el, icon, store } = page;
  const ICONS = { done: "right", started: "here", todo: "todo" };
  const LOOKS = { done: "right", started: "", todo: "none" };

  /** @param {IndexModule} module @returns {ModuleState} */
  function stateOf(module) {
    let alone = 0;
    let answeredAlone = 0;
    let drawn = 0;
    let points = 0;
    let won = 0;
    let last = 0;
    for (const item of module.items) {
      const { done, credit, at } = resultOf(item);
      if (!item.quiz) alone += 1;
      if (!done) continue;
      if (item.quiz) drawn += 1;
      else answeredAlone += 1;
      points += item.points;
      won += item.points * credit;
      last = Math.max(last, at);
    }
    const inQuiz = module.items.length - alone;
    const wanted = module.draw && module.draw < inQuiz ? module.draw : inQuiz;
    const required = alone + wanted;
    const answered = answeredAlone + Math.min(drawn, wanted);
    const score = points ? won / points : null;
    const known = store.get("module", module.slug);
    const complete = answered === required && (required > 0 || Boolean(known?.seen));
    const best = complete && score !== null ? Math.max(score, known?.best ?? 0) : known?.best ?? null;
    const passed = complete && (module.pass === null || score === null || (best ?? 0) >= module.pass);
    const begun = answered > 0 || Boolean(known?.seen);
    return { module, state: passed ? "done" : begun ? "started" : "todo", answered, required, score, best, passed, last: last || (known?.at ?? 0) };
  }

  /** @param {IndexItem} item */
  function resultOf(item) {
    if (item.kind === "scenario") {
      const record = store.get("scenario", item.id, item.hash);
      return { done: Boolean(record?.end), credit: 0, at: record?.at ?? 0 };
    }
    const record = store.get("question", item.id, item.hash);
    const first = record?.tries || record?.shown ? record.first ?? 0 : record?.kept;
    return { done: first !== undefined, credit: first ?? 0, at: record?.at ?? 0 };
  }

  const states = () => index.modules.map(stateOf);
  course.states = states;

  /** @param {string[]} slugs */
  function pathOf(slugs) {
    const of = states().filter((state) => slugs.includes(state.module.slug));
    const done = of.filter((state) => state.state === "done").length;
    const left = of.reduce((sum, state) => sum + (state.state === "done" ? 0 : state.module.minutes * (1 - state.answered / Math.max(1, state.required))), 0);
    return { of, done, complete: of.length > 0 && done === of.length, minutes: Math.ceil(left) };
  }

  /** @param {ModuleState} state */
  const wordOf = (state) => state.state === "started" && state.answered === state.required && !state.passed && state.required ? say("state-failed") : say(`state-${state.state}`);

  /* ---- Marks wherever a module or a path is named ---- */

  function markModules() {
    for (const state of states()) {
      const slug = CSS.escape(state.module.slug);
      for (const place of document.querySelectorAll(`[data-module="${slug}"]`)) {
        place.setAttribute("data-state", state.state);
        const link = place.querySelector("a");
        const use = place.querySelector("use");
        const here = link?.getAttribute("aria-current") === "page";
        use?.setAttribute("href", `#i-${here && state.state === "todo" ? "here" : ICONS[state.state]}`);
        use?.closest("svg")?.classList.toggle("done", state.state === "done");
        place.querySelector(".course-mark")?.remove();
        link?.append(el("span", { class: "vh course-mark" }, say("module-mark", { state: wordOf(state) })));
      }
      showRow(document.querySelector(`[data-course-row="${slug}"]`), state);
    }
  }

  /** @param {Element | null} row @param {ModuleState} state */
  function showRow(row, state) {
    const cell = (/** @type {string} */ name) => /** @type {Element} */ (row?.querySelector(`.${name}`));
    if (!row) return;
    cell("state").replaceChildren(el("span", { class: `verdict v-${LOOKS[state.state]}` }, icon(ICONS[state.state]), wordOf(state)));
    cell("answered").textContent = say("answered-of", { done: state.answered, of: state.required });
    cell("score").textContent = state.score === null ? "–" : page.percent(state.score);
    cell("last").textContent = state.last ? page.day(state.last) : "";
  }

  function markPaths() {
    for (const place of document.querySelectorAll(/** @type {"div"} */ ("[data-modules]"))) {
      const path = pathOf((place.dataset.modules ?? "").split(" "));
      const words = path.complete ? say("path-done", { count: path.of.length }) : say(path.minutes ? "path-left" : "path-open", { done: path.done, of: path.of.length, minutes: path.minutes });
      place.querySelectorAll(".steps > li").forEach((step, at) => { step.className = { done: "done", started: "part", todo: "" }[path.of[at]?.state ?? "todo"]; });
      const left = place.querySelector("[data-course-left], .go > span");
      if (left && path.of.some((state) => state.state !== "todo")) left.textContent = words;
      if (place.dataset.courseRecord !== undefined) showRecord(place, path);
    }
    const summary = document.querySelector("[data-course-summary]");
    const all = pathOf(index?.modules.map((module) => module.slug) ?? []);
    const minutes = all.of.reduce((sum, state) => sum + state.module.minutes, 0);
    if (summary && all.of.some((state) => state.state !== "todo")) summary.textContent = say("nav-summary", { done: all.done, of: all.of.length, minutes });
  }

  /* ---- Review later ---- */

  function markReview() {
    const today = page.today();
    let due = 0;
    for (const module of index?.modules ?? []) {
      for (const item of module.items) {
        const record = item.kind === "question" ? store.get("question", item.id, item.hash) : null;
        if (record?.due && record.due <= today) due += 1;
      }
    }
    for (const place of document.querySelectorAll("[data-course-due]")) place.textContent = due ? say("due", { count: due }) : say("due-none");
    const list = document.querySelector(".later");
    const items = [...document.querySelectorAll(/** @type {"li"} */ ("[data-course-review]"))].map((item) => ({ item, record: store.get("question", item.dataset.courseReview ?? "", item.dataset.hash ?? "") }));
    items.sort((one, two) => (one.record?.due ?? "9").localeCompare(two.record?.due ?? "9"));
    for (const { item, record } of items) {
      const when = item.querySelector(".when");
      item.hidden = !record?.due;
      if (record?.due && when) when.textContent = record.due <= today ? say("due-now", { day: page.day(record.at) }) : say("due-on", { day: page.day(record.at), due: page.day(noon(record.due)) });
      if (record?.due) list?.append(item);
    }
  }

  /** @param {string} day */
  const noon = (day) => new Date(`${day}T12:00:00`).getTime();

  /* ---- The record ---- */

  /** @param {HTMLElement} place @param {{of: ModuleState[], complete: boolean}} path */
  function showRecord(place, path) {
    for (const part of place.querySelectorAll(/** @type {"div"} */ (".certificate, .q-actions"))) part.hidden = !path.complete;
    if (!path.complete) return;
    const data = recordOf(place, path.of);
    const set = (/** @type {string} */ name, /** @type {string} */ text) => { /** @type {Element} */ (place.querySelector(`[data-course-${name}]`)).textContent = text; };
    set("completed", page.date(noon(data.completed)));
    set("questions", say("questions-right", { right: data.questions.filter((question) => question.first === 1).length, of: data.questions.length }));
    for (const { id, share } of data.objectives) {
      const line = place.querySelector(`[data-course-objective="${CSS.escape(id)}"] b`);
      if (line) line.textContent = share === null ? "–" : page.percent(share);
    }
    const namer = /** @type {HTMLElement | null} */ (document.querySelector("[data-course-namer]"));
    if (namer) namer.hidden = false;
  }

  /** What the record says, as the saved file has it. @param {HTMLElement} place @param {ModuleState[]} modules */
  function recordOf(place, modules) {
    const items = new Map(modules.flatMap((state) => state.module.items).filter((item) => item.kind === "question").map((item) => [item.id, item]));
    const questions = [...items.values()].map((item) => ({ item, result: resultOf(item) })).filter(({ result }) => result.done)
      .map(({ item, result }) => ({ id: item.id, hash: item.hash, first: Math.round(result.credit * 1000) / 1000 }));
    const objectives = [...place.querySelectorAll(/** @type {"li"} */ ("[data-course-objective]"))].map((line) => {
      const id = line.dataset.courseObjective ?? "";
      const of = questions.filter((question) => items.get(question.id)?.objective === id);
      const points = of.reduce((sum, question) => sum + (items.get(question.id)?.points ?? 0), 0);
      const won = of.reduce((sum, question) => sum + (items.get(question.id)?.points ?? 0) * question.first, 0);
      return { id, questions: of.length, share: points ? Math.round((won / points) * 1000) / 1000 : null };
    });
    const finished = Math.max(...modules.map((state) => state.last));
    const day = new Date(finished);
    return {
      format: "course-record", version: 1,
      course: { id: index?.id, title: index?.title, version: index?.version, hash: index?.hash },
      path: place.dataset.courseRecord ?? "",
      holder: nameInput()?.value.trim() ?? "",
      completed: page.daysAfter(`${day.getFullYear()}-${day.getMonth() + 1}-${day.getDate()}`, 0),
      objectives, questions,
      statement: place.querySelector(".small:last-of-type")?.textContent ?? "",
    };
  }

  const nameInput = () => /** @type {HTMLInputElement | null} */ (document.querySelector("#course-name"));

  /* ---- What one can do ---- */

  /** @param {string} name @param {string} text */
  function download(name, text) {
    const link = el("a", { href: URL.createObjectURL(new Blob([text], { type: "application/json" })), download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }

  /** @param {string} text */
  function tell(text) {
    const place = document.querySelector("[data-course-said]");
    if (place) place.textContent = text;
  }

  /** @type {Record<string, (button: HTMLElement) => void>} */
  const actions = {
    export() {
      const name = `${index.id}-progress-${page.today()}.json`;
      download(name, store.exported());
      tell(say("exported", { name }));
    },
    import() { /** @type {HTMLInputElement | null} */ (document.querySelector("[data-course-file]"))?.click(); },
    clear(button) {
      if (!button.dataset.sure) {
        button.dataset.sure = "yes";
        return tell(say("clear-sure"));
      }
      delete button.dataset.sure;
      store.clear();
      tell(say("cleared"));
    },
    print(button) {
      const record = button.closest(".study-record");
      document.body.dataset.print = "record";
      record?.setAttribute("data-printed", "");
      print();
      delete document.body.dataset.print;
      record?.removeAttribute("data-printed");
    },
    save(button) {
      const record = /** @type {HTMLElement} */ (button.closest(".study-record"));
      const path = pathOf((record.dataset.modules ?? "").split(" "));
      download(`${index.id}-record-${page.today()}.json`, JSON.stringify(recordOf(record, path.of), null, 1));
    },
  };

  document.addEventListener("click", (event) => {
    const button = /** @type {HTMLElement} */ (event.target).closest(/** @type {"button"} */ ("[data-course-do]"));
    if (button) actions[button.dataset.courseDo ?? ""]?.(button);
  });

  document.addEventListener("change", (event) => {
    const input = event.target;
    if (!(input instanceof HTMLInputElement) || !input.matches("[data-course-file]")) return;
    const file = input.files?.[0];
    input.value = "";
    file?.text().then((text) => {
      const result = store.imported(text);
      tell(result ? say("imported", result) : say("import-failed"));
    }, () => tell(say("import-failed")));
  });

  nameInput()?.addEventListener("input", () => {
    for (const who of document.querySelectorAll("[data-course-who]")) who.textContent = nameInput()?.value || " ";
  });

  /* ---- Where one is ---- */

  /** @param {string} url */
  const bare = (url) => url.replace(/[?#].*$/, "").replace(/index\.html$/, "");
  const here = index.modules.find((module) => bare(page.address(module.url)) === bare(location.href));

  /** The section in view, so that one can go on from it. */
  function keepPlace() {
    if (!here) return;
    const titles = [...document.querySelectorAll(/** @type {"h2"} */ ("main h2[id], article h2[id]"))];
    const above = titles.filter((title) => title.getBoundingClientRect().top < innerHeight / 2).pop();
    store.put("place", "", "", { module: here.slug, anchor: above?.id ?? "", title: above?.firstChild?.textContent?.trim() ?? "" });
  }

  function offerPlace() {
    const place = store.get("place", "");
    const module = index?.modules.find((each) => each.slug === place?.module);
    if (!place || !module) return;
    const title = place.title && place.title !== module.title ? `${module.title}, ${place.title}` : module.title;
    for (const home of document.querySelectorAll(/** @type {"p"} */ ("[data-course-continue]"))) {
      home.hidden = false;
      home.querySelector(".course-go")?.remove();
      home.prepend(el("a", { class: "md-button course-go", href: page.address(module.url) + (place.anchor ? `#${place.anchor}` : "") }, say("continue", { title })));
    }
  }

  function keepDone() {
    for (const state of states()) {
      const known = store.get("module", state.module.slug);
      if (state.passed && state.best !== null && state.best > (known?.best ?? -1)) store.put("module", state.module.slug, "", { ...known, best: state.best });
    }
  }

  let waiting = false;
  /** All marks, once, after everything that changed. */
  function show() {
    if (waiting) return;
    waiting = true;
    queueMicrotask(() => {
      waiting = false;
      markModules();
      markPaths();
      markReview();
      const complete = (index?.audiences ?? []).filter((audience) => pathOf(audience.modules).complete).length;
      for (const place of document.querySelectorAll("[data-course-records]")) place.textContent = complete ? say("records", { count: complete }) : say("records-none");
      for (const place of document.querySelectorAll("[data-course-storage]")) place.textContent = say(`kept-${store.keeping()}`);
    });
  }

  if (here && !store.get("module", here.slug)?.seen) store.put("module", here.slug, "", { ...store.get("module", here.slug), seen: true });
  addEventListener("course-answered", keepDone);
  addEventListener("pagehide", keepPlace);
  addEventListener("storage", show);
  addEventListener("pageshow", (event) => { if (event.persisted) show(); });
  document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") keepPlace(); });
  store.watch(show);
  offerPlace();
  show();
})();
