// @ts-check
// What all exercises of a page share: words, elements, dates, chance, the store.
(function () {
  "use strict";
  const course = (window.coursebuilder ||= {});
  const index = course.index;
  const language = course.words?.language || index?.language || document.documentElement.lang || "en";

  /** @type {Page["say"]} */
  const say = (key, values) => spoken({ ...index?.texts, ...course.words?.texts }, key, values);
  /** In the course's language, also on a translation. @type {Page["say"]} */
  const sayCourse = (key, values) => spoken(index?.texts ?? {}, key, values);

  /** @param {Record<string, string>} texts @param {string} key @param {Record<string, string | number>} [values] */
  function spoken(texts, key, values = {}) {
    const plural = "count" in values ? `${key}.${values.count === 1 ? "one" : "other"}` : key;
    return (texts[plural] ?? plural).replace(/\{(\w+)\}/g, (all, name) => String(values[name] ?? all));
  }

  /** @type {Page["el"]} */
  function el(tag, props = {}, ...children) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(props)) {
      if (value === true) made.setAttribute(name, "");
      else if (value !== false) made.setAttribute(name, value);
    }
    made.append(...children.filter((child) => child !== null));
    return made;
  }

  /** @type {Page["icon"]} */
  function icon(name) {
    const space = "http://www.w3.org/2000/svg";
    const svg = document.createElementNS(space, "svg");
    svg.setAttribute("class", "ico");
    svg.setAttribute("aria-hidden", "true");
    svg.setAttribute("focusable", "false");
    const use = document.createElementNS(space, "use");
    use.setAttribute("href", `#i-${name}`);
    svg.append(use);
    return svg;
  }

  /** The day here, not in Greenwich. @type {Page["daysAfter"]} */
  function daysAfter(day, days) {
    const [year, month, date] = day.split("-").map(Number);
    return iso(new Date(year ?? 0, (month ?? 1) - 1, (date ?? 1) + days));
  }
  /** @type {(date: Date) => string} */
  const iso = (date) => [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, "0")).join("-");

  /** @type {Page["random"]} */
  function random(seed) {
    let state = 2166136261;
    for (const char of seed) state = Math.imul(state ^ (char.codePointAt(0) ?? 0), 16777619);
    return () => {
      state = (state + 0x6d2b79f5) | 0;
      let mix = Math.imul(state ^ (state >>> 15), 1 | state);
      mix = (mix + Math.imul(mix ^ (mix >>> 7), 61 | mix)) ^ mix;
      return ((mix ^ (mix >>> 14)) >>> 0) / 4294967296;
    };
  }

  /** @type {Page["mixed"]} */
  function mixed(items, seed) {
    const next = random(seed);
    const all = [...items];
    for (let at = all.length - 1; at > 0; at -= 1) {
      const other = Math.floor(next() * (at + 1));
      const kept = /** @type {typeof all[number]} */ (all[at]);
      all[at] = /** @type {typeof all[number]} */ (all[other]);
      all[other] = kept;
    }
    return all;
  }

  /** A trainer who presents keeps nothing: `?nostore=1`. */
  const quiet = new URLSearchParams(location.search).has("nostore");

  /** @returns {Storage | null} */
  function storage() {
    if (quiet) return null;
    try { return window.localStorage; } catch { return null; }
  }

  const store = /** @type {NonNullable<Coursebuilder["openStore"]>} */ (course.openStore)(index?.id ?? "course", {
    storage: storage(),
    document,
    now: () => Date.now(),
    folder: location.protocol === "file:" && !quiet,
  });

  /** What is not live yet, in the page's order, and what makes it so. @type {Map<Element, () => void>} */
  const waiting = new Map();
  const loading = () => document.readyState === "loading";

  /** While the page comes in, an element is whole when something stands behind it.
   * @param {(element: Element) => boolean} wanted */
  function make(wanted) {
    for (const [element, run] of waiting) {
      if (!wanted(element) || (loading() && !element.nextSibling)) continue;
      waiting.delete(element);
      run();
    }
  }

  /** @type {Page["ready"]} */
  function ready(run) {
    if (loading()) document.addEventListener("readystatechange", run, { once: true });
    else run();
  }

  /** Who comes for one place is led there until the page has loaded. What changes heights above it is done before. */
  const placed = location.hash !== "";
  let asked = 0;
  const ask = () => { asked ||= placed ? (queueMicrotask(work), 1) : setTimeout(work); };
  // As soon as the browser has read what stands behind it: a timer would wait for the next frame to be laid out.
  const behind = new MutationObserver(work);
  ready(ask);

  /** A few milliseconds at a time, also before the first frame: a press between two is answered. */
  function work() {
    const end = performance.now() + 8;
    const inTime = () => performance.now() < end || (placed && !loading());
    asked = 0;
    make(inTime);
    if (waiting.size && !(loading() && inTime())) ask();
  }

  const known = new WeakSet();
  /** @type {Page["live"]} */
  function live(element, run) {
    if (known.has(element)) return;
    known.add(element);
    waiting.set(element, run);
    behind.observe(/** @type {Node} */ (element.parentNode), { childList: true });
    ask();
  }

  // Where nothing waits for another, the rest is asked for when the page is whole. It must come behind this.
  const own = /** @type {HTMLScriptElement | null} */ (document.currentScript);
  if (own?.async) ready(() => document.head.append(el("script", { src: new URL("later.js", own.src).href })));

  // Who is quicker finds it live all the same.
  addEventListener("click", ({ target }) => make((element) => element.contains(/** @type {Node} */ (target))), true);

  // The styles leave out what is far from the screen. Who reads by ear needs it too, when all else is done.
  addEventListener("load", () => {
    for (const image of document.images) image.loading = "eager";
    for (const part of document.querySelectorAll(/** @type {"div"} */ (".sec, .quiz, .exercise"))) {
      live(/** @type {Element} */ (part.firstElementChild), () => {
        part.style.contentVisibility = "visible";
        // To lay it out is the work, so it is done now, where it is timed.
        void part.offsetTop;
      });
    }
  });

  /** Where chance begins on this device: one number, kept. */
  let chance = "";
  function seed() {
    chance ||= store.get("seed", "")?.seed ?? "";
    if (!chance) {
      chance = String(Math.floor(Math.random() * 4294967296));
      store.put("seed", "", "", { seed: chance });
    }
    return chance;
  }

  course.page = {
    say, sayCourse, el, icon, live, ready, daysAfter, random, mixed, seed, store, quiet,
    today: () => iso(new Date()),
    day: (time) => new Intl.DateTimeFormat(language, { month: "short", day: "numeric" }).format(time),
    percent: (share) => new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 0 }).format(share),
    address(url) {
      const found = new URL(url, course.root ?? document.baseURI);
      // From a folder nobody looks for the index of a directory.
      if (found.protocol === "file:" && found.pathname.endsWith("/")) found.pathname += "index.html";
      return found.href;
    },
  };
})();
