"""A course as it was in a git revision. The folder, the index and the branch stay as they are."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

import click

from coursebuilder.course import Course

PARTS = ("docs", "modules", "quizzes", "mkdocs.yml", "properdocs.yml")
FILES = frozenset({b"100644", b"100755"})
"""The modes of plain files: links and other repositories are left out."""
HOOKED = frozenset({"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"})


def read_revision(root: Path, revision: str) -> Course:
    """Read the course in `root` as it was; its own root is gone when this returns.

    Raises click's UsageError (exit code 2) where there is no git, no repository, no such
    revision, or no course in it.
    """
    from coursebuilder.memory import Memory, recall  # noqa: PLC0415
    from coursebuilder.reading.memory import FILES  # noqa: PLC0415
    from coursebuilder.reading.read_course import read_course  # noqa: PLC0415

    # Most files are as they are now, so what is remembered of these counts; nothing is kept of a
    # folder that is gone in a moment.
    memory = Memory(None, recall(root, FILES).before)
    with course_folder(root, revision) as folder:
        course, _ = read_course(folder, memory=memory)
        return course


@contextmanager
def course_folder(root: Path, revision: str) -> Iterator[Path]:
    """Write the files of the course as they were into a folder that is deleted at the end."""
    commit = _commit(root, revision)
    entries = dict(_entries(root, commit))
    if not any(path.startswith("modules/") for path in entries):
        raise click.UsageError(f"There is no course in {root} at '{revision}'.")
    contents = _contents(root, list(entries.values()))
    with TemporaryDirectory(prefix="course-") as name:
        folder = Path(name)
        for path, content in zip(entries, contents, strict=True):
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(content)
        yield folder


def _commit(root: Path, revision: str) -> str:
    """The commit's full name; a revision is never taken for an option."""
    name = "" if revision.startswith("-") else f"{revision}^{{commit}}"
    done = _git(root, "rev-parse", "--verify", "--quiet", name)
    if done.returncode == 0:
        return done.stdout.decode().strip()
    told = done.stderr.decode(errors="replace").strip()
    if told:
        raise click.UsageError(f"git says: {told}")
    raise click.UsageError(
        f"There is no revision '{revision}' here. Name a commit, tag or branch. In a copy without "
        f"the whole history, fetch it first: `git fetch --unshallow`."
    )


def _entries(root: Path, commit: str) -> Iterator[tuple[str, bytes]]:
    """The path, seen from the course's root, and the object of each file of the course."""
    done = _git(root, "ls-tree", "-r", "-z", commit, "--", *PARTS)
    for entry in done.stdout.split(b"\0")[:-1]:
        described, _, name = entry.partition(b"\t")
        mode, _, identity = described.split(b" ")
        path = PurePosixPath(os.fsdecode(name))
        if mode in FILES and ".." not in path.parts and not path.is_absolute():
            yield str(path), identity


def _contents(root: Path, objects: list[bytes]) -> Iterator[bytes]:
    """The bytes of each object, in one run: `<object> blob <size>`, a line end, bytes, a line end.

    Read so, and not by `git archive`, they are what was committed, whatever .gitattributes says.
    """
    output = _git(root, "cat-file", "--batch", given=b"\n".join([*objects, b""])).stdout
    at = 0
    for _ in objects:
        start = output.index(b"\n", at) + 1
        head = output[at : start - 1]
        at = start + int(head.split(b" ")[2]) + 1
        yield output[start : at - 1]


def _git(root: Path, *arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """Run git in the course's folder.

    Inside a hook, git's variables name another folder than ours: they are left out.
    """
    environment = {name: value for name, value in os.environ.items() if name not in HOOKED}
    try:
        return subprocess.run(  # noqa: S603 - no shell, and no option from outside
            ["git", "-C", str(root), *arguments],  # noqa: S607 - the git that the user has
            input=given,
            capture_output=True,
            env=environment,
            check=False,
        )
    except FileNotFoundError as error:
        raise click.UsageError("This needs git, and there is none on this computer.") from error
