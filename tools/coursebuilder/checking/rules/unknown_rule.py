"""An `allow`, and mkdocs.yml, name rules that exist.

**What it checks.** The rule in `<!-- allow rule-id: reason -->`, in `allow: {rule-id: reason}`, and
in mkdocs.yml under the plugin `course`.

**Why.** A misspelt name changes nothing. `course explain` lists all rules.

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
