"""How soon a learner on a slow phone can answer: a module's page, cold, on slow 4G.

    python bench/interactive.py
    python bench/interactive.py --module export-red-flags --runs 5

Slow 4G as Lighthouse has it: 1.6 Mbit/s down, 750 kbit/s up, 150 ms there and back; a processor a
quarter as fast. The site of this course is served compressed, and nothing is in the cache.
"Interactive" is when the first question can be answered: its element is live, and a press of
Check is answered in its status. Painted is the first text on the screen. The goal: 1 s.
"""

from __future__ import annotations

import argparse
import gzip
import os
import statistics
import tempfile
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from threading import Thread
from typing import BinaryIO

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
COMPRESSED = (".html", ".css", ".js", ".svg", ".json", "/")
PRESS = """() => {
  const look = () => {
    const question = document.querySelector('course-question:not([hidden])');
    const button = question?.querySelector('.q-check');
    const status = question?.querySelector('[role=status]');
    if (!customElements.get('course-question') || !button || !status) return setTimeout(look, 4);
    button.click();
    if (!status.textContent) return setTimeout(look, 4);
    window.interactiveAt = performance.now();
  };
  look();
}"""


class CompressingHost(SimpleHTTPRequestHandler):
    """A host as hosts are: it compresses text, and keeps connections open."""

    protocol_version = "HTTP/1.1"

    def send_head(self) -> BytesIO | BinaryIO | None:
        """Send what goes before a file, and give the file, compressed where that pays."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file() or not path.name.endswith(COMPRESSED):
            return super().send_head()
        body = gzip.compress(path.read_bytes(), 9)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return BytesIO(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        """Say nothing."""


def visit(browser: Browser, url: str) -> tuple[float, float, int]:
    """Milliseconds until the first text and until the first answer; bytes that came by then."""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW_4G)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.add_init_script(f"({PRESS})()")
    page.goto(url)
    page.wait_for_function("window.interactiveAt")
    painted, at, size = page.evaluate(
        "() => [performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,"
        " interactiveAt, [...performance.getEntriesByType('resource'),"
        " ...performance.getEntriesByType('navigation')]"
        ".filter(each => each.responseEnd < interactiveAt)"
        ".reduce((sum, each) => sum + each.encodedBodySize, 0)]"
    )
    context.close()
    return painted, at, size


def main() -> None:
    """Visit the page as often as asked, and print how soon it could be used."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--module", default="welcome")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--site", type=Path, help="A site that is built already.")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        site = given.site or Path(folder)
        if not given.site:
            build_site(ROOT / "mkdocs.yml", site, checked(ROOT, strict=False))
        server = ThreadingHTTPServer(
            ("127.0.0.1", 0), partial(CompressingHost, directory=str(site))
        )
        Thread(target=server.serve_forever, daemon=True).start()
        url = f"http://127.0.0.1:{server.server_port}/modules/{given.module}/"
        with sync_playwright() as playwright:
            chromium = os.environ.get("CHROMIUM", "/usr/bin/chromium")
            browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
            runs = [visit(browser, url) for _ in range(given.runs)]
            browser.close()
        server.shutdown()
    for painted, at, size in runs:
        print(f"painted {painted:5.0f} ms   interactive {at:5.0f} ms   {size / 1000:5.0f} KB")
    middle = statistics.median(at for _, at, _ in runs)
    held = "held" if middle <= GOAL else "missed"
    print(f"middle: interactive {middle:.0f} ms; goal {GOAL} ms: {held}")


if __name__ == "__main__":
    main()
