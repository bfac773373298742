"""A section can be read by somebody who left school after grade eleven.

**What it checks.** The Flesch-Kincaid grade of what learners read in a section of a module in
English, from 100 words on. It counts the words of a sentence and the syllables of a word; names of
the glossary are left out.

**Why.** The course is for people at work, not for lawyers. The sources have grades of 9 to 16.

**Not like this:**

```markdown title="modules/welcome.md"
Notwithstanding contractual considerations, organizations facilitating international commercial
transactions involving dual-use technologies necessarily undertake comprehensive verification
responsibilities regarding prospective customers. Notwithstanding contractual considerations,
organizations facilitating international commercial transactions involving dual-use technologies
necessarily undertake comprehensive verification responsibilities regarding prospective customers.
Notwithstanding contractual considerations, organizations facilitating international commercial
transactions involving dual-use technologies necessarily undertake comprehensive verification
responsibilities regarding prospective customers. Notwithstanding contractual considerations,
organizations facilitating international commercial transactions involving dual-use technologies
necessarily undertake comprehensive verification responsibilities regarding prospective customers.
Notwithstanding contractual considerations, organizations facilitating international commercial
transactions involving dual-use technologies necessarily undertake comprehensive verification
responsibilities regarding prospective customers. Notwithstanding contractual considerations,
organizations facilitating international commercial transactions involving dual-use technologies
necessarily undertake comprehensive verification responsibilities regarding prospective customers.
Notwithstanding contractual considerations, organizations facilitating international commercial
transactions involving dual-use technologies necessarily undertake comprehensive verification
responsibilities regarding prospective customers.
```

**Like this:**

```markdown title="modules/welcome.md"
Ask who will use the goods. Write down what the buyer says. Look at the order again. If the two do
not fit, stop. Tell your boss what you saw. Ask who will use the goods. Write down what the buyer
says. Look at the order again. If the two do not fit, stop. Tell your boss what you saw. Ask who
will use the goods. Write down what the buyer says. Look at the order again. If the two do not
fit, stop. Tell your boss what you saw. Ask who will use the goods. Write down what the buyer
says. Look at the order again. If the two do not fit, stop. Tell your boss what you saw. Ask who
will use the goods. Write down what the buyer says. Look at the order again. If the two do not
fit, stop. Tell your boss what you saw.
```

**Source.** Kincaid and others (1975), *Derivation of New Readability Formulas*: 0.39 words a
sentence plus 11.8 syllables a word minus 15.59.
"""

from __future__ import annotations

from collections.abc import Iterator

from coursebuilder.checking.finding import Finding
from coursebuilder.checking.limit import Limit
from coursebuilder.checking.section_grades import module_grades
from coursebuilder.checking.survey import Survey
from coursebuilder.problem import Severity

SEVERITY = Severity.WARNING


HARDEST = Limit(__name__, "grade", 11, "the grade that a section may have", most=20)


def check(survey: Survey) -> Iterator[Finding]:
    """Find sections that are too hard to read; in English only."""
    for module in module_grades(survey):
        hardest = survey.limit(HARDEST, module.module.path)
        for each in module.sections:
            if each.is_told and each.grade > hardest:
                message = (
                    f"The section reads at grade {each.grade:.1f}. Use shorter sentences and words."
                )
                yield Finding(each.section.place, message)
