"""Finds sentences in the passive voice, in English, by their form.

A form of "be" or "get" and a past participle, with an adverb between them at most. What looks alike
and is an adjective ("is interested", "are used to") is left out: a share that is a little too low
does less harm than a hint that is wrong.
"""

from __future__ import annotations

import re

IRREGULAR = (
    "begun|bought|broken|brought|built|caught|chosen|done|drawn|driven|eaten|fed|felt|forgotten|found"
    "|given|gone|grown|held|hidden|hit|kept|known|laid|led|left|lent|lost|made|meant|met|paid|put"
    "|read|run|said|seen|sent|sold|set|shown|shut|spent|stolen|struck|sworn|taken|taught|told"
    "|thought|thrown|understood|withheld|won|worn|written"
)
ADJECTIVES = (
    r"aged|allowed\ to|based|bored|closed|concerned|experienced|interested|involved|limited|located"
    r"|married|mixed|named|needed|pleased|prepared|qualified|related|sacred|scared|supposed|tired"
    r"|unauthorized|unexpected|unlicensed|unlisted|unsigned|unused|used\ to|worried"
)
"""Words that look like participles and mostly are none."""
PASSIVE = re.compile(
    rf"""
    \b(?:am|is|are|was|were|be|been|being|gets?|got|isn't|aren't|wasn't|weren't)\b
    (?:\s+(?:not|never|also|only|often|always|still|then|now|already|\w+ly))?
    \s+(?!(?:{ADJECTIVES})\b)
    (?:\w{{2,}}ed|{IRREGULAR})\b
    """,
    re.VERBOSE | re.IGNORECASE,
)


def is_passive(sentence: str) -> bool:
    """Whether a sentence without marks has a clause in the passive voice."""
    return PASSIVE.search(sentence) is not None
