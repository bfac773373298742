"""A translation says what its source says today.

**What it checks.** A module with `translates:` carries in `translated_from:` the mark of what it
was made from. The source's words, its quiz and the scenarios that it places have that mark still.
(The first half of the mark is for the module, the second for its quiz and scenarios; a new day of
review changes neither.)

**Why.** Law changes, and the source is mended. Whoever reads the other language would go by the old
fact and never know.

**Not like this:**

```markdown title="modules/bienvenida.md"
---
title: Bienvenida
summary: Quién lo visita, y por qué.
objectives:
  spot: Nombrar las señales de un pedido sospechoso
reviewed: 2026-11-21
translates: welcome
language: es
translated_from: 000000-000000
---

## Para empezar {#start minutes=5 objectives="spot"}

Alguien lo visita. Usted puede pedir una credencial [@ecfr-1310].
```

**Like this:**

```markdown title="modules/bienvenida.md"
---
title: Bienvenida
summary: Quién lo visita, y por qué.
objectives:
  spot: Nombrar las señales de un pedido sospechoso
reviewed: 2026-11-21
translates: welcome
language: es
translated_from: 046836-5b8246
---

## Para empezar {#start minutes=5 objectives="spot"}

Alguien lo visita. Usted puede pedir una credencial [@ecfr-1310].
```
"""

from __future__ import annotations

from collections.abc import Iterator

from coursebuilder.checking.finding import Finding
from coursebuilder.checking.survey import Survey
from coursebuilder.course import Translation
from coursebuilder.identity import translation_mark
from coursebuilder.problem import Severity

SEVERITY = Severity.WARNING
ACROSS = True


def check(survey: Survey) -> Iterator[Finding]:
    """Find translations whose source has changed since, and those that do not say when."""
    for module in survey.course.modules:
        translation = module.translation
        source = survey.modules.get(translation.of.value) if translation else None
        if translation and source:
            mark = translation_mark(survey.course, source)
            if not translation.made_from or translation.made_from.value != mark:
                place = (translation.made_from or translation.of).place
                hint = f"translated_from: {mark}"
                yield Finding(place, f"{_story(translation, mark)} write `{hint}`.", hint)


def _story(translation: Translation, mark: str) -> str:
    name = translation.of.value
    if not translation.made_from:
        return f"Nothing says from what state of '{name}' this is translated. When both agree,"
    before, now = translation.made_from.value.partition("-"), mark.partition("-")
    text = f"The text of '{name}'" if before[0] != now[0] else ""
    quiz = f"the quiz of '{name}', or a scenario in it," if before[2] != now[2] else ""
    changed = " and ".join(filter(None, (text, quiz)))
    return (
        f"{changed[0].upper()}{changed[1:]} has changed since it was translated. Bring the "
        "translation up to date, then"
    )
