"""Words and phrases that have a plainer twin."""

from __future__ import annotations

import re

PLAINER = {
    "a large number of": "many",
    "a majority of": "most",
    "accordingly": "so",
    "aforementioned": "this, or the name again",
    "and/or": "or, or: one or both",
    "as a consequence of": "because of",
    "as a means of": "to",
    "ascertain": "find out",
    "at the present time": "now",
    "at this point in time": "now",
    "by means of": "by, with",
    "commence": "begin, start",
    "concerning the matter of": "about",
    "consequently": "so",
    "despite the fact that": "although",
    "due to the fact that": "because",
    "during such time as": "while",
    "effectuate": "do, bring about",
    "endeavor": "try",
    "endeavour": "try",
    "expeditious": "fast",
    "facilitate": "help, make easier",
    "for the purpose of": "to, for",
    "for the reason that": "because",
    "furnish": "give, send",
    "has the ability to": "can",
    "have the ability to": "can",
    "herein": "here",
    "hereinafter": "from here on",
    "in accordance with": "by, under",
    "in addition to": "besides",
    "in close proximity to": "near",
    "in excess of": "more than",
    "in lieu of": "instead of",
    "in order to": "to",
    "in regard to": "about",
    "in the course of": "while, in",
    "in the event of": "if there is",
    "in the event that": "if",
    "inasmuch as": "because",
    "is able to": "can",
    "notwithstanding": "in spite of",
    "on a daily basis": "every day",
    "on the grounds that": "because",
    "prior to": "before",
    "pursuant to": "under",
    "subsequent to": "after",
    "subsequently": "later, then",
    "the fact that": "that",
    "thereafter": "then",
    "thereof": "of it",
    "until such time as": "until",
    "utilization": "use",
    "utilize": "use",
    "whereas": "while",
    "with a view to": "to",
    "with reference to": "about",
    "with regard to": "about",
    "with respect to": "about",
}
"""Our own list, made after the advice of the federal plain language guidelines."""

ENDING = "(?:d|s|r)?"
WORDY = re.compile(
    rf"\b(?:{'|'.join(sorted(map(re.escape, PLAINER), key=len, reverse=True))}){ENDING}\b"
)
"""Finds them in small letters."""
MARKS = tuple(sorted({max(phrase.split(), key=len) for phrase in PLAINER}))
"""The longest word of each: a text without any of them has none of the phrases."""


def plainer_than(found: str) -> str:
    """The plainer twin of what `WORDY` found."""
    return PLAINER.get(found) or PLAINER[found[:-1]]
