"""A quiz as HTML: its heading, its facts and its questions, one after the other.

`scripts/quiz.js` adds the draw, the review before submitting, the results.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from markupsafe import Markup

from coursebuilder.course import Module, module_of
from coursebuilder.identity import quiz_hash
from coursebuilder.prose import QuestionBlock
from coursebuilder.quiz import Question, Quiz
from coursebuilder.rendering.desk import broken
from coursebuilder.rendering.exercise import line, plain
from coursebuilder.rendering.inline import block_markdown
from coursebuilder.rendering.questions import (
    Context,
    objective_of,
    render_question,
    section_of,
)
from coursebuilder.rendering.template import render


def render_quiz(quiz: Quiz, questions: Sequence[Question], context: Context) -> Markup:
    """Render those questions of a quiz that stand in it: see `closing_questions`."""
    draw = quiz.draw.value if quiz.draw and quiz.draw.value < len(questions) else 0
    rendered = [
        render_question(question, context, number=(at, len(questions)))
        for at, question in enumerate(questions, 1)
    ]
    return render(
        "exercises/quiz.html",
        say=context.texts,
        slug=quiz.slug,
        hash=quiz_hash(quiz),
        title=line(quiz.title.value) if quiz.title else context.texts("quiz.title"),
        intro=block_markdown(broken(quiz.intro.value)) if quiz.intro else "",
        show=quiz.show.value,
        draw=draw,
        pass_percent=quiz.pass_percent,
        shuffle=quiz.shuffle,
        questions=rendered,
        objectives=json.dumps(_objectives(questions, context), ensure_ascii=False),
    )


def _objectives(questions: Sequence[Question], context: Context) -> dict[str, list[str]]:
    """Give each objective's text, with the link to the section that teaches it and its title."""
    found = {}
    for name in dict.fromkeys(filter(None, map(objective_of, questions))):
        slug, _, own = name.partition("/")
        module = module_of(context.course, slug)
        objectives = module.objectives if module else ()
        text = next((each.text.value for each in objectives if each.id.value == own), own)
        taught = section_of(context.course, name)
        link = [context.link(slug, taught.id.value), taught.title] if taught else ["", ""]
        found[name] = [plain(text), *link]
    return found


def closing_questions(module: Module, quiz: Quiz) -> tuple[Question, ...]:
    """Give the questions that stand in the quiz: those that its module does not place alone."""
    if module.slug != quiz.slug:
        return quiz.questions
    placed = {
        block.question.value for block in module.prose.blocks if isinstance(block, QuestionBlock)
    }
    return tuple(question for question in quiz.questions if question.id.value not in placed)
