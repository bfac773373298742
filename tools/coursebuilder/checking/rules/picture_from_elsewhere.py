"""A picture is a file of the course.

**What it checks.** No picture's address begins with `https:`, `http:` or `//`, nor does what a
`<video>` or `<audio>` plays.

**Why.** The site sends nothing to others and works without a network. A picture on another host
tells that host who reads what, and it is missing on a USB stick.

**Not like this:**

```markdown title="modules/welcome.md"
![A drum with a torn label.](https://pictures.example/drum.svg)
```

**Like this:**

```markdown title="modules/welcome.md"
![A drum with a torn label.](images/drum.svg)
```
"""

from __future__ import annotations

from collections.abc import Iterator

from coursebuilder.checking.finding import Finding
from coursebuilder.checking.survey import Survey
from coursebuilder.checking.targets import (
    scheme_of,
    target_of,
    typed_pictures,
)
from coursebuilder.problem import Severity
from coursebuilder.prose import (
    HtmlTag,
)

SEVERITY = Severity.ERROR
FIXED = True


PLAYING = frozenset({"audio", "source", "track", "video"})


def check(survey: Survey) -> Iterator[Finding]:
    """Find pictures that another host would have to send."""
    for typed, place in typed_pictures(survey):
        scheme = target_of(typed, place.path).scheme
        if scheme and not (scheme == "data" and typed.lower().startswith("data:image/")):
            folder = place.path.partition("/")[0]
            advice = f"Save it in {folder}/images/ and write `images/` and its name."
            yield Finding(place, f"The picture is not a file of the course. {advice}")
    for prose in survey.proses.values():
        for tag in prose.tags:
            yield from _played(tag)


def _played(tag: HtmlTag) -> Iterator[Finding]:
    for name, value in tag.attributes:
        elsewhere = value.startswith("//") or scheme_of(value) in ("http", "https")
        if tag.name in PLAYING and name in ("src", "poster") and elsewhere:
            yield Finding(tag.place, f"`<{tag.name}>` plays what another host sends. Save it here.")
