"""A link inside the course leads to a page or file that is there.

**What it checks.** Links in modules, standing pages, quizzes and registers that are paths. A path
is relative to its file; modules stand beside the standing pages, as `modules/<name>.md`. So a
module links a standing page as `../about.md`, and a standing page links a module as
`modules/welcome.md`. The site's own pages are there, too: `sources.md`, `glossary.md`,
`contacts.md`, `red-flags.md`, `progress.md`, `audiences/<id>.md`. A draft is left out of the site,
so nothing may link to it.

**Why.** A learner who meets a dead link stops trusting the page. From a USB stick, nothing leads
back.

**Not like this:**

```markdown title="modules/welcome.md"
More stands on [the page about us](../abuot.md).
```

**Like this:**

```markdown title="modules/welcome.md"
More stands on [the page about us](../about.md).
```
"""

from __future__ import annotations

from collections.abc import Iterator

from coursebuilder.checking.finding import Finding
from coursebuilder.checking.survey import Survey
from coursebuilder.checking.targets import (
    from_file,
    published,
    target_of,
    typed_links,
)
from coursebuilder.nearest import nearest
from coursebuilder.problem import Place, Severity

SEVERITY = Severity.ERROR
ACROSS = True


SCHEMES = frozenset({"https", "http", "mailto", "tel", "sms", "javascript", "vbscript", "data"})
"""What may stand before the colon of a link, and what other rules speak of."""


def check(survey: Survey) -> Iterator[Finding]:
    """Find links whose page or file is not there."""
    known = published(survey)
    for typed, place in typed_links(survey):
        target = target_of(typed, place.path)
        if not typed.strip():
            yield Finding(place, "The link has no address. Write one in the round brackets.")
        elif target.scheme and target.scheme not in SCHEMES:
            yield _strange(target.scheme, place)
        elif not target.scheme and target.path and target.path not in known:
            yield _broken(survey, typed, target.path, place)


def _strange(scheme: str, place: Place) -> Finding:
    message = (
        f"A link cannot begin with '{scheme}:'. Write `https:`, `mailto:` or `tel:`, or a path."
    )
    return Finding(place, message)


def _broken(survey: Survey, typed: str, address: str, place: Place) -> Finding:
    if any(module.draft and module.path == address for module in survey.course.modules):
        return Finding(place, f"'{typed}' is a draft, which is left out of the site.")
    near = _meant(published(survey), address)
    if not near:
        where = (
            "out of the course" if address.startswith("../") else "to no page or file of the course"
        )
        return Finding(place, f"The link '{typed}' leads {where}.")
    right = from_file(near, place.path)
    return Finding(place, f"The link '{typed}' leads nowhere. Did you mean '{right}'?", right)


def _meant(known: frozenset[str], address: str) -> str:
    """The page that was meant: by another way to write its address, or by a slip in it."""
    bare = address.strip("/").removesuffix("/index").removeprefix("../").removeprefix("docs/")
    page = bare.removesuffix(".html").removesuffix(".md").removesuffix(".yml")
    name = page.rpartition("/")[2]
    ways = (bare, f"{page}.md", f"{page}/index.md", f"modules/{name}.md", f"{name}.md")
    meant = next((way for way in ways if way in known), "")
    return meant or nearest(bare, known)
