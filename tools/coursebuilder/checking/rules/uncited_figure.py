"""A paragraph, list item or table row that states a figure says where it comes from.

**What it checks.** In the prose, lists, tables and callouts of modules: money, percentages, numbers
of ten or more that count something, dates with their year, and the numbers of laws and rules. A
citation such as `[@ecfr-1310]` stands in the same paragraph, item or row, or alone on the line
under the paragraph, list or table. What was made up for teaching is marked `[@invented]`.

Clock times, minutes, list numbers, codes and phone numbers are no figures. Trainer and slide blocks
are left out; a case is covered by its `source`.

**Why.** Figures age, and readers ask for them. Without a source nobody can tell whether it is still
so.

**Not like this:**

```markdown title="modules/welcome.md"
The report is due within 15 calendar days.
```

**Like this:**

```markdown title="modules/welcome.md"
The report is due within 15 calendar days [@ecfr-1310].
```
"""

from __future__ import annotations

from collections.abc import Iterator

from coursebuilder.checking.figures import figure_in
from coursebuilder.checking.finding import Finding
from coursebuilder.checking.survey import Survey
from coursebuilder.course import (
    INVENTED,
)
from coursebuilder.problem import Severity
from coursebuilder.prose import (
    CaseBlock,
    EngineBlock,
    Passage,
    PassageKind,
    RedFlagsBlock,
)

SEVERITY = Severity.WARNING


STATING = frozenset({PassageKind.PARAGRAPH, PassageKind.ITEM, PassageKind.ROW})


def check(survey: Survey) -> Iterator[Finding]:
    """Find figures without a citation, one finding a passage."""
    for module in survey.course.modules:
        for passage in module.prose.passages:
            figure = figure_in(passage.text) if _needs_source(passage) else ""
            if figure:
                message = f"'{figure}' has no source. Add a citation, like `[@{_sample(survey)}]`."
                yield Finding(passage.place, message)


def _needs_source(passage: Passage) -> bool:
    if passage.kind not in STATING or passage.citations:
        return False
    match passage.block:
        case None | EngineBlock() | RedFlagsBlock():
            return True
        case CaseBlock(source=source):
            return source is None
        case _:
            return False


def _sample(survey: Survey) -> str:
    return next(iter(survey.course.sources), INVENTED)
