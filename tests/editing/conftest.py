"""An editor, and the server that it talks to over two pipes.

The server runs in a thread, so that coverage sees it, or as the process that an editor starts.
"""

import json
import os
import queue
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any

import pytest

from coursebuilder.editing.server import make_server

SMALL = Path(__file__).parents[1] / "checking/small_course"
LONGEST = 30
"""Seconds to wait for an answer before the test fails."""


class Process:
    """The server as an editor starts it."""

    def __init__(self) -> None:
        command = [sys.executable, "-m", "coursebuilder", "lsp"]
        pipe = subprocess.PIPE
        self.process = subprocess.Popen(command, stdin=pipe, stdout=pipe)
        assert self.process.stdin
        assert self.process.stdout
        self.mouth: IO[bytes] = self.process.stdin
        self.ear: IO[bytes] = self.process.stdout

    def wait(self) -> None:
        assert self.process.wait(timeout=LONGEST) == 0


class Thread:
    """The same server in a thread."""

    def __init__(self) -> None:
        heard, mouth = os.pipe()
        ear, said = os.pipe()
        self.mouth: IO[bytes] = os.fdopen(mouth, "wb")
        self.ear: IO[bytes] = os.fdopen(ear, "rb")
        self.ends = (os.fdopen(heard, "rb"), os.fdopen(said, "wb"))
        self.thread = threading.Thread(target=make_server().start_io, args=self.ends)
        self.thread.start()

    def wait(self) -> None:
        self.thread.join(timeout=LONGEST)
        for end in self.ends:
            end.close()


class Editor:
    """The client's side of the Language Server Protocol, as far as the tests need it."""

    def __init__(self, root: Path, encodings: list[str], *, process: bool = False) -> None:
        self.root = root
        self.server = Process() if process else Thread()
        self.heard: queue.Queue[dict[str, Any]] = queue.Queue()
        self.ear = threading.Thread(target=self._listen, args=(self.server.ear,))
        self.ear.start()
        self.count = 0
        self.version = 0
        general = {"general": {"positionEncodings": encodings}} if encodings else {}
        said = {"processId": None, "rootUri": root.as_uri(), "capabilities": general}
        self.capabilities = self.ask("initialize", said)["capabilities"]
        self.tell("initialized", {})

    def _listen(self, out: IO[bytes]) -> None:
        while header := out.readline():
            length = int(header.split(b":")[1])
            while out.readline().strip():
                pass
            self.heard.put(json.loads(out.read(length)))

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.server.mouth.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.server.mouth.flush()

    def tell(self, method: str, params: Any) -> None:
        self._send({"method": method, "params": params})

    def ask(self, method: str, params: Any) -> Any:
        self.count += 1
        self._send({"id": self.count, "method": method, "params": params})
        while True:
            message = self.heard.get(timeout=LONGEST)
            if message.get("id") == self.count and "method" not in message:
                assert "error" not in message, message
                return message["result"]

    def uri(self, path: str) -> str:
        return (self.root / path).as_uri()

    def text(self, path: str) -> str:
        return (self.root / path).read_text(encoding="utf-8")

    def open(self, path: str, text: str | None = None) -> None:
        shown = self.text(path) if text is None else text
        document = {"uri": self.uri(path), "languageId": "any", "version": 0, "text": shown}
        self.tell("textDocument/didOpen", {"textDocument": document})

    def write(self, path: str, text: str) -> None:
        self.version += 1
        document = {"uri": self.uri(path), "version": self.version}
        change = {"textDocument": document, "contentChanges": [{"text": text}]}
        self.tell("textDocument/didChange", change)

    def diagnostics(self, path: str) -> list[dict[str, Any]]:
        """The next diagnostics of a file that the server tells."""
        while True:
            message = self.heard.get(timeout=LONGEST)
            if message.get("method") == "textDocument/publishDiagnostics":
                params = message["params"]
                if params["uri"] == self.uri(path):
                    return list(params["diagnostics"])

    def rules_until(self, path: str, wanted: set[str]) -> None:
        """Wait until a file has mistakes against exactly these rules."""
        end = time.monotonic() + LONGEST
        while time.monotonic() < end:
            if {each["code"] for each in self.diagnostics(path)} == wanted:
                return
        raise AssertionError(wanted)

    def at(self, method: str, path: str, row: int, column: int) -> Any:
        position = {"line": row, "character": column}
        document = {"uri": self.uri(path)}
        return self.ask(f"textDocument/{method}", {"textDocument": document, "position": position})

    def close(self) -> None:
        self.ask("shutdown", None)
        self.tell("exit", None)
        self.server.wait()
        self.ear.join(timeout=LONGEST)
        self.server.mouth.close()
        self.server.ear.close()


OpenEditor = Callable[..., Editor]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SMALL, tmp_path / "course"))


@pytest.fixture
def open_editor(root: Path) -> Iterator[OpenEditor]:
    editors: list[Editor] = []

    def start(
        encodings: list[str] | None = None, folder: Path | None = None, *, process: bool = False
    ) -> Editor:
        editors.append(Editor(folder or root, encodings or [], process=process))
        return editors[-1]

    yield start
    for editor in editors:
        editor.close()


@pytest.fixture
def editor(open_editor: OpenEditor) -> Editor:
    return open_editor()
