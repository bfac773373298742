// @ts-check
// What a learner did, kept on this device only. Never a name.
//
// One text in localStorage under `course:<id>:1`: records by "kind id hash", each with the time
// of its last change; the newer one wins, between tabs, files and cookies alike. An edited
// question has another hash, so its old record is simply not asked for.
// From a folder (file:) Firefox gives every page its own localStorage, but shares cookies: so
// there the results, not the answers, go into cookies as well, and when all was cleared.
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
    /** What came out of cookies into a file: the result without its question. */
    shared: (r) => typeof r.entry === "string",
  };

  /** @type {(into: Records, from: Records) => Records} */
  function newest(into, from) {
    for (const [name, record] of Object.entries(from)) {
      const known = into[name];
      if (!isStored(known) || (isStored(record) && record.at > known.at)) into[name] = record;
    }
    return into;
  }

  /* Results in few characters, as a cookie holds them. A day is three: days since 1970, base 36.
     question: hash, first, last, tries (0: answer shown, -: kept from the attempt before), day, and box and day to review
     scenario: hash, first letter of the end, day
     module: ~slug~, best, day */
  const ENDS = { G: "good", P: "partial", B: "bad" };
  const ENTRY = /^(?:~([^~.]+)~|([0-9a-f]{8}))(?:([GPB])|([0-9a-z-])([0-9a-z-]?)([0-9a-z-]?))([0-9a-z]{3})(?:([0-3])([0-9a-z]{3}))?$/;

  /** @type {(value: number | undefined) => string} */
  const share = (value) => value === undefined ? "-" : Math.round(value * 35).toString(36);
  /** @type {(time: number) => string} */
  const dayOf = (time) => Math.max(0, Math.floor(time / 864e5)).toString(36).padStart(3, "0").slice(-3);
  /** @type {(day: string) => number} */
  const timeOf = (day) => parseInt(day, 36) * 864e5;

  /** @type {(kind: Kind, hash: string, id: string) => string} */
  const markOf = (kind, hash, id) => kind === "module" ? `~${id}~` : hash.slice(0, 8);

  /** @type {(kind: Kind, record: any) => string} */
  function packed(kind, record) {
    const day = dayOf(record.at);
    if (kind === "module") return share(record.best) + day;
    if (kind === "scenario") return record.end ? record.end[0].toUpperCase() + day : "";
    if (kind === "shared") return record.entry;
    if (kind !== "question") return "";
    const later = record.due ? (record.box ?? 0) + dayOf(Date.parse(record.due)) : "";
    if (record.tries || record.shown) return share(record.first) + share(record.last) + Math.min(record.tries ?? 0, 35).toString(36) + day + later;
    return record.kept === undefined ? "" : `${share(record.kept)}--${day}${later}`;
  }

  /** What an entry says, without what it leaves open. @type {(entry: string) => any} */
  function unpacked(entry) {
    const [, slug, , end, first, last, tries, day = "", box, due = ""] = ENTRY.exec(entry) ?? [];
    if (!day) return null;
    const of = (/** @type {string | undefined} */ mark) => !mark || mark === "-" ? undefined : parseInt(mark, 36) / 35;
    const count = parseInt(tries ?? "", 36);
    const says = slug ? { best: of(first), seen: true } : end ? { end: ENDS[/** @type {"G"} */ (end)], path: [] }
      : { ...(tries === "-" ? { kept: of(first) } : { first: of(first), last: of(last), tries: count || undefined, shown: count === 0 || undefined }),
        ...(box ? { box: Number(box), due: new Date(timeOf(due)).toISOString().slice(0, 10) } : {}) };
    return Object.fromEntries(Object.entries({ at: timeOf(day), ...says }).filter(([, value]) => value !== undefined));
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
        lastRecords = since(clearedAt(), parsed(raw) ?? setAside(raw));
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

    /** @type {(time: number, records: Records) => Records} */
    const since = (time, records) => !time ? records : Object.fromEntries(Object.entries(records).filter(([, record]) => isStored(record) && record.at > time));

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
      const known = cookieEntries();
      for (const [key, record] of Object.entries(records)) {
        const [kind, id, hash] = /** @type {[Kind, string, string]} */ (key.split(" "));
        const mark = markOf(kind, hash, id);
        const entry = isStored(record) && SHAPES[kind]?.(record) ? packed(kind, record) : "";
        if (kind === "shared" && !known.has(id) && unpacked(id + entry)) known.set(id, entry);
        // Other pages write of other modules, so the best is the best that any of them knows.
        if (entry && kind !== "shared" && unpacked(mark + entry) && !(kind === "module" && (known.get(mark) ?? "") > entry)) known.set(mark, entry);
      }
      const parts = [""];
      for (const [mark, entry] of known) {
        const last = parts[parts.length - 1] ?? "";
        if (last.length + mark.length + entry.length < COOKIE_SIZE) parts[parts.length - 1] = `${last}.${mark}${entry}`;
        else parts.push(mark + entry);
      }
      for (let at = 0; at < COOKIES; at += 1) setCookie(String(at), (parts[at] ?? "").replace(/^\./, ""));
      const here = records["place  "];
      if (here) setCookie("place", encodeURIComponent(JSON.stringify(here)));
    }

    /** @type {(which: string, text: string) => void} */
    function setCookie(which, text) {
      const age = text ? HALF_YEAR : 0;
      try {
        if (place.document) place.document.cookie = `${encodeURIComponent(name)}.${which}=${text}; path=/; max-age=${age}; SameSite=Lax`;
      } catch { /* Cookies are switched off. */ }
    }

    /** @returns {Map<string, string>} */
    function cookies() {
      let text = "";
      try { text = place.document ? place.document.cookie : ""; } catch { /* Cookies are switched off. */ }
      const stem = `${encodeURIComponent(name)}.`;
      return new Map(text.split(/;\s*/).filter((cookie) => cookie.startsWith(stem)).map((cookie) => {
        const at = cookie.indexOf("=");
        return [cookie.slice(stem.length, at), cookie.slice(at + 1)];
      }));
    }

    /** By mark. @returns {Map<string, string>} */
    function cookieEntries() {
      const entries = /** @type {Map<string, string>} */ (new Map());
      for (const [which, text] of cookies()) {
        for (const entry of /^\d+$/.test(which) ? text.split(".") : []) {
          const mark = /^(~[^~]+~|.{8})/.exec(entry)?.[0];
          if (mark && unpacked(entry)) entries.set(mark, entry.slice(mark.length));
        }
      }
      return entries;
    }

    /** What other pages left for this one. @type {(kind: Kind, id: string, hash: string) => any} */
    function told(kind, id, hash) {
      if (kind === "place" && place.folder) {
        try { return JSON.parse(decodeURIComponent(cookies().get("place") ?? "null")); } catch { return null; }
      }
      if (kind !== "module" && !hash) return null;
      const mark = markOf(kind, hash, id);
      const kept = /** @type {any} */ (one(`shared ${mark} `));
      return unpacked(mark + ((place.folder && cookieEntries().get(mark)) || (kept?.entry ?? "")));
    }

    /** When a page of this folder cleared all: what is older in this page's own storage goes, too. */
    function clearedAt() {
      return place.folder ? Number(cookies().get("cleared") ?? 0) : 0;
    }

    /** @type {(kind: Kind, id: string, hash?: string) => any} */
    function get(kind, id, hash = "") {
      const record = one(`${kind} ${id} ${hash}`);
      const known = isStored(record) && SHAPES[kind](record) ? record : null;
      return shared(kind, known, told(kind, id, hash));
    }

    /** What this page knows itself goes before what others told. @type {(kind: Kind, known: any, other: any) => any} */
    function shared(kind, known, other) {
      if (!isStored(other) || !SHAPES[kind](other)) return known;
      if (!known) return other;
      if (kind === "place") return other.at > known.at ? other : known;
      const best = Math.max(known.best ?? -1, /** @type {any} */ (other).best ?? -1);
      return { ...other, ...known, ...(best < 0 ? {} : { best }) };
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
      // Where a folder has cookies, each of its pages has a storage of its own.
      if (place.folder) setCookie("probe", "1");
      if (place.folder && cookies().has("probe")) return "results";
      return blocked || !place.storage ? "nothing" : "all";
    }

    function exported() {
      const others = place.folder ? [...cookieEntries()].map(([mark, entry]) => [`shared ${mark} `, { entry, at: unpacked(mark + entry).at }]) : [];
      return JSON.stringify({ format: FORMAT, version: VERSION, course, records: { ...Object.fromEntries(others), ...all() } }, null, 1);
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
      for (const which of cookies().keys()) setCookie(which, "");
      if (place.folder) setCookie("cleared", String(place.now()));
      lastRaw = null;
      for (const run of watchers) run();
    }

    return { get, find, put, keeping, exported, imported, clear, keys: () => Object.keys(all()), watch: (run) => { watchers.push(run); } };
  }

  (window.coursebuilder ||= {}).openStore = openStore;
})();
