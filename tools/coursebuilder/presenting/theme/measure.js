// @ts-check
// Measures every slide in both shapes. Only `course present --measure` puts this into a deck.
(function () {
  "use strict";
  const deck = window.courseDeck;
  deck.run("read");
  /** @type {[string, string, number, number][]} */
  const found = [];
  for (const ratio of ["16-9", "4-3"]) {
    document.documentElement.dataset.ratio = ratio;
    document.querySelectorAll(".deck .slide").forEach((slide, index) => {
      const down = slide.scrollHeight - slide.clientHeight;
      const across = slide.scrollWidth - slide.clientWidth;
      if (down > 0 || across > 0) found.push([deck.data.slides[index]?.id ?? "", ratio, down, across]);
    });
  }
  const result = document.createElement("script");
  result.type = "application/json";
  result.id = "measured";
  result.textContent = JSON.stringify(found);
  document.body.append(result);
})();
