"""A link to another site begins with https.

**What it checks.** Links in texts, and `url:` of sources and contacts.

**Why.** What comes by `http:` can be read and changed on its way. Company browsers warn of it or
refuse it. Where a site really has no `https:` address, allow it with the reason.

**Not like this:**

```markdown title="modules/welcome.md"
See [the rule](http://rules.example/1310).
```

**Like this:**

```markdown title="modules/welcome.md"
See [the rule](https://rules.example/1310).
```
"""

from __future__ import annotations

from collections.abc import Iterator

from coursebuilder.checking.finding import Finding
from coursebuilder.checking.survey import Survey
from coursebuilder.checking.targets import (
    scheme_of,
    typed_links,
)
from coursebuilder.problem import Severity

SEVERITY = Severity.ERROR


def check(survey: Survey) -> Iterator[Finding]:
    """Find links that begin with `http:`."""
    for typed, place in typed_links(survey):
        if scheme_of(typed) == "http":
            right = "https:" + typed.strip()[len("http:") :]
            message = "The link begins with 'http:'. Write 'https:', and try whether it opens."
            yield Finding(place, message, right)
