"""Documentation points only to what is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.conftest import ROOT

PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
LINK = re.compile(r"\]\((?!https?:)([^)#\s]+)")
NAMED = re.compile(r"`((?:bench|corpus|docs|examples|extract|index|qa|tests)/[\w./-]+\.\w+)`")
MODULE = re.compile(r"python -m (bench(?:\.\w+)*)")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_files_and_modules_are_there(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    wanted = [page.parent / link for link in LINK.findall(text)]
    wanted += [ROOT / name for name in NAMED.findall(text)]
    wanted += [ROOT / f"{name.replace('.', '/')}.py" for name in MODULE.findall(text)]
    assert [str(path) for path in wanted if not path.exists()] == []
