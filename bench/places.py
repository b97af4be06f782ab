"""Where the measuring data lies, and where results go."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
EXAMPLES = ROOT / "examples"
OUT = ROOT / "out" / "bench"
RESULTS = ROOT / "bench" / "results"


def pdfs(folder: Path) -> list[Path]:
    """The PDFs below a folder, by name; empty where there is no such folder."""
    return sorted(folder.rglob("*.pdf")) if folder.is_dir() else []
