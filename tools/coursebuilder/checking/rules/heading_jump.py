"""Headings go down one level at a time.

**What it checks.** In modules and standing pages, a heading is at most one level deeper than the
one before. The first stands under the page's title, so it has at most two marks, `##`.

**Why.** Screen readers list the headings, and people move by them. A gap looks like a part that is
missing.

**Not like this:**

```markdown title="modules/welcome.md"
## Who visits you {#who minutes=5}

#### What they bring
```

**Like this:**

```markdown title="modules/welcome.md"
## Who visits you {#who minutes=5}

### What they bring
```

**Source.** WCAG 2.2, technique G141, "Organizing a page using headings".
"""

from __future__ import annotations

from collections.abc import Iterator

from coursebuilder.checking.finding import Finding
from coursebuilder.checking.survey import Survey
from coursebuilder.problem import Severity
from coursebuilder.prose import Prose

SEVERITY = Severity.ERROR


def check(survey: Survey) -> Iterator[Finding]:
    """Find headings that are two or more levels deeper than the one before."""
    for module in survey.course.modules:
        yield from _jumps(module.prose)
    for page in survey.course.pages:
        yield from _jumps(page.prose)


def _jumps(prose: Prose) -> Iterator[Finding]:
    above = 1
    for heading in prose.headings:
        if heading.level > above + 1:
            marks = "#" * (above + 1)
            message = f"The heading '{heading.title}' skips a level. Begin it with `{marks}`."
            yield Finding(heading.place, message, f"{marks} {heading.title}")
        above = heading.level
