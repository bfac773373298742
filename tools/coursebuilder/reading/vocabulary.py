"""The keys of all formats, to tell a key from the beginning of a sentence."""

from __future__ import annotations

_COURSE = """
    id title version language modules audiences sessions summary audience minutes discussion
    break_every break_minutes allow
"""
_MODULE = """
    title summary objectives reviewed review_in reviewed_by status translates language
    translated_from allow
"""
_REGISTERS = """
    title publisher url published accessed confidence review_by name phone digits email for source
    verified_on text why group groups meaning allow
"""
_QUIZ = """
    title intro pass draw show shuffle minutes questions allow id objective section ask statement
    answer fill blanks choices pick accept reject number within between unit match extra order sort
    document lines image alt spots why hint source redflags points level credit right wrong last
    misconception left item text flag fine at
"""
_SCENARIO = "title intro objective start minutes scenes text choices end do go why redflags allow"

ALL_KEYS = frozenset(f"{_COURSE} {_MODULE} {_REGISTERS} {_QUIZ} {_SCENARIO}".split())
