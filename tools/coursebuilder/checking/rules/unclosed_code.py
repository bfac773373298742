"""A block of code has an end.

**What it checks.** A line of three backticks or tildes that begins a block of code has a like one
that ends it, at the same indentation.

**Why.** Without its end, the marks are printed, and what was code is read as text.

**Not like this:**

```markdown title="modules/welcome.md"
~~~text
# no heading
```

**Like this:**

```markdown title="modules/welcome.md"
~~~text
# no heading
~~~
```
"""

from __future__ import annotations

from coursebuilder.problem import Severity

SEVERITY = Severity.ERROR
