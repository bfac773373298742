"""The trainer's kit: one folder with all that a session needs, for a room without a network."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time

from markupsafe import Markup

from coursebuilder import __version__
from coursebuilder.course import Audience, Course
from coursebuilder.presenting.agenda import clock
from coursebuilder.presenting.deck import Deck
from coursebuilder.presenting.html_blocks import environment
from coursebuilder.presenting.kit_words import KitWords, joined, kit_words, refuse_open
from coursebuilder.presenting.leaflets import checklists, run_of_show, run_of_show_text, script
from coursebuilder.presenting.paper import PaperKind, print_paper, print_sheet
from coursebuilder.presenting.paper_data import Print, review_day
from coursebuilder.presenting.paper_words import paper_words
from coursebuilder.presenting.powerpoint import write_powerpoint
from coursebuilder.presenting.self_study import qr_code, short, study_address
from coursebuilder.presenting.sheet_data import flags_for
from coursebuilder.presenting.slideshow import render_deck
from coursebuilder.rendering.home_page import contacts_first

TRAINER, HANDOUT, SITE = "trainer", "handouts", "site"
MANIFEST, START = "MANIFEST.json", "START-HERE.html"
ARRIVE, DOORS, PACK = 60, 15, 30
"""Minutes before the start, and after the end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KitOrder:
    """What a trainer asks for."""

    start: time
    contact: str
    """Whom to call at this site: name and number."""
    size: str
    """The typesetter's name of the paper."""
    built: date
    site_url: str
    """The address of the published course, or ""."""


@dataclass(frozen=True, slots=True)
class KitFile:
    """A file of the kit that is still to be made."""

    path: str
    name: str
    """The key of what it is called on the first page."""
    make: Callable[[], bytes]


def plan_kit(
    deck: Deck, audience: Audience | None, course: Course, order: KitOrder
) -> list[KitFile]:
    """Plan the kit's files, save for the site, the first page and the manifest.

    Raises OpenPlaceholderError where the contact is not filled in.
    """
    refuse_open({"contact": order.contact})
    given = print_of(audience, order)
    words = words_of(deck, audience, course, order)

    def paper(kind: PaperKind) -> Callable[[], bytes]:
        return lambda: print_paper(kind, deck, course, given)

    files = [
        KitFile(f"{TRAINER}/slides.html", "slides", lambda: render_deck(deck, course).encode()),
        KitFile(f"{TRAINER}/slides.pptx", "powerpoint", lambda: write_powerpoint(deck, course)),
        KitFile(f"{TRAINER}/facilitator-guide.pdf", "guide", paper(PaperKind.GUIDE)),
        KitFile(f"{TRAINER}/answer-key.pdf", "key", paper(PaperKind.KEY)),
        KitFile(
            f"{TRAINER}/run-of-show.pdf", "run", lambda: run_of_show(deck, course, words, given)
        ),
        KitFile(
            f"{TRAINER}/run-of-show.md",
            "run-text",
            lambda: run_of_show_text(deck, words, order.start).encode(),
        ),
        KitFile(
            f"{TRAINER}/checklists.pdf",
            "checklists",
            lambda: checklists(deck, course, words, given),
        ),
        KitFile(
            f"{TRAINER}/opening-and-closing.pdf",
            "script",
            lambda: script(deck, course, words, given),
        ),
        KitFile(
            f"{TRAINER}/e-mail-afterwards.txt", "mail", lambda: follow_up(words, given).encode()
        ),
        KitFile(f"{HANDOUT}/workbook.pdf", "workbook", paper(PaperKind.WORKBOOK)),
        KitFile(f"{HANDOUT}/voting-cards.pdf", "cards", paper(PaperKind.CARDS)),
        KitFile(f"{HANDOUT}/sign-in-sheet.pdf", "signin", paper(PaperKind.SIGN_IN)),
        KitFile(f"{HANDOUT}/feedback-form.pdf", "feedback", paper(PaperKind.FEEDBACK)),
        KitFile(f"{HANDOUT}/record-of-attendance.pdf", "record", paper(PaperKind.RECORD)),
    ]
    if audience and flags_for(course, audience):
        sheet = KitFile(
            f"{HANDOUT}/red-flags.pdf", "sheet", lambda: print_sheet(audience, course, given)
        )
        files.insert(next(at for at, file in enumerate(files) if file.name == "workbook"), sheet)
    if given.qr:
        files.append(KitFile(f"{HANDOUT}/self-study-qr.svg", "qr", given.qr.encode))
    return files


def print_of(audience: Audience | None, order: KitOrder) -> Print:
    """Say what the kit's papers are printed with."""
    address = study_address(order.site_url, audience.id.value if audience else "")
    return Print(
        size=order.size,
        start=order.start,
        contact=order.contact,
        address=short(address),
        qr=qr_code(address) if address else "",
    )


def words_of(deck: Deck, audience: Audience | None, course: Course, order: KitOrder) -> KitWords:
    """Fill the kit's words in."""
    texts = paper_words(deck.language)
    minutes = deck.agenda.planned
    phones = [contact.phone for contact in contacts_first(course)]
    times = {
        "arrive": -ARRIVE,
        "doors": -DOORS,
        "start": 0,
        "end": minutes,
        "packed": minutes + PACK,
    }
    address = study_address(order.site_url, audience.id.value if audience else "")
    values = {name: f"{clock(order.start, at):%H:%M}" for name, at in times.items()} | {
        "session": deck.title,
        "minutes": texts("paper.minutes", count=deck.agenda.minutes),
        "contact": order.contact,
        "emergency": phones[0] if phones else "911",
        "address": short(address),
        "version": deck.version,
        "reviewed": texts.day(review_day(module.reviewed for module in deck.modules)),
    }
    return kit_words(deck.language, values)


def follow_up(words: KitWords, given: Print) -> str:
    """Write the e-mail for those who asked for the material."""
    study = words.all("mail.study.text") if given.address else []
    text = [words("mail.subject"), *words.all("mail.text"), *study, *words.all("mail.end.text")]
    return joined(text)


def first_page(
    deck: Deck, audience: Audience | None, course: Course, order: KitOrder, files: list[KitFile]
) -> bytes:
    """Make START-HERE.html: links to all that is in the kit."""
    words = words_of(deck, audience, course, order)
    texts = paper_words(deck.language)
    html = (
        environment()
        .get_template("start-here.html")
        .render(
            say=words,
            deck=deck,
            order=order,
            groups=[
                (
                    folder,
                    words(f"start.{key}"),
                    [file for file in files if file.path.startswith(folder)],
                )
                for folder, key in ((TRAINER, "trainer"), (HANDOUT, "handout"))
            ],
            site=f"{SITE}/index.html",
            built=texts.day(order.built),
            begins=f"{order.start:%H:%M}",
            reviewed=[(m.title, texts.day(m.reviewed) if m.reviewed else "") for m in deck.modules],
            disclaimer=texts("paper.disclaimer", course=course.settings.title),
        )
    )
    return Markup(html).encode()  # noqa: S704 - autoescaped


def manifest(deck: Deck, order: KitOrder, files: Mapping[str, bytes]) -> bytes:
    """List every file with its size and SHA-256 sum, and say what the kit was made of."""
    about = {
        "kit": deck.name,
        "course": deck.course_id,
        "title": deck.course_title,
        "version": deck.version,
        "tool": __version__,
        "built": order.built.isoformat(),
        "reviewed": {m.slug: m.reviewed.isoformat() if m.reviewed else "" for m in deck.modules},
        "files": dict(_sums(files)),
    }
    return (json.dumps(about, ensure_ascii=False, indent=2) + "\n").encode()


def _sums(files: Mapping[str, bytes]) -> Iterator[tuple[str, dict[str, object]]]:
    for path in sorted(files):
        raw = files[path]
        yield path, {"sha256": hashlib.sha256(raw).hexdigest(), "bytes": len(raw)}
