"""A link to a place on a page finds the place there.

**What it checks.** What stands behind the `#` of a link: the id of a heading, or an `id=` in raw
HTML, of the page that it leads to. The pages that the tool makes are not looked into.

**Why.** The browser opens the page at its top, and the learner searches in vain.

**Not like this:**

```markdown title="modules/welcome.md"
## Who visits you {#who minutes=5}

We come back to that [above](#whom).
```

**Like this:**

```markdown title="modules/welcome.md"
## Who visits you {#who minutes=5}

We come back to that [above](#who).
```
"""

from __future__ import annotations

from collections.abc import Iterator

from coursebuilder.checking.finding import Finding
from coursebuilder.checking.survey import Survey
from coursebuilder.checking.targets import (
    Target,
    address_of,
    target_of,
    typed_links,
)
from coursebuilder.checking.unknown import unknown
from coursebuilder.problem import Place, Severity
from coursebuilder.prose import (
    Located,
    Prose,
)

SEVERITY = Severity.ERROR
ACROSS = True


def check(survey: Survey) -> Iterator[Finding]:
    """Find links with a `#` whose page has no such place."""
    pages = {address_of(page.prose.path): page.prose for page in survey.course.pages}
    pages |= {module.path: module.prose for module in survey.course.modules}
    for typed, place in typed_links(survey):
        target = target_of(typed, place.path)
        page = pages.get(target.path or address_of(place.path))
        if page and not target.scheme and not _found(target.fragment, page):
            yield _broken(target, page, place)


def _found(fragment: str, page: Prose) -> bool:
    return fragment in ("", "top") or fragment in page.anchors


def _broken(target: Target, page: Prose, place: Place) -> Finding:
    where = f"'{page.path}'" if target.path else "This page"
    message = f"{where} has no heading with the id '{target.fragment}'."
    return unknown(Located(target.fragment, place), message, page.anchors)
