"""Ids: lower-case letters a to z, digits and hyphens."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Container

_ID = re.compile(r"[a-z0-9-]+")
_GAP = re.compile(r"(?<!\\)\[\[.*?\]\]", re.DOTALL)
_LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d"})
_APOSTROPHES = re.compile("['`\u2019]")
_WORDS = 6


def is_id(text: str) -> bool:
    """Whether a text is written as ids are."""
    return _ID.fullmatch(text) is not None


def nearest_id(text: str) -> str:
    """The id nearest to a text: `señales` gives `senales`; "" where no letter is left."""
    bare = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    letters = "".join(letter for letter in bare if not unicodedata.combining(letter))
    return "-".join(re.findall("[a-z0-9]+", _APOSTROPHES.sub("", letters)))


def id_from_prompt(prompt: str, taken: Container[str]) -> str:
    """An id of the first words of a question, gaps left out, other than those taken.

    The same prompt always gives the same id. A prompt without any Latin letter or digit
    is named by a short digest of it.
    """
    words = nearest_id(_GAP.sub(" ", prompt)).split("-")[:_WORDS]
    digest = hashlib.sha256(prompt.encode("utf-8", "surrogatepass")).hexdigest()
    base = "-".join(word for word in words if word) or f"question-{digest[:8]}"
    return unused_id(base, taken)


def unused_id(base: str, taken: Container[str]) -> str:
    """The id itself or, where it is taken, with the first free number behind it."""
    candidate, number = base, 1
    while candidate in taken:
        number += 1
        candidate = f"{base}-{number}"
    return candidate
