"""A section as slides: its own, then what its blocks place, in the order of the file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from coursebuilder.course import Module, Section, quiz_of
from coursebuilder.presenting.block_data import pictures_of
from coursebuilder.presenting.blocks import (
    Block,
    Bullets,
    Callout,
    CaseFacts,
    Code,
    Flag,
    Flags,
    Paper,
    PaperLine,
    Picture,
    Run,
    Table,
    plain,
)
from coursebuilder.presenting.deck import NO_NOTES, Notes, SlideKind, TrainerNote
from coursebuilder.presenting.making import Draft, Making, numbered, source_notes
from coursebuilder.presenting.paging import answer_pages, pages_of, room_under
from coursebuilder.presenting.question_slides import Asked, ask
from coursebuilder.presenting.read_body import Setting, body_of, runs_of
from coursebuilder.presenting.scenario_slides import scenario_drafts
from coursebuilder.prose import (
    Block as AuthorBlock,
)
from coursebuilder.prose import (
    CaseBlock,
    DocumentBlock,
    EngineBlock,
    QuestionBlock,
    QuizBlock,
    RedFlagsBlock,
    ScenarioBlock,
    SlideBlock,
    TrainerBlock,
)
from coursebuilder.quiz import Question
from coursebuilder.rendering.papers import BOLD
from coursebuilder.rendering.placements import questions_by_id
from coursebuilder.rendering.quizzes import closing_questions
from coursebuilder.rendering.redflags import flags_named

FLAGS_A_SLIDE = 4
KICKER_LINES = 1.5
SHOWN = (Bullets, Table, Picture, Callout, Code)
"""What a slide shows of a section's text; the rest becomes the notes."""
CONTENT, DOCUMENT, FLAGS, CASE, QUESTION, ANSWER = 3, 3, 1, 3, 3, 2
"""Weights: how a section's minutes are shared."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of a section: a text, or one of our blocks."""

    line: int
    text: str
    block: AuthorBlock | None = None


def section_drafts(module: Module, section: Section, making: Making) -> list[Draft]:
    """Make the slides of a section; at least one."""
    setting = making.setting(module.path)
    pieces = list(_pieces(module, section))
    own = [piece for piece in pieces if isinstance(piece.block, SlideBlock)]
    placed = [
        draft
        for piece in pieces
        if piece.block and not (own and isinstance(piece.block, RedFlagsBlock))
        for draft in _placed(piece.block, piece.line, module, making)
    ]
    prose = [body_of(piece.text, setting) for piece in pieces if piece.block is None]
    text = _Text(
        blocks=[block for body in prose for block in body.blocks],
        cited=[source for body in prose for source in body.sources],
        replaced=[
            _flags_of(piece.block, making, setting)
            for piece in pieces
            if own and isinstance(piece.block, RedFlagsBlock)
        ],
        is_alone=not placed,
    )
    drafts = [*_content(module, section, own, text, making), *placed]
    return _with_trainer(drafts, pieces, setting)


def _pieces(module: Module, section: Section) -> Iterator[_Piece]:
    """Cut a section into texts and blocks. Callouts and other blocks of the engine are text."""
    lines = module.source.split("\n")
    first = module.source_line
    at = section.first_line + 1
    for block in section.blocks:
        begin = block.place.line
        if isinstance(block, EngineBlock) or begin < at:
            continue
        yield from _text(lines, first, at, begin)
        yield _Piece(begin, "", block)
        at = _behind(lines, begin - first, section.last_line - first) + first
    yield from _text(lines, first, at, section.last_line + 1)


def _text(lines: Sequence[str], first: int, begin: int, end: int) -> Iterator[_Piece]:
    text = "\n".join(lines[begin - first : end - first])
    if text.strip():
        yield _Piece(begin, text)


def _behind(lines: Sequence[str], opening: int, last: int) -> int:
    """Find the line behind a block: its end has the slashes of its opening."""
    slashes = lines[opening].strip(" \t>").split(" ")[0]
    for at in range(opening + 1, last + 1):
        if lines[at].strip(" \t>") == slashes:
            return at + 1
    return last + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class _Text:
    """What a section says by itself."""

    blocks: list[Block]
    cited: list[tuple[str, str]]
    replaced: list[Flags]
    """Red flags that a slide block stands for."""
    is_alone: bool
    """Nothing in the section has slides of its own."""


def _content(
    module: Module, section: Section, own: Sequence[_Piece], text: _Text, making: Making
) -> list[Draft]:
    """Make the section's own slides: its slide blocks, or what its text has to show."""
    setting = making.setting(module.path)
    blocks, cited = text.blocks, list(text.cited)
    if own:
        bodies = [body_of(_slide_block(piece).body, setting) for piece in own]
        pages = [body.blocks for body in bodies]
        cited += [source for body in bodies for source in body.sources]
        notes = [*blocks, *text.replaced]
        places = [piece.block.place for piece in own if piece.block]
    else:
        shown: list[Block] = [block for block in blocks if isinstance(block, SHOWN)]
        notes = [block for block in blocks if not isinstance(block, SHOWN)]
        if not shown and text.is_alone:
            shown, notes = notes[:1], notes[1:]
        pages = pages_of(shown, room_under(runs_of(section.title, setting)))
        places = [section.place] * len(pages)
    heading = runs_of(section.title, setting)
    seen = {path for page in pages for path in pictures_of(page)}
    notes = [block for block in notes if not (isinstance(block, Picture) and block.path in seen)]
    drafts = [
        Draft(
            name=f"{module.slug}/{section.id.value}" + (f"-{at}" if at > 1 else ""),
            kind=SlideKind.CONTENT,
            title=plain(heading),
            heading=heading,
            body=page,
            notes=Notes(prose=tuple(notes)) if at == 1 else NO_NOTES,
            weight=CONTENT if page else 0,
            sources=source_notes(making.course, cited) if at == 1 else (),
            place=place,
            line=place.line if own and at > 1 else 0,
        )
        for at, (page, place) in enumerate(zip(pages, places, strict=True), 1)
    ]
    return numbered(drafts, making.texts)


def _slide_block(piece: _Piece) -> SlideBlock:
    assert isinstance(piece.block, SlideBlock)  # noqa: S101 - the caller chose these
    return piece.block


def _with_trainer(
    drafts: Sequence[Draft], pieces: Sequence[_Piece], setting: Setting
) -> list[Draft]:
    """Give each trainer block to the slide that its place is under.

    That is the slide of the block directly above it; below prose, the section's first.
    An empty slide of a section that places something gives its notes to the next, and goes.
    """
    notes: dict[int, list[TrainerNote]] = {}
    lines = {draft.line for draft in drafts}
    above = 0
    for piece in pieces:
        if isinstance(piece.block, TrainerBlock):
            block = piece.block
            body = body_of(block.body, setting)
            note = TrainerNote(role=block.role, blocks=body.blocks, place=block.place)
            notes.setdefault(above, []).append(note)
        else:
            above = piece.line if piece.line in lines else 0
    done: set[int] = set()
    given: list[Draft] = []
    for draft in drafts:
        mine = notes.get(draft.line, []) if draft.line not in done else []
        done.add(draft.line)
        given.append(replace(draft, notes=replace(draft.notes, trainer=tuple(mine))))
    return _without_empty(given)


def _without_empty(drafts: Sequence[Draft]) -> list[Draft]:
    match drafts:
        case [first, second, *rest] if not first.body:
            notes = Notes(
                trainer=(*first.notes.trainer, *second.notes.trainer),
                prose=(*first.notes.prose, *second.notes.prose),
                answer=second.notes.answer,
            )
            sources = tuple(dict.fromkeys((*first.sources, *second.sources)))
            return [replace(second, notes=notes, sources=sources), *rest]
        case _:
            return list(drafts)


def _placed(block: AuthorBlock, line: int, module: Module, making: Making) -> list[Draft]:
    """Make the slides of a block that has some of its own."""
    match block:
        case QuestionBlock():
            found = questions_by_id(making.course).get(block.question.value)
            drafts = _question(found[1], making) if found else []
        case QuizBlock():
            drafts = _quiz(block, module, making)
        case ScenarioBlock():
            slug = block.scenario.value
            scenario = next((s for s in making.course.scenarios if s.slug == slug), None)
            drafts = scenario_drafts(scenario, making, line) if scenario else []
        case RedFlagsBlock():
            drafts = _flag_slides(block, module, making)
        case DocumentBlock():
            drafts = [_document(block, module, making)]
        case CaseBlock():
            drafts = _case(block, module, making)
        case _:
            drafts = []
    return [replace(draft, line=line) for draft in drafts]


def _quiz(block: QuizBlock, module: Module, making: Making) -> list[Draft]:
    quiz = quiz_of(making.course, block.quiz.value if block.quiz else module.slug)
    if quiz is None:
        return []
    questions = closing_questions(module, quiz)
    drawn = questions[: quiz.draw.value] if quiz.draw else questions
    return [draft for question in drawn for draft in _question(question, making)]


def _question(question: Question, making: Making) -> list[Draft]:
    """Make the question's slide and that of its answer, or several where reasons are long."""
    setting = making.setting(question.prompt.place.path)
    asked = ask(question, setting)
    name, title = question.id.value, plain(asked.prompt)
    sources = source_notes(making.course, [(source.value, "") for source in question.sources])
    first = Draft(
        name=name,
        kind=SlideKind.QUESTION,
        title=title,
        heading=asked.prompt,
        how=asked.how,
        body=asked.before,
        notes=Notes(answer=(*asked.after, *asked.reasons)),
        weight=QUESTION,
        question=name,
        sources=sources,
        place=question.place,
    )
    pages = _answer_pages(asked)
    answers = [
        replace(
            first,
            name=f"{name}-answer" + (f"-{at}" if at > 1 else ""),
            kind=SlideKind.ANSWER,
            title=making.texts("deck.answer", title=title),
            how="",
            body=page,
            notes=NO_NOTES,
            weight=ANSWER if at == 1 else 1,
        )
        for at, page in enumerate(pages, 1)
    ]
    return [first, *numbered(answers, making.texts)]


def _answer_pages(asked: Asked) -> list[tuple[Block, ...]]:
    pages = answer_pages(asked.after)
    return [(*pages[0], *asked.reasons), *pages[1:]]


def _flags_of(block: AuthorBlock | None, making: Making, setting: Setting) -> Flags:
    names = [name.value for name in block.names] if isinstance(block, RedFlagsBlock) else []
    register = replace(setting, path="modules/redflags.yml")
    return Flags(
        tuple(
            Flag(
                flag.id.value,
                runs_of(flag.text.value, register),
                runs_of(flag.why.value, register) if flag.why else (),
            )
            for flag in flags_named(making.course, names)
        )
    )


def _flag_slides(block: RedFlagsBlock, module: Module, making: Making) -> list[Draft]:
    flags = _flags_of(block, making, making.setting(module.path)).flags
    title = making.texts("flags.title")
    known = making.course.redflags
    drafts = [
        Draft(
            name=f"{module.slug}-flags-{block.place.line}-{at}",
            kind=SlideKind.FLAGS,
            title=title,
            heading=(Run(title),),
            body=(Flags(tuple(page)),),
            weight=FLAGS,
            sources=source_notes(
                making.course,
                [(source.value, "") for flag in page if (source := known[flag.id].source)],
            ),
            place=block.place,
        )
        for at, page in enumerate(_dealt(flags), 1)
    ]
    return numbered(drafts, making.texts)


def _dealt(flags: Sequence[Flag]) -> list[Sequence[Flag]]:
    return [flags[at : at + FLAGS_A_SLIDE] for at in range(0, len(flags), FLAGS_A_SLIDE)]


def _document(block: DocumentBlock, module: Module, making: Making) -> Draft:
    setting = making.setting(module.path)
    title, _, number = (part.strip() for part in block.title.partition("|"))
    lines = []
    for at, (label, text) in enumerate(block.lines, 1):
        bold = BOLD.match(text)
        shown = runs_of(bold["text"] if bold else text, setting)
        lines.append(PaperLine(number=at, label=label, runs=shown, flagged=bool(bold)))
    name = title or making.texts("paper.untitled")
    return Draft(
        name=f"{module.slug}-paper-{block.place.line}",
        kind=SlideKind.DOCUMENT,
        title=name,
        heading=(Run(name),),
        body=(Paper(title="", number=number, lines=tuple(lines)),),
        weight=DOCUMENT,
        place=block.place,
    )


def _case(block: CaseBlock, module: Module, making: Making) -> list[Draft]:
    setting = making.setting(module.path)
    body = body_of(block.body, setting)
    source = block.source.value if block.source else ""
    cited = [(source, ""), *body.sources] if source else list(body.sources)
    notes = source_notes(making.course, cited)
    known = making.course.sources.get(source)
    facts = CaseFacts(
        as_of=making.texts.day(block.as_of.value) if block.as_of else "",
        status=block.status.value if block.status else "",
        source=f"{known.title}, {known.publisher}" if known else making.texts("deck.invented"),
    )
    heading = runs_of(block.title, setting)
    pages = pages_of([*body.blocks, facts], room_under(heading) - KICKER_LINES)
    drafts = [
        Draft(
            name=f"{module.slug}-case-{block.place.line}" + (f"-{at}" if at > 1 else ""),
            kind=SlideKind.CASE,
            title=plain(heading),
            heading=heading,
            kicker=making.texts("case.invented" if source == "invented" else "case.kicker"),
            body=page,
            weight=CASE if at == 1 else 1,
            sources=notes,
            place=block.place,
        )
        for at, page in enumerate(pages, 1)
    ]
    return numbered(drafts, making.texts)
