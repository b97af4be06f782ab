"""The audit measured: gold findings, planted conflicts, and every finding on real PDFs judged by eye.

`python -m bench.audit` writes bench/results/audit.md and audit.json. `bench/audit_judgements.json` holds what a person
saw on the page: a finding is known by its file, its code and the beginning of its quote.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from bench.audit_gold import Tally, compared
from bench.places import EXAMPLES, RESULTS, ROOT, SHARED, pdfs
from extract.audit.read import audit
from extract.audit_view import CODES
from extract.errors import PuljelupError
from extract.read import read_report
from extract.report import Finding, Report

RUNS = 1000
"""Random reports that agree with themselves; a tenth as many for each kind of planted conflict."""
SPOILT = 30
"""Sentences and tables of each kind, right ones and spoilt ones."""
JUDGEMENTS = ROOT / "bench" / "audit_judgements.json"
NOT_JUDGED = "not judged"


@dataclass(frozen=True, slots=True)
class Judged:
    """A finding on a real PDF and what a person saw on the page."""

    file: str
    finding: Finding
    judgement: str
    why: str


def main() -> None:
    """Measure all that the data at hand allows."""
    gold = list(_gold_rows([SHARED / "reports", *sorted(p.parent for p in EXAMPLES.glob("*/*.gold.json"))]))
    judged = [one for pdf in pdfs(SHARED / "real") for one in _judged(pdf)]
    planted = list(_planted_rows())
    data = {"gold": gold, "planted": planted, "real": [_as_row(one) for one in judged]}
    RESULTS.mkdir(parents=True, exist_ok=True)
    (RESULTS / "audit.json").write_text(json.dumps(data, indent=1, ensure_ascii=False) + "\n", "utf-8")
    text = "\n".join([*_gold_text(gold), *_planted_text(planted), *_real_text(judged)])
    (RESULTS / "audit.md").write_text(text + "\n", "utf-8")
    print(text)


def _read(pdf: Path) -> Report | None:
    try:
        return read_report(pdf)
    except PuljelupError:
        return None


def _gold_rows(folders: Sequence[Path]) -> Iterator[dict[str, Any]]:
    tallies: dict[str, Tally] = {}
    for folder in folders:
        name = "examples" if folder.is_relative_to(EXAMPLES) else folder.name
        for pdf in pdfs(folder):
            path = pdf.with_suffix(".gold.json")
            report = _read(pdf) if path.exists() else None
            if report is None:
                continue
            gold = json.loads(path.read_text("utf-8"))
            for code, tally in compared(gold, audit(report).findings, CODES).items():
                key = f"{name}|{code}"
                tallies[key] = tallies.get(key, Tally()).plus(tally)
    for key, tally in tallies.items():
        name, _, code = key.partition("|")
        yield {"set": name, "code": code, "gold": tally.gold, "hit": tally.hit, "told": tally.told}


def _planted_rows() -> Iterator[dict[str, Any]]:
    from tests.extract.audit.conflicts import PLANTED, drawn
    from tests.extract.audit.reports import made

    clean = sum(not audit(made(*drawn(Random(seed)))).findings for seed in range(RUNS))
    yield {"conflict": "none: a report that agrees with itself", "code": "", "runs": RUNS, "share": clean / RUNS}
    runs = RUNS // 10
    for kind, code in PLANTED.items():
        yield _found(kind, code, [made(*drawn(Random(seed), kind)) for seed in range(runs)])
    yield from _spoilt_rows(SPOILT)


def _spoilt_rows(runs: int) -> Iterator[dict[str, Any]]:
    """Sentences and tables of figures: right ones together, then each kind with one figure spoilt."""
    from tests.extract.audit.invented import SHAPES
    from tests.extract.audit.invented_tables import KINDS
    from tests.extract.audit.reports import Grid, made

    def told(write: Callable[[Random, bool], str | Grid], seed: int, *, spoilt: bool) -> Report:
        return made("# Resultater", "Opgørelsen er projektets egen.", write(Random(seed), spoilt))

    kinds: list[tuple[str, str, Callable[[Random, bool], str | Grid]]] = [
        *((shape.name, shape.code, shape.write) for shape in SHAPES),
        *((kind.name, kind.code, kind.make) for kind in KINDS),
    ]
    right = [not audit(told(write, seed, spoilt=False)).findings for _, _, write in kinds for seed in range(runs)]
    row = {"conflict": "none: figures that are right", "code": "", "runs": len(right), "share": sum(right) / len(right)}
    yield row
    for name, code, write in kinds:
        yield _found(name, code, [told(write, seed, spoilt=True) for seed in range(runs)])


def _found(kind: str, code: str, reports: Sequence[Report]) -> dict[str, Any]:
    """The share of the reports in which the conflict is found."""
    hits = sum(code in [finding.code for finding in audit(report).findings] for report in reports)
    return {"conflict": kind, "code": code, "runs": len(reports), "share": hits / len(reports)}


def _judged(pdf: Path) -> Iterator[Judged]:
    known: list[Mapping[str, str]] = json.loads(JUDGEMENTS.read_text("utf-8"))
    report = _read(pdf)
    for finding in audit(report).findings if report else ():
        mine = (
            k for k in known
            if k["file"] == pdf.name and k["code"] == finding.code and finding.claim.quote.startswith(k["quote"])
        )  # fmt: skip
        one = next(mine, {"judgement": NOT_JUDGED, "why": ""})
        yield Judged(pdf.name, finding, one["judgement"], one["why"])


def _as_row(one: Judged) -> dict[str, Any]:
    return {
        "file": one.file, "code": one.finding.code, "page": one.finding.claim.page, "quote": one.finding.claim.quote,
        "message": one.finding.message, "judgement": one.judgement, "why": one.why,
    }  # fmt: skip


def _gold_text(rows: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    yield from (
        "# Audit",
        "",
        "## Gold findings",
        "",
        "| set | code | gold | recall | told | precision |",
        "|---|---|---|---|---|---|",
    )
    for row in rows:
        recall = f"{row['hit'] / row['gold']:.2f}" if row["gold"] else "–"
        precision = f"{row['hit'] / row['told']:.2f}" if row["told"] else "–"
        yield f"| {row['set']} | {row['code']} | {row['gold']} | {recall} | {row['told']} | {precision} |"
    gold, hit, told = (sum(row[key] for row in rows) for key in ("gold", "hit", "told"))
    if gold and told:
        yield f"| all | | {gold} | {hit / gold:.2f} (>= 0.80) | {told} | {hit / told:.2f} (>= 0.85) |"
    yield ""


def _planted_text(rows: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    yield from ("## Random reports", "", "| conflict planted | code | runs | share found |", "|---|---|---|---|")
    for row in rows:
        yield f"| {row['conflict']} | {row['code']} | {row['runs']} | {row['share']:.3f} |"
    yield ""


def _real_text(judged: Sequence[Judged]) -> Iterator[str]:
    counts = Counter(one.judgement for one in judged)
    told = ", ".join(f"{number} {judgement}" for judgement, number in counts.items())
    yield from ("## Every finding on real PDFs, judged by eye", "", f"{len(judged)} findings: {told or 'none'}.", "")
    yield from ("| file | page | code | quote | judgement | why |", "|---|---|---|---|---|---|")
    for one in judged:
        quote = one.finding.claim.quote.replace("|", "\\|")[:90]
        cells = (one.file, one.finding.claim.page, one.finding.code, quote, one.judgement, one.why)
        yield "| " + " | ".join(map(str, cells)) + " |"


if __name__ == "__main__":
    main()
