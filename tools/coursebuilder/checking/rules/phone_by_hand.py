"""A number of the contacts register is written by `contact:`.

**What it checks.** No text of a module, page, quiz or scenario holds the digits of a contact's
phone.

**Why.** When the number changes, the register is corrected once. What was typed by hand stays as
it was.

**Not like this:**

```markdown title="modules/welcome.md"
Call the tip line: 555-0142.
```

**Like this:**

```markdown title="modules/welcome.md"
Call the tip line: [](contact:tip-line).
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from coursebuilder.checking.finding import Finding
from coursebuilder.checking.survey import Survey
from coursebuilder.checking.wording import plain
from coursebuilder.problem import Severity

SEVERITY = Severity.WARNING


LEAST = 7
"""Digits that a number has to have: 911 stands in many a text."""


def check(survey: Survey) -> Iterator[Finding]:
    """Find numbers of contacts that were typed by hand."""
    known = {
        _dialled(phone): contact
        for contact in survey.course.contacts.values()
        for phone in (contact.phone, contact.digits)
        if len(_dialled(phone)) >= LEAST
    }
    if not known:
        return
    spelt = "|".join(sorted(map(_pattern, known)))
    pattern = re.compile(rf"(?<!\w)(?:\+?1\W?)?\(?(?:{spelt})(?!\w)", re.IGNORECASE)
    for prose in survey.proses.values():
        for passage in prose.passages:
            for found in pattern.finditer(plain(passage.text)):
                contact = known[_dialled(found[0])]
                message = f"'{found[0]}' stands in the register. Write `[](contact:{contact.id})`."
                yield Finding(passage.place, message, f"[](contact:{contact.id})")


def _dialled(phone: str) -> str:
    """Letters and digits only, without the country's 1."""
    bare = "".join(sign for sign in phone.upper() if sign.isalnum())
    return bare.removeprefix("1") if len(bare) == 11 else bare  # noqa: PLR2004 - 1 and ten digits


def _pattern(dialled: str) -> str:
    return r"[ ().-]*".join(dialled)
