"""Reports made of the examples: PDFs with another title page, bad files among them, and whole libraries of records."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

from bench.places import EXAMPLES, pdfs
from corpus.entry import entry_of
from corpus.library import open_library
from corpus.sources import Found
from corpus.writing import keep
from extract.read import read_report
from extract.report import Indicator, Pool, Report, Status
from tests import bad_pdfs
from tests.small_pdfs import evaluation

BAD = 5
POOLS = ("Job til alle", "Veje til beskæftigelse", "Socialøkonomi", "En plads til alle", "Mentorpuljen")
TOWNS = ("Skive", "Struer", "Herning", "Lemvig", "Kolding", "Furesø", "Kalundborg", "Odense", "Vejle", "Aalborg")
STATUSES: tuple[Status, ...] = ("achieved", "partly_achieved", "not_achieved", "ongoing", "dropped", "unknown")


def variants(folder: Path, count: int) -> list[Path]:
    """So many PDFs in a folder, each an example behind a title page of its own, and five that cannot be read."""
    from pypdf import PdfReader, PdfWriter

    folder.mkdir(parents=True, exist_ok=True)
    sources = pdfs(EXAMPLES)
    for number in range(count - BAD):
        front = evaluation(folder / "front.pdf", f"Projekt {number:04}", f"Nummer {number}.")
        writer = PdfWriter()
        writer.append(front)
        rest = PdfReader(sources[number % len(sources)])
        writer.append(rest, pages=(1, len(rest.pages)), import_outline=False)
        writer.write(folder / f"{number:04}.pdf")
    (folder / "front.pdf").unlink()
    _bad(folder, sources[0])
    return sorted(folder.iterdir())


def library_of_records(folder: Path, count: int) -> Path:
    """A library with the records of so many reports: those of the examples with other names, figures and verdicts."""
    with open_library(folder, make=True) as library:
        library.connection.execute("PRAGMA synchronous = OFF")  # it is made to be measured, not to be kept
        for number, held in enumerate(reports(count)):
            keep(library, Found(f"/arkiv/{number:05}.pdf", 1, 1), entry_of(held), reader="made")
    return folder


def reports(count: int, seed: int = 3) -> Iterator[Report]:
    """Reports without text, with the records of an example each, changed."""
    chance = random.Random(seed)
    for number in range(count):
        plain = _examples()[number % len(_examples())]
        about = replace(
            plain.metadata,
            title=f"Evaluering af projektet {number:05}",
            project=f"Projekt {number:05}",
            pool=Pool(chance.choice(POOLS), 2010 + number % 12, "17.46.52.30"),
            municipalities=tuple(chance.sample(TOWNS, 4)),
        )
        sha = hashlib.sha256(f"{seed} {number}".encode()).hexdigest()
        yield replace(
            plain,
            source=replace(plain.source, file=f"{number:05}.pdf", sha256=sha),
            metadata=about,
            indicators=tuple(_changed(one, chance) for one in plain.indicators),
        )


@cache
def _examples() -> tuple[Report, ...]:
    """The examples' records; the text is left out, which the tables of a library do not hold."""
    return tuple(replace(read_report(path), sections=(), tables=(), furniture=()) for path in pdfs(EXAMPLES))


def _changed(one: Indicator, chance: random.Random) -> Indicator:
    actual = one.actual
    if actual and actual.value is not None and one.target and one.target.value:
        value = float(round(one.target.value * chance.uniform(0.2, 1.4)))
        actual = replace(actual, raw=f"{value:.0f}", value=value)
    achievement = (
        actual.value / one.target.value if actual and actual.value and one.target and one.target.value else None
    )
    return replace(one, actual=actual, achievement=achievement, status=chance.choice(STATUSES))


def _bad(folder: Path, source: Path) -> None:
    (folder / "empty.pdf").touch()
    (folder / "text.pdf").write_text("Dette er ingen PDF.\n" * 100, encoding="utf-8")
    bad_pdfs.truncated(source, folder / "truncated.pdf")
    bad_pdfs.encrypted(source, folder / "encrypted.pdf")
    bad_pdfs.scanned(folder / "scanned.pdf")
