"""A heading in a module has two hashes or more.

**What it checks.** Each heading of a module. A heading with a line of `=` under it counts as one
with one hash. Standing pages in docs/ do have a heading with one hash.

**Why.** The page's heading is made from `title`. A page with two of them confuses screen readers.

**Not like this:**

```markdown title="modules/welcome.md"
# What they bring
```

**Like this:**

```markdown title="modules/welcome.md"
### What they bring
```
"""

from __future__ import annotations

from coursebuilder.problem import Severity

SEVERITY = Severity.ERROR
