"""Sentences without end: plain, short, all different, and the same for the same seed."""

from __future__ import annotations

import random
from collections.abc import Callable

WHO = (
    """
A buyer|A broker|A carrier|The clerk|Your dispatcher|The forwarder|A new customer|The driver
The warehouse|A supplier|The export officer|Your bank|A reseller|The lab|An agent|The sales desk
The night shift|A contractor|The consignee|An importer|A trainer|The quality desk|A collector
The dock crew|A distributor|The front office|A payer|The plant|An auditor|The customs desk
""".replace("\n", "|")
    .strip("|")
    .split("|")
)
DOES = (
    """
asks about|signs for|compares|files|copies|questions|returns|weighs|labels|photographs|counts
sends back|looks up|seals|opens|measures|describes|refuses|confirms|stores|keeps|checks|corrects
reads aloud|writes down|moves|stops|releases|hands over|sorts
""".replace("\n", "|")
    .strip("|")
    .split("|")
)
WHAT = (
    """
the delivery note|a drum label|the end-use form|a bank slip|the packing list|an invoice|the route
a purchase order|the safety sheet|a sample jar|the seal number|a gate pass|the pallet tag
a driver's card|the site plan|a phone note|the order book|a price list|the account name|a receipt
the weight ticket|a serial plate|the loading plan|a visitor badge|the customer file|a mail thread
the stock card|a valve drawing|the fax copy|a cargo photo|the storage log|a batch record
""".replace("\n", "|")
    .strip("|")
    .split("|")
)
WHEN = (
    """
before the truck leaves|in the first week|at the end of the shift|while the phone rings
after the second call|before anyone pays|when the line is quiet|at the gate|on the same day
before the crate is closed|as the rules ask|without being asked|with a colleague|in plain words
by the open window|after a short break|under the lamp|in the presence of two people|once a month
before the goods move|at the counter|in the yard|with a pencil|on the back of the form
""".replace("\n", "|")
    .strip("|")
    .split("|")
)
KINDS = (
    """
brown|old|grey|short|long|second|third|missing|torn|plain|narrow|wide|clean|wet|early|late|small
large|quiet|strange|careful|patient|northern|southern|spare|rented|private|public|folded|yellow
""".replace("\n", "|")
    .strip("|")
    .split("|")
)
THINGS = (
    """
pump|filter|drum|valve|gauge|bench|crane|ledger|lathe|scale|flask|coil|hose|cabinet|barrel|crate
ladder|winch|kettle|mixer|press|sieve|tank|tray|trolley|wagon|wheel|rotor|piston|basket
""".replace("\n", "|")
    .strip("|")
    .split("|")
)

ORDERS = (
    """
Ask about|Copy|Count|File|Keep|Look up|Measure|Move|Photograph|Put aside|Read|Return|Seal|Sign for
Send back|Store|Check|Weigh|Write down|Label|Open|Compare|Sort|Correct|Release|Describe
""".replace("\n", "|")
    .strip("|")
    .split("|")
)
TRIES = 20


class Words:
    """Draws from the lists; no sentence comes twice from the same one."""

    def __init__(self, seed: str) -> None:
        self.random = random.Random(seed)  # noqa: S311 - a seed, not a secret
        self.drawn: set[str] = set()

    def sentence(self) -> str:
        """Say who does what and when: `The clerk files a wet drum label at the gate.`."""
        return self._fresh(
            lambda: f"{self.pick(*WHO)} {self.pick(*DOES)} {self._object()} {self.pick(*WHEN)}",
            end=".",
        )

    def phrase(self) -> str:
        """Tell someone what to do: `Look up the torn gate pass with a colleague.`."""
        return self._fresh(
            lambda: f"{self.pick(*ORDERS)} {self._object()} {self.pick(*WHEN)}", end="."
        )

    def thing(self) -> str:
        """Name a thing: `Narrow winch`."""
        return self._fresh(lambda: f"{self.pick(*KINDS).capitalize()} {self.pick(*THINGS)}")

    def paragraph(self, sentences: int) -> str:
        """Some sentences, two on a line, as people write."""
        drawn = [self.sentence() for _ in range(sentences)]
        pairs = [drawn[start : start + 2] for start in range(0, sentences, 2)]
        return "\n".join(" ".join(pair) for pair in pairs)

    def pick(self, *items: str) -> str:
        """One of these."""
        return self.random.choice(items)

    def _object(self) -> str:
        article, _, noun = self.pick(*WHAT).partition(" ")
        kind = self.pick(*KINDS)
        if article in {"a", "an"}:
            article = "an" if kind[0] in "aeiou" else "a"
        return f"{article} {kind} {noun}"

    def _fresh(self, draw: Callable[[], str], end: str = "") -> str:
        """Draw until it is new; where the words run out, a number makes it so."""
        drawn = next((text for _ in range(TRIES) if (text := draw()) not in self.drawn), None)
        drawn = drawn or f"{draw()}, no. {len(self.drawn)}"
        self.drawn.add(drawn)
        return drawn + end
