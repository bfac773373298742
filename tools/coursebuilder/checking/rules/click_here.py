"""The text of a link says where it leads.

**What it checks.** In English, no link is called "here", "click here", "this link", "link", "more"
or "read more".

**Why.** A screen reader lists the links of a page. "Here, here, more, here" leads nowhere.

**Not like this:**

```markdown title="modules/welcome.md"
For the page about us, [click here](../about.md).
```

**Like this:**

```markdown title="modules/welcome.md"
See [the page about us](../about.md).
```

**Source.** WCAG 2.2, success criterion 2.4.4, "Link Purpose (In Context)".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from coursebuilder.checking.finding import Finding
from coursebuilder.checking.survey import Survey
from coursebuilder.checking.wording import plain
from coursebuilder.problem import Severity
from coursebuilder.prose import (
    LinkKind,
)

SEVERITY = Severity.WARNING


EMPTY = re.compile(
    r"(?:(?:click|tap|press|look|see|go|read) )?(?:here|this|this (?:link|page|site|one))"
    r"|(?:the )?link|(?:read |learn |see )?more|details|click|this",
    re.IGNORECASE,
)


def check(survey: Survey) -> Iterator[Finding]:
    """Find links whose text says nothing; in English only."""
    survey = survey.in_english
    for prose in survey.proses.values():
        for link in prose.links:
            label = plain(link.label).strip(" .!>\u00bb\u2192")
            if link.kind is LinkKind.LINK and EMPTY.fullmatch(label):
                message = f"A link called '{label}' says nothing. Name what it leads to."
                yield Finding(link.place, message)
