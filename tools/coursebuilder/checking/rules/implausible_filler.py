"""Every wrong choice could be believed.

**What it checks.** Choices that are only "I don't know", "Not sure", "Nothing", "Something else",
"N/A", a dash or the like.

**Why.** A choice that nobody picks is read in vain. Three good choices are better than five.

**Not like this:**

```yaml title="quizzes/welcome.yml"
- ask: What do you do first?
  choices:
    - right: Ask for the end use.
    - wrong: Quote a price.
    - wrong: I don't know
```

**Like this:**

```yaml title="quizzes/welcome.yml"
- ask: What do you do first?
  choices:
    - right: Ask for the end use.
    - wrong: Quote a price.
    - wrong: Send it to the warehouse.
```

**Source.** Haladyna, Downing and Rodriguez (2002): make all distractors plausible. Tarrant, Ware
and Mohammed (2009): only half of all distractors are ever picked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from coursebuilder.checking.finding import Finding
from coursebuilder.checking.items import choice_questions
from coursebuilder.checking.survey import Survey
from coursebuilder.checking.wording import plain
from coursebuilder.problem import Severity

SEVERITY = Severity.HINT


FILLER = re.compile(
    r"(?:i )?(?:do not|don't) know|(?:i am |i'm )?not sure|no idea|something else|other|others"
    r"|anything|nothing|whatever|maybe|n/?a|not applicable|filler|placeholder|todo|tbd|x+|[-_.?…]+"
)


def check(survey: Survey) -> Iterator[Finding]:
    """Find choices that only fill a line."""
    for item in choice_questions(survey):
        for choice in item.wrongs:
            text = plain(choice.text.value).casefold().replace("\u2019", "'")
            if FILLER.fullmatch(text.rstrip(".!") or text):
                message = "Nobody picks this choice. Write one that could be believed, or drop it."
                yield Finding(choice.text.place, message)
