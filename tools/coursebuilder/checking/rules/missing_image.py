"""A picture's file is there.

**What it checks.** The path of each picture, relative to the file that shows it: `images/a.svg` in
a module is `modules/images/a.svg`, in a quiz `quizzes/images/a.svg`. Capital letters count.

**Why.** The page would show a broken frame. What works on a computer that ignores capitals
breaks on the server.

**Not like this:**

```markdown title="modules/welcome.md"
![A drum with a torn label.](images/drumm.svg)
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
    from_file,
    published,
    target_of,
    typed_pictures,
)
from coursebuilder.nearest import nearest
from coursebuilder.problem import Severity

SEVERITY = Severity.ERROR


def check(survey: Survey) -> Iterator[Finding]:
    """Find pictures whose file is not there."""
    known = published(survey)
    for typed, place in typed_pictures(survey):
        target = target_of(typed, place.path)
        if not target.scheme and target.path not in known:
            pictures = {name for name in known if not name.endswith(".md")}
            near = nearest(target.path, pictures)
            right = from_file(near, place.path) if near else ""
            outside = target.path.startswith("../")
            otherwise = "It leads out of the course." if outside else "Put the file there."
            advice = f"Did you mean '{right}'?" if near else otherwise
            yield Finding(place, f"There is no picture '{typed}'. {advice}", right)
