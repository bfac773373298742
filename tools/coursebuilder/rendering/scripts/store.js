// @ts-check
// What a learner did, kept on this device only. Never a name.
//
// One text in localStorage under `course:<id>:1`: records by "kind id hash", each with the time
// of its last change; the newer one wins, between tabs, files and cookies alike. An edited
// question has another hash, so its old record is simply not asked for.
// From a folder (file:) Firefox gives every page its own localStorage, but shares cookies: so
// there the results, not the answers, go into cookies as well.
(function () {
  "use strict";

  const VERSION = 1;
  const FORMAT = "course-progress";
  const COOKIE_SIZE = 3600;
  const COOKIES = 8;
  const HALF_YEAR = 15552000;

  /** @typedef {Record<string, Stored>} Records */

  /** @type {(value: unknown) => value is Record<string, unknown>} */
  const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
  /** @type {(value: unknown) => value is Stored} */
  const isStored = (value) => isObject(value) && Number.isFinite(value.at);
  /** @type {(value: unknown) => boolean} */
  const isShare = (value) => value === undefined || (typeof value === "number" && value >= 0 && value <= 1);
  /** @type {(value: unknown) => boolean} */
  const isResponse = (value) => value === undefined || typeof value === "string"
    || (Array.isArray(value) && value.every((item) => typeof item === "string"))
    || (isObject(value) && Object.values(value).every((item) => typeof item === "string"));

  /** Whether a record is what its kind should be; anything else is as if it were not there.
   * @type {Record<Kind, (record: any) => boolean>} */
  const SHAPES = {
    question: (r) => isShare(r.first) && isShare(r.last) && isShare(r.kept) && isResponse(r.answer) && isResponse(r.draft)
      && (r.tries === undefined || Number.isInteger(r.tries)) && (r.box === undefined || Number.isInteger(r.box))
      && (r.due === undefined || /^\d{4}-\d\d-\d\d$/.test(r.due)),
    quiz: (r) => Number.isInteger(r.attempt) && Array.isArray(r.drawn) && r.drawn.every((/** @type {unknown} */ id) => typeof id === "string"),
    scenario: (r) => Array.isArray(r.path) && r.path.every((/** @type {unknown} */ step) => Array.isArray(step) && typeof step[0] === "string" && Number.isInteger(step[1])),
    module: (r) => isShare(r.best),
    place: (r) => ["module", "anchor", "title"].every((name) => typeof r[name] === "string"),
    seed: (r) => typeof r.seed === "string",
  };

  /** @type {(into: Records, from: Records) => Records} */
  function newest(into, from) {
    for (const [name, record] of Object.entries(from)) {
      const known = into[name];
      if (!isStored(known) || (isStored(record) && record.at > known.at)) into[name] = record;
    }
    return into;
  }

  /** Results in few characters: question, first, last, tries, days since 1970.
   * @type {(records: Records) => string[]} */
  function packed(records) {
    const share = (/** @type {number | undefined} */ value) => value === undefined ? "-" : Math.round(value * 35).toString(36);
    const entries = [];
    for (const [name, record] of Object.entries(records)) {
      const [kind, , hash] = name.split(" ");
      const known = /** @type {QuestionRecord} */ (record);
      if (kind !== "question" || !hash || !known.tries) continue;
      const tries = Math.min(known.tries, 35).toString(36);
      entries.push(hash.slice(0, 8) + share(known.first ?? known.kept) + share(known.last) + tries + Math.floor(known.at / 864e5).toString(36));
    }
    return entries;
  }

  /** @type {(entry: string) => [string, QuestionRecord] | null} */
  function unpacked(entry) {
    const found = /^([0-9a-f]{8})([0-9a-z-])([0-9a-z-])([0-9a-z])([0-9a-z]{1,5})$/.exec(entry);
    if (!found) return null;
    const share = (/** @type {string | undefined} */ mark) => mark === "-" || mark === undefined ? {} : parseInt(mark, 36) / 35;
    const first = share(found[2]);
    const last = share(found[3]);
    /** @type {QuestionRecord} */
    const record = { at: parseInt(found[5] ?? "0", 36) * 864e5, tries: parseInt(found[4] ?? "0", 36) };
    if (typeof first === "number") record.first = first;
    if (typeof last === "number") record.last = last;
    return [found[1] ?? "", record];
  }

  /** @type {NonNullable<Coursebuilder["openStore"]>} */
  function openStore(course, place) {
    const name = `course:${course}:${VERSION}`;
    const watchers = /** @type {(() => void)[]} */ ([]);
    /** What could not be written; it lives as long as the page. @type {Records} */
    let pending = {};
    let blocked = false;
    let inTheWay = false;
    let lastRaw = /** @type {string | null} */ (null);
    let lastRecords = /** @type {Records} */ ({});

    /** @returns {Records} */
    function read() {
      let raw = null;
      try { raw = place.storage ? place.storage.getItem(name) : null; } catch { blocked = true; }
      if (raw === null) return {};
      if (raw !== lastRaw) {
        lastRecords = parsed(raw) ?? setAside(raw);
        lastRaw = raw;
      }
      return lastRecords;
    }

    /** @type {(raw: string) => Records | null} */
    function parsed(raw) {
      try {
        const data = JSON.parse(raw);
        return isObject(data) && isObject(data.records) ? /** @type {Records} */ (data.records) : null;
      } catch { return null; }
    }

    /** What we cannot read is not ours to throw away. @type {(raw: string) => Records} */
    function setAside(raw) {
      try {
        if (place.storage && place.storage.getItem(`${name}:unreadable`) === null) place.storage.setItem(`${name}:unreadable`, raw);
        inTheWay = false;
      } catch { inTheWay = true; }
      return {};
    }

    /** @returns {Records} */
    const all = () => newest({ ...read() }, pending);

    /** @type {(name: string) => Stored | undefined} */
    function one(name) {
      const kept = read()[name];
      const waiting = pending[name];
      return waiting && (!isStored(kept) || waiting.at > kept.at) ? waiting : kept;
    }

    /** @type {(records: Records) => void} */
    function write(records) {
      pending = { ...pending, ...records };
      const merged = all();
      try {
        if (inTheWay) setAside(lastRaw ?? "");
        if (!place.storage || inTheWay) throw new Error("nowhere to write");
        const raw = JSON.stringify({ version: VERSION, records: merged });
        place.storage.setItem(name, raw);
        if (place.storage.getItem(name) !== raw) throw new Error("not kept");
        pending = {};
        blocked = false;
      } catch { blocked = true; }
      if (place.folder) writeCookies(merged);
      for (const run of watchers) run();
    }

    /** @type {(records: Records) => void} */
    function writeCookies(records) {
      const known = new Map(cookieEntries().map((entry) => [entry.slice(0, 8), entry]));
      for (const entry of packed(records)) known.set(entry.slice(0, 8), entry);
      const size = Math.floor(COOKIE_SIZE / 20);
      const entries = [...known.values()];
      for (let at = 0; at < COOKIES; at += 1) setCookie(at, entries.slice(at * size, (at + 1) * size).join("."));
    }

    /** @type {(at: number, text: string) => void} */
    function setCookie(at, text) {
      const age = text ? HALF_YEAR : 0;
      try {
        if (place.document) place.document.cookie = `${encodeURIComponent(name)}.${at}=${text}; path=/; max-age=${age}; SameSite=Lax`;
      } catch { /* Cookies are switched off. */ }
    }

    /** @returns {string[]} */
    function cookieEntries() {
      let text = "";
      try { text = place.document ? place.document.cookie : ""; } catch { /* Cookies are switched off. */ }
      const stem = `${encodeURIComponent(name)}.`;
      return text.split(/;\s*/).filter((cookie) => cookie.startsWith(stem))
        .flatMap((cookie) => cookie.slice(cookie.indexOf("=") + 1).split(".")).filter((entry) => unpacked(entry));
    }

    /** @type {(hash: string) => QuestionRecord | null} */
    function fromCookie(hash) {
      const entry = place.folder && hash ? cookieEntries().find((each) => each.startsWith(hash.slice(0, 8))) : undefined;
      return entry ? unpacked(entry)?.[1] ?? null : null;
    }

    /** @type {(kind: Kind, id: string, hash?: string) => any} */
    function get(kind, id, hash = "") {
      const record = one(`${kind} ${id} ${hash}`);
      const known = isStored(record) && SHAPES[kind](record) ? record : null;
      const shared = kind === "question" && !(/** @type {QuestionRecord | null} */ (known)?.tries) ? fromCookie(hash) : null;
      return shared ? { ...shared, ...(known ?? {}) } : known;
    }

    /** Where each hash is kept, made anew when anything was written. */
    let found = { read: /** @type {Records} */ ({}), pending, keys: /** @type {Map<string, string>} */ (new Map()) };

    /** @type {(kind: Kind, hash: string) => any} */
    function find(kind, hash) {
      const now = read();
      if (found.read !== now || found.pending !== pending) {
        const keys = new Map(Object.keys(now).concat(Object.keys(pending)).map((key) => [key.slice(key.lastIndexOf(" ") + 1), key]));
        found = { read: now, pending, keys };
      }
      const key = found.keys.get(hash) ?? "";
      return get(kind, key.startsWith(`${kind} `) ? key.slice(kind.length + 1, -hash.length - 1) : "", hash);
    }

    /** @type {Store["put"]} */
    function put(kind, id, hash, record) {
      const before = one(`${kind} ${id} ${hash}`);
      // A clock that was set back must not make an answer look older than the one before it.
      const at = Math.max(place.now(), isStored(before) ? before.at + 1 : 0);
      write({ [`${kind} ${id} ${hash}`]: { ...record, at } });
    }

    /** Full or blocked shows only when one writes. */
    function probe() {
      try {
        place.storage?.setItem(`${name}:probe`, "1");
        place.storage?.removeItem(`${name}:probe`);
      } catch { blocked = true; }
    }

    /** @returns {Keeping} */
    function keeping() {
      if (!blocked) probe();
      if (blocked || !place.storage) return place.folder && cookieEntries().length ? "results" : "nothing";
      return place.folder && cookieEntries().length ? "results" : "all";
    }

    function exported() {
      return JSON.stringify({ format: FORMAT, version: VERSION, course, records: all() }, null, 1);
    }

    /** @type {Store["imported"]} */
    function imported(text) {
      let data;
      try { data = JSON.parse(text); } catch { return null; }
      if (!isObject(data) || data.format !== FORMAT || data.version !== VERSION || data.course !== course || !isObject(data.records)) return null;
      const before = all();
      /** @type {Records} */
      const newer = {};
      let kept = 0;
      for (const [key, record] of Object.entries(data.records)) {
        const known = before[key];
        const kind = /** @type {Kind} */ (key.split(" ")[0]);
        if (!isStored(record) || !Object.hasOwn(SHAPES, kind) || !SHAPES[kind](record)) continue;
        if (isStored(known) && known.at >= record.at) kept += 1;
        else newer[key] = record;
      }
      write(newer);
      return { taken: Object.keys(newer).length, kept };
    }

    function clear() {
      pending = {};
      inTheWay = false;
      for (const key of [name, `${name}:unreadable`]) {
        try { if (place.storage) place.storage.removeItem(key); } catch { blocked = true; }
      }
      for (let at = 0; at < COOKIES; at += 1) setCookie(at, "");
      for (const run of watchers) run();
    }

    return { get, find, put, keeping, exported, imported, clear, keys: () => Object.keys(all()), watch: (run) => { watchers.push(run); } };
  }

  (window.coursebuilder ||= {}).openStore = openStore;
})();
