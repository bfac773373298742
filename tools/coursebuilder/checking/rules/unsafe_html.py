"""Raw HTML holds no scripts, styles, frames or forms.

**What it checks.** Tags in texts that load or run something, take input, or change the page's
look: `script`, `style`, `iframe`, `object`, `embed`, `form`, `input`, `button`, `link`, `meta`,
`base` and their like.

**Why.** The site keeps a strict content policy: nothing runs but its own files. Forms would send
what learners type to somebody.

**Not like this:**

```markdown title="modules/welcome.md"
<iframe src="https://maps.example/"></iframe>
```

**Like this:**

```markdown title="modules/welcome.md"
<p>Some <kbd>Ctrl</kbd> text.</p>
```
"""

from __future__ import annotations

from collections.abc import Iterator

from coursebuilder.checking.finding import Finding
from coursebuilder.checking.survey import Survey
from coursebuilder.problem import Severity

SEVERITY = Severity.ERROR
FIXED = True


LOADS = frozenset({"applet", "embed", "frame", "frameset", "iframe", "object", "portal"})
RUNS = frozenset({"base", "link", "meta", "noscript", "script", "style", "template"})
ASKS = frozenset({"button", "fieldset", "form", "input", "option", "select", "textarea"})


def check(survey: Survey) -> Iterator[Finding]:
    """Find tags that do not belong into a text."""
    for prose in survey.proses.values():
        for tag in prose.tags:
            if tag.name in LOADS | RUNS | ASKS:
                yield Finding(tag.place, f"Raw HTML may not hold `<{tag.name}>`. Take it out.")
