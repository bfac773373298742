"""The records of the YAML formats: which keys each may hold, and what people type instead."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from coursebuilder.nearest import nearest


@dataclass(frozen=True, slots=True)
class Shape:
    """A kind of record."""

    name: str
    """With its article: `a question`."""
    keys: tuple[str, ...]
    parent: str = ""
    """Where it stands in a file, for telling an author where a key belongs."""


QUIZ = Shape(
    "a quiz",
    ("title", "intro", "pass", "draw", "show", "shuffle", "minutes", "allow", "questions"),
    "at the top of a quiz",
)
QUESTION = Shape(
    "a question",
    (
        *("ask", "choices", "why", "id", "objective", "section", "statement", "fill", "answer"),
        *(
            "pick",
            "accept",
            "reject",
            "number",
            "within",
            "between",
            "unit",
            "match",
            "extra",
            "order",
        ),
        *("sort", "blanks", "document", "image", "alt", "spots", "hint", "source"),
        *("redflags", "points", "level", "shuffle", "credit", "allow"),
    ),
    "in a question",
)
CHOICE = Shape(
    "a choice", ("right", "wrong", "why", "last", "misconception"), "in a choice, under `choices`"
)
PAIR = Shape("a pair", ("left", "right", "why"), "in a pair, under `match`")
SORT_ITEM = Shape("a thing to sort", ("item", "why"), "with a thing to sort, under `sort`")
BLANK = Shape("a blank", ("right", "wrong", "why"), "in a named blank, under `blanks`")
DOCUMENT = Shape("a document", ("title", "lines"), "under `document`")
LINE = Shape("a line of a document", ("text", "flag", "fine"), "with a line of a document")
SPOT = Shape("a spot", ("right", "wrong", "at", "why"), "in a spot, under `spots`")

SCENARIO = Shape(
    "a scenario",
    ("id", "title", "intro", "objective", "start", "minutes", "allow", "scenes"),
    "at the top of a scenario",
)
SCENE = Shape("a scene", ("text", "choices", "end", "allow"), "in a scene")
DECISION = Shape("a choice of a scene", ("do", "go", "why", "redflags"), "in a choice of a scene")

SOURCE = Shape(
    "a source",
    (
        *("title", "publisher", "url", "published", "accessed", "confidence", "review_by"),
        "allow",
    ),
    "in sources.yml",
)
TERM = Shape("a term", ("meaning", "allow"), "in glossary.yml")
CONTACT = Shape(
    "a contact",
    ("name", "phone", "digits", "url", "email", "for", "source", "verified_on", "allow"),
    "in contacts.yml",
)
RED_FLAG = Shape("a red flag", ("text", "why", "group", "source", "allow"), "in redflags.yml")

COURSE = Shape(
    "course.yml",
    ("id", "title", "version", "language", "modules", "audiences", "sessions"),
    "at the top of course.yml",
)
AUDIENCE = Shape("an audience", ("title", "summary", "modules"), "in an audience of course.yml")
SESSION = Shape(
    "a session",
    ("title", "audience", "minutes", "discussion", "break_every", "break_minutes"),
    "in a session of course.yml",
)

PLUGIN = Shape("the plugin `course`", ("rules", "paths"), "under the plugin `course`")
PATH_RULES = Shape("an entry of `paths`", ("path", "rules"), "in an entry of `paths`")

_FAMILIES = (
    (QUIZ, QUESTION, CHOICE, PAIR, SORT_ITEM, BLANK, DOCUMENT, LINE, SPOT),
    (SCENARIO, SCENE, DECISION),
    (COURSE, AUDIENCE, SESSION),
    (PLUGIN, PATH_RULES),
)

_TRIED = {
    "correct": ("right",),
    "true": ("right",),
    "incorrect": ("wrong",),
    "false": ("wrong",),
    "distractor": ("wrong",),
    "answers": ("choices", "accept"),
    "options": ("choices",),
    "alternatives": ("choices",),
    "decisions": ("choices",),
    "solution": ("answer",),
    "accepted": ("accept",),
    "accepts": ("accept",),
    "rejected": ("reject",),
    "explanation": ("why",),
    "feedback": ("why",),
    "reason": ("why",),
    "because": ("why",),
    "rationale": ("why",),
    "comment": ("why",),
    "question": ("ask", "text"),
    "prompt": ("ask", "text"),
    "stem": ("ask",),
    "text": ("ask", "item", "meaning", "right or wrong", "do", "left"),
    "claim": ("statement",),
    "body": ("text",),
    "content": ("text",),
    "description": ("text", "summary", "meaning"),
    "definition": ("meaning",),
    "hints": ("hint",),
    "tip": ("hint",),
    "citation": ("source",),
    "reference": ("source",),
    "ref": ("source",),
    "flags": ("redflags",),
    "goal": ("objective",),
    "score": ("points",),
    "marks": ("points",),
    "weight": ("points",),
    "difficulty": ("level",),
    "pairs": ("match",),
    "steps": ("order", "scenes"),
    "sequence": ("order",),
    "groups": ("sort",),
    "categories": ("sort",),
    "gaps": ("blanks",),
    "tolerance": ("within",),
    "margin": ("within",),
    "range": ("between",),
    "units": ("unit",),
    "pass_mark": ("pass",),
    "passing": ("pass",),
    "name": ("title",),
    "heading": ("title",),
    "introduction": ("intro",),
    "time": ("minutes",),
    "duration": ("minutes",),
    "goto": ("go",),
    "go_to": ("go",),
    "next": ("go",),
    "target": ("go",),
    "scene": ("go",),
    "action": ("do",),
    "option": ("do", "right or wrong"),
    "choice": ("do", "right or wrong"),
    "ending": ("end",),
    "outcome": ("end",),
    "begin": ("start",),
    "first": ("start",),
    "picture": ("image",),
    "photo": ("image",),
    "alt_text": ("alt",),
    "caption": ("alt",),
    "position": ("at",),
    "area": ("at",),
    "warning": ("flag",),
    "innocent": ("fine",),
    "telephone": ("phone",),
    "tel": ("phone",),
    "mail": ("email",),
    "e_mail": ("email",),
    "link": ("url",),
    "website": ("url",),
    "web": ("url",),
    "verified": ("verified_on",),
    "checked": ("verified_on",),
    "date": ("published", "verified_on", "reviewed", "as_of"),
    "author": ("publisher",),
    "organisation": ("publisher",),
    "organization": ("publisher",),
    "retrieved": ("accessed",),
    "read": ("accessed",),
    "category": ("group",),
    "purpose": ("for",),
    "about": ("for",),
    "lang": ("language",),
    "breaks": ("break_every",),
    "ignore": ("allow",),
    "disable": ("allow",),
    "last_reviewed": ("reviewed",),
}
"""Words that people try, and the keys they mean, where such a key is allowed."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What an unknown key was probably meant to be."""

    keys: tuple[str, ...] = ()
    sure: bool = False
    """Only the writing differs: capitals, a hyphen for the underscore."""
    belongs: tuple[str, ...] = ()
    """Where else a key of this name stands."""


def suggest(key: str, shape: Shape) -> Suggestion:
    """The keys that were probably meant, nearest first."""
    bare = key.strip().lower().replace("-", "_").replace(" ", "_")
    if bare in shape.keys:
        return Suggestion((bare,), sure=True)
    tried = tuple(word for word in _TRIED.get(bare, ()) if _allows(shape, word))
    if tried:
        return Suggestion(tried)
    homes = _homes(bare, shape)
    if homes:
        return Suggestion(belongs=homes)
    near = anagram(bare, shape.keys) or nearest(bare, shape.keys)
    return Suggestion((near,) if near else ())


def anagram(word: str, keys: Iterable[str]) -> str:
    """The key that has the same letters: `aks` for `ask`; "" where none or several do."""
    same = [key for key in keys if sorted(key) == sorted(word)]
    return same[0] if len(same) == 1 else ""


def _allows(shape: Shape, words: str) -> bool:
    return all(word in shape.keys for word in words.split(" or "))


def _homes(key: str, shape: Shape) -> tuple[str, ...]:
    family = next((each for each in _FAMILIES if shape in each), ())
    return tuple(each.parent for each in family if key in each.keys)
