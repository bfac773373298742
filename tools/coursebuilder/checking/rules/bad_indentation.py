"""Keys that belong together begin in the same column.

**What it checks.** A line that begins further left or right than the lines it belongs to. It is
read as if it stood in their column.

**Why.** In YAML the column says what belongs to what.

**Not like this:**

```yaml title="quizzes/welcome.yml"
questions:
  - ask: Who licenses dual-use items?
      choices:
      - right: The Bureau of Industry and Security.
      - wrong: The Postal Service.
```

**Like this:**

```yaml title="quizzes/welcome.yml"
questions:
  - ask: Who licenses dual-use items?
    choices:
      - right: The Bureau of Industry and Security.
      - wrong: The Postal Service.
```
"""

from __future__ import annotations

from coursebuilder.problem import Severity

SEVERITY = Severity.ERROR
