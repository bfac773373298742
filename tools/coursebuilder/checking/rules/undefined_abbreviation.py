"""An abbreviation is explained.

**What it checks.** Words of two to six capitals that learners read in a module in English. Each is
a term of the glossary, or stands once in the module beside its meaning, like "the Export
Administration Regulations (EAR)". Common ones, like US, PDF or USB, need no explanation, nor do
Roman numbers, the codes in the number of a law, and the names of acts.

**Why.** The writer knows it by heart. The reader stops, or guesses.

**Not like this:**

```markdown title="modules/welcome.md"
Ask the DDTC about it.
```

**Like this:**

```markdown title="modules/welcome.md"
Ask the Directorate of Defense Trade Controls (DDTC) about it.
```

**Source.** Federal plain language guidelines: minimize abbreviations.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from coursebuilder.checking.finding import Finding
from coursebuilder.checking.learners_text import learners_passages
from coursebuilder.checking.survey import Survey
from coursebuilder.checking.wording import plain
from coursebuilder.problem import Severity

SEVERITY = Severity.HINT


SHORT = re.compile(
    r"(?<![\w./-])(?<!\d )(?![IVXLC]+\b)[A-Z]{2,6}s?(?![\w/-])(?!(?: \w+){0,4} Act\b)"
)
KNOWN = frozenset(
    {"AM", "CD", "CEO", "DIY", "DVD", "EU", "FAQ", "GPS", "HTML", "HTTP", "HTTPS", "ID", "IT"}
    | {"NOT", "OK", "PC", "PDF", "PIN", "PM", "PO", "QR", "TV", "UK", "UN", "URL", "US", "USA"}
    | {"USB", "VAT", "VIN", "ZIP"}
)


def check(survey: Survey) -> Iterator[Finding]:
    """Find abbreviations that nothing explains, at their first use in a module; in English only."""
    if not survey.was_read("modules/glossary.yml"):
        return
    survey = survey.in_english
    explained = {name.upper() for name in survey.course.terms} | KNOWN
    seen: set[tuple[str, str]] = set()
    whole = {module.path: plain(module.source) for module in survey.course.modules}
    for passage in learners_passages(survey):
        path = passage.place.path
        for found in SHORT.finditer(plain(passage.text)) if path in whole else ():
            name = found[0].rstrip("s")
            if name not in explained and (path, name) not in seen:
                seen.add((path, name))
                if not _is_explained(name, whole[path]):
                    message = (
                        f"'{name}' is not explained. Add it to the glossary, or say it in full."
                    )
                    yield Finding(passage.place, message)


def _is_explained(name: str, text: str) -> bool:
    """Whether it stands in brackets behind its meaning, or before it: "DDTC, the Directorate …"."""
    shape = rf"\w[^\n]{{2,}}\({name}s?\b|\b{name}s?(?: \(\w|, (?:the|a|an) [A-Z])"
    return re.search(shape, text) is not None
