"""Paths → PDFs: folders, patterns, zip files, and what cannot be used."""

from __future__ import annotations

import hashlib
import os
import zipfile
from pathlib import Path

import pytest

from corpus.sources import Found, Unusable, find_pdfs, on_disk, sha256_of
from extract.errors import FileMissing, NotAPdf


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """PDFs at several depths, a zip file, and what is neither."""
    home = tmp_path / "reports"
    for name in ("b.pdf", "a.PDF", "2021/æøå.pdf", ".git/x.pdf", "note.txt", ".hidden.pdf", "2021/__MACOSX/c.pdf"):
        file = home / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(name.encode())
    with zipfile.ZipFile(home / "more.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for name in ("in/d.pdf", "in/e.Pdf", "__MACOSX/in/._d.pdf", "in/read.txt", "in/deep.zip"):
            archive.writestr(name, name.encode())
    return home


def names(*paths: Path) -> list[str]:
    return [one.path.rsplit("/", 1)[-1] for one in find_pdfs(paths) if isinstance(one, Found)]


def test_a_folder_is_gone_through(folder: Path) -> None:
    assert names(folder) == ["a.PDF", "b.pdf", "d.pdf", "e.Pdf", "æøå.pdf"]


def test_each_file_comes_once(folder: Path) -> None:
    assert names(folder, folder / "b.pdf", folder / "2021" / ".." / "b.pdf") == names(folder)


def test_patterns_reach_into_folders(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    assert names(Path("**/*.pdf")) == ["æøå.pdf", "b.pdf"]
    assert names(Path("2*")) == ["æøå.pdf"]
    assert names(folder / "*.zip") == ["d.pdf", "e.Pdf"]


def test_links_in_circles_end(folder: Path) -> None:
    (folder / "2021" / "again").symlink_to(folder)
    assert names(folder).count("b.pdf") == 1


def test_what_is_in_a_zip_file_is_read_from_there(folder: Path) -> None:
    found = next(one for one in find_pdfs([folder / "more.zip"]) if isinstance(one, Found))
    assert sha256_of(found) == hashlib.sha256(b"in/d.pdf").hexdigest()
    with on_disk(found) as path:
        assert (path.name, path.read_bytes()) == ("d.pdf", b"in/d.pdf")
    assert not path.exists()


def test_a_touched_file_has_changed(folder: Path) -> None:
    (before,) = find_pdfs([folder / "b.pdf"])
    os.utime(folder / "b.pdf", ns=(1, 1))
    (after,) = find_pdfs([folder / "b.pdf"])
    assert before != after


@pytest.mark.parametrize("name", ["missing.pdf", "missing/*.pdf"])
def test_what_is_not_there_is_told_and_not_kept(name: str, tmp_path: Path) -> None:
    (one,) = find_pdfs([tmp_path / name])
    assert isinstance(one, Unusable)
    assert isinstance(one.error, FileMissing)
    assert not one.there


def test_a_broken_zip_file_and_one_within_another_are_failures(folder: Path) -> None:
    (folder / "bad.zip").write_bytes(b"PK no zip file")
    unusable = [one for one in find_pdfs([folder]) if isinstance(one, Unusable)]
    assert [one.path.rsplit("/", 1)[-1] for one in unusable] == ["bad.zip", "deep.zip"]
    assert all(isinstance(one.error, NotAPdf) and one.there for one in unusable)


def test_a_file_that_went_away_or_is_damaged_within_its_zip_file_is_told(folder: Path) -> None:
    gone = Found(str(folder / "gone.pdf"), 1, 1)
    with pytest.raises(FileMissing):
        sha256_of(gone)
    data = bytearray((folder / "more.zip").read_bytes())
    place = data.find(b"in/d.pdf") + len(b"in/d.pdf")
    data[place : place + 4] = b"\xff\xff\xff\xff"
    (folder / "more.zip").write_bytes(bytes(data))
    found = next(one for one in find_pdfs([folder / "more.zip"]) if isinstance(one, Found))
    with pytest.raises((NotAPdf, FileMissing)):
        sha256_of(found)
