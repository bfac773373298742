"""An `allow` gives its reason.

**What it checks.** Text stands after the colon of `<!-- allow rule-id: reason -->` and of
`allow: {rule-id: reason}`. Until it does, the rule stays on.

**Why.** In a year, nobody remembers why a rule was switched off, and nobody dares to switch it on.

**Not like this:**

```markdown title="modules/welcome.md"
<!-- allow heading-jump: -->
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
