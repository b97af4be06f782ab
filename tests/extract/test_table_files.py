"""`extract tables` on a real PDF in each of its formats."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from pathlib import Path

import pytest
from typer.testing import CliRunner

from cli import extract


def call(*arguments: str | Path) -> str:
    """What the command prints."""
    done = CliRunner().invoke(extract, ["tables", *map(str, arguments)])
    assert done.exit_code == 0, done.output
    return done.stdout


def test_json_has_columns_rows_grid_and_spans(examples: dict[str, Path]) -> None:
    tables = json.loads(call(examples["broerne"]))
    gold = json.loads(examples["broerne"].with_suffix(".gold.json").read_text("utf-8"))["tables"]
    assert {t["label"] for t in tables} == {t["label"] for t in gold}
    for table in tables:
        assert all(len(row) == len(table["columns"]) for row in table["rows"])
        height, width = len(table["grid"]), len(table["grid"][0])
        for row, column, rows, columns in table["spans"]:
            assert row + rows <= height
            assert column + columns <= width
            covered = [(r, c) for r in range(row, row + rows) for c in range(column, column + columns)]
            assert not any(table["grid"][r][c] for r, c in covered[1:])


def test_csv_markdown_and_workbook_hold_the_same_cells(examples: dict[str, Path], tmp_path: Path) -> None:
    pdf = examples["nordlys"]
    wanted = [cell for table in json.loads(call(pdf, "--pages", "5")) for row in table["rows"] for cell in row if cell]
    assert wanted
    rows = list(csv.reader(io.StringIO(call(pdf, "--pages", "5", "--format", "csv"))))
    printed = {cell.lstrip("'") for row in rows for cell in row}
    assert {cell for cell in wanted if cell[0] not in "=+-@"} <= printed
    assert all(cell.replace("|", "\\|") in call(pdf, "--pages", "5", "--format", "md") for cell in wanted[:5])
    book = tmp_path / "tables.xlsx"
    call(pdf, "--pages", "5", "--format", "xlsx", "-o", book)
    with zipfile.ZipFile(book) as parts:
        assert parts.testzip() is None
        assert any(name.startswith("xl/worksheets/") for name in parts.namelist())


@pytest.mark.parametrize("arguments", [("--format", "xlsx"), ("--pages", "x")])
def test_wrong_usage_is_told_in_two_lines(examples: dict[str, Path], arguments: tuple[str, ...]) -> None:
    done = CliRunner().invoke(extract, ["tables", str(examples["nordlys"]), *arguments])
    assert done.exit_code in (1, 2)
    assert len(done.stderr.strip().splitlines()) == 2
