"""The front matter ends with a line of three hyphens.

**What it checks.** A second line `---` stands between the front matter and the text.

**Why.** Without it, nobody can tell where the settings end and the text begins.

**Not like this:**

```markdown title="modules/welcome.md"
---
title: Welcome
summary: Who comes, and why.
objectives:
  show: Show your badge
reviewed: 2026-11-21

## At the gate {#gate minutes=5 objectives="show"}

Show your badge.
```

**Like this:**

```markdown title="modules/welcome.md"
---
title: Welcome
summary: Who comes, and why.
objectives:
  show: Show your badge
reviewed: 2026-11-21
---

## At the gate {#gate minutes=5 objectives="show"}

Show your badge.
```
"""

from __future__ import annotations

from coursebuilder.problem import Severity

SEVERITY = Severity.ERROR
