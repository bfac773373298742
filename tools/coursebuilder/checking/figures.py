"""Finds what needs a source: money, percentages, counts, dates, laws.

What a figure is stands in the contract's small print, "A figure". The patterns are careful: a
figure that is missed is a smaller harm than a warning that is wrong.
"""

from __future__ import annotations

import re

MONTH = (
    "Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    "|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?"
)
NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
CURRENCY = r"dollars?|euros?|pounds|cents|USD|EUR|GBP"
NAMED = r"questions?|steps?|slides?|pages?|lines?|modules?|sections?|chapters?|parts?|rooms?"
NUMBERED = r"orders?|invoices?|nos?\.|numbers?|version|class|category|group|type|model|UN"

FIGURE = re.compile(
    rf"""
      [$€£¥]\s?\d                                          # money
    | (?<![\w.])(?:{NUMBER})\s?(?:(?:thousand|million|billion|trillion)\b|(?:{CURRENCY})\b)
    | \d\s?%|\d\s(?:percent|per\ cent)\b
    | \b(?:{MONTH})\.?\s+\d{{1,2}},?\s+(?:19|20)\d\d\b      # dates with their year
    | \b(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?(?:{MONTH})\.?,?\s+(?:19|20)\d\d\b
    | \b(?:19|20)\d\d-\d\d-\d\d\b
    | \b\d+\s+(?:U\.?\s?S\.?\s?C|C\.?\s?F\.?\s?R)\b         # laws and rules
    | §\s?\d | \bPub(?:lic|\.)\s+L(?:aw|\.)\s+\d
    | \bExecutive\s+Order\s+\d
    """,
    re.VERBOSE | re.IGNORECASE,
)
COUNT = re.compile(
    rf"""
    (?<![\w.,:/$€£¥#§+-])                                   # no code, no time, no phone
    (?<!\b(?:19|20)\d\d\s)
    (?P<number>{NUMBER})
    (?P<more>(?:-|\s+(?:to|and|or)\s+|\s*\u2013\s*)(?:{NUMBER}))?
    (?:-|\s+)
    (?P<thing>[^\W\d_]{{3,}})
    """,
    re.VERBOSE,
)
BEFORE = re.compile(rf"(?:\b(?:{NAMED}|{NUMBERED})|\#)\s*$", re.IGNORECASE)
NO_THING = re.compile(
    r"and|are|but|can|for|from|had|has|have|its|may|must|nor|not|now|per|that|the|their|them|then"
    r"|these|they|this|those|was|were|when|which|while|will|with|would|you|your|than|through"
    r"|until|before|after|into|onto|over|under|between|against|during|without|within|via"
    r"|minutes?|seconds?|percent",
)
"""What may stand behind a number that counts nothing, or only the time of a lesson."""
UNSAID = re.compile(
    r"`+[^`]*`+|\[@[^\]]*\]|\]\([^)]*\)|<[^>]*>|\{[^}]*\}|\b\w+://\S+|\\(?=\W)|[*_\[\]]",
)
"""What is no sentence of the text: code, citations, targets of links, tags, attributes."""
LEAST = 10
YEARS = range(1900, 2100)


def figure_in(text: str) -> str:
    """The first figure of a Markdown text, as it stands there; "" for none."""
    text = UNSAID.sub(" ", text)
    found = FIGURE.search(text)
    if found:
        return found.group().strip()
    return next((count for match in COUNT.finditer(text) if (count := _count(text, match))), "")


def _count(text: str, match: re.Match[str]) -> str:
    number, thing = match["number"], match["thing"]
    value = float(number.replace(",", ""))
    is_year = value in YEARS and "," not in number and not match["more"]
    if value < LEAST or is_year or NO_THING.fullmatch(thing) or not thing.islower():
        return ""
    return "" if BEFORE.search(text[: match.start()]) else match.group()
