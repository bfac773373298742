r"""A citation is `[@id]`, `[@id, where]` or `[@id; @other]`.

**What it checks.** Square brackets that begin with `@`: each source begins with `@`, a semicolon
stands before the next, a comma before the place in it, and the bracket is closed. `\[@` is text.

**Why.** A citation that is nearly right is printed as it is, and the source is lost.

**Not like this:**

```markdown title="modules/welcome.md"
The gate opens at seven [@invented section 2].
```

**Like this:**

```markdown title="modules/welcome.md"
The gate opens at seven [@invented, section 2].
```
"""

from __future__ import annotations

from coursebuilder.problem import Severity

SEVERITY = Severity.ERROR
