"""What assesses an objective."""

from __future__ import annotations

from collections.abc import Iterator

from coursebuilder.checking.survey import Survey
from coursebuilder.course import Objective


def counted(survey: Survey) -> Iterator[tuple[Objective, int]]:
    """Each objective with the number of its questions and scenarios.

    Drafts are left out: they are not ready. Where a quiz, or a question of one, could not be read,
    nothing is counted: it might assess anything.
    """
    if not survey.all_quizzes_read():
        return
    for module in survey.course.modules:
        if not module.draft:
            for objective in module.objectives:
                name = f"{module.slug}/{objective.id}"
                yield objective, survey.assessments.get(name, 0)
