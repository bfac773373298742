"""A rule is switched off with `<!-- allow rule-id: reason -->`.

**What it checks.** Comments that begin with `allow`: they stand on a line of their own, name one
rule, and give the reason behind a colon.

**Why.** A comment that is nearly right would silence nothing, and nobody would see it.

**Not like this:**

```markdown title="modules/welcome.md"
<!-- allow heading-jump, missing-alt-text: The sample shows it. -->
#### Deep below
```

**Like this:**

```markdown title="modules/welcome.md"
<!-- allow heading-jump: The sample shows it. -->
#### Deep below
```
"""

from __future__ import annotations

from coursebuilder.problem import Severity

SEVERITY = Severity.ERROR
