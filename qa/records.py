"""Questions whose answer is worked out of the records of a report: counts of verdicts, municipalities compared."""

from __future__ import annotations

from collections.abc import Sequence

from index.filters import Facts
from qa.asked import Asked
from qa.find import Finder
from qa.record_targets import target_verdicts
from qa.record_towns import compared_towns
from qa.stated import Stated
from qa.wording import record_words

MOST = 6
"""Reports whose records are read for one question, at most."""


def worked_out(asked: Asked, finder: Finder, reports: Sequence[Facts]) -> tuple[Stated, ...]:
    """What the records of each report say to the question; nothing where it asks for something else."""
    found = []
    for facts in reports[:MOST] if may_be_worked_out(asked) else ():
        passages = [passage for passage in finder.passages(facts.sha256) if passage.record]
        stated = target_verdicts(asked, passages, brief=len(reports) > 1) or compared_towns(asked, passages)
        if stated is not None:
            found.append(stated)
    return tuple(found)


def may_be_worked_out(asked: Asked) -> bool:
    """Whether it is worth while to read all records: the question counts verdicts or compares municipalities."""
    if asked.asks("why"):
        return False
    compares = "municipality" in asked.expects or len(asked.municipalities) > 1
    return compares or bool(record_words()["targets"].search(asked.lower))
