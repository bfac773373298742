from pathlib import Path

import pytest
from click.testing import CliRunner
from markdown import Markdown

from coursebuilder.cli import main

pytestmark = pytest.mark.filterwarnings("default::DeprecationWarning")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A course as `course new` writes it."""
    folder = tmp_path / "a-course"
    assert CliRunner().invoke(main, ["new", "course", str(folder)]).exit_code == 0
    return folder


def run(*arguments: object) -> tuple[int, str]:
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result.exit_code, result.output


def test_a_course_is_built(root: Path) -> None:
    code, said = run("build", root)
    assert code == 0
    assert str(root / "site") in said
    assert (root / "site/modules/welcome/index.html").is_file()


def test_the_site_goes_where_one_wants_it(root: Path, tmp_path: Path) -> None:
    assert run("build", root, "--site-dir", tmp_path / "elsewhere")[0] == 0
    assert (tmp_path / "elsewhere/index.html").is_file()
    assert not (root / "site").exists()


def test_nothing_is_written_while_there_is_an_error(root: Path) -> None:
    quiz = root / "quizzes/welcome.yml"
    quiz.write_text(quiz.read_text("utf-8").replace("answer: false", "answer: perhaps"), "utf-8")
    code, said = run("build", root)
    assert code == 1
    assert "quizzes/welcome.yml:" in said
    assert "nothing was written" in said
    assert not (root / "site").exists()


def test_warnings_stop_only_a_strict_build(root: Path) -> None:
    quiz = root / "quizzes/welcome.yml"
    text = quiz.read_text("utf-8")
    quiz.write_text(text.partition("  - id: steps")[0], "utf-8")
    code, said = run("build", root)
    assert code == 0
    assert "warning" in said
    assert run("build", root, "--strict")[0] == 1


def test_a_warning_of_the_engine_stops_the_build(root: Path) -> None:
    (root / "mkdocs.yml").write_text(
        "site_name: T\ntheme: {name: material}\nplugins: [search, course]\nnav: [nowhere.md]\n",
        "utf-8",
    )
    assert run("build", root)[0] == 1


def test_without_a_configuration_one_is_told_what_to_write(root: Path) -> None:
    (root / "mkdocs.yml").unlink()
    code, said = run("build", root)
    assert code == 2
    assert "plugins: [search, course]" in said


@pytest.mark.parametrize("raw", [b"site_name: [", b"\xff\xfe\x00"])
def test_a_configuration_that_cannot_be_read_is_told(root: Path, raw: bytes) -> None:
    (root / "mkdocs.yml").write_bytes(raw)
    code, said = run("stage", root / "tree", root)
    assert code == 1
    assert "mkdocs.yml" in said


def test_a_configuration_without_the_plugin_is_wrong_usage(root: Path) -> None:
    (root / "mkdocs.yml").write_text("site_name: T\ntheme: {name: material}\n", "utf-8")
    code, said = run("build", root)
    assert code == 2
    assert "does not list the plugin" in said


def test_a_course_needs_no_word_about_the_theme(root: Path) -> None:
    (root / "mkdocs.yml").write_text("site_name: T\nplugins: [search, course]\n", "utf-8")
    assert run("build", root)[0] == 0
    assert 'class="md-tabs"' in (root / "site/index.html").read_text("utf-8")


def test_a_staged_tree_builds_without_the_tool(root: Path, tmp_path: Path) -> None:
    code, said = run("stage", tmp_path / "tree", root)
    assert code == 0
    assert "mkdocs build" in said
    text = (tmp_path / "tree/mkdocs.yml").read_text("utf-8")
    assert "course" not in text.partition("plugins:")[2].partition("markdown_extensions")[0]
    assert "Who in the room" not in (tmp_path / "tree/docs/modules/welcome.md").read_text("utf-8")
    from mkdocs.commands.build import build  # noqa: PLC0415
    from mkdocs.config import load_config  # noqa: PLC0415

    build(load_config(str(tmp_path / "tree/mkdocs.yml"), strict=True))
    run("build", root)
    for page in ("modules/welcome", "red-flags", "audiences/everyone", ""):
        staged = (tmp_path / "tree/site" / page / "index.html").read_text("utf-8")
        ours = (root / "site" / page / "index.html").read_text("utf-8")
        assert body_of(staged) == body_of(ours)


def body_of(html: str) -> str:
    """The page's own text, without what engines set around it."""
    inner = html.partition("<article")[2].partition("</article>\n    </div>")[0].partition(">")[2]
    words = inner.replace('<div class="course-page">', "").replace("</div>", "")
    return " ".join(words.replace("&quot;", '"').split())


def test_a_staged_tree_is_written_over_and_nothing_else_is(root: Path, tmp_path: Path) -> None:
    assert run("stage", tmp_path / "tree", root)[0] == 0
    (tmp_path / "tree/docs/old.md").write_text("old", "utf-8")
    assert run("stage", tmp_path / "tree", root)[0] == 0
    assert not (tmp_path / "tree/docs/old.md").exists()
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/file").write_text("mine", "utf-8")
    code, said = run("stage", tmp_path / "mine", root)
    assert code == 1
    assert "did not write" in said
    assert (tmp_path / "mine/file").read_text("utf-8") == "mine"


def test_what_the_site_leaves_out_is_not_staged(root: Path, tmp_path: Path) -> None:
    (root / "docs/inner").mkdir()
    (root / "docs/inner/secret.md").write_text("# Secret\n", "utf-8")
    (root / "docs/inner/secret.txt").write_text("Secret\n", "utf-8")
    (root / "docs/kept.txt").write_text("Kept\n", "utf-8")
    (root / "modules/images").mkdir()
    (root / "modules/images/a.svg").write_text("<svg/>", "utf-8")
    with (root / "modules/welcome.md").open("a", encoding="utf-8") as file:
        file.write("\n![A drum](images/a.svg)\n")
    with (root / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write("exclude_docs: inner/\n")
    assert run("stage", tmp_path / "tree", root)[0] == 0
    assert not (tmp_path / "tree/docs/inner").exists()
    assert (tmp_path / "tree/docs/kept.txt").is_file()
    assert (tmp_path / "tree/docs/modules/images/a.svg").is_file()


def test_a_staged_tree_needs_a_course_without_errors(root: Path, tmp_path: Path) -> None:
    (root / "modules/welcome.md").unlink()
    assert run("stage", tmp_path / "tree", root)[0] == 1
    assert not (tmp_path / "tree").exists()


def site_of(root: Path, folder: Path) -> dict[str, bytes]:
    """Build a course, and give the files of its site by their paths."""
    assert run("build", root, "--site-dir", folder)[0] == 0
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in folder.rglob("*")
        # MkDocs writes the day of the build there, and into its compressed copy the second.
        if file.is_file() and not file.name.startswith("sitemap.xml")
    }


EDITS = {
    "a question": ("quizzes/welcome.yml", "answer: false", "answer: true"),
    "a text": ("modules/welcome.md", "red flag", "warning sign"),
    "a title": ("modules/course.yml", "title: ", "title: Another "),
    "a heading": ("modules/welcome.md", "\n## ", "\n## Now: "),
    "a page": ("docs/index.md", "\n", "\n\nOne sentence more.\n\n"),
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS.keys())
def test_what_was_built_before_changes_nothing_in_what_is_built(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, edit: tuple[str, str, str]
) -> None:
    before = site_of(root, tmp_path / "first")
    assert site_of(root, tmp_path / "second") == before
    path, old, new = edit
    text = (root / path).read_text("utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new, 1), "utf-8")
    after = site_of(root, tmp_path / "third")
    monkeypatch.setenv("COURSE_CACHE", "off")
    assert site_of(root, tmp_path / "fourth") == after != before


def test_a_page_that_is_as_before_is_not_rendered_again(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    converted: list[str] = []
    convert = Markdown.convert

    def noted(self: Markdown, source: str) -> str:
        converted.append(source)
        return str(convert(self, source))

    monkeypatch.setattr(Markdown, "convert", noted)
    # The engine keeps its plugins, and ours what it rendered: other tests have built this course.
    module = root / "modules/welcome.md"
    module.write_text(module.read_text("utf-8") + "\nA sentence of this test alone.\n", "utf-8")
    site_of(root, tmp_path / "first")
    assert any("## " in source for source in converted)
    converted.clear()
    site_of(root, tmp_path / "second")
    assert [source for source in converted if "# " in source] == []
