"""A module that course.yml names has its file.

**What it checks.** `modules:` of the course and of each audience: each name has a file
`modules/<name>.md`. An audience's module is one of the course's, too. `translates:` in a module
names a module with a file; a translation itself stands beside its source and is in no list.

**Why.** The order of the site and the audiences' paths are made from these lists.

**Not like this:**

```yaml title="modules/course.yml"
modules: [wellcome]
```

**Like this:**

```yaml title="modules/course.yml"
modules: [welcome]
```
"""

from __future__ import annotations

from collections.abc import Iterator

from coursebuilder.checking.finding import Finding
from coursebuilder.checking.survey import Survey
from coursebuilder.checking.unknown import unknown
from coursebuilder.problem import Severity
from coursebuilder.prose import Text

SEVERITY = Severity.ERROR
ACROSS = True


def check(survey: Survey) -> Iterator[Finding]:
    """Find names of modules that have no file, or no place where they are named."""
    settings = survey.course.settings
    for name in settings.modules:
        yield from _missing(survey, name)
    for audience in settings.audiences:
        for name in audience.modules:
            yield from _missing(survey, name)
            yield from _left_out(survey, name)
    for module in survey.course.modules:
        if module.translation:
            yield from _missing(survey, module.translation.of)


def _missing(survey: Survey, name: Text) -> Iterator[Finding]:
    """Find a name without a file, and one of a translation, which no list may name."""
    path = f"modules/{name}.md"
    module = survey.modules.get(name.value)
    if module and module.translation:
        source = module.translation.of.value
        message = f"'{name}' is a translation and stands beside '{source}'. Name '{source}' here."
        yield Finding(name.place, message, source)
    elif module is None and survey.was_read(path):
        otherwise = f"Write {path}, or take the name out."
        message = f"There is no module '{name}'."
        yield unknown(name, message, survey.modules, otherwise=otherwise)


def _left_out(survey: Survey, name: Text) -> Iterator[Finding]:
    module = survey.modules.get(name.value)
    if module and not module.translation and name.value not in survey.listed_modules:
        message = f"Module '{name}' is not among the course's `modules`. Add it there."
        yield Finding(name.place, message)
