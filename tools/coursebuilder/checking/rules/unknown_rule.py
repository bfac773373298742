"""An `allow` names a rule that exists.

**What it checks.** The rule in `<!-- allow rule-id: reason -->` and in `allow: {rule-id: reason}`.

**Why.** A misspelt name switches nothing off. `course explain` lists all rules.

**Not like this:**

```markdown title="modules/welcome.md"
<!-- allow heading-jumps: The example shows a jump. -->
#### Deep below
```

**Like this:**

```markdown title="modules/welcome.md"
<!-- allow heading-jump: The example shows a jump. -->
#### Deep below
```
"""

from __future__ import annotations

from coursebuilder.problem import Severity

SEVERITY = Severity.ERROR
