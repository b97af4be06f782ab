"""A run against judgements → figures, by ir-measures (which asks trec_eval's own code)."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path

from index.trec import read_qrels, read_run


@dataclass(frozen=True, slots=True)
class Figures:
    """Means over all judged queries; a query that the run does not have counts as nought."""

    queries: int
    ndcg_10: float
    recall_5: float
    recall_20: float
    mrr_10: float


def evaluate(run: Path, qrels: Path) -> Figures:
    """nDCG@10, recall@5, recall@20 and MRR@10 of a run; raises `FileMissing` or `CollectionUnreadable`."""
    import ir_measures

    judged = read_qrels(qrels)
    ndcg, recall, reciprocal = ir_measures.nDCG, ir_measures.R, ir_measures.RR
    measures = (ndcg @ 10, recall @ 5, recall @ 20, reciprocal @ 10)
    found = ir_measures.calc_aggregate(measures, judged, read_run(run))
    return Figures(len(judged), *(round(float(found[measure]), 4) for measure in measures))


def figures_text(figures: Figures) -> str:
    """The figures as a small table."""
    names = {"queries": "queries", "ndcg_10": "nDCG@10", "recall_5": "recall@5", "recall_20": "recall@20"}
    rows = [(names.get(name, "MRR@10"), value) for name, value in asdict(figures).items()]
    return "\n".join(f"{name:<10} {value:>6}" for name, value in rows)
