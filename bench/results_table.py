"""Figures → bench/results/: one table a topic, as Markdown for reading and as JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence

from bench.places import RESULTS

Row = tuple[str, str, float, str]
"""Set, figure, value, what it has to reach."""


def write(name: str, title: str, rows: Sequence[Row]) -> None:
    """Write `NAME.md` and `NAME.json`, and print the table."""
    RESULTS.mkdir(parents=True, exist_ok=True)
    data = [{"set": s, "figure": f, "value": round(v, 4), "goal": g} for s, f, v, g in rows]
    (RESULTS / f"{name}.json").write_text(json.dumps(data, indent=1, ensure_ascii=False) + "\n", "utf-8")
    lines = [f"# {title}", "", "| set | figure | value | goal |", "|---|---|---|---|"]
    lines += [f"| {s} | {f} | {v:.3f} | {g} |" for s, f, v, g in rows]
    (RESULTS / f"{name}.md").write_text("\n".join(lines) + "\n", "utf-8")
    print("\n".join(lines))
