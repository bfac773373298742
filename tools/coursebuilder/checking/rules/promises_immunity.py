"""No text promises that nothing can happen to somebody.

**What it checks.** Modules, pages, quizzes and scenarios in English, for promises like "you will
not be prosecuted" or "this protects you from liability". A "not" or "no promise" before it is fine.

**Why.** Only a court or an office can promise that. A course that does gives wrong legal advice.

**Not like this:**

```markdown title="modules/welcome.md"
If you report it first, you will not be prosecuted.
```

**Like this:**

```markdown title="modules/welcome.md"
If you report it first, the office may count it in your favour. Nobody can promise that.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from coursebuilder.checking.finding import Finding
from coursebuilder.checking.survey import Survey
from coursebuilder.checking.wording import mentions, plain
from coursebuilder.problem import Severity

SEVERITY = Severity.WARNING


PROMISE = re.compile(
    r"\b(?:you|your (?:firm|company|business)|they|nobody|no one|a company) "
    r"(?:will|can|shall)(?: not|n't|not| never)? be "
    r"(?:prosecuted|charged|fined|punished|sued|liable)"
    r"|\b(?:protects?|shields?|frees?) (?:you|your (?:firm|company|business)|them) from "
    r"(?:any |all )?(?:prosecution|liability|penalt(?:y|ies)|charges|fines)"
    r"|\b(?:full|complete|guaranteed) (?:immunity|protection from prosecution)",
    re.IGNORECASE,
)
STEMS = ("prosecut", "charge", "fine", "punish", "sue", "liab", "penalt", "immunity")
POSITIVE = re.compile(r"\b(?:you|your \w+|they|a company) (?:will|can|shall) be\b", re.IGNORECASE)
DENIED = re.compile(
    r"\b(?:not|no|never|nobody|cannot|does not|don't|doesn't|false|myth|whether)\b[^.!?]{0,60}$",
    re.IGNORECASE,
)


def check(survey: Survey) -> Iterator[Finding]:
    """Find promises of immunity in learners' texts; in English only."""
    survey = survey.in_english
    for prose in survey.proses.values():
        for passage in prose.passages:
            text = plain(passage.text)
            for found in PROMISE.finditer(text) if mentions(text, STEMS) else ():
                is_promise = not POSITIVE.match(found[0]) or "not" in found[0].lower()
                if is_promise and not DENIED.search(text[: found.start()]):
                    message = f"'{found[0]}' promises what no course can. Say what may happen."
                    yield Finding(passage.place, message)
