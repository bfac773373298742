"""A quiz: quizzes/<slug>.yml with `questions`."""

from __future__ import annotations

from coursebuilder.quiz import Question, Quiz, Show
from coursebuilder.reading.fields import Fields, open_file
from coursebuilder.reading.findings import Findings
from coursebuilder.reading.nodes import Listing, Node, Record
from coursebuilder.reading.questions import Unread, read_questions
from coursebuilder.reading.shapes import QUIZ
from coursebuilder.reading.values import Value, items_of
from coursebuilder.reading.yaml_prose import prose_of


def is_scenario(node: Node) -> bool:
    """Whether a file of quizzes/ holds a scenario: it has scenes, or a start and no questions."""
    if not isinstance(node, Record):
        return False
    keys = {entry.key.text for entry in node.entries}
    return "scenes" in keys or ("start" in keys and "questions" not in keys)


def read_quiz(node: Node, slug: str, findings: Findings) -> Quiz:
    """Read a quiz; questions that cannot be shown are named in `unread`."""
    if isinstance(node, Listing):
        fields = Fields(Record((), node.place), QUIZ, "The quiz", node.place, findings)
        fields.missing("A list of questions has `questions:` above it.", "questions:")
        items = items_of(Value("questions", node, node.place), findings) or ()
    else:
        fields = open_file(node, QUIZ, findings, "The quiz")
        items = _questions_of(fields)
    read = tuple(read_questions(items, findings))
    return _assemble(fields, slug, read)


def _questions_of(fields: Fields) -> tuple[Value, ...]:
    if fields.record.entries:
        fields.require("questions")
    return fields.items("questions") or ()


def _assemble(fields: Fields, slug: str, read: tuple[Question | Unread, ...]) -> Quiz:
    show = fields.one_of("show", tuple(Show))
    last = fields.place.end_line or fields.place.line
    fields.allow((1, last))
    unread = [question for question in read if isinstance(question, Unread)]
    return Quiz(
        slug=slug,
        path=fields.findings.path,
        title=fields.text("title"),
        intro=fields.prose("intro"),
        pass_percent=fields.percent("pass"),
        draw=fields.whole("draw"),
        show=Show.EACH if show is None else Show(show.value),
        shuffle=fields.yes_no("shuffle", default=True),
        minutes=fields.whole("minutes"),
        questions=tuple(question for question in read if isinstance(question, Question)),
        unread=tuple(question.id for question in unread),
        unread_objectives=tuple(each.objective for each in unread if each.objective),
        prose=prose_of(fields.findings),
        place=fields.place,
    )
