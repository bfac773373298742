// @ts-check
// A course opened from a folder (file:). Firefox gives every page its own localStorage there, but
// shares cookies: so the results, not the answers, go into cookies, too. Chromium has no cookies
// there, but one localStorage for all. Loaded before the store, by a site made for a folder.
(function () {
  "use strict";

  const COOKIE_SIZE = 3600;
  const COOKIES = 8;
  const HALF_YEAR = 15552000;

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

  /** @type {NonNullable<Coursebuilder["openFolder"]>} */
  function openFolder(name, place) {
    /** @type {Folder["write"]} */
    function write(records) {
      const known = cookieEntries();
      for (const [key, record] of Object.entries(records)) {
        const [kind, id, hash] = /** @type {[Kind, string, string]} */ (key.split(" "));
        const mark = markOf(kind, hash, id);
        const entry = packed(kind, record);
        // Other pages write of other modules, so the best is the best that any of them knows.
        if (entry && unpacked(mark + entry) && !(kind === "module" && (known.get(mark) ?? "") > entry)) known.set(mark, entry);
      }
      const parts = [""];
      for (const [mark, entry] of known) {
        const last = parts[parts.length - 1] ?? "";
        if (last.length + mark.length + entry.length < COOKIE_SIZE) parts[parts.length - 1] = `${last}.${mark}${entry}`;
        else parts.push(mark + entry);
      }
      for (let at = 0; at < COOKIES; at += 1) setCookie(String(at), (parts[at] ?? "").replace(/^\./, ""));
      const stood = records["place  "];
      if (stood) setCookie("place", encodeURIComponent(JSON.stringify(stood)));
    }

    /** @type {(which: string, text: string) => void} */
    function setCookie(which, text) {
      const age = text ? HALF_YEAR : 0;
      try {
        place.document.cookie = `${encodeURIComponent(name)}.${which}=${text}; path=/; max-age=${age}; SameSite=Lax`;
      } catch { /* Cookies are switched off. */ }
    }

    function jar() {
      try { return place.document.cookie; } catch { return ""; }
    }

    /** @returns {Map<string, string>} */
    function cookies() {
      const stem = `${encodeURIComponent(name)}.`;
      return new Map(jar().split(/;\s*/).filter((cookie) => cookie.startsWith(stem)).map((cookie) => {
        const at = cookie.indexOf("=");
        return [cookie.slice(stem.length, at), cookie.slice(at + 1)];
      }));
    }

    let lastText = "";
    let lastEntries = /** @type {Map<string, string>} */ (new Map());

    /** By mark. @returns {Map<string, string>} */
    function cookieEntries() {
      if (jar() === lastText) return lastEntries;
      const entries = /** @type {Map<string, string>} */ (new Map());
      for (const [which, text] of cookies()) {
        for (const entry of /^\d+$/.test(which) ? text.split(".") : []) {
          const mark = /^(~[^~]+~|.{8})/.exec(entry)?.[0];
          if (mark && unpacked(entry)) entries.set(mark, entry.slice(mark.length));
        }
      }
      lastText = jar();
      lastEntries = entries;
      return entries;
    }

    /** @type {Folder["told"]} */
    function told(kind, id, hash) {
      if (kind === "place") {
        try { return JSON.parse(decodeURIComponent(cookies().get("place") ?? "null")); } catch { return null; }
      }
      if (kind !== "module" && !hash) return null;
      const mark = markOf(kind, hash, id);
      return unpacked(mark + (cookieEntries().get(mark) ?? ""));
    }

    /** All that pages told, without the ids, which no cookie has. @returns {Record<string, Stored>} */
    function all() {
      /** @type {Record<string, Stored>} */
      const found = {};
      const put = (/** @type {Kind} */ kind, /** @type {string} */ id, /** @type {string} */ hash) => {
        const record = told(kind, id, hash);
        if (record) found[`${kind} ${id} ${hash}`] = record;
      };
      for (const module of window.coursebuilder.index?.modules ?? []) {
        put("module", module.slug, "");
        for (const version of [module, ...(module.also ?? [])]) {
          for (const hash of `${version.alone} ${version.quiz}`.split(" ")) put("question", "", hash);
          for (const hash of version.scenarios.split(" ")) put("scenario", "", hash);
        }
      }
      return found;
    }

    return {
      told, write, all,
      works() {
        setCookie("probe", "1");
        return cookies().has("probe");
      },
      /** When a page of this folder cleared all: what is older in this page's own storage goes, too. */
      clearedAt: () => Number(cookies().get("cleared") ?? 0),
      clear() {
        for (const which of cookies().keys()) setCookie(which, "");
        setCookie("cleared", String(place.now()));
      },
    };
  }

  (window.coursebuilder ||= {}).openFolder = openFolder;
})();
