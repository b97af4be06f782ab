"""Paths that tests read from."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.analysis import analyser

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session", autouse=True)
def words() -> None:
    """The table of Danish lemmas, made before any test names another cache: analysis is then the same in all."""
    analyser(make=True)
    analyser()


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return ROOT


@pytest.fixture(scope="session")
def examples() -> dict[str, Path]:
    """The shipped examples by name."""
    return {path.stem: path for path in sorted((ROOT / "examples").glob("*/*.pdf"))}


@pytest.fixture(scope="session")
def example(examples: dict[str, Path]) -> Path:
    """The example that README shows."""
    return examples["nordlys"]


@pytest.fixture(scope="session")
def shared() -> Path:
    """A folder of reports that is not part of the project; tests that need it are skipped without it."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("the shared folder is not here")
    return folder
