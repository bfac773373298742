"""A module begins with its front matter.

**What it checks.** The first line of a module is `---`; behind it stand `title`, `summary`,
`objectives` and `reviewed`, and then another `---`.

**Why.** The site's menu, the sessions and the check for age are made from it.

**Not like this:**

```markdown
# Welcome

## At the gate {#gate minutes=5}

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
