"""How soon a learner on a slow phone can answer: a module's page, cold, on slow 4G.

    python bench/interactive.py
    python bench/interactive.py --module export-red-flags --runs 5
    python bench/interactive.py --phone

Slow 4G as Lighthouse has it: 1.6 Mbit/s down, 750 kbit/s up, 150 ms there and back; a processor a
quarter as fast. The site of this course is served compressed, and nothing is in the cache.
"Interactive" is when the first question can be answered: its element is live, and a press of
Check is answered in its status. Painted is the first text on the screen. The wait is the longest
that a press has to wait for its turn, from the first text until the page is at rest. The goal: 1 s.

A quarter of which processor? Lighthouse's four times are meant for a fast desktop, whose benchmark
index is 1,500 or more (github.com/GoogleChrome/lighthouse, docs/throttling.md). `--phone` measures
this processor's index and slows it down to a quarter of 1,500; otherwise four times is four times.

In turns with it comes the floor, the least that a page of the theme takes on this machine now: the
same frame, the theme's styles and script, but in place of the text and the course one button and a
script of a few lines. What another process takes from the processor, it takes from both.
"""

from __future__ import annotations

import argparse
import gzip
import os
import re
import statistics
import sys
import tempfile
from collections.abc import Iterator
from fnmatch import fnmatch
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from threading import Thread
from typing import BinaryIO, NamedTuple

from playwright.sync_api import Browser, sync_playwright

from coursebuilder.commands.build import build_site
from coursebuilder.commands.site import checked

ROOT = Path(__file__).parents[1]
GOAL = 1000
SLOW_4G = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 1.6e6 / 8,
    "uploadThroughput": 750e3 / 8,
}
SLOWER = 4
DESKTOP = 1500
"""The least index of what Lighthouse calls a high-end desktop."""
LIGHTHOUSE = ROOT / "node_modules/lighthouse/core/lib/page-functions.js"
INDEX = re.compile(r"(?ms)^function computeBenchmarkIndex\(\) \{.*?^\}$")
COMPRESSED = (".html", ".css", ".js", ".svg", ".json", "/")
PRESS = """() => {
  window.waits = [];
  new PerformanceObserver((list) => window.waits.push(...list.getEntries()))
    .observe({ type: 'longtask', buffered: true });
  const painted = () => performance.getEntriesByName('first-contentful-paint').length;
  const look = () => {
    if (!painted()) return setTimeout(look, 4);
    const question = document.querySelector('course-question:not([hidden])');
    const button = question?.querySelector('.q-check');
    const status = question?.querySelector('[role=status]');
    button?.click();
    if (!status?.textContent) return setTimeout(look, 4);
    window.interactiveAt = performance.now();
  };
  look();
}"""
MEASURED = """() => {
  const painted = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0;
  const loaded = [...performance.getEntriesByType('resource'),
    ...performance.getEntriesByType('navigation')]
    .filter((each) => each.responseEnd < interactiveAt);
  const waits = window.waits.filter((each) => each.startTime + each.duration > painted);
  return [painted, interactiveAt, Math.max(0, ...waits.map((each) => each.duration)),
    loaded.reduce((sum, each) => sum + each.encodedBodySize, 0)];
}"""
ARTICLE = re.compile(r"(?s)(<article[^>]*>).*(</article>)")
OWN = re.compile(r'<link[^>]*course\.css">|<script src="[^"]*course\.js"[^>]*></script>')
BARE_PAGE = """<course-question><button class="q-check md-button">Check</button>
<p role="status"></p></course-question>"""
BARE_SCRIPT = """customElements.define("course-question", class extends HTMLElement {
  connectedCallback() {
    this.addEventListener("click", () => {
      this.querySelector("[role=status]").textContent = "Pressed";
    });
  }
});"""
FLOOR = "floor"


class Visit(NamedTuple):
    """What a visit found: milliseconds, and the bytes that had come when it could be used."""

    painted: float
    interactive: float
    wait: float
    size: int


@cache
def compressed(text: bytes) -> bytes:
    """A file as a host keeps it: pressed once, not again for each who asks."""
    return gzip.compress(text, 9)


class CompressingHost(SimpleHTTPRequestHandler):
    """A host as hosts are: it compresses text, and keeps connections open.

    This is HTTP/1.1; hosts that read `_headers` speak HTTP/2, where a header that was sent before
    is one byte (RFC 7541). So what `_headers` says comes with the page alone.
    """

    protocol_version = "HTTP/1.1"

    def send_head(self) -> BytesIO | BinaryIO | None:
        """Send what goes before a file, and give the file, compressed where that pays."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file() or not path.name.endswith(COMPRESSED):
            return super().send_head()
        return self._send(self.guess_type(str(path)), path.read_bytes())

    def _send(self, kind: str, text: bytes) -> BytesIO:
        body = compressed(text)
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return BytesIO(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        """Say nothing."""

    def end_headers(self) -> None:
        """Send what the site's `_headers` says, as Netlify and Cloudflare Pages do."""
        if self.path.endswith("/"):
            for name, value in self._own_headers():
                self.send_header(name, value)
        super().end_headers()

    def _own_headers(self) -> Iterator[tuple[str, str]]:
        applies = False
        for line in (Path(self.directory) / "_headers").read_text("utf-8").splitlines():
            if line.startswith("/"):
                applies = fnmatch(self.path, line)
            elif applies:
                name, _, value = line.strip().partition(": ")
                yield name, value


class FloorHost(CompressingHost):
    """The same host, with a page of the theme that holds next to nothing."""

    def _own_headers(self) -> Iterator[tuple[str, str]]:
        """Announce no style and script of ours with the bare page: it has none."""
        bare = self.path.rstrip("/").endswith(FLOOR)
        for name, value in super()._own_headers():
            parts = value.split(", ")
            yield name, ", ".join(part for part in parts if not (bare and "/course." in part))

    def send_head(self) -> BytesIO | BinaryIO | None:
        """Send the bare page and its script from memory, all else from the site."""
        name = self.path.rstrip("/").rpartition("/")[2]
        if name == f"{FLOOR}.js":
            return self._send("text/javascript", BARE_SCRIPT.encode())
        if name != FLOOR:
            return super().send_head()
        page = Path(self.translate_path(f"{self.path}/../index.html")).read_text("utf-8")
        page = OWN.sub("", ARTICLE.sub(rf"\1{BARE_PAGE}\2", page))
        page = page.replace("../../", "../../../")
        page = page.replace("</title>", f"</title>{SCRIPT_TAG}", 1)
        return self._send("text/html", page.encode())


SCRIPT_TAG = f'<script src="{FLOOR}.js" async></script>'


def index_of(browser: Browser) -> float:
    """Measure this processor as Lighthouse does: the middle of five."""
    found = INDEX.search(LIGHTHOUSE.read_text("utf-8"))
    if not found:
        sys.exit("Lighthouse has changed: look for computeBenchmarkIndex in core/lib.")
    page = browser.new_page()
    script = f"() => {{ {found.group()} return computeBenchmarkIndex(); }}"
    index = statistics.median(page.evaluate(script) for _ in range(5))
    page.close()
    return index


def visit(browser: Browser, url: str, slower: float = SLOWER) -> Visit:
    """Open a page as a stranger does, on the slow network and the slow processor."""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW_4G)
    session.send("Emulation.setCPUThrottlingRate", {"rate": slower})
    page.add_init_script(f"({PRESS})()")
    page.goto(url)
    page.wait_for_function("window.interactiveAt")
    page.wait_for_timeout(1000)
    found = Visit(*page.evaluate(MEASURED))
    context.close()
    return found


def middle(visits: list[Visit]) -> Visit:
    """The median of each figure."""
    return Visit(*(statistics.median(each) for each in zip(*visits, strict=True)))


def row(name: str, found: Visit) -> str:
    """One visit as a line."""
    return (
        f"{name:7} painted {found.painted:5.0f} ms   interactive {found.interactive:5.0f} ms   "
        f"longest wait {found.wait:4.0f} ms   {found.size / 1000:4.0f} KB"
    )


def visits(url: str, runs: int, *, phone: bool) -> tuple[Visit, Visit]:
    """Visit the floor and the page in turns, print each visit, and give the middle of both."""
    floors: list[Visit] = []
    pages: list[Visit] = []
    with sync_playwright() as playwright:
        chromium = os.environ.get("CHROMIUM", "/usr/bin/chromium")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        index = index_of(browser) if phone else DESKTOP
        slower = max(1, SLOWER * index / DESKTOP)
        print(f"slowed down {slower:.1f} times" + f" (index {index:.0f})" * phone)
        for _ in range(runs):
            floors.append(visit(browser, f"{url}{FLOOR}/", slower))
            pages.append(visit(browser, url, slower))
            print(row(FLOOR, floors[-1]), row("page", pages[-1]), sep="\n")
        browser.close()
    return middle(floors), middle(pages)


def main() -> None:
    """Visit the page as often as asked, and print how soon it could be used."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--module", default="welcome")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--phone", action="store_true", help="Count this processor's speed in.")
    parser.add_argument("--site", type=Path, help="A site that is built already.")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        site = given.site or Path(folder)
        if not given.site:
            build_site(ROOT / "mkdocs.yml", site, checked(ROOT, strict=False))
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(FloorHost, directory=str(site)))
        Thread(target=server.serve_forever, daemon=True).start()
        url = f"http://127.0.0.1:{server.server_port}/modules/{given.module}/"
        floor, page = visits(url, given.runs, phone=given.phone)
        server.shutdown()
    print("middle:", row(FLOOR, floor), row("page", page), sep="\n")
    held = "held" if page.interactive <= GOAL else "missed"
    over = page.interactive - floor.interactive
    print(f"interactive {over:+.0f} ms beside the floor; goal {GOAL} ms: {held}")


if __name__ == "__main__":
    main()
