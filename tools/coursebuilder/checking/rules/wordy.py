"""A plain word stands where there is one.

**What it checks.** What learners read in modules in English, for some fifty words
and phrases that have a shorter twin: "utilize", "in order to", "prior to", "due to the fact that",
"and/or". Words of the law, like "export", "license" and "end use", are none of them.

**Why.** Plain words are read faster, and by more people.

**Not like this:**

```markdown title="modules/welcome.md"
Utilize the form prior to shipment.
```

**Like this:**

```markdown title="modules/welcome.md"
Use the form before you ship.
```

**Source.** Federal plain language guidelines, "Use simple words and phrases"; the list is our own.
"""

from __future__ import annotations

from collections.abc import Iterator

from coursebuilder.checking.finding import Finding
from coursebuilder.checking.learners_text import learners_passages
from coursebuilder.checking.plain_words import MARKS, WORDY, plainer_than
from coursebuilder.checking.survey import Survey
from coursebuilder.checking.wording import mentions, plain
from coursebuilder.problem import Severity

SEVERITY = Severity.HINT


def check(survey: Survey) -> Iterator[Finding]:
    """Find words and phrases with a plainer twin; in English only."""
    survey = survey.in_english
    for passage in learners_passages(survey):
        text = plain(passage.text).lower()
        for found in WORDY.finditer(text) if mentions(text, MARKS) else ():
            plainer = plainer_than(found[0])
            message = f"'{found[0]}' can be said in plainer words: {plainer}."
            yield Finding(passage.place, message)
