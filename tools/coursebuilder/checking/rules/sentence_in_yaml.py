"""Sentences in YAML are written so that YAML leaves them whole.

**What it checks.** YAML gives some marks a meaning of its own. A text without quotation marks is
told of when it has a colon and a space in it, when it begins with a quotation mark or with one of
`*` `&` `!` `|` `>` `%` `@` `?` `#` `[` `{` or a backtick, when a ` #2` in it would begin a comment,
when a comma in one-line braces would cut it, when a tab stands in it, or when a key has no colon
or no space behind it.

The rest of the file is read as if the line were corrected, and `course check --fix` writes the
corrections.

**Why.** YAML refuses the whole file for some of these, and for others it drops a part of the
sentence in silence: `- Subject: Order #5` becomes "Order".

**Not like this:**

```yaml title="quizzes/welcome.yml"
questions:
  - ask: Read this: what is first?
```

**Like this:**

```yaml title="quizzes/welcome.yml"
questions:
  - ask: "Read this: what is first?"
```
"""

from __future__ import annotations

from coursebuilder.problem import Severity

SEVERITY = Severity.ERROR
