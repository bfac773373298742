"""What is made up for teaching, by its form: papers and scenes."""

from __future__ import annotations

from collections.abc import Iterator

from coursebuilder.checking.survey import Survey
from coursebuilder.course import questions_of
from coursebuilder.prose import DocumentBlock, Located, Text
from coursebuilder.quiz import Document


def invented_texts(survey: Survey) -> Iterator[Text]:
    """Scenes of scenarios, papers of questions, and the papers that modules and pages show."""
    for scenario in survey.course.scenarios:
        for scene in scenario.scenes:
            yield scene.text
            yield from (decision.do for decision in scene.decisions)
    for _, question in questions_of(survey.course):
        if isinstance(question.answer, Document):
            yield question.answer.title
            yield from (line.text for line in question.answer.lines)
    for prose in survey.proses.values():
        for block in prose.blocks:
            if isinstance(block, DocumentBlock):
                text = "\n".join(f"{label} {line}" for label, line in block.lines)
                yield Located(text, block.place)
