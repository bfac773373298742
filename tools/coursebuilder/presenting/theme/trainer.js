// @ts-check
// Loads the page again when something of the course was saved. The place on the page stays.
(function () {
  "use strict";
  const every = 1000;
  let known = "";
  const ask = async () => {
    try {
      const stamp = await (await fetch("/stamp")).text();
      if (known && stamp !== known) location.reload();
      known = stamp;
    } catch {
      // The preview was stopped; it may come back.
    }
    setTimeout(ask, every);
  };
  ask();
})();
