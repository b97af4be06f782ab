"""Answers from 100,000 passages, everything loaded: made passages beside those of real reports, with vectors.

Encoding so many would take an hour, so the made passages have random unit vectors; searching costs the same.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

import numpy as np

from bench.lexical import made_texts
from bench.places import EXAMPLES, OUT, SHARED
from bench.qa_sets import reports_of, sets_in
from bench.results_table import Row
from extract.report import TextLine
from index.build import Builder, building
from index.filters import Facts
from index.kept_vectors import keep_vectors, without_vector
from index.passage import Passage, numbered
from index.pieces import Piece
from qa.across import answer_at
from qa.desk import desk_of_index

if TYPE_CHECKING:
    from index.encoders import Encoder

SIZE = 100_000
REPORT = 300
"""Passages of a made report, about as many as a real one has."""
BOX = (70.0, 100.0, 500.0, 200.0)
WARM = 5
STEP = 2048


def scale_rows() -> Iterator[Row]:
    """Milliseconds of an answer, half of them below it and 95 of 100."""
    folder = OUT / "qa" / "scale"
    _built(folder)
    desk = desk_of_index(folder)
    sets = sets_in(SHARED / "reports", "reports") or sets_in(EXAMPLES, "examples")
    asked = [item["question"] for one in sets for item in one.items]
    times = []
    for question in [*asked[:WARM], *asked]:
        began = time.perf_counter()
        answer_at(desk, question)
        times.append(1000 * (time.perf_counter() - began))
    ordered = sorted(times[WARM:])
    name = f"{SIZE:,} passages of {len(desk.reports)} reports, {len(asked)} questions".replace(",", " ", 1)
    yield name, "p50 of an answer, ms", median(ordered), "< 150"
    yield name, "p95 of an answer, ms", ordered[int(0.95 * len(ordered))], ""


def _built(folder: Path) -> None:
    """The index, made once; of the real reports what is read now."""
    from index.encoders import load_encoder

    encoder = load_encoder()
    sets = sets_in(SHARED / "reports", "reports") or sets_in(EXAMPLES, "examples")
    with building(folder) as builder:
        for report in reports_of(sets):
            builder.add(report)
        if builder.store.count() < SIZE:
            _fill(builder, SIZE - builder.store.count())
        if encoder:
            _give_vectors(builder, encoder)
        builder.finish(encoder)


def _fill(builder: Builder, missing: int) -> None:
    texts = made_texts(missing)
    for number in range(-(-missing // REPORT)):
        sha, file = f"{number:064x}", f"made-{number}.pdf"
        passages = [
            Passage(
                "", sha, file, "1", "Projektet", "other", "text", ("Projektet",), "", "da",
                (Piece(text, (TextLine(0, len(text), 1 + place // 8, BOX),), text),),
            )
            for place, text in enumerate(islice(texts, min(REPORT, missing - number * REPORT)))
        ]  # fmt: skip
        builder.put(Facts(sha, file, f"Projekt {number:03d}"), numbered(passages))


def _give_vectors(builder: Builder, encoder: Encoder) -> None:
    """Random unit vectors for the made passages; the real ones are encoded when the index is finished."""
    chance = np.random.default_rng(7)
    waiting = without_vector(builder.store, encoder.fingerprint)
    for start in range(0, len(waiting), STEP):
        passages = builder.store.passages(waiting[start : start + STEP]).values()
        texts = list(dict.fromkeys(p.searched for p in passages if p.file.startswith("made-")))
        made = chance.standard_normal((len(texts), encoder.dimension)).astype(np.float32)
        made /= np.linalg.norm(made, axis=1, keepdims=True)
        keep_vectors(builder.store, encoder.fingerprint, texts, (vector.tobytes() for vector in made))
