"""A picture says in words what it shows.

**What it checks.** Text stands in the brackets of `![text](file)` and in `alt` of an `<img>`. A
picture that only decorates is marked so: `![](images/rule.svg){ .decorative }`, or
`<img src="images/rule.svg" alt="">`.

**Why.** Some learners hear the page. Others read it where pictures do not load.

**Not like this:**

```markdown title="modules/welcome.md"
![](images/drum.svg)
```

**Like this:**

```markdown title="modules/welcome.md"
![A drum with a torn label.](images/drum.svg)
```

**Source.** WCAG 2.2, success criterion 1.1.1, "Non-text Content".
"""

from __future__ import annotations

from collections.abc import Iterator

from coursebuilder.checking.finding import Finding
from coursebuilder.checking.survey import Survey
from coursebuilder.problem import Severity
from coursebuilder.prose import (
    Link,
    LinkKind,
)

SEVERITY = Severity.ERROR


MESSAGE = "The picture has no alt text. Write in the brackets what it shows: `![A torn label.](…)`."


def check(survey: Survey) -> Iterator[Finding]:
    """Find pictures without words."""
    for prose in survey.proses.values():
        for link in prose.links:
            if link.kind is LinkKind.IMAGE and not _has_words(link):
                yield Finding(link.place, MESSAGE)


def _has_words(link: Link) -> bool:
    return link.decorative or (link.has_alt and bool(link.label.strip()))
