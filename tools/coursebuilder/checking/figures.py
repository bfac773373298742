"""Finds what needs a source: money, percentages, counts, dates, laws.

What a figure is stands in the contract's small print, "A figure". The patterns are careful: a
figure that is missed is a smaller harm than a warning that is wrong.
"""

from __future__ import annotations

import re

MONTH = (
    "Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    "|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?"
    "|enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre|diciembre"
)
"""English, and Spanish as in `4 de marzo de 2025`."""
NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?"
LARGE = "thousand|million|billion|trillion"
CURRENCY = "dollars?|euros?|pounds|cents|USD|EUR|GBP"
NAMED = (
    "questions?|steps?|slides?|pages?|lines?|modules?|sections?|chapters?|parts?|rooms?|items?"
    "|figures?|tables?|exhibits?|annex|appendix|box|form|level|unit|flight|ticket|case|file"
    "|orders?|invoices?|nos?\\.|numbers?|version|class|category|group|type|model|dial|call"
)
CODE = "[A-Z]{2,6}"

FIGURE = re.compile(
    rf"""
      (?:[$€£¥]|\b(?:USD|EUR|GBP))\s?(?:{NUMBER})(?:\s(?:{LARGE})\b)?            # money
    | (?<![\w.])(?:{NUMBER})\s?(?:(?:{LARGE})\b|(?:{CURRENCY})\b)
    | (?<![\w.,])(?:{NUMBER})\s?[€£]
    | (?:{NUMBER})\s?(?:%|percent\b|per\ cent\b)
    | \b(?:{MONTH})\.?\s+\d{{1,2}},?\s+(?:19|20)\d\d\b                          # dates
    | \b(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:de\s+)?)?(?:{MONTH})\.?,?\s+(?:del?\s+)?(?:19|20)\d\d\b
    | \b(?:19|20)\d\d-\d\d-\d\d\b
    | \b\d+\s+(?:U\.?\s?S\.?\s?C|C\.?\s?F\.?\s?R)\b\.?(?:\s+(?:§+\s*)?[\w.]*\d)?  # laws
    | §\s?\d[\w.]* | \bPub(?:lic|\.)\s+L(?:aw|\.)\s+\d[\d-]*
    | \bExecutive\s+Order\s+\d+
    | \b(?:section|part|article|title|rule)s?\s+\d[\w.()]*(?:\s+and\s+\d[\w.()]*)?
      (?=\s+of\s+the\s+(?-i:[A-Z]))
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
BEFORE = re.compile(rf"(?:\b(?:(?i:{NAMED})|{CODE})|\#)\s*$")
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
DIGIT = re.compile(r"\d")
LEAST = 10
YEARS = range(1900, 2100)


def figure_in(text: str) -> str:
    """The first figure of a Markdown text, as it stands there; "" for none."""
    if not DIGIT.search(text):
        return ""
    text = UNSAID.sub(" ", text)
    found = FIGURE.search(text)
    if found:
        return found.group().strip()
    return next((count for match in COUNT.finditer(text) if (count := _count(text, match))), "")


def figures_in(text: str) -> list[str]:
    """All figures of a Markdown text, as they stand there: money, dates and laws, then counts."""
    text = UNSAID.sub(" ", text)
    rest = FIGURE.sub(lambda match: " " * len(match.group()), text)
    named = [match.group().strip() for match in FIGURE.finditer(text)]
    return named + [count for match in COUNT.finditer(rest) if (count := _count(rest, match))]


def number_of(number: str) -> float:
    """`2,700`, `2.700` and `2,7` as numbers: three digits behind a mark are thousands."""
    return float(re.sub(r"[.,](?=\d{3}(?!\d))", "", number).replace(",", "."))


def _count(text: str, match: re.Match[str]) -> str:
    number, thing = match["number"], match["thing"]
    value = number_of(number)
    is_year = value in YEARS and number.isdigit() and not match["more"]
    if value < LEAST or is_year or NO_THING.fullmatch(thing) or not thing.islower():
        return ""
    return "" if BEFORE.search(text[: match.start()]) else match.group()
