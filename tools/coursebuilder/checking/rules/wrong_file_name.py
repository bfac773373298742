"""A file has the name and the ending of its kind.

**What it checks.** Quizzes, registers and course.yml end with `.yml`, modules with `.md`. A file
with an ending that is nearly right is read all the same. The registers have their own names,
quizzes their own folder, and no page of docs/ has the address of a module.

**Why.** One ending each means that nobody has to guess which of two files counts.

**Not like this:**

```yaml title="quizzes/second-look.yaml"
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
