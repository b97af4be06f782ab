"""Collections that are no reports: passages from a file into an index, queries from a file over it."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from index.build import Builder
from index.filters import Facts
from index.jsonl import Item, read_items
from index.passage import Passage
from index.pieces import Piece
from index.search import Mode, Searcher
from index.trec import Ranking

if TYPE_CHECKING:
    from index.build import Progress


def add_collection(builder: Builder, path: Path) -> int:
    """Add the passages of a JSON Lines file under their own ids; how many there are."""
    items = read_items(path)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    builder.put(Facts(digest, path.name), [_passage(item, digest, path.name) for item in items])
    return len(items)


def run_queries(
    searcher: Searcher, path: Path, *, top: int, mode: Mode, progress: Progress | None = None
) -> list[Ranking]:
    """The ranking of every query of a JSON Lines file, in its order."""
    queries = read_items(path)
    rankings = []
    for done, query in enumerate(queries, start=1):
        hits = searcher.search(query.text, top=top, mode=mode)
        rankings.append(Ranking(query.id, tuple((hit.passage.id, hit.score) for hit in hits)))
        if progress:
            progress(done, len(queries))
    return rankings


def _passage(item: Item, digest: str, file: str) -> Passage:
    return Passage(
        id=item.id, document=digest, file=file, section="", section_title=item.title, role="other", kind="text",
        path=(item.title,) if item.title else (), context="", language="da",
        pieces=(Piece(item.text, (), item.text),),
    )  # fmt: skip
