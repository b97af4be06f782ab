"""Searches of the commands: hits to stdout, runs into a file, talk to stderr."""

from __future__ import annotations

import json as standard_json
import sys
from collections.abc import Sequence
from pathlib import Path

from extract.errors import WrongUsage
from index.filters import read_filters
from index.search import Mode, Searcher


def print_hits(folder: Path, query: str, *, top: int, mode: Mode, settings: Sequence[str], json: bool) -> None:
    """Print what is found, as text or as a JSON list."""
    if not any(map(str.isalnum, query)):
        raise WrongUsage("The query is empty.", 'Search for something, such as: index search "forankring"')
    searcher = _opened(folder, mode)
    hits = searcher.search(query, top=top, mode=mode, filters=read_filters(settings))
    from index.show import hit_data, hits_text

    data = [hit_data(hit) for hit in hits] if json else []
    text = standard_json.dumps(data, ensure_ascii=False, indent=1) if json else hits_text(hits)
    sys.stdout.write(text + "\n")


def write_run(folder: Path, queries: Path, out: Path, *, top: int, mode: Mode) -> None:
    """Search for every query and write the run."""
    from extract.output import write_file
    from extract.progress import progress_bar
    from index.collection import run_queries
    from index.trec import run_text

    searcher = _opened(folder, mode)
    with progress_bar("queries", doing="Searching") as advance:
        rankings = run_queries(searcher, queries, top=top, mode=mode, progress=advance)
    write_file(out, lambda path: path.write_text(run_text(rankings), "utf-8"))


def _opened(folder: Path, mode: Mode) -> Searcher:
    searcher = Searcher.open(folder)
    about = searcher.manifest
    if mode == "hybrid" and not searcher.has_vectors:
        sys.stderr.write("Searched by words alone: the index has no vectors, or their encoder is not to be had here.\n")
    elif mode != "lexical" and about.vectors < about.passages:
        sys.stderr.write(f"{about.vectors} of {about.passages} passages have a vector yet; index build goes on.\n")
    return searcher
