"""A saved completion record, and whether it was made with a course as it stands here.

A record is self-attested: nothing in it proves who studied. What can be checked is the
content: the course's id, version and hash, each question's hash, and the sums.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from coursebuilder.course import Course, full_objective, objective_in_source, questions_of
from coursebuilder.identity import course_hash, grouped, question_hash

FORMAT = "course-record"
VERSION = 1
ROUNDING = 0.006
"""Shares and credits are written with three digits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What a saved record says. Shares and credits run from 0 to 1."""

    course: str
    version: str
    digest: str
    path: str
    completed: str
    holder: str
    objectives: Mapping[str, float | None]
    """The share won of each objective's points; None where nothing asked for it."""
    questions: Mapping[str, tuple[str, float]]
    """By id: the hash of the question, and the credit of the first try."""


def read_record(text: str) -> Record | None:
    """Read a saved record; None where the text is none."""
    try:
        data = json.loads(text)
        if data["format"] != FORMAT or data["version"] != VERSION:
            return None
        return Record(
            course=str(data["course"]["id"]),
            version=str(data["course"]["version"]),
            digest=str(data["course"]["hash"]),
            path=str(data["path"]),
            completed=str(data["completed"]),
            holder=str(data.get("holder", "")),
            objectives={
                str(each["id"]): None if each["share"] is None else float(each["share"])
                for each in data["objectives"]
            },
            questions={
                str(each["id"]): (str(each["hash"]), float(each["first"]))
                for each in data["questions"]
            },
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def differences(record: Record, course: Course) -> Iterator[str]:
    """Say, a sentence each, in what the record differs from the course."""
    settings = course.settings
    if record.course != settings.id:
        yield f"The record is of the course '{record.course}', this is '{settings.id}'."
        return
    if record.version != settings.version:
        yield f"The record was made with version {record.version}, this is {settings.version}."
    here = course_hash(course)
    if record.digest != here:
        marks = f"{grouped(record.digest)} in the record, {grouped(here)} here"
        yield f"The content is not the same: its mark is {marks}."
    if record.path and record.path not in {each.id.value for each in settings.audiences}:
        yield f"The course has no path '{record.path}'."
    yield from _changed_questions(record, course)
    yield from _wrong_sums(record, course)


def _changed_questions(record: Record, course: Course) -> Iterator[str]:
    here = {question.id.value: question_hash(question) for _, question in questions_of(course)}
    for name, (digest, _) in record.questions.items():
        if name not in here:
            yield f"The course has no question '{name}'."
        elif here[name] != digest:
            yield f"The question '{name}' is another one now."


def _wrong_sums(record: Record, course: Course) -> Iterator[str]:
    points: dict[str, float] = {}
    won: dict[str, float] = {}
    for quiz, question in questions_of(course):
        if question.id.value not in record.questions or question.objective is None:
            continue
        own = full_objective(question.objective.value, quiz.slug)
        objective = objective_in_source(course, own)
        credit = record.questions[question.id.value][1]
        points[objective] = points.get(objective, 0) + question.points
        won[objective] = won.get(objective, 0) + question.points * credit
    for name, share in record.objectives.items():
        sum_here = won[name] / points[name] if points.get(name) else None
        if (share is None) != (sum_here is None) or abs((share or 0) - (sum_here or 0)) > ROUNDING:
            yield f"The result of the objective '{name}' is not what its questions give."
