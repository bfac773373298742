// @ts-check
// What a learner did, kept on this device only. Never a name.
//
// One text in localStorage under `course:<id>:1`: records by "kind id hash", each with the time
// of its last change; the newer one wins, between tabs, files and cookies alike. An edited
// question has another hash, so its old record is simply not asked for.
// For a course that is opened from a folder, folder.js shares what pages cannot share themselves.
(function () {
  "use strict";

  const VERSION = 1;
  const FORMAT = "course-progress";

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

  /** @type {(key: string, record: unknown) => boolean} */
  const isSound = (key, record) => isStored(record) && Object.hasOwn(SHAPES, key.split(" ")[0] ?? "") && SHAPES[/** @type {Kind} */ (key.split(" ")[0])](record);

  /** @type {(into: Records, from: Records) => Records} */
  function newest(into, from) {
    for (const [name, record] of Object.entries(from)) {
      const known = into[name];
      if (!isStored(known) || (isStored(record) && record.at > known.at)) into[name] = record;
    }
    return into;
  }

  /** @type {NonNullable<Coursebuilder["openStore"]>} */
  function openStore(course, place) {
    const name = `course:${course}:${VERSION}`;
    const folder = place.folder ? window.coursebuilder.openFolder?.(name, place) : undefined;
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
        lastRecords = since(folder?.clearedAt() ?? 0, parsed(raw) ?? setAside(raw));
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
      folder?.write(Object.fromEntries(Object.entries(merged).filter(([key, record]) => isSound(key, record))));
      for (const run of watchers) run();
    }

    /** @type {(kind: Kind, id: string, hash?: string) => any} */
    function get(kind, id, hash = "") {
      const record = one(`${kind} ${id} ${hash}`) ?? (hash ? one(`${kind}  ${hash}`) : undefined);
      const known = isSound(kind, record) ? record : null;
      const told = folder?.told(kind, id, hash);
      return isSound(kind, told) ? shared(kind, known, told) : known;
    }

    /** What this page knows itself goes before what others told. @type {(kind: Kind, known: any, other: any) => any} */
    function shared(kind, known, other) {
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
        // A record from a file may lack its id; one with it is the newer.
        const sorted = Object.keys(now).concat(Object.keys(pending)).sort();
        const keys = new Map(sorted.map((key) => [key.slice(key.lastIndexOf(" ") + 1), key]));
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
      if (folder?.works()) return "results";
      return blocked || !place.storage ? "nothing" : "all";
    }

    function exported() {
      return JSON.stringify({ format: FORMAT, version: VERSION, course, records: { ...folder?.all(), ...all() } }, null, 1);
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
        if (!isSound(key, record) || !isStored(record)) continue;
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
      folder?.clear();
      lastRaw = null;
      for (const run of watchers) run();
    }

    return { get, find, put, keeping, exported, imported, clear, watch: (run) => { watchers.push(run); } };
  }

  (window.coursebuilder ||= {}).openStore = openStore;
})();
