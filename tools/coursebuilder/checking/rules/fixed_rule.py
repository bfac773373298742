"""Rules that keep a page safe stay errors.

**What it checks.** What mkdocs.yml sets for a rule under the plugin `course`. An error of reading
and a rule of safety (HTML, links and pictures that may harm a reader, or tell others about one) can
be set to `error` only.

**Why.** Without them a page would do a reader harm, print a trainer's note, or show something other
than what was written. A single place that is right all the same can say so with an `allow`.

**Not like this:**

```yaml title="mkdocs.yml"
site_name: Outreach
plugins:
  - search
  - course:
      rules:
        unsafe-html: off
```

**Like this:**

```yaml title="mkdocs.yml"
site_name: Outreach
plugins:
  - search
  - course:
      rules:
        long-sentence: off
```
"""

from __future__ import annotations

from coursebuilder.problem import Severity

SEVERITY = Severity.ERROR
