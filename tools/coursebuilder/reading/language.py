"""Reads the code of a language."""

from __future__ import annotations

import re

from coursebuilder.prose import Text
from coursebuilder.reading.fields import Fields
from coursebuilder.reading.values import wrong

_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


def read_language(fields: Fields) -> Text | None:
    """Read the key `language`, `en` or `en-US`; None where there is none, or no code."""
    text, value = fields.text("language"), fields.value("language")
    if text is None or value is None or _LANGUAGE.fullmatch(text.value):
        return text
    message = f"`language` takes a short code like `en`, `es` or `pt-BR`, and `{text}` is none."
    near = text.value.lower().replace("_", "-")
    wrong(value, fields.findings, message, near if _LANGUAGE.fullmatch(near) else "")
    return None
