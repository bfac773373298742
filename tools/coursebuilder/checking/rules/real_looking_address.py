"""Web and mail addresses in made-up material lead nowhere.

**What it checks.** Scenes of scenarios, the papers of questions, and `document` blocks: an address
ends with `.example`, like `sales@bluedune.example`.

**Why.** Somebody owns the domain that you make up, or will, and learners will try it. Names with
`.example` are kept free for this.

**Not like this:**

```yaml title="quizzes/first-inquiry.yml"
title: A quick inquiry
start: inbox
scenes:
  inbox:
    text: The buyer writes from sales@bluedune.com.
    end: good
```

**Like this:**

```yaml title="quizzes/first-inquiry.yml"
title: A quick inquiry
start: inbox
scenes:
  inbox:
    text: The buyer writes from sales@bluedune.example.
    end: good
```

**Source.** RFC 2606 and RFC 6761: `.example` belongs to nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from coursebuilder.checking.finding import Finding
from coursebuilder.checking.invented import invented_texts
from coursebuilder.checking.survey import Survey
from coursebuilder.problem import Severity

SEVERITY = Severity.WARNING


DOMAIN = re.compile(
    r"(?<![\w.@-])(?:[\w.+-]+@|(?:https?://|www\.))([a-z0-9-]+(?:\.[a-z0-9-]+)+)", re.IGNORECASE
)
FREE = re.compile(
    r"(?:.*\.)?(?:example(?:\.(?:com|net|org))?|test|invalid|localhost)", re.IGNORECASE
)


def check(survey: Survey) -> Iterator[Finding]:
    """Find addresses in made-up material that might be somebody's."""
    for text in invented_texts(survey):
        for found in DOMAIN.finditer(text.value):
            if not FREE.fullmatch(found[1]):
                message = f"'{found[0]}' may be somebody's address. Let it end with '.example'."
                yield Finding(text.place, message)
