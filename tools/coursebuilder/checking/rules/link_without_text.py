"""A link says where it leads.

**What it checks.** Text stands in the square brackets of `[text](page.md)`. A contact is an
exception: `[](contact:id)` writes the number. A picture as a link needs its alt text.

**Why.** A link without text cannot be seen, and a screen reader reads its address aloud.

**Not like this:**

```markdown title="modules/welcome.md"
More stands on the other page: [](../about.md).
```

**Like this:**

```markdown title="modules/welcome.md"
More stands on [the page about us](../about.md).
```

**Source.** WCAG 2.2, success criterion 2.4.4, "Link Purpose (In Context)".
"""

from __future__ import annotations

from collections.abc import Iterator

from coursebuilder.checking.finding import Finding
from coursebuilder.checking.survey import Survey
from coursebuilder.problem import Severity
from coursebuilder.prose import (
    LinkKind,
)

SEVERITY = Severity.ERROR


MESSAGE = "The link has no text. Write in the square brackets where it leads."


def check(survey: Survey) -> Iterator[Finding]:
    """Find links in Markdown without a text. Raw HTML is not looked into."""
    for prose in survey.proses.values():
        for link in prose.links:
            is_raw = link.place == link.target.place
            if link.kind is LinkKind.LINK and not link.label.strip() and not is_raw:
                yield Finding(link.place, MESSAGE)
