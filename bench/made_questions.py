"""Questions of every kind, made up."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from words import Words

Record = dict[str, Any]


def make_question(number: int, words: Words) -> Record:
    """A question's answer and prompt; the kinds take turns by its number."""
    return MAKERS[number % len(MAKERS)](words)


def choose_one(words: Words) -> Record:
    """One right choice of four."""
    wrong = [{"wrong": words.phrase(), "why": words.sentence()} for _ in range(3)]
    right = {"right": words.phrase(), "why": words.sentence()}
    at = words.random.randrange(4)
    return {
        "ask": f"{words.sentence()} What do you do first?",
        "choices": [*wrong[:at], right, *wrong[at:]],
    }


def tick_all(words: Words) -> Record:
    """Two right choices of five, with a partial credit of another kind."""
    sides = ["right", "right", "wrong", "wrong", "wrong"]
    words.random.shuffle(sides)
    return {
        "ask": f"{words.sentence()} Which of these help? Tick all that apply.",
        "credit": words.pick("net", "all", "each"),
        "choices": [{side: words.phrase(), "why": words.sentence()} for side in sides],
    }


def judge_statement(words: Words) -> Record:
    """A sentence, true or false."""
    return {
        "statement": words.sentence(),
        "answer": words.pick("true", "false") == "true",
        "why": words.sentence(),
    }


def type_words(words: Words) -> Record:
    """A short text, with expected mistakes."""
    name = words.thing()
    return {
        "ask": f"{words.sentence()} What is its name on the card?",
        "accept": [name, f"The {name.lower()}*"],
        "reject": [{words.thing(): words.sentence()} for _ in range(2)],
    }


def type_number(words: Words) -> Record:
    """A number with its unit."""
    value = words.random.randrange(11, 990)
    margin: Record = words.random.choice(
        [{"within": 0}, {"within": "5%"}, {"between": [value - 3, value + 3]}]
    )
    return {
        "ask": f"{words.sentence()} How much is on the note?",
        "number": value,
        **margin,
        "unit": words.pick("days", "drums", "crates"),
        "why": words.sentence(),
    }


def match_pairs(words: Words) -> Record:
    """Four pairs and one that is left over."""
    return {
        "ask": f"{words.sentence()} Match each thing to what happens to it.",
        "match": {words.thing(): words.sentence() for _ in range(4)},
        "extra": [words.sentence()],
    }


def order_steps(words: Words) -> Record:
    """Five steps."""
    return {
        "ask": f"{words.sentence()} Put the steps in order.",
        "order": [words.phrase() for _ in range(5)],
        "why": words.sentence(),
    }


def sort_facts(words: Words) -> Record:
    """Six facts in two groups."""
    return {
        "ask": f"{words.sentence()} Sort each fact.",
        "sort": {
            group: [{"item": words.sentence(), "why": words.sentence()} for _ in range(3)]
            for group in ("Red flag", "Not a red flag")
        },
    }


def fill_gaps(words: Words) -> Record:
    """A text with one gap to type in, and one to choose."""
    name = words.thing()
    return {
        "fill": f"{words.sentence()} It is the [[{name} | {name.lower()} of the yard]].\n"
        f"{words.sentence()} It is the [[second]].\n",
        "blanks": {"second": {"right": words.thing(), "wrong": [words.thing(), words.thing()]}},
    }


def mark_lines(words: Words) -> Record:
    """A paper of seven lines, three of them red flags."""
    labels = ["From", "To", "Ship to", "Payment", "Contact", "Remark"]
    lines: list[Record] = [{label: words.sentence()} for label in labels]
    for line in words.random.sample(lines, 3):
        line["flag"] = words.sentence()
    lines.append({"text": words.sentence(), "fine": words.sentence()})
    return {
        "ask": f"{words.sentence()} Mark every line that should make you stop and ask.",
        "document": {"title": f"Purchase order for a {words.thing().lower()}", "lines": lines},
    }


def mark_spots(words: Words) -> Record:
    """A picture with three parts to mark."""
    return {
        "ask": f"{words.sentence()} Mark the parts of the label that are red flags.",
        "image": "images/label.svg",
        "alt": "A shipping label with sender, consignee and weight.",
        "spots": [
            {"wrong": "Sender", "at": "5,5 90x20", "why": words.sentence()},
            {"right": "Consignee", "at": "5,35 90x20", "why": words.sentence()},
            {"wrong": "Weight", "at": "5,65 40x20"},
        ],
    }


MAKERS: list[Callable[[Words], Record]] = [
    choose_one,
    judge_statement,
    tick_all,
    type_words,
    match_pairs,
    mark_lines,
    type_number,
    order_steps,
    sort_facts,
    fill_gaps,
    mark_spots,
]
