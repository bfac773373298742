"""`course stage DIR`: the site as a plain docs tree that any engine builds."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import click

from coursebuilder.commands.output import write
from coursebuilder.commands.root import find_root
from coursebuilder.commands.site import authored, checked, configuration_of

MARK = ".course-stage"
"""A file in a staged tree: only such a folder, or an empty one, is written over."""


@click.command(name="stage")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.argument("root", default=".", type=click.Path(exists=True, file_okay=False, path_type=Path))
def command(folder: Path, root: Path) -> None:
    """Write the site of the course in ROOT into FOLDER as Markdown files and a mkdocs.yml.

    The tree needs Material for MkDocs, or an engine that takes its place, and not this tool.
    """
    from coursebuilder.rendering.pages import compile_site  # noqa: PLC0415
    from coursebuilder.rendering.staging import stage_site  # noqa: PLC0415

    found = find_root(root)
    settings = authored(configuration_of(found))
    course, _ = checked(found, strict=False)
    is_published = _filter(settings.get("exclude_docs") or "")
    site = compile_site(
        course,
        directory_urls=settings.get("use_directory_urls", True),
        is_published=is_published,
    )
    docs = [path.removeprefix("docs/") for path in sorted(course.files) if path.startswith("docs/")]
    copied = [address for address in docs if is_published(address) and not address.endswith(".md")]
    _empty(folder)
    stage_site(site, course, settings, copied, folder)
    write(f"The tree is in {folder}. Build it with `mkdocs build` in that folder.\n")


def _filter(excluded: str) -> Callable[[str], bool]:
    """Understand `exclude_docs` as the engine does."""
    from pathspec import GitIgnoreSpec  # noqa: PLC0415

    spec = GitIgnoreSpec.from_lines(excluded.splitlines())
    return lambda address: not spec.match_file(address)


def _empty(folder: Path) -> None:
    if folder.is_dir() and any(folder.iterdir()):
        if not (folder / MARK).is_file():
            raise click.ClickException(
                f"{folder} holds something that `course stage` did not write. "
                "Choose a new folder, or empty it yourself."
            )
        shutil.rmtree(folder)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / MARK).write_text("Written by `course stage`; written over by the next.\n", "utf-8")
