"""Questions: what all kinds share. The answers themselves are read in `answers/`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from coursebuilder.prose import Located, Text
from coursebuilder.quiz import Answer, Credit, Question
from coursebuilder.reading.answers import COMPANIONS, READERS
from coursebuilder.reading.fields import Fields, open_record
from coursebuilder.reading.findings import Findings
from coursebuilder.reading.ids import id_from_prompt
from coursebuilder.reading.nodes import Node, Record, Scalar
from coursebuilder.reading.shapes import QUESTION
from coursebuilder.reading.values import Value

_PROMPTS = ("ask", "statement", "fill")
LEVELS = ("recall", "apply", "judge")
_CREDITS = tuple(Credit)


@dataclass(frozen=True, slots=True)
class Unread:
    """A question that cannot be shown: its id and objective exist all the same."""

    id: str
    objective: Text | None


def read_questions(items: Sequence[Value], findings: Findings) -> Iterator[Question | Unread]:
    """Read the questions of a quiz; those without an id get one from their text."""
    taken = {given for item in items if (given := _given_id(item.node))}
    for item in items:
        name = _given_id(item.node)
        label = f"Question '{name}'" if name else "This question"
        fields = open_record(item, QUESTION, findings, label)
        if fields is not None:
            yield _read_question(fields, taken)


def _given_id(node: Node) -> str:
    """The id as typed, before anything is checked."""
    for entry in node.entries if isinstance(node, Record) else ():
        if entry.key.text == "id" and isinstance(entry.value, Scalar):
            return entry.value.text.strip()
    return ""


def _read_question(fields: Fields, taken: set[str]) -> Question | Unread:
    given = fields.id("id")
    prompt = _read_prompt(fields)
    key = _answer_key(fields)
    answer = None if key is None else READERS[key](fields)
    objective = fields.text("objective")
    identity = given or _derived_id(fields, prompt, taken)
    shared = _Shared(identity, given is not None, objective)
    question = _assemble(fields, shared, prompt, answer)
    fields.allow()
    return question


@dataclass(frozen=True, slots=True)
class _Shared:
    id: Text
    id_given: bool
    objective: Text | None


def _assemble(
    fields: Fields, shared: _Shared, prompt: Text | None, answer: Answer | None
) -> Question | Unread:
    """Read the remaining fields, and put the question together if it can be shown."""
    section, why = fields.text("section"), fields.prose("why")
    hints, sources, redflags = (
        fields.proses("hint"),
        fields.names("source"),
        fields.names("redflags"),
    )
    points, level = fields.amount("points"), fields.one_of("level", LEVELS)
    shuffle, credit = fields.yes_no("shuffle", default=True), fields.one_of("credit", _CREDITS)
    if prompt is None or answer is None:
        return Unread(shared.id.value, shared.objective)
    return Question(
        id=shared.id,
        id_given=shared.id_given,
        prompt=prompt,
        answer=answer,
        objective=shared.objective,
        section=section,
        why=why,
        hints=hints,
        sources=sources,
        redflags=redflags,
        points=1 if points is None else float(points),
        level="" if level is None else level.value,
        shuffle=shuffle,
        credit=Credit.NET if credit is None else Credit(credit.value),
        place=fields.place,
    )


def _derived_id(fields: Fields, prompt: Text | None, taken: set[str]) -> Text:
    """Derive an id from the text, and take it."""
    derived = id_from_prompt(prompt.value if prompt else fields.shape.name, taken)
    taken.add(derived)
    return Located(derived, fields.start)


def _read_prompt(fields: Fields) -> Text | None:
    """Read the first of `ask`, `statement` and `fill`; a second one is told of."""
    prompts = fields.in_order(_PROMPTS)
    if len(prompts) > 1:
        first, second = prompts[:2]
        fields.clash(
            (first, second),
            f"{fields.name} has both `{first}` and `{second}`. Keep one of them.",
        )
    if not prompts:
        fields.missing(f"{fields.name} asks nothing. Add a line `ask:` with the question.")
        return None
    return _fill_text(fields) if prompts[0] == "fill" else fields.prose(prompts[0])


def _fill_text(fields: Fields) -> Text | None:
    """The text with gaps as typed; the answer's reader tells what is wrong with it."""
    value = fields.value("fill")
    typed = fields.typed("fill")
    return Located(typed, value.place) if value and typed else None


def _answer_key(fields: Fields) -> str | None:
    """Find the one key that says what kind of question it is."""
    keys = list(dict.fromkeys(_kind(key) for key in fields.in_order((*READERS, "between"))))
    if not keys:
        _tell_of_no_answer(fields)
        return None
    for key in keys[1:]:
        fields.findings.error(
            "two-answer-keys",
            fields.key_place(key),
            f"{fields.name} has two answer keys, `{keys[0]}` and `{key}`. Keep one of them.",
        )
    _tell_of_strays(fields, keys)
    return keys[0] if len(keys) > 1 or _suits_prompt(fields, keys[0]) else None


def _kind(key: str) -> str:
    return "number" if key == "between" else key


def _tell_of_no_answer(fields: Fields) -> None:
    if "statement" in fields:
        message = f"{fields.name} has no `answer`. Add `answer: true` or `answer: false`."
        fields.missing(message)
        return
    keys = ", ".join(f"`{key}`" for key in READERS if key not in {"answer", "fill"})
    fields.missing(f"{fields.name} has no answer. Add one of {keys}.")


def _suits_prompt(fields: Fields, key: str) -> bool:
    """`statement` goes with `answer`: tell where it does not; False where nothing can be read."""
    if key == "answer" and fields.in_order(_PROMPTS) == ["ask"]:
        return _is_statement(fields)
    if key not in {"answer", "fill"} and fields.in_order(_PROMPTS) == ["statement"]:
        message = (
            "A `statement` has `answer: true` or `answer: false`. "
            f"With `{key}`, write `ask:` in place of `statement:`."
        )
        fields.findings.error("conflicting-keys", fields.key_place("statement"), message)
    return True


def _is_statement(fields: Fields) -> bool:
    """`ask` with `answer`: a statement if it is answered by yes or no."""
    is_statement = fields.typed("answer").lower() in {"true", "false", "yes", "no"}
    advice = (
        "Write `statement:` in place of `ask:`."
        if is_statement
        else "Give the answer by `accept:`, or by `choices:`."
    )
    fields.findings.error(
        "conflicting-keys",
        fields.key_place("ask" if is_statement else "answer"),
        f"{fields.name} has `ask`, but `answer` says whether a `statement` is true. {advice}",
    )
    return is_statement


def _tell_of_strays(fields: Fields, keys: Sequence[str]) -> None:
    """Keys that belong to a question of another kind."""
    for key, owner in COMPANIONS.items():
        if key in fields and owner not in keys:
            message = f"`{key}` goes with `{owner}`, and this question has `{keys[0]}`."
            fields.findings.error("unknown-key", fields.key_place(key), message)
