"""Finds what is probably a person's name: an address or a common first name before a surname.

A capitalised pair of words alone is none: agencies, laws, firms and places are full of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_FIRST = """
Aaron Abdul Abdullah Adam Ahmed Alan Albert Alejandro Alexander Alexei Ali Alice Amanda Amir
Amy Ana Andrea Andreas Andrew Andrey Angela Anita Anna Anne Anthony Antonio Arash Arthur
Barbara Benjamin Boris Brenda Brian Bruce Carlos Carol Caroline Catherine Charles Christian
Christina Christine Christopher Claudia Cynthia Daniel David Deborah Dennis Diana Diane
Diego Dimitri Dmitry Donald Dorothy Douglas Edward Elena Elizabeth Emily Emma Eric Eva
Fatima Fernando Francisco Frank Gary George Gerald Gregory Hans Harold Hassan Heather Helen
Henry Hossein Hussein Ibrahim Igor Ivan Jacob James Janet Jason Javier Jeffrey Jennifer
Jeremy Jessica Joan John Jonathan Jorge Jose José Joseph Joshua Juan Julia Julie Justin
Karen Karl Katherine Kathleen Keith Kelly Kenneth Kevin Khalid Larry Laura Lawrence Linda
Lisa Luis Manuel Margaret María Maria Marie Marina Martha Martin Mary Matthew Mehdi Melissa
Michael Michelle Miguel Mikhail Mohamed Mohammad Mohammed Muhammad Nancy Natalia Nicholas
Nicole Nikolai Olga Omar Oscar Pablo Pamela Patricia Patrick Paul Pedro Peter Philip Rachel
Ralph Raymond Rebecca Reza Richard Robert Roberto Roger Ronald Russell Ruth Ryan Samantha
Samuel Sandra Sara Sarah Scott Sergei Sergey Sharon Shirley Sophia Stephanie Stephen Steven
Susan Svetlana Teresa Theresa Thomas Timothy Tyler Victor Vladimir Walter Wei William Yuri
Yusuf Zachary
"""
FIRST = frozenset(_FIRST.split())
"""Common first names that are no common words, months or places."""
ADDRESS = frozenset({"Miss", "Mr", "Mrs", "Ms", "Se\u00f1or", "Se\u00f1ora", "Sr", "Sra"})
PARTICLES = "(?:(?:van|von|de|del|la|bin|al|el)[ -])*"
SURNAME = rf"{PARTICLES}[A-Z][a-z\u00df-\u00ff]+(?:[-'\u2019][A-Z]?[a-z]+)?"
PERSON = re.compile(
    r"(?=\b(?P<first>[A-Z][a-z\u00df-\u00ff]+)(?P<dot>\.?)[ ]"
    rf"(?P<rest>(?:[A-Z]\.?[ ])?{SURNAME})\b)"
)
"""Two capitalised words; it looks ahead, so that each word is tried as the first."""
THING = re.compile(
    r"^[\s,]*(?:\(?(?:Act|Acts|Air|Airport|Amendments?|Avenue|Bay|Bank|Bridge|Building|Center|Centre|City"
    r"|College|Company|Corp|County|Deere|Foundation|Group|Hall|Hospital|Hotel|Inc|Institute|Island|Laboratory"
    r"|Law|Library|LLC|Ltd|Manual|Method|Park|Press|Prize|Report|Road|Rule|School|Square|Street|Test"
    r"|Tower|University)\b)",
)
"""What makes the words before it a law, a place or a firm."""


def people_in(text: str) -> Iterator[str]:
    """The names of persons in a text without marks, as they stand there."""
    for match in PERSON.finditer(text):
        first = match["first"]
        if first not in ADDRESS and (first not in FIRST or match["dot"]):
            continue
        end = match.end("rest")
        last = match["rest"].rpartition(" ")[2]
        if not THING.match(text[end:]) and not THING.match(last):
            yield text[match.start() : end]
