"""Most sentences of a section say who does what.

**What it checks.** In courses in English, the share of sentences in the passive voice ("is
reported", "was sent") in what learners read of a section, from ten sentences on. Cases are left
out: what was done to somebody is told so.

**Why.** "The order is stopped" leaves open who stops it. The reader is the one who acts, so the
sentence names the reader: "You stop the order."

**Not like this:**

```markdown title="modules/welcome.md"
The order is stopped. The buyer is called. The papers are kept. A note is written. The line is
called. The goods are held. The report is sent. The file is closed. A copy is kept. You wait.
```

**Like this:**

```markdown title="modules/welcome.md"
Stop the order. Call the buyer. Keep the papers. Write a note. Call the line. Hold the goods. Send
the report. Then you may close the file. Keep a copy. You wait.
```

**Source.** Federal plain language guidelines: use active voice.
"""

from __future__ import annotations

from collections.abc import Iterator

from coursebuilder.checking.finding import Finding
from coursebuilder.checking.learners_text import learners_passages
from coursebuilder.checking.limit import Limit
from coursebuilder.checking.passive import is_passive
from coursebuilder.checking.survey import Survey
from coursebuilder.checking.wording import plain, sentences
from coursebuilder.problem import Severity
from coursebuilder.prose import CaseBlock

SEVERITY = Severity.HINT

PERCENT = Limit(__name__, "percent", 35, "the percentage of passive sentences", most=100)
LEAST = 10
"""Sentences of a section from which on a share says something."""


def check(survey: Survey) -> Iterator[Finding]:
    """Find sections with too many passive sentences, one finding a section."""
    survey = survey.in_english
    said: dict[tuple[str, str], list[str]] = {}
    for passage in learners_passages(survey):
        if passage.section and not isinstance(passage.block, CaseBlock):
            found = said.setdefault((passage.place.path, passage.section), [])
            found.extend(sentences(plain(passage.text)))
    for module in survey.course.modules:
        for section in module.sections:
            read = said.get((module.path, section.id.value), [])
            share = 100 * sum(map(is_passive, read)) / len(read) if read else 0
            if len(read) >= LEAST and share > survey.limit(PERCENT, module.path):
                message = (
                    f"{share:.0f} % of the sentences here are passive. Say who acts: `you`, the "
                    "buyer, the agency."
                )
                yield Finding(section.place, message)
