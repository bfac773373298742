"""The matrix for a terminal, as Markdown, and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence

from coursebuilder.checking.matrix import Exercise, ExerciseKind, Matrix, Row, Step

HEADS = ("Objective", "Section", "Minutes", "Questions and scenarios", "Paths", "Missing")
PATHS = (
    "Of each objective: the sections that teach it and the exercises that assess it, as met on "
    "the path. A dash: the path does not promise it. Bold: something is missing."
)
UNNAMED, NO_SECTION = "no question names it", "name none of these sections"


def matrix_text(matrix: Matrix) -> str:
    """Each module with its objectives: where taught, how assessed, in whose path."""
    lines: list[str] = []
    for slug, title in matrix.modules.items():
        lines += [f"{title} ({slug})", ""]
        for row in matrix.rows_of(slug):
            lines += [*_lines(row), ""]
    lines += [f"No objective: {each.name} ({each.title})" for each in matrix.idle]
    return "\n".join([*lines, total_of(matrix)]) + "\n"


def matrix_markdown(matrix: Matrix) -> str:
    """A table for each module, and the counts of each path."""
    lines = [f"# Objectives of {matrix.title}", "", total_of(matrix)]
    for slug, title in matrix.modules.items():
        cells = (cells for row in matrix.rows_of(slug) for cells in _cells(row))
        lines += ["", f"## {title}", "", *_table(HEADS, cells)]
    if matrix.audiences:
        heads = ["Objective", *(audience.title for audience in matrix.audiences)]
        counts = ([f"`{row.name}`", *map(_count, row.steps)] for row in matrix.rows)
        lines += ["", "## Paths", "", PATHS, "", *_table(heads, counts)]
    if matrix.idle:
        lines += ["", "## Sections without an objective", ""]
        lines += [f"- {each.title} (`{each.name}`)" for each in matrix.idle]
    return "\n".join(lines) + "\n"


def matrix_json(matrix: Matrix) -> str:
    """One object: `objectives`, `audiences`, `sections_without_objective`, `gaps` (a count)."""
    data = {
        "course": matrix.title,
        "audiences": [
            {"id": each.id.value, "title": each.title, "modules": [m.value for m in each.modules]}
            for each in matrix.audiences
        ],
        "objectives": [_object(row) for row in matrix.rows],
        "sections_without_objective": [each.name for each in matrix.idle],
        "gaps": matrix.gap_count,
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def total_of(matrix: Matrix) -> str:
    """A line like `30 objectives, 1 thing missing`, with its final dot."""
    rows, gaps = len(matrix.rows), matrix.gap_count
    missing = f"{gaps} thing{'' if gaps == 1 else 's'} missing" if gaps else "nothing missing"
    return f"{rows} objective{'' if rows == 1 else 's'}, {missing}."


def named(exercise: Exercise) -> str:
    """The id of a question; a scenario is told apart."""
    is_scenario = exercise.kind is ExerciseKind.SCENARIO
    return f"{exercise.id} (scenario)" if is_scenario else exercise.id


def _lines(row: Row) -> Iterator[str]:
    yield f"  {row.objective.id}: {row.objective.text}"
    for teaching in row.taught:
        asked = ", ".join(teaching.exercises) or UNNAMED
        yield f"    {teaching.name} ({teaching.minutes} min): {asked}"
    if row.unplaced:
        yield f"    {NO_SECTION}: {', '.join(map(named, row.unplaced))}"
    paths = ", ".join(step.audience for step in row.steps if step.on_path)
    yield f"    paths: {paths or 'none'}"
    for gap in row.gaps:
        yield f"    MISSING: {gap}"


def _cells(row: Row) -> Iterator[list[str]]:
    """A line for each section; what asks for none of them has its own."""
    places = [
        (f"`{each.name}`", str(each.minutes), ", ".join(each.exercises) or UNNAMED)
        for each in row.taught
    ]
    if row.unplaced:
        places.append((NO_SECTION, "", ", ".join(map(named, row.unplaced))))
    places = places or [("", "", "")]
    first = [f"`{row.objective.id}` {row.objective.text}"]
    paths = ", ".join(step.audience for step in row.steps if step.on_path)
    last = [paths, "<br>".join(f"**{gap}**" for gap in row.gaps)]
    for number, place in enumerate(places):
        yield [*(first if number == 0 else [""]), *place, *(last if number == 0 else ["", ""])]


def _count(step: Step) -> str:
    if not step.on_path:
        return "-"
    shown = f"{step.sections} / {step.exercises}"
    return f"**{shown}**" if step.is_gap else shown


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield _row(heads)
    yield _row(["---"] * len(heads))
    yield from map(_row, rows)


def _row(cells: Sequence[str]) -> str:
    shown = (" ".join(cell.split()).replace("|", "\\|") for cell in cells)
    return f"| {' | '.join(shown)} |"


def _object(row: Row) -> dict[str, object]:
    return {
        "id": row.name,
        "text": row.objective.text.value,
        "taught": [
            {
                "section": each.name,
                "title": each.title,
                "minutes": each.minutes,
                "exercises": list(each.exercises),
            }
            for each in row.taught
        ],
        "assessed": [
            {
                "id": each.id,
                "kind": each.kind.value,
                "section": each.section or None,
                "modules": sorted(each.modules),
            }
            for each in row.assessed
        ],
        "paths": {
            step.audience: {"sections": step.sections, "exercises": step.exercises}
            for step in row.steps
            if step.on_path
        },
        "gaps": list(row.gaps),
    }
