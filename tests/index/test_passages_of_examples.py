"""Passages of real reports: all of their text is there, as it stands, where it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.danish.words import sentences
from extract.read import read_report
from extract.report import BBox, Report
from index.passage import Passage
from index.passages import MOST, passages_of
from index.pieces import row_pieces

SLACK = 1.0
"""Points that a box may stand out of the block or table it is in."""


@pytest.fixture(scope="module", params=["nordlys", "havnen", "broerne"])
def read(request: pytest.FixtureRequest, examples: dict[str, Path]) -> tuple[Report, tuple[Passage, ...]]:
    report = read_report(examples[request.param])
    return report, passages_of(report)


def test_every_piece_stands_in_the_report_word_for_word(read: tuple[Report, tuple[Passage, ...]]) -> None:
    report, passages = read
    bodies = [block.text for section in report.sections for block in section.blocks]
    bodies += [piece.text for table in report.tables for piece in row_pieces(table)]
    bodies += [cell.text for table in report.tables for cell in table.cells]
    missing = [piece.text for p in passages for piece in p.pieces if not any(piece.text in body for body in bodies)]
    assert missing == []


def test_every_box_is_on_its_page_in_a_block_or_table(read: tuple[Report, tuple[Passage, ...]]) -> None:
    report, passages = read
    regions = [r for section in report.sections for block in section.blocks for r in block.regions]
    regions += [region for table in report.tables for region in table.regions]
    for passage in passages:
        assert passage.pages
        for region in passage.regions:
            assert 1 <= region.page <= report.source.pages
        for piece in (*passage.pieces, *passage.sentences):
            for line in piece.lines:
                assert 0 <= line.start < line.end <= len(piece.text)
                assert any(r.page == line.page and _inside(line.bbox, r.bbox) for r in regions), piece.text


def test_nothing_is_left_out_and_nothing_too_long(read: tuple[Report, tuple[Passage, ...]]) -> None:
    report, passages = read
    said = " ".join(piece.text for passage in passages for piece in passage.pieces)
    for section in report.sections:
        for block in section.blocks:
            assert all(block.text[start:end] in said for start, end in sentences(block.text))
    assert all(piece.text in said for table in report.tables for piece in row_pieces(table))
    plain = [passage for passage in passages if passage.kind in {"text", "list"}]
    assert max(len(passage.text.split()) for passage in plain) <= MOST
    assert len({passage.id for passage in passages}) == len(passages)


def test_every_kind_of_record_is_a_passage(read: tuple[Report, tuple[Passage, ...]]) -> None:
    report, passages = read
    held = {passage.record.split(":")[0] for passage in passages if passage.record}
    assert held == {"metadata", "indicator", "measure", "learning", "embedding"}
    assert sum(passage.kind == "indicator" for passage in passages) == len(report.indicators)
    assert sum(passage.kind == "learning" for passage in passages) == len(report.learnings)
    assert sum(passage.kind == "embedding" for passage in passages) == len(report.embedding)


def _inside(box: BBox, outer: BBox) -> bool:
    return (
        box[0] >= outer[0] - SLACK
        and box[1] >= outer[1] - SLACK
        and box[2] <= outer[2] + SLACK
        and box[3] <= outer[3] + SLACK
    )
