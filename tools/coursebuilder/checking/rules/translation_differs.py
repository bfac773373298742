"""A translation has the objectives and sections of its source.

**What it checks.** A module with `translates:` and its source have the same ids of objectives and
of sections.

**Why.** For a learner's record, answers in a translation count for the source's objective of the
same id. A section that was left out is a part of the course that some readers never see.

**Not like this:**

```markdown title="modules/bienvenida.md"
---
title: Bienvenida
summary: Quién lo visita, y por qué.
objectives:
  ver: Nombrar las señales de un pedido sospechoso
reviewed: 2026-11-21
translates: welcome
language: es
---

## Para empezar {#start minutes=5 objectives="ver"}

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
---

## Para empezar {#start minutes=5 objectives="spot"}

Alguien lo visita. Usted puede pedir una credencial [@ecfr-1310].
```
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from coursebuilder.checking.finding import Finding
from coursebuilder.checking.survey import Survey
from coursebuilder.course import Module
from coursebuilder.problem import Place, Severity
from coursebuilder.prose import Text

ACROSS = True
SEVERITY = Severity.WARNING


def check(survey: Survey) -> Iterator[Finding]:
    """Find ids that only the translation has, or only its source."""
    for module in survey.course.modules:
        translation = module.translation
        source = survey.modules.get(translation.of.value) if translation else None
        if translation and source:
            place = translation.of.place
            for kind, ids in (("objective", _objectives), ("section", _sections)):
                yield from _differences(kind, ids(module), ids(source), source.slug, place)


def _objectives(module: Module) -> list[Text]:
    return [objective.id for objective in module.objectives]


def _sections(module: Module) -> list[Text]:
    return [section.id for section in module.sections]


def _differences(
    kind: str, own: Sequence[Text], theirs: Sequence[Text], source: str, place: Place
) -> Iterator[Finding]:
    known, wanted = {name.value for name in own}, {name.value for name in theirs}
    for name in own:
        if name.value not in wanted:
            message = f"'{source}' has no {kind} '{name}'. Give this one the id that it has there."
            yield Finding(name.place, message)
    for name in theirs:
        if name.value not in known:
            message = f"The {kind} '{name}' of '{source}' is missing in this translation. Add it."
            yield Finding(place, message)
