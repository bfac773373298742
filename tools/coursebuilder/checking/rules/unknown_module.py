"""A module that course.yml names has its file.

**What it checks.** `modules:` of the course and of each audience: each name has a file
`modules/<name>.md`. An audience's module is one of the course's, too.

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


def check(survey: Survey) -> Iterator[Finding]:
    """Find names of modules that have no file, and an audience's that the course leaves out."""
    settings = survey.course.settings
    listed = survey.listed_modules
    for name in settings.modules:
        yield from _without_file(survey, name)
    for audience in settings.audiences:
        for name in audience.modules:
            if name.value in survey.modules and name.value not in listed:
                message = f"Module '{name}' is not among the course's `modules`. Add it there."
                yield Finding(name.place, message)
            else:
                yield from _without_file(survey, name)


def _without_file(survey: Survey, name: Text) -> Iterator[Finding]:
    path = f"modules/{name}.md"
    if name.value in survey.modules or not survey.was_read(path):
        return
    otherwise = f"Write {path}, or take the name out."
    message = f"There is no module '{name}'."
    yield unknown(name, message, survey.modules, otherwise=otherwise)
