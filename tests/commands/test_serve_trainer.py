"""`course serve --trainer`: what it shows, that it follows the author, and that nothing leaks."""

from __future__ import annotations

import http.client
import re
import shutil
import threading
import webbrowser
from collections.abc import Callable, Iterator
from http import HTTPStatus
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from click.testing import CliRunner
from mkdocs.commands.build import build
from mkdocs.config import load_config

from coursebuilder.cli import main
from coursebuilder.commands.trainer_preview import TrainerPreview, handler_for, stamp_of

DATA = Path(__file__).parents[1] / "data"
SENTINELS = ("SENTINEL-ASK", "SENTINEL-NOTE", "SENTINEL-DO", "SENTINEL-WATCH")

pytestmark = pytest.mark.filterwarnings("default::DeprecationWarning")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The course of the room, whose notes are sentinels."""
    made = tmp_path / "course"
    for name in ("exercises", "presenting"):
        shutil.copytree(DATA / name, made, dirs_exist_ok=True)
    return made


@pytest.fixture
def preview(root: Path) -> TrainerPreview:
    return TrainerPreview(root)


def page(preview: TrainerPreview, address: str) -> str:
    status, kind, text = preview.answer(address)
    assert (status, kind) == (HTTPStatus.OK, "text/html")
    return text


def test_a_module_stands_with_its_slides_notes_places_and_objectives(
    preview: TrainerPreview,
) -> None:
    html = page(preview, "/room/")
    assert all(sentinel in html for sentinel in SENTINELS)
    assert "<dt>Ask</dt>" in html
    assert html.count('class="t-frame"') == html.count('class="notes"') > 10
    assert re.search(r"<code>modules/room\.md:\d+:1</code>", html)
    assert "See the sign on a paper" in html


def test_the_bar_has_each_section_by_its_minutes_and_priority(preview: TrainerPreview) -> None:
    html = page(preview, "/room/")
    bars = re.findall(r'class="t-(must|should|could)" x="(\d+)" y="0" width="(\d+)"', html)
    assert bars[:2] == [("must", "0", "360"), ("should", "360", "300")]
    assert f'viewBox="0 0 {sum(int(width) for _, _, width in bars)} 40"' in html
    slides = re.findall(r'class="t-slide" x="(\d+)" y="30" width="(\d+)"', html)
    assert sum(int(width) for _, width in slides) == sum(int(width) for *_, width in bars)


def test_the_first_page_leads_to_every_module_and_names_the_sessions(
    preview: TrainerPreview,
) -> None:
    html = page(preview, "/")
    assert '<a href="/room/">A room</a> <span>28 minutes</span>' in html
    assert "course present hour" in html


def test_a_module_that_is_not_listed_yet_is_shown_to_its_author(
    preview: TrainerPreview, root: Path
) -> None:
    new = (root / "modules/room.md").read_text("utf-8").replace("A room", "A new room", 1)
    (root / "modules/new-room.md").write_text(new, encoding="utf-8")
    assert '<a href="/new-room/">A new room</a>' in page(preview, "/")
    assert "SENTINEL-ASK" in page(preview, "/new-room/")


def test_an_unknown_module_is_not_found(preview: TrainerPreview) -> None:
    status, _, text = preview.answer("/no-such/")
    assert (status, text) == (HTTPStatus.NOT_FOUND, "There is no module 'no-such'.\n")


def test_what_an_author_saves_is_shown_with_its_mistakes(
    preview: TrainerPreview, root: Path
) -> None:
    before, stamp = page(preview, "/room/"), preview.answer("/stamp")[2]
    file = root / "modules/room.md"
    right = file.read_text("utf-8")
    file.write_text(right.replace("/// question | end-use", "/// question | end-uze"), "utf-8")
    assert preview.answer("/stamp")[2] != stamp
    assert "There is no question &#39;end-uze&#39;" in page(preview, "/room/")
    assert "end-uze" not in page(preview, "/chemical/")
    file.write_text(right, "utf-8")
    assert page(preview, "/room/") == before


def test_a_file_that_is_taken_away_changes_the_stamp(root: Path) -> None:
    before = stamp_of(root)
    assert stamp_of(root) == before
    (root / "quizzes/chemical.yml").unlink()
    assert stamp_of(root) != before


BROKEN: dict[str, Callable[[Path], object]] = {
    "no course.yml": lambda root: (root / "modules/course.yml").unlink(),
    "an empty module": lambda root: (root / "modules/room.md").write_text(""),
    "a module of bytes": lambda root: (root / "modules/room.md").write_bytes(b"\xff\xfe\x00"),
    "a quiz that is a text": lambda root: (root / "quizzes/chemical.yml").write_text("hello"),
    "no quizzes": lambda root: shutil.rmtree(root / "quizzes"),
    "a register that is a list": lambda root: (root / "modules/sources.yml").write_text("- a"),
    "no front matter": lambda root: (root / "modules/room.md").write_text("## A {#a}\n\nB\n"),
    "sections without minutes": lambda root: (root / "modules/room.md").write_text(
        "---\ntitle: A\n---\n\n## A\n\nB\n\n/// slide\n///\n\n/// document\n///\n\n/// case\n"
    ),
}


@pytest.mark.parametrize("broken", BROKEN)
def test_the_preview_never_dies_of_an_authors_mistake(
    preview: TrainerPreview, root: Path, broken: str
) -> None:
    BROKEN[broken](root)
    assert "<h1>" in page(preview, "/")
    status, _, text = preview.answer("/room/")
    assert status in {HTTPStatus.OK, HTTPStatus.NOT_FOUND}
    assert text


@pytest.mark.parametrize("command", ["build", "serve"])
def test_nothing_of_it_is_in_the_learners_site_or_left_on_the_disk(
    root: Path, tmp_path: Path, command: str
) -> None:
    before = sorted(root.rglob("*"))
    assert "SENTINEL-ASK" in page(TrainerPreview(root), "/room/")
    assert sorted(root.rglob("*")) == before
    config = load_config(str(root / "mkdocs.yml"), site_dir=str(tmp_path / "site"))
    config.plugins.on_startup(command=command, dirty=False)  # type: ignore[arg-type]
    build(config)
    files = [path for path in (tmp_path / "site").rglob("*") if path.is_file()]
    assert any("First things" in path.read_text("utf-8", "replace") for path in files)
    leaks = [path for path in files if b"SENTINEL" in path.read_bytes()]
    assert leaks == []


@pytest.fixture
def served(preview: TrainerPreview) -> Iterator[http.client.HTTPConnection]:
    with ThreadingHTTPServer(("127.0.0.1", 0), handler_for(preview)) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=30)
        yield connection
        connection.close()
        server.shutdown()
        thread.join()


def test_a_browser_gets_pages_styles_and_script_under_a_policy(
    served: http.client.HTTPConnection, capfd: pytest.CaptureFixture[str]
) -> None:
    kinds = {"/": "text/html", "/trainer.css": "text/css", "/trainer.js": "text/javascript"}
    for address, kind in kinds.items():
        served.request("GET", address)
        answer = served.getresponse()
        assert answer.read()
        assert answer.getheader("Content-Type") == f"{kind}; charset=utf-8"
        assert "script-src 'self'" in str(answer.getheader("Content-Security-Policy"))
        assert answer.getheader("Cache-Control") == "no-store"
    served.request("GET", "/nobody/")
    assert served.getresponse().status == HTTPStatus.NOT_FOUND
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize("options", [[], ["--open"]])
def test_the_command_says_where_it_serves_and_stops(
    root: Path, monkeypatch: pytest.MonkeyPatch, options: list[str]
) -> None:
    def stopped(_server: ThreadingHTTPServer) -> None:
        raise KeyboardInterrupt

    opened: list[str] = []
    monkeypatch.setattr(ThreadingHTTPServer, "serve_forever", stopped)
    monkeypatch.setattr(webbrowser, "open", opened.append)
    arguments = ["serve", str(root), "--trainer", "--addr", "127.0.0.1:0", *options]
    done = CliRunner().invoke(main, arguments)
    assert done.exit_code == 0, done.output
    (address,) = re.findall(r"http://127\.0\.0\.1:\d+/", done.output)
    assert opened == ([address] if options else [])


@pytest.mark.parametrize("address", ["8000", "here:there"])
def test_an_address_of_no_use_is_told(root: Path, address: str) -> None:
    done = CliRunner().invoke(main, ["serve", str(root), "--trainer", "--addr", address])
    assert done.exit_code == 2
    assert f"{address} is no address" in done.output
