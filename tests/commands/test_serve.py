"""`course serve` in a process of its own: what it says, what it serves, how it goes on."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from click.testing import CliRunner

from coursebuilder.cli import main

PATIENCE = 60


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


class Preview:
    """A running preview and what it said."""

    def __init__(self, root: Path, port: int) -> None:
        self.root, self.port = root, port
        self.log = root.parent / "serve.log"
        # A shell's background job ignores Ctrl+C, and so would its children.
        signal.signal(signal.SIGINT, signal.default_int_handler)
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "coursebuilder", "serve", "--addr", f"127.0.0.1:{port}"],
                cwd=root,
                stdout=log,
                stderr=subprocess.STDOUT,
            )

    def page(self, url: str) -> str:
        with urlopen(f"http://127.0.0.1:{self.port}/{url}", timeout=PATIENCE) as answer:
            return str(answer.read().decode("utf-8"))

    def shows(self, url: str, text: str, *, there: bool = True) -> bool:
        """Wait until a page has, or no longer has, a text."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            assert self.process.poll() is None, self.said()
            try:
                if (text in self.page(url)) is there:
                    return True
            except (URLError, ConnectionError):
                pass
            time.sleep(0.2)
        return False

    def said(self) -> str:
        return self.log.read_text("utf-8")

    def stop(self) -> int:
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(PATIENCE)


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    root = tmp_path / "a-course"
    assert CliRunner().invoke(main, ["new", "course", str(root)]).exit_code == 0
    running = Preview(root, free_port())
    yield running
    running.process.kill()
    running.process.wait()


def test_a_mistake_is_shown_and_told_and_a_correction_takes_it_away(preview: Preview) -> None:
    module, quiz = preview.root / "modules/welcome.md", preview.root / "quizzes/welcome.yml"
    assert preview.shows("modules/welcome/", "What a red flag is")
    right = module.read_text("utf-8")
    module.write_text(right.replace("/// question | paid-by", "/// question | paid-bi"), "utf-8")
    assert preview.shows("modules/welcome/", "There is no question")
    assert "What you do first" in preview.page("modules/welcome/")
    assert "modules/welcome.md:" in preview.said()
    module.write_text(right, "utf-8")
    assert preview.shows("modules/welcome/", "There is no question", there=False)
    quiz.write_text("questions: [", "utf-8")
    assert preview.shows("modules/welcome/", "quizzes/welcome.yml:")
    assert preview.stop() == 0
    assert "Traceback" not in preview.said()


def test_a_port_in_use_is_told_in_a_sentence(tmp_path: Path) -> None:
    root = tmp_path / "a-course"
    CliRunner().invoke(main, ["new", "course", str(root)])
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        result = CliRunner().invoke(main, ["serve", str(root), "--addr", address])
    assert result.exit_code == 1
    assert f"{address} cannot be used" in result.output
