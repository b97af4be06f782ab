"""Searches of the commands: hits to stdout, runs into a file, talk to stderr."""

from __future__ import annotations

import json as standard_json
import sys
from collections.abc import Sequence
from pathlib import Path

from extract.errors import WrongUsage
from index.filters import read_filters
from index.rerank import CANDIDATES, reranked
from index.search import Mode, Searcher


def print_hits(
    folder: Path, query: str, *, top: int, mode: Mode, settings: Sequence[str], json: bool, rerank: str | None = None
) -> None:
    """Print what is found, as text or as a JSON list; `rerank` names a cross-encoder that reads the best again."""
    if not any(map(str.isalnum, query)):
        raise WrongUsage("The query is empty.", 'Search for something, such as: index search "forankring"')
    searcher = _opened(folder, mode)
    hits = searcher.search(
        query, top=max(top, CANDIDATES) if rerank else top, mode=mode, filters=read_filters(settings)
    )
    if rerank:
        hits = reranked(query, hits, rerank)[:top]
    from index.show import hit_data, hits_text

    data = [hit_data(hit) for hit in hits] if json else []
    text = standard_json.dumps(data, ensure_ascii=False, indent=1) if json else hits_text(hits)
    sys.stdout.write(text + "\n")


def write_run(folder: Path, queries: Path, out: Path | None, *, top: int, mode: Mode) -> None:
    """Search for every query and write the run; without a file, or to ``-``, to stdout."""
    from extract.output import write_file
    from extract.progress import progress_bar
    from index.collection import run_queries
    from index.trec import run_text

    searcher = _opened(folder, mode)
    with progress_bar("queries", doing="Searching") as advance:
        text = run_text(run_queries(searcher, queries, top=top, mode=mode, progress=advance))
    if out is None or str(out) == "-":
        sys.stdout.write(text)
    else:
        write_file(out, lambda path: path.write_text(text, "utf-8"))


def print_contents(folder: Path, *, json: bool) -> None:
    """Print what an index holds, as text or JSON."""
    from extract.serialise import to_json
    from index.intake import contents
    from index.show import contents_data, contents_text

    held = contents(folder)
    sys.stdout.write((to_json(contents_data(held)) if json else contents_text(held)) + "\n")


def _opened(folder: Path, mode: Mode) -> Searcher:
    searcher = Searcher.open(folder)
    about = searcher.manifest
    if mode == "hybrid" and not searcher.has_vectors:
        sys.stderr.write("Searched by words alone: the index has no vectors, or their encoder is not to be had here.\n")
    elif about.encoder and mode != "lexical" and about.vectors < about.passages:
        sys.stderr.write(f"{about.vectors} of {about.passages} passages have a vector yet; index build goes on.\n")
    return searcher
