"""Problems as workflow commands, which GitHub shows beside the lines of a pull request.

Escapes: docs.github.com, "Workflow commands for GitHub Actions".
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePosixPath

from coursebuilder.problem import Place, Problem, Severity

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "notice"}
IN_MESSAGE = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
IN_PROPERTY = {**IN_MESSAGE, ord(":"): "%3A", ord(","): "%2C"}


def github(problems: Sequence[Problem], folder: str = "") -> str:
    """`::error file=…,line=…,col=…,title=…::message`, one a line.

    `folder` is where the course lies in its repository: GitHub counts paths from there.
    """
    return "".join(f"{_command(problem, folder)}\n" for problem in problems)


def _command(problem: Problem, folder: str) -> str:
    file = str(PurePosixPath(folder, problem.place.path))
    properties = {**_region(problem.place), "file": file, "title": problem.rule}
    listed = ",".join(
        f"{key}={str(value).translate(IN_PROPERTY)}" for key, value in properties.items()
    )
    message = f"{problem.message}\n{problem.hint}" if problem.hint else problem.message
    return f"::{LEVELS[problem.severity]} {listed}::{message.translate(IN_MESSAGE)}"


def _region(place: Place) -> dict[str, str | int]:
    region: dict[str, str | int] = {"file": place.path, "line": place.line, "col": place.column}
    if place.end_line is not None:
        region["endLine"] = place.end_line
    if place.end_column is not None and place.end_line in (None, place.line):
        region["endColumn"] = place.end_column
    return region
