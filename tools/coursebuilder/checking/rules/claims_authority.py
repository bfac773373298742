"""No text claims an authority that the course does not have.

**What it checks.** Modules, pages, quizzes and scenarios in English, for "official training",
"certified by", "endorsed by", "approved by", "on behalf of" an agency, and for seals. To say that
the course is *not* official is fine, and wanted.

**Why.** The course is made from public sources, by people who speak for nobody else. To look like a
government's page misleads learners, and using a seal without leave can be a crime.

**Not like this:**

```markdown title="docs/about.md"
# About

This is the official training of the agency.
```

**Like this:**

```markdown title="docs/about.md"
# About

This is training from public sources. It is not official, and no legal advice.
```

**Source.** 18 U.S.C. 506, 701 and 709 are about seals, insignia and names of federal agencies.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from coursebuilder.checking.finding import Finding
from coursebuilder.checking.survey import Survey
from coursebuilder.checking.wording import mentions, plain
from coursebuilder.problem import Severity

SEVERITY = Severity.WARNING


AGENCY = (
    r"(?:the )?(?:HSI|DHS|ICE|FBI|CBP|BIS|DEA|Homeland Security|Department|government|agency)\b"
)
CLAIM = re.compile(
    r"\b(?:(?:this|our|the|an) official (?:training|course|site|website|page|guide|guidance|seal)"
    rf"|(?:certified|endorsed|approved|authori[sz]ed|sponsored) by {AGENCY}"
    rf"|(?:speaks?|acts?|trains?|speaking|acting) (?:for|on behalf of) {AGENCY}"
    r"|official (?:certificate|seal) of)\b",
    re.IGNORECASE,
)
STEMS = ("official", "certif", "endors", "approv", "authori", "sponsor", "speak", "act", "train")
DENIED = re.compile(
    r"\b(?:not|no|nor|never|neither|nobody|without|isn't|cannot)\b[^.!?]{0,60}$", re.IGNORECASE
)


def check(survey: Survey) -> Iterator[Finding]:
    """Find claims of authority; in English only."""
    survey = survey.in_english
    for prose in survey.proses.values():
        for passage in prose.passages:
            text = plain(passage.text)
            for found in CLAIM.finditer(text) if mentions(text, STEMS) else ():
                if not DENIED.search(text[: found.start()]):
                    message = f"'{found[0]}' claims an authority. Say what the course really is."
                    yield Finding(passage.place, message)
