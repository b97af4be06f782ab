"""Search by words at scale: time of analysis and of a query, memory, over passages that look like real ones.

    python -m bench.lexical [PASSAGES ...]

Passages are sentences of real text in new company, some of their long words replaced by new compounds and their
numbers by others, so that the vocabulary grows as that of real collections does.
"""

from __future__ import annotations

import json
import random
import re
import resource
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import numpy as np

from bench.places import EXAMPLES, ROOT, SHARED, pdfs
from bench.results_table import Row, write

SIZES = (50_000, 100_000, 200_000)
FAR = 10_000_000
REPORT = 2_000
"""Passages added at once."""
SENTENCES = (3, 9)
NEW_COMPOUND, NEW_NUMBER = 0.08, 0.9
"""Share of long words and of numbers that are replaced."""
LONG = 9
QUERIES = 300
GROWING = (
    "build of the whole folder, CPU s", "peak memory of building, MiB", "folder, MiB", "p50 of a query by words, ms",
    "memory of searching, MiB",
)  # fmt: skip


def main(arguments: Sequence[str] = ()) -> None:
    """Measure the sizes named, or the usual ones."""
    sizes = tuple(int(size) for size in arguments) or SIZES
    measured = [rows(size) for size in sizes]
    write("lexical", "Search by words at scale", [*chain.from_iterable(measured), *reckoned(sizes, measured)])


def reckoned(sizes: Sequence[int], measured: Sequence[Sequence[Row]]) -> list[Row]:
    """What ten million passages would take, along the straight line through what was measured."""
    name, found = f"{FAR // 10**6} million passages, reckoned", []
    for place, (_, figure, _, _) in enumerate(measured[0]):
        if len(sizes) > 1 and figure in GROWING:
            slope, shift = np.polyfit(sizes, [rows[place][2] for rows in measured], 1)
            found.append((name, figure, float(shift + slope * FAR), ""))
    return found


def rows(size: int) -> list[Row]:
    """The figures of an index of so many passages, each step in a process of its own."""
    with TemporaryDirectory() as scratch:
        built = _alone("build", scratch, size)
        found = _alone("search", scratch, size)
    name = f"{size:,} passages".replace(",", " ")
    return [
        (name, "analysis of 100 000 passages on one core, CPU s", built["analysis"], "<= 120"),
        (name, "peak memory of analysis, MiB", built["analysis_memory"], ""),
        (name, "different words", built["words"], ""),
        (name, "build of the whole folder, CPU s", built["build"], ""),
        (name, "peak memory of building, MiB", built["memory"], ""),
        (name, "folder, MiB", built["folder"], ""),
        (name, "p50 of a query by words, ms", found["p50"], "<= 20"),
        (name, "p95 of a query by words, ms", found["p95"], ""),
        (name, "p50 with a filter on one report, ms", found["filtered"], ""),
        (name, "memory of searching, MiB", found["memory"], ""),
    ]


def build_index(folder: Path, size: int) -> dict[str, float]:
    """Analyse all passages, then build an index folder of them, as `index import` does."""
    from index.analysis import Analyser, analyser
    from index.build import building
    from index.filters import Facts
    from index.passage import Passage
    from index.pieces import Piece

    texts = list(made_texts(size))
    here = analyser(make=True)
    fresh, started, before = Analyser(here.stem_of, here.rank), time.process_time(), _peak()
    for text in texts:
        fresh.fields(text)
    analysis, held = time.process_time() - started, _peak() - before
    started = time.process_time()
    with building(folder) as builder:
        for start in range(0, size, REPORT):
            sha = f"{start:064x}"
            passages = [
                Passage(f"{start}-{place}", sha, sha, "", "", "other", "text", (), "", "da", (Piece(text, (), text),))
                for place, text in enumerate(texts[start : start + REPORT])
            ]
            builder.put(Facts(sha, sha), passages)
        builder.finish(None)
    weight = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) / 2**20
    return {
        "analysis": analysis * 100_000 / size, "analysis_memory": held, "words": float(len(fresh.seen)),
        "build": time.process_time() - started, "memory": _peak(), "folder": weight,
    }  # fmt: skip


def search_index(folder: Path, _: int) -> dict[str, float]:
    """Ask questions of an index, the first few to warm up."""
    from index.filters import Filters
    from index.search import Searcher

    searcher = Searcher.open(folder)
    asked = [json.loads(line)["text"] for line in (ROOT / "bench/questions/examples.jsonl").open(encoding="utf-8")]
    if (SHARED / "retrieval").is_dir():
        asked += [
            json.loads(line)["text"] for line in (SHARED / "retrieval/squad_da/queries.jsonl").open(encoding="utf-8")
        ]
    times = [_timed(searcher, query, Filters()) for query in random.Random(1).sample(asked, min(QUERIES, len(asked)))]
    few = Filters(report=(f"{REPORT:064x}",))
    filtered = [_timed(searcher, query, few) for query in asked[:50]]
    ordered = sorted(times[5:])
    return {
        "p50": median(ordered), "p95": ordered[int(0.95 * len(ordered))], "filtered": median(filtered),
        "memory": _peak(),
    }  # fmt: skip


def made_texts(size: int, seed: int = 3) -> Iterator[str]:
    """Passages of 3 to 9 sentences of real Danish, altered."""
    from extract.danish.lexicon import danish_words

    chance = random.Random(seed)
    sentences = _sentences()
    words = sorted(word for word in danish_words() if word.isalpha() and 4 <= len(word) <= 10)

    def other(match: re.Match[str]) -> str:
        word = match.group()
        if word[0].isdigit():
            return str(chance.randint(1, 9999)) if chance.random() < NEW_NUMBER else word
        return chance.choice(words) + chance.choice(words) if chance.random() < NEW_COMPOUND else word

    pattern = re.compile(rf"\d+|[^\W\d_]{{{LONG},}}")
    for _ in range(size):
        text = " ".join(chance.choice(sentences) for _ in range(chance.randint(*SENTENCES)))
        yield pattern.sub(other, text)


def _sentences() -> list[str]:
    from extract.danish.words import sentences
    from extract.read import read_report

    blocks = [b.text for pdf in pdfs(EXAMPLES) for s in read_report(pdf).sections for b in s.blocks if b.text]
    corpus = SHARED / "retrieval" / "squad_da" / "corpus.jsonl"
    if corpus.is_file():
        blocks += [json.loads(line)["text"] for line in corpus.open(encoding="utf-8")]
    return [text[start:end] for text in blocks for start, end in sentences(text) if end - start > 20]


def _timed(searcher: object, query: str, filters: object) -> float:
    started = time.perf_counter()
    searcher.search(query, mode="lexical", filters=filters)  # type: ignore[attr-defined]
    return 1000 * (time.perf_counter() - started)


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _alone(step: str, folder: str, size: int) -> dict[str, float]:
    code = f"import json, pathlib; from bench.lexical import {step}_index as step; "
    code += f"print(json.dumps(step(pathlib.Path({folder!r}, 'ix'), {size})))"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True, cwd=ROOT)
    figures: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return figures


if __name__ == "__main__":
    main(sys.argv[1:])
