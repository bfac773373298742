"""A block has an end, with as many slashes as its beginning.

**What it checks.** Each line that begins a block has a line of slashes alone that ends it, and each
such line ends a block. A block inside another has another number of slashes, or ends before it.

**Why.** Without its end, a block swallows the rest of the page.

**Not like this:**

```markdown title="modules/welcome.md"
/// trainer | Ask
Who has a badge?
```

**Like this:**

```markdown title="modules/welcome.md"
/// trainer | Ask
Who has a badge?
///
```
"""

from __future__ import annotations

from coursebuilder.problem import Severity

SEVERITY = Severity.ERROR
