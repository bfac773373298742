"""A named blank stands in the text.

**What it checks.** Each name under `blanks` is that of a gap in the text of `fill`: `office` under
`blanks`, `[[office]]` in the text.

**Why.** A gap whose name is misspelt becomes a gap to type in, with the misspelt name for its
answer.

**Not like this:**

```yaml title="quizzes/welcome.yml"
- fill: The ITAR are run by [[ofice]].
  blanks:
    office:
      right: DDTC
      wrong: [BIS, OFAC]
```

**Like this:**

```yaml title="quizzes/welcome.yml"
- fill: The ITAR are run by [[office]].
  blanks:
    office:
      right: DDTC
      wrong: [BIS, OFAC]
```
"""

from __future__ import annotations

from coursebuilder.problem import Severity

SEVERITY = Severity.ERROR
