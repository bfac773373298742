// @ts-check
// A stand-in for Worker where a page was opened by a double click: browsers let no file run as a
// worker there, and the search of the theme is one. The script runs in a hidden, empty frame, which
// has its own globals. Material's worker looks for the name IFrameWorker to find its own folder.
(function () {
  "use strict";
  if (location.protocol !== "file:") return;

  class IFrameWorker extends EventTarget {
    /** @param {string | URL} address */
    constructor(address) {
      super();
      const frame = document.createElement("iframe");
      frame.hidden = true;
      document.body.append(frame);
      const inside = /** @type {Window & typeof globalThis} */ (frame.contentWindow);
      /** @type {(data: unknown) => boolean} */
      const answer = (data) => this.dispatchEvent(new MessageEvent("message", { data }));
      /** @type {(...addresses: string[]) => Promise<void>} */
      const load = async (...addresses) => {
        for (const each of addresses) await run(inside.document, each);
      };
      Object.assign(inside, { postMessage: answer, importScripts: load });
      this.inside = inside;
      this.ready = load(String(address));
    }

    /** @param {unknown} data */
    postMessage(data) {
      this.ready.then(() => this.inside.dispatchEvent(new MessageEvent("message", { data })));
    }
  }

  /** @type {(page: Document, address: string) => Promise<unknown>} */
  const run = (page, address) =>
    new Promise((done, failed) => {
      const script = page.createElement("script");
      script.src = address;
      script.onload = done;
      script.onerror = failed;
      page.head.append(script);
    });

  Object.assign(window, { IFrameWorker, Worker: IFrameWorker });
})();
