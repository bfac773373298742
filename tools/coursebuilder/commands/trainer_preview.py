"""`course serve --trainer`: modules with slides and notes, made when they are asked for.

A server of its own, apart from the engine's: what is for trainers never meets the learner's site,
and nothing is written to the disk.
"""

from __future__ import annotations

import webbrowser
from dataclasses import dataclass, field
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Lock
from urllib.parse import unquote, urlsplit

from coursebuilder.commands.output import write
from coursebuilder.commands.site import problems_in
from coursebuilder.course import Course, module_of
from coursebuilder.presenting.trainer_page import (
    trainer_index,
    trainer_page,
    trainer_script,
    trainer_style,
)
from coursebuilder.presenting.used_files import is_used
from coursebuilder.problem import Problem, Severity

PARTS = ("modules", "quizzes")
HTML, CSS, SCRIPT, TEXT = "text/html", "text/css", "text/javascript", "text/plain"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


@dataclass
class TrainerPreview:
    """The course as it stood when it was last read. Ask `answer` for its pages."""

    root: Path
    stamp: str = ""
    """What the files of the course were when it was read."""
    course: Course | None = None
    problems: tuple[Problem, ...] = ()
    lock: Lock = field(default_factory=Lock)

    def answer(self, address: str) -> tuple[HTTPStatus, str, str]:
        """Give status, kind and text for an address such as `/welcome/`."""
        path = unquote(urlsplit(address).path)
        match path:
            case "/stamp":
                return HTTPStatus.OK, TEXT, stamp_of(self.root)
            case "/trainer.css":
                return HTTPStatus.OK, CSS, trainer_style()
            case "/trainer.js":
                return HTTPStatus.OK, SCRIPT, trainer_script()
            case _:
                with self.lock:
                    return self._page(path.strip("/"))

    def _page(self, slug: str) -> tuple[HTTPStatus, str, str]:
        course = self._read()
        if not slug:
            return HTTPStatus.OK, HTML, trainer_index(course)
        module = module_of(course, slug)
        if module is None:
            return HTTPStatus.NOT_FOUND, TEXT, f"There is no module '{slug}'.\n"
        own = [
            problem
            for problem in self.problems
            if problem.severity is not Severity.HINT
            and is_used(problem.place.path, course, [module])
        ]
        return HTTPStatus.OK, HTML, trainer_page(course, module, own)

    def _read(self) -> Course:
        stamp = stamp_of(self.root)
        if self.course is None or stamp != self.stamp:
            self.course, problems = problems_in(self.root)
            self.problems, self.stamp = tuple(problems), stamp
        return self.course


def stamp_of(root: Path) -> str:
    """Give a text that changes when a file of the course is saved, made or taken away."""
    files = (path for part in PARTS for path in (root / part).rglob("*") if path.is_file())
    states = sorted((str(file), file.stat().st_mtime_ns, file.stat().st_size) for file in files)
    return f"{hash(tuple(states)):x}"


def handler_for(preview: TrainerPreview) -> type[BaseHTTPRequestHandler]:
    """Make what answers the requests of browsers with the pages of a preview."""

    class Handler(BaseHTTPRequestHandler):
        """Answers with what the preview gives."""

        def do_GET(self) -> None:
            status, kind, text = preview.answer(self.path)
            raw = text.encode()
            self.send_response(status)
            self.send_header("Content-Type", f"{kind}; charset=utf-8")
            self.send_header("Content-Length", str(len(raw)))
            self.send_header("Content-Security-Policy", POLICY)
            self.send_header("Cache-Control", "no-store")
            self.end_headers()
            self.wfile.write(raw)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base's name
            """Say nothing of each request."""

    return Handler


def serve_trainer(root: Path, host: str, port: int, *, open_browser: bool) -> None:
    """Serve the preview until Ctrl+C. Raises OSError where the address cannot be used."""
    with ThreadingHTTPServer((host, port), handler_for(TrainerPreview(root))) as server:
        address = f"http://{host}:{server.server_port}/"
        write(f"For the trainer, with notes and answers: {address} (stop with Ctrl+C)\n")
        if open_browser:
            webbrowser.open(address)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            return
