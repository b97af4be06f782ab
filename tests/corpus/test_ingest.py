"""Folders of PDFs → a library that can be searched: bad files, copies, versions, changes, and what is done twice."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

from corpus.errors import LibraryBusy, NothingToAdd, ReportUnknown
from corpus.ingest import add, refresh, remove
from corpus.library import Listed, open_library
from corpus.place import NAME
from corpus.run import How
from extract.guard import Limits
from index.search import Searcher
from tests import bad_pdfs
from tests.small_pdfs import evaluation, small_pdf

pytestmark = pytest.mark.reader
HOW = How(jobs=1, vectors=False, quiet=True)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A folder with three evaluations, one of them twice, and three files that cannot be read."""
    folder = tmp_path / "reports"
    for name in ("Nordlys", "Kajplads", "Sundbro"):
        evaluation(folder / f"{name}.pdf", name, f"Kendeord{name.lower()} står kun her.")
    shutil.copy(folder / "Nordlys.pdf", folder / "kopi.pdf")
    (folder / "empty.pdf").touch()
    (folder / "text.pdf").write_text("Dette er ingen PDF.\n" * 100)
    bad_pdfs.scanned(folder / "scanned.pdf")
    return folder


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return tmp_path / NAME


def projects(library: Path) -> list[str]:
    with open_library(library) as held:
        return sorted(str(report.project) for report in held.reports())


def runs(library: Path) -> list[tuple[int, int, int]]:
    """Read, known and failed of each run."""
    with open_library(library) as held:
        return held.connection.execute("SELECT read, known, failed FROM runs ORDER BY id").fetchall()


def found(library: Path, words: str) -> list[str]:
    return [hit.passage.file for hit in Searcher.open(library / "index").search(words, mode="lexical")]


def test_a_folder_is_read_and_bad_files_cost_only_themselves(
    home: Path, library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert add([home], library, HOW) == 1
    assert projects(library) == ["Kajplads", "Nordlys", "Sundbro"]
    with open_library(library) as held:
        assert [report.file for report in held.failed()] == ["empty.pdf", "scanned.pdf", "text.pdf"]
        assert all(report.what and report.todo for report in held.failed())
    assert runs(library) == [(3, 1, 3)]
    talk = capsys.readouterr().err.splitlines()
    assert len(talk) == 6
    assert all(line.startswith("error: ") for line in talk[::2])
    assert found(library, "kendeordkajplads")[0] == "Kajplads.pdf"


def test_what_is_known_is_not_read_again(home: Path, library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    add([home], library, HOW)
    assert add([home], library, HOW) == 1
    shutil.move(home / "Sundbro.pdf", home / "flyttet.pdf")
    (home / "kopi.pdf").touch()
    add([home], library, HOW)
    assert runs(library)[1:] == [(0, 4, 3), (0, 4, 3)]
    capsys.readouterr()
    add([home], library, How(jobs=1, vectors=False))
    assert "0 files read" in capsys.readouterr().err


def test_failed_files_are_tried_again_when_asked_for_or_mended(home: Path, library: Path) -> None:
    add([home], library, HOW)
    evaluation(home / "text.pdf", "Havnen")
    assert add([home], library, HOW) == 1
    assert "Havnen" in projects(library)
    again = How(jobs=1, vectors=False, quiet=True, retry_failed=True)
    assert add([home], library, again) == 1
    assert runs(library)[1:] == [(1, 4, 2), (0, 5, 2)]
    for name in ("empty", "scanned"):
        (home / f"{name}.pdf").unlink()
    with open_library(library) as held:
        assert len(held.failed()) == 2
    remove(["empty.pdf", "scanned.pdf"], library)
    assert add([home], library, HOW) == 0


def test_a_new_version_is_linked_and_found_in_place_of_the_old_one(tmp_path: Path, library: Path) -> None:
    def titled(name: str, *words: str) -> None:
        small_pdf(tmp_path / name, ("Evaluering af projektet Nordlys", *words, "Forening: Foreningen Sammen."))

    titled("gammel.pdf", "Projektet Nordlys begyndte i Skive.", "Udkast. Kendeordgammelt.")
    add([tmp_path / "gammel.pdf"], library, HOW)
    with open_library(library) as held:
        old = held.reports()[0].sha256
    titled("ny.pdf", "Projektet Nordlys begyndte i Skive.", "Kendeordnyt.")
    add([tmp_path / "ny.pdf"], library, HOW)
    with open_library(library) as held:
        (new,) = held.reports()
        assert {r.sha256: r.replaced_by for r in held.reports(all_versions=True)} == {new.sha256: None, old: new.sha256}
    assert found(library, "kendeordnyt") == ["ny.pdf"]
    assert "gammel.pdf" not in found(library, "kendeordgammelt")
    remove(["ny.pdf"], library)
    assert found(library, "kendeordgammelt") == ["gammel.pdf"]


def test_removed_reports_are_not_found(home: Path, library: Path) -> None:
    add([home], library, HOW)
    with pytest.raises(ReportUnknown):
        remove(["Nordlys.pdf", "Sydlys.pdf"], library)
    assert len(projects(library)) == 3
    remove(["Nordlys.pdf"], library)
    assert projects(library) == ["Kajplads", "Sundbro"]
    assert "Nordlys.pdf" not in found(library, "kendeordnordlys")


def test_zip_files_are_read_and_a_broken_one_is_a_failure_until_it_is_mended(home: Path, library: Path) -> None:
    (home.parent / "pak.zip").write_bytes(b"no zip file")
    assert add([home.parent / "pak.zip"], library, HOW) == 1
    assert [r.file for r in failures(library)] == ["pak.zip"]
    with zipfile.ZipFile(home.parent / "pak.zip", "w") as archive:
        archive.write(home / "Nordlys.pdf", "2021/Nordlys.pdf")
        archive.write(home / "empty.pdf", "2021/empty.pdf")
    assert add([home.parent / "pak.zip"], library, HOW) == 1
    assert projects(library) == ["Nordlys"]
    assert [r.file for r in failures(library)] == ["empty.pdf"]
    assert add([home.parent / "pak.zip"], library, HOW) == 1
    assert runs(library)[1:] == [(1, 0, 1), (0, 1, 1)]


def test_refresh_reads_what_another_reader_has_read(home: Path, library: Path) -> None:
    add([home], library, HOW)
    assert refresh((), library, HOW) == 0
    with open_library(library) as held:
        held.connection.execute(
            "UPDATE reports SET reader = 'old', title = 'old' WHERE file IN ('Nordlys.pdf', 'Sundbro.pdf')"
        )
    (home / "Sundbro.pdf").unlink()
    assert refresh((), library, HOW) == 1
    with open_library(library) as held:
        titles = {report.project: (report.title, report.reader == "old") for report in held.reports()}
    assert titles["Nordlys"] == ("Slutevaluering af projektet Nordlys", False)
    assert titles["Sundbro"] == ("old", True)
    assert refresh(["Kajplads"], library, HOW) == 0
    assert runs(library)[-1] == (1, 0, 0)


def test_an_index_that_lags_behind_or_is_gone_is_made_up_for(home: Path, library: Path) -> None:
    add([home], library, HOW)
    shutil.rmtree(library / "index")
    add([home], library, HOW)
    assert found(library, "kendeordsundbro")[0] == "Sundbro.pdf"


def test_two_at_once_do_not_meet(home: Path, library: Path) -> None:
    from filelock import FileLock

    library.mkdir()
    with FileLock(library / "writing.lock"), pytest.raises(LibraryBusy):
        add([home], library, HOW)


@pytest.mark.parametrize("names", [[], ["missing.pdf"], ["*.pdf"]])
def test_where_there_is_no_pdf_no_library_is_made(names: Sequence[str], tmp_path: Path, library: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(NothingToAdd):
        add([tmp_path / "empty" / name for name in names] or [tmp_path / "empty"], library, HOW)
    assert not library.exists()


def test_a_file_that_takes_too_long_is_a_failure(example: Path, home: Path, library: Path) -> None:
    how = How(jobs=1, limits=Limits(seconds=0.05), vectors=False, quiet=True)
    assert add([example], library, how) == 1
    assert "took longer" in str(failures(library)[0].what)


def test_encrypted_files_are_read_with_their_password(home: Path, library: Path) -> None:
    bad_pdfs.encrypted(home / "Nordlys.pdf", home / "locked.pdf")
    assert add([home / "locked.pdf"], library, HOW) == 1
    how = How(jobs=1, retry_failed=True, password=bad_pdfs.PASSWORD, vectors=False, quiet=True)
    assert add([home / "locked.pdf"], library, how) == 0
    assert projects(library) == ["Nordlys"]


def test_copies_are_read_once_also_when_all_is_read_again(home: Path, library: Path) -> None:
    for number in range(6):
        shutil.copy(home / "Nordlys.pdf", home / f"kopi{number}.pdf")
        shutil.copy(home / "text.pdf", home / f"tekst{number}.pdf")
    add([home], library, HOW)
    assert runs(library) == [(3, 7, 9)]
    add([home], library, How(jobs=1, retry_failed=True, vectors=False, quiet=True))
    assert runs(library)[-1] == (0, 10, 9)
    with open_library(library) as held:
        held.connection.execute("UPDATE reports SET reader = 'old'")
        assert len(held.failed()) == 3
    refresh((), library, HOW)
    assert runs(library)[-1] == (3, 0, 3)


def test_vectors_follow(home: Path, library: Path) -> None:
    add([home / "Nordlys.pdf"], library, How(jobs=1, quiet=True))
    manifest = Searcher.open(library / "index").manifest
    assert manifest.passages
    assert manifest.encoder is None or manifest.vectors == manifest.passages


def failures(library: Path) -> Sequence[Listed]:
    with open_library(library) as held:
        return held.failed()
