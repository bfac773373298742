"""Keys that stand together fit together.

**What it checks.** A question has one of `ask`, `statement` and `fill`; `statement` goes with
`answer`, and `answer` with `statement`. `within` and `between` do not stand together. A choice or a
spot is `right` or `wrong`, a line of a document has a `flag` or is `fine`, and has a label or a
`text`.

**Why.** One of the two would be dropped in silence.

**Not like this:**

```yaml title="quizzes/welcome.yml"
- ask: What do you do first?
  choices:
    - right: Ask for the end use.
      wrong: Quote a price.
    - wrong: Ship.
```

**Like this:**

```yaml title="quizzes/welcome.yml"
- ask: What do you do first?
  choices:
    - right: Ask for the end use.
    - wrong: Quote a price.
    - wrong: Ship.
```
"""

from __future__ import annotations

from coursebuilder.problem import Severity

SEVERITY = Severity.ERROR
