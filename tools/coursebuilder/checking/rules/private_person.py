"""A real case tells of roles, not of names.

**What it checks.** What learners read in modules, in red flags and in the reasons of questions: a
form of address or a common first name before a surname. What was made up for teaching (papers,
scenes, what cites `[@invented]`) is left out, and so are laws, places and firms that bear a name.
It knows the most common first names only: it is a help, and no proof that there is no name.

**Why.** A name makes a person searchable for years, for what was perhaps dropped on appeal. The
lesson is in what was ordered and who noticed; "the owner of a trading firm" teaches the same.

**Not like this:**

```markdown title="modules/welcome.md"
In the case, Robert Sample of a trading firm pleaded guilty [@ecfr-1310].
```

**Like this:**

```markdown title="modules/welcome.md"
In the case, the owner of a trading firm pleaded guilty [@ecfr-1310].
```
"""

from __future__ import annotations

from collections.abc import Iterator

from coursebuilder.checking.finding import Finding
from coursebuilder.checking.learners_text import learners_passages
from coursebuilder.checking.people import people_in
from coursebuilder.checking.survey import Survey
from coursebuilder.checking.wording import plain
from coursebuilder.course import INVENTED, questions_of
from coursebuilder.problem import Place, Severity
from coursebuilder.prose import CaseBlock

SEVERITY = Severity.HINT


def check(survey: Survey) -> Iterator[Finding]:
    """Find names of persons, one finding a passage."""
    for place, text in _texts(survey):
        name = next(people_in(plain(text)), "")
        if name:
            message = f"'{name}' seems to be a person's name. Tell the role instead."
            yield Finding(place, message)


def _texts(survey: Survey) -> Iterator[tuple[Place, str]]:
    for passage in learners_passages(survey):
        cited = {source.value for each in passage.citations for source, _ in each.sources}
        if isinstance(passage.block, CaseBlock) and passage.block.source:
            cited.add(passage.block.source.value)
        if INVENTED not in cited:
            yield passage.place, passage.text
    for flag in survey.course.redflags.values():
        yield flag.text.place, flag.text.value
    for _, question in questions_of(survey.course):
        if question.why and question.sources:
            yield question.why.place, question.why.value
