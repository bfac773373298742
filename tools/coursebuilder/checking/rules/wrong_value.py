"""A value is of the kind that its key takes.

**What it checks.** A text stands where a text is wanted, a list where a list is wanted. Numbers
are written plainly, `2700` or `1.2`; a percentage has its sign, `80%`; a date is year-month-day,
`2026-11-21`; yes or no is `true`, `false`, `yes` or `no`; a word chosen from a few is one of
them. A gap in a text opens with `[[` and closes with `]]`.

A comma in a number, or a point before exactly three digits, is asked about: `2.700` is two
thousand seven hundred in one country and two point seven in another.

**Why.** A value that is read otherwise than it was meant makes right answers wrong, and nobody
sees it.

**Not like this:**

```yaml title="quizzes/welcome.yml"
- ask: From how many dollars on does the rule apply?
  number: 2.700
```

**Like this:**

```yaml title="quizzes/welcome.yml"
- ask: From how many dollars on does the rule apply?
  number: 2700
```
"""

from __future__ import annotations

from coursebuilder.problem import Severity

SEVERITY = Severity.ERROR
