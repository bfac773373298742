// @ts-check
// The arithmetic of a session: what was planned, what it took, when it will end. Nothing is drawn here.
(function () {
  "use strict";
  const MINUTE = 60000;

  /** The item that a slide belongs to; a slide in front of all items belongs to the first. */
  /** @type {(data: DeckData, at: number) => string} */
  const itemAt = (data, at) => {
    const own = data.slides[at]?.item;
    if (own) return own;
    return at === 0 || !data.slides.slice(0, at).some((slide) => slide.item) ? (data.items[0]?.id ?? "") : "";
  };

  /** @type {(data: DeckData, state: DeckState, now: number) => Record<string, number>} */
  const spentUntil = (data, state, now) => {
    const spent = { ...state.spent };
    if (state.started && !state.paused && state.since) {
      const item = itemAt(data, state.at);
      if (item) spent[item] = (spent[item] ?? 0) + Math.max(0, now - state.since);
    }
    return spent;
  };

  /** The items after the current one, as the agenda has them. */
  /** @type {(data: DeckData, state: DeckState) => DeckItem[]} */
  const ahead = (data, state) => {
    const current = itemAt(data, state.at);
    const index = data.items.findIndex((item) => item.id === current);
    return index < 0 ? [] : data.items.slice(index + 1);
  };

  /** @type {CourseDeck["figures"]} */
  const figures = (data, state, now) => {
    const spent = spentUntil(data, state, now);
    const current = itemAt(data, state.at);
    const item = data.items.find((each) => each.id === current);
    const left = item ? Math.max(0, item.minutes * MINUTE - (spent[item.id] ?? 0)) : 0;
    const rest = ahead(data, state)
      .filter((each) => !state.skipped.includes(each.id))
      .reduce((sum, each) => sum + each.minutes * MINUTE, left);
    const started = state.started || now;
    const end = now + rest;
    const plannedEnd = started + data.minutes * MINUTE;
    return {
      elapsed: state.started ? (state.paused || now) - state.started - state.rest : 0,
      end,
      plannedEnd,
      late: Math.round((end - plannedEnd) / MINUTE),
      spent,
      current,
    };
  };

  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");

  const data = document.getElementById("deck-data");
  window.courseDeck = Object.assign(/** @type {CourseDeck} */ ({}), {
    data: /** @type {DeckData} */ (JSON.parse(data?.textContent ?? "{}")),
    figures,
    ahead,
    clock: (/** @type {number} */ time) => {
      const date = new Date(time);
      return `${two(date.getHours())}:${two(date.getMinutes())}`;
    },
    span: (/** @type {number} */ milliseconds) => {
      const seconds = Math.max(0, Math.floor(milliseconds / 1000));
      return `${Math.floor(seconds / 60)}:${two(seconds % 60)}`;
    },
    fill: (/** @type {string} */ text, /** @type {Record<string, string | number>} */ values) =>
      text.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? "")),
    changed: [],
  });
})();
