"""A link opens a page; it runs nothing.

**What it checks.** No link, and no attribute of raw HTML that holds an address, begins with
`javascript:`, `vbscript:` or `data:`. A picture may be `data:image/…`.

**Why.** Such a link is a program. Whoever can write it can change what a learner sees and does.

**Not like this:**

```markdown title="modules/welcome.md"
[Show the answer](javascript:show())
```

**Like this:**

```markdown title="modules/welcome.md"
[Show the answer](#answer)
```
"""

from __future__ import annotations

from collections.abc import Iterator

from coursebuilder.checking.finding import Finding
from coursebuilder.checking.survey import Survey
from coursebuilder.checking.targets import (
    scheme_of,
    typed_links,
    typed_pictures,
)
from coursebuilder.problem import Place, Severity

SEVERITY = Severity.ERROR
FIXED = True


UNSAFE = frozenset({"javascript", "vbscript", "data"})
ADDRESSES = frozenset(
    {"action", "background", "cite", "data", "formaction", "href", "poster", "src"}
)
LINKS = frozenset({("a", "href"), ("img", "src")})
"""These are links and pictures already."""


def check(survey: Survey) -> Iterator[Finding]:
    """Find links and attributes that would run a program."""
    for typed, place in typed_links(survey):
        yield from _look(typed, place)
    for typed, place in typed_pictures(survey):
        if not typed.lower().startswith("data:image/"):
            yield from _look(typed, place)
    for prose in survey.proses.values():
        for tag in prose.tags:
            for name, value in tag.attributes:
                if name in ADDRESSES and (tag.name, name) not in LINKS:
                    yield from _look(value, tag.place)


def _look(typed: str, place: Place) -> Iterator[Finding]:
    scheme = scheme_of(typed)
    if scheme in UNSAFE:
        yield Finding(place, f"A link with '{scheme}:' can run a program. Link to a page instead.")
