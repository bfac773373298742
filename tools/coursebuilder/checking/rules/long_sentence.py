"""A sentence has 35 words at most.

**What it checks.** What learners read in modules: paragraphs, lists and callouts. Tables, trainer
and slide blocks are left out.

**Why.** At the end of a long sentence, its beginning is forgotten. Fifteen words are a good length.

**Not like this:**

```markdown title="modules/welcome.md"
The buyer who came to us in the spring and asked for drums of a listed chemical, and who did not
want to say what he needed them for, nor who would use them, nor where they would go, came back.
```

**Like this:**

```markdown title="modules/welcome.md"
A buyer came to us in the spring. He asked for drums of a listed chemical. He did not want to say
what he needed them for. Today he came back.
```

**Source.** Federal plain language guidelines: short sentences, one idea each.
"""

from __future__ import annotations

from collections.abc import Iterator

from coursebuilder.checking.finding import Finding
from coursebuilder.checking.learners_text import learners_passages
from coursebuilder.checking.limit import Limit
from coursebuilder.checking.survey import Survey
from coursebuilder.checking.wording import plain, sentences, words
from coursebuilder.problem import Severity

SEVERITY = Severity.WARNING


WORDS = Limit(__name__, "words", 35, "the words that a sentence may have", least=8)


def check(survey: Survey) -> Iterator[Finding]:
    """Find sentences that are too long, one finding a passage."""
    for passage in learners_passages(survey):
        text = plain(passage.text)
        most = survey.limit(WORDS, passage.place.path)
        if len(text.split()) <= most:
            continue
        count, longest = max((len(words(sentence)), sentence) for sentence in sentences(text))
        if count > most:
            begin = " ".join(longest.split()[:4])
            message = f"The sentence '{begin} …' has {count} words. Part it in two."
            yield Finding(passage.place, message)
