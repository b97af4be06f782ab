"""Cells of a grid put together: every merged cell stays a rectangle."""

from __future__ import annotations

Cell = tuple[int, int, int, int]
"""First row, first column, last row, last column."""


class Merger:
    """Which of the cells of a grid belong together."""

    def __init__(self, rows: int, columns: int) -> None:
        self.rows = rows
        self.columns = columns
        self._of: dict[tuple[int, int], Cell] = {}

    def cell(self, row: int, column: int) -> Cell:
        """The cell that covers this place."""
        return self._of.get((row, column), (row, column, row, column))

    def merge(self, r0: int, c0: int, r1: int, c1: int) -> None:
        """Make one cell of everything between two places, and of all cells that this touches."""
        while True:
            parts = {self.cell(r, c) for r in range(r0, r1 + 1) for c in range(c0, c1 + 1)}
            box = (
                min(p[0] for p in parts),
                min(p[1] for p in parts),
                max(p[2] for p in parts),
                max(p[3] for p in parts),
            )
            if box == (r0, c0, r1, c1):
                break
            r0, c0, r1, c1 = box
        for r in range(r0, r1 + 1):
            for c in range(c0, c1 + 1):
                self._of[(r, c)] = box

    def cells(self) -> list[Cell]:
        """All cells, row by row."""
        return sorted({self.cell(r, c) for r in range(self.rows) for c in range(self.columns)})
