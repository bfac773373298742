"""A module has a section at least.

**What it checks.** Each module: a heading with two hashes stands in its text, outside blocks and
lists.

**Why.** Minutes, objectives, slides and agenda all hang on sections.

**Not like this:**

```markdown title="modules/welcome.md"
---
title: Welcome
summary: Who comes, and why.
objectives:
  show: Show your badge
reviewed: 2026-11-21
---

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
