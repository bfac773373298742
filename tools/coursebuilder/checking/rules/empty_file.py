"""A file has something in it.

**What it checks.** Modules, quizzes, registers, course.yml and pages: no file is empty, or holds
remarks only.

**Why.** An empty file is one that was begun and forgotten, or one whose content was lost.

**Not like this:**

```yaml title="quizzes/second-look.yml"

```

**Like this:**

```yaml title="quizzes/second-look.yml"
title: A second look
objective: welcome/spot
start: gate
scenes:
  gate:
    text: A visitor waits at the gate.
    choices:
      - do: Ask for the badge.
        go: asked
      - do: Wave the visitor in.
        go: waved
  asked:
    end: good
    text: The badge is real.
  waved:
    end: bad
    text: Nobody knows who is in the building.
```
"""

from __future__ import annotations

from coursebuilder.problem import Severity

SEVERITY = Severity.ERROR
