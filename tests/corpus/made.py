"""Reports made for tests of the library: different from one another, and read by nobody."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from corpus.sources import Found
from extract.report import Embedding, Indicator, Learning, Metadata, Pool, Quantity, Quote, Region, Report
from tests import nouns


def report(name: str, *, title: str | None = None, **about: object) -> Report:
    """A report of a project of that name, with one of each record."""
    plain = nouns.report()
    quote = Quote("42 borgere er i job", 1, nouns.BOX, "2")
    metadata = replace(
        Metadata(
            title=title or f"Evaluering af {name}", kind="final_evaluation", project=name,
            pool=Pool("Job til alle", 2019, "17.46.52.30"), municipalities=("Skive", "Struer"),
        ), **about,  # type: ignore[arg-type]
    )  # fmt: skip
    target, actual = Quantity("60", "count", 60.0), Quantity("42", "count", 42.0)
    sha = hashlib.sha256(repr((name, metadata)).encode()).hexdigest()
    place = (Region(1, nouns.BOX),)
    return replace(
        plain,
        source=replace(plain.source, file=f"{name}.pdf", sha256=sha),
        metadata=metadata,
        indicators=(Indicator(
            id="A1", level="outcome_short", text="Borgere i job", target=target, actual=actual, baseline=None,
            status="partly_achieved", status_raw="delvist", status_basis="table", computed_status="partly_achieved",
            achievement=0.7, breakdown=(), table=None, row=None, evidence=(quote,),
        ),),
        learnings=(Learning(f"Hos {name} var det vigtigt at begynde i tide.", "Læring", "2", 1, place),),
        embedding=(Embedding("Tilbuddet fortsætter i kommunen.", "Forankring", "2", 1, place, "continues"),),
    )  # fmt: skip


def found(held: Report) -> Found:
    """The PDF that a report would have been read from."""
    return Found(f"/arkiv/{held.source.file}", 1000, 2000)
