"""Raw HTML has no look of its own.

**What it checks.** No tag has a `style=` attribute.

**Why.** The site's look has measured contrast in light and dark, on paper and on a phone. A colour
set by hand breaks one of them, and the content policy ignores it.

**Not like this:**

```markdown title="modules/welcome.md"
<p style="color: red">Stop.</p>
```

**Like this:**

```markdown title="modules/welcome.md"
<p><strong>Stop.</strong></p>
```
"""

from __future__ import annotations

from collections.abc import Iterator

from coursebuilder.checking.finding import Finding
from coursebuilder.checking.survey import Survey
from coursebuilder.checking.tags import shown
from coursebuilder.problem import Severity

SEVERITY = Severity.ERROR
FIXED = True


def check(survey: Survey) -> Iterator[Finding]:
    """Find tags with a `style` attribute."""
    for prose in survey.proses.values():
        for tag in prose.tags:
            if any(name == "style" for name, _ in tag.attributes):
                message = f"{shown(tag)} has `style=`. Take it out; use bold or a callout instead."
                yield Finding(tag.place, message)
