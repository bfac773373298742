"""A question has one answer key.

**What it checks.** Of `choices`, `answer`, `accept`, `number` (with `between`), `match`, `order`,
`sort`, `fill`, `document` and `spots`, a question has one. It says what kind of question it is.

**Why.** Two answer keys are two questions, or a rest of an earlier draft.

**Not like this:**

```yaml title="quizzes/welcome.yml"
- ask: Which bureau administers the EAR?
  accept: [BIS]
  choices:
    - right: BIS
    - wrong: OFAC
```

**Like this:**

```yaml title="quizzes/welcome.yml"
- ask: Which bureau administers the EAR?
  choices:
    - right: BIS
    - wrong: OFAC
```
"""

from __future__ import annotations

from coursebuilder.problem import Severity

SEVERITY = Severity.ERROR
