// @ts-check
// The one scoring rule, in the browser: the same as coursebuilder/scoring.py, and
// tests/data/scoring.json holds the examples that both must give.
(function () {
  "use strict";

  const NEARLY = 1e-9;
  const SIGNS = ["$", "€", "£", "%"];
  // Accents, invisible characters, spaces, hyphens and dashes, quotation marks.
  const FORGOTTEN = /[\p{Mn}\p{Cf}\p{Cc}\p{Zs}\p{Zl}\p{Zp}\p{Pd}\p{Pi}\p{Pf}'"`\u2212\u201a\u201e]/gu;

  /** @type {(text: string) => string} */
  const literal = (text) => text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");

  /** @type {Scoring["fold"]} */
  function fold(text) {
    return text.normalize("NFKC").toUpperCase().toLowerCase().normalize("NFD").replace(FORGOTTEN, "");
  }

  /** @type {Scoring["matches"]} */
  function matches(pattern, text) {
    const pieces = [""];
    for (const bit of pattern.split(/(\\\*|\*)/)) {
      if (bit === "*") pieces.push("");
      else pieces[pieces.length - 1] += bit === "\\*" ? "*" : bit;
    }
    const folded = pieces.map(fold);
    folded.push((folded.pop() ?? "").replace(/\.+$/, ""));
    const shape = new RegExp("^" + folded.map(literal).join(".*") + "$", "su");
    const given = fold(text);
    return shape.test(given) || shape.test(given.replace(/\.+$/, ""));
  }

  /** @type {Scoring["readNumber"]} */
  function readNumber(text, decimal, unit) {
    const without = /** @type {(text: string) => string} */ (typed) => typed.replace(/\s+/gu, "");
    let plain = without(text.normalize("NFKC").replace(/\u2212/g, "-").toLowerCase());
    for (const mark of [without(unit.toLowerCase()), ...SIGNS]) {
      if (mark && plain.endsWith(mark)) plain = plain.slice(0, -mark.length);
      if (mark && plain.startsWith(mark)) plain = plain.slice(mark.length);
    }
    const other = decimal === "." ? "," : ".";
    for (const [point, group] of [[decimal, other], [other, decimal]]) {
      const whole = `[0-9]{1,3}(?:[${group}'\u2019][0-9]{3})+|[0-9]+|(?=[.,][0-9])`;
      const found = new RegExp(`^([+-]?)(${whole})(?:[${point}]([0-9]+))?(e[+-]?[0-9]{1,2})?$`).exec(plain);
      if (found) {
        const digits = (found[2] ?? "").replace(/[^0-9]/g, "");
        return Number(`${found[1]}${digits || 0}.${found[3] ?? 0}${found[4] ?? ""}`);
      }
    }
    return null;
  }

  /** @type {(key: Picks, picked: string[]) => Score} */
  function scorePicks(key, picked) {
    /** @type {Record<string, Verdict>} */
    const parts = {};
    for (const part of key.right) parts[part] = picked.includes(part) ? "right" : "missed";
    for (const part of key.wrong) parts[part] = picked.includes(part) ? "wrong" : "left";
    const hits = key.right.filter((part) => picked.includes(part)).length;
    const alarms = key.wrong.filter((part) => picked.includes(part)).length;
    let whole = picked.length > 0 && hits === key.right.length && !alarms;
    let credit = 0;
    if (!key.many) whole = hits > 0 && !alarms;
    else if (key.credit === "net") credit = Math.max(0, (hits - alarms) / Math.max(1, key.right.length));
    else if (key.credit === "each" && picked.length) {
      credit = (hits + key.wrong.length - alarms) / Math.max(1, key.right.length + key.wrong.length);
    }
    return { credit: whole ? 1 : credit, parts, reject: null };
  }

  /** One answer a place leaves nothing to tick too much: net and each are the share right.
   * @type {(parts: Record<string, Verdict>, credit: Credit) => Score} */
  function share(parts, credit) {
    const all = Object.values(parts);
    const right = all.filter((verdict) => verdict === "right").length;
    const part = credit === "all" ? 0 : right / all.length;
    return { credit: right === all.length ? 1 : part, parts, reject: null };
  }

  /** @type {(key: Typed, text: string) => Score} */
  function scoreTyped(key, text) {
    const right = Boolean(text.trim()) && key.accept.some((pattern) => matches(pattern, text));
    const at = key.reject.findIndex((pattern) => matches(pattern, text));
    return { credit: right ? 1 : 0, parts: { answer: right ? "right" : "wrong" }, reject: right || at < 0 ? null : at };
  }

  /** @type {Scoring["score"]} */
  function score(key, response) {
    /** @type {Record<string, Verdict>} */
    const parts = {};
    switch (key.kind) {
      case "picks":
        return scorePicks(key, Array.isArray(response) ? response : []);
      case "places": {
        /** @type {Record<string, string>} */
        const given = typeof response === "object" && !Array.isArray(response) ? response : {};
        for (const [place, item] of Object.entries(key.right)) {
          parts[place] = !given[place] ? "missed" : given[place] === item ? "right" : "wrong";
        }
        return share(parts, key.credit);
      }
      case "typed":
        return scoreTyped(key, String(response));
      case "quantity": {
        const number = readNumber(String(response), key.decimal, key.unit);
        const low = key.low - Math.abs(key.low) * NEARLY;
        const high = key.high + Math.abs(key.high) * NEARLY;
        const right = number !== null && low <= number && number <= high;
        return { credit: right ? 1 : 0, parts: { answer: right ? "right" : "wrong" }, reject: null };
      }
      case "gaps":
        key.gaps.forEach((gap, at) => {
          const given = (Array.isArray(response) ? response[at] ?? "" : "").trim();
          const right = score(gap, gap.kind === "picks" ? [given] : given).credit === 1;
          parts[String(at + 1)] = !given ? "missed" : right ? "right" : "wrong";
        });
        return share(parts, key.credit);
    }
  }

  (window.coursebuilder ||= {}).scoring = { score, readNumber, matches, fold };
})();
