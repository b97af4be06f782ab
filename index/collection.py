"""Collections that are no reports: passages from a file into an index, queries from a file over it."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from extract.errors import CollectionUnreadable
from index.build import Builder
from index.filters import Facts
from index.jsonl import Item, read_items
from index.passage import Passage
from index.pieces import Piece
from index.search import Mode, Searcher
from index.store import number_of
from index.trec import Ranking

if TYPE_CHECKING:
    from index.build import Progress


def add_collection(builder: Builder, path: Path) -> int:
    """Add the passages of a JSON Lines file under their own ids, in place of a file of that name; how many there are.

    Raises `CollectionUnreadable` where another file of the index has one of the ids.
    """
    items = read_items(path)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    files = {facts.sha256: facts.file for facts in builder.store.reports()}
    earlier = {sha for sha, file in files.items() if file == path.name and sha != digest}
    passages = [_passage(item, digest, path.name) for item in items]
    for passage in passages:
        home = builder.store.report_of(number_of(passage.id))
        if home is not None and home not in {digest, *earlier}:
            what = f"{path}: the id {passage.id} is there already, from {files.get(home, 'another file')}."
            raise CollectionUnreadable(what, "Make ids unique, or import into another folder.")
    builder.remove(earlier)
    builder.put(Facts(digest, path.name), passages)
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
