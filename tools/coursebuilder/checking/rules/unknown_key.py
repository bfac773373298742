"""Every key is one that is known at its place.

**What it checks.** Each key of course.yml, of a register, a quiz and a scenario, of front matter
and of the options of a block is one of the format, and stands where it belongs: `unit` only with
`number`, `blanks` only with `fill`. The keys that an author chooses (ids, terms, left sides,
labels) are free.

Where one key alone can be meant, the file is read as if that key stood there.

**Why.** What stands under a key that nobody knows would be lost in silence.

**Not like this:**

```yaml title="quizzes/welcome.yml"
- ask: What do you do first?
  choices:
    - right: Ask for the end use.
      explanation: It comes before the price.
    - wrong: Quote a price.
```

**Like this:**

```yaml title="quizzes/welcome.yml"
- ask: What do you do first?
  choices:
    - right: Ask for the end use.
      why: It comes before the price.
    - wrong: Quote a price.
```
"""

from __future__ import annotations

from coursebuilder.problem import Severity

SEVERITY = Severity.ERROR
