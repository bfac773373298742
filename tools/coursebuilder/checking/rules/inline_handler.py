"""Raw HTML has no attributes that run something.

**What it checks.** No attribute of a tag begins with `on`, like `onclick`, and none is `srcdoc`.

**Why.** Such an attribute is a program. The site's content policy stops it, so the page would not
do what its author saw elsewhere.

**Not like this:**

```markdown title="modules/welcome.md"
<span onclick="show()">Show it</span>
```

**Like this:**

```markdown title="modules/welcome.md"
<span>Show it</span>
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
    """Find attributes that hold a program."""
    for prose in survey.proses.values():
        for tag in prose.tags:
            for name, _ in tag.attributes:
                if name.startswith("on") or name == "srcdoc":
                    message = f"{shown(tag)} has `{name}=`, which runs a program. Take it out."
                    yield Finding(tag.place, message)
