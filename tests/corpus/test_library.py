"""The library on disk: what is kept, found, replaced, removed, migrated, and what is said where it is no library."""

from __future__ import annotations

import json
import sqlite3
import threading
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.entry import entry_of
from corpus.errors import LibraryDamaged, LibraryMissing, LibraryTooNew, ReportUnknown
from corpus.library import Library, open_library
from corpus.place import NAME, VARIABLE, find_library, library_to_make
from corpus.schema import MIGRATIONS, migrate
from corpus.writing import fail, keep, remove
from extract.errors import CannotWrite, NotAPdf
from extract.report import Report
from tests.corpus import made

TABLES = ("municipalities", "indicators", "breakdowns", "measures", "statements", "findings", "files")


def put(library: Library, held: Report) -> str:
    keep(library, made.found(held), entry_of(held), reader="1")
    return held.source.sha256


def test_a_report_comes_back_as_it_was(tmp_path: Path) -> None:
    held = made.report("Nordlys")
    with open_library(tmp_path / NAME, make=True) as library:
        put(library, held)
    with open_library(tmp_path / NAME) as library:
        assert library.report("Nordlys") == held
        (listed,) = library.reports()
        assert (listed.file, listed.project, listed.pool_year, listed.targets) == ("Nordlys.pdf", "Nordlys", 2019, 1)


def test_reports_are_found_by_hash_file_path_and_project(tmp_path: Path) -> None:
    with open_library(tmp_path / NAME, make=True) as library:
        sha = put(library, made.report("Nordlys"))
        put(library, made.report("Søfart"))
        for key in (sha, sha[:8], sha[:8].upper(), "Nordlys.pdf", "nordlys", "/arkiv/Nordlys.pdf", "NORDLYS.PDF"):
            assert library.find(key).sha256 == sha
        assert library.find("SØFART").project == "Søfart"
        for key in ("Sydlys", "", "ffff" * 16, "'; DROP TABLE reports"):
            with pytest.raises(ReportUnknown, match="no report"):
                library.find(key)


def test_half_a_name_is_told_what_it_may_mean(tmp_path: Path) -> None:
    with open_library(tmp_path / NAME, make=True) as library:
        put(library, made.report("Nordlys"))
        put(library, made.report("Søfart"))
        with pytest.raises(ReportUnknown) as raised:
            library.find("NORD")
        assert raised.value.todo == "Perhaps Nordlys.pdf? See which there are: corpus list"
        with pytest.raises(ReportUnknown) as raised:
            library.find("")
        assert raised.value.todo == "See which there are: corpus list"


def test_a_name_of_several_reports_names_them(tmp_path: Path) -> None:
    with open_library(tmp_path / NAME, make=True) as library:
        shas = [put(library, made.report("Nordlys", title=f"Evaluering {n}", published=f"201{n}")) for n in range(2)]
        with pytest.raises(ReportUnknown, match="2 reports") as raised:
            library.find("Nordlys")
        assert all(sha[:12] in raised.value.todo for sha in shas)


def test_the_newest_version_replaces_the_others(tmp_path: Path) -> None:
    with open_library(tmp_path / NAME, make=True) as library:
        last = put(library, made.report("Nordlys", version="1.2", published="2021-06"))
        first = put(library, made.report("Nordlys", version="1.0", published="2021-04"))
        draft = put(library, made.report("Nordlys", title="Evaluering af Nordlys, udkast", version="udkast"))
        assert {r.sha256: r.replaced_by for r in library.reports(all_versions=True)} == {
            last: None, first: last, draft: last,
        }  # fmt: skip
        assert library.find("Nordlys").sha256 == last
        remove(library, [last])
        assert [r.sha256 for r in library.reports()] == [first]


@pytest.mark.parametrize(
    "other",
    [
        {"kind": "midterm_evaluation"},
        {"title": "Statusnotat 2020"},
        {"project": "Sydlys"},
        {"evaluator": "Nogle andre"},
    ],
)
def test_another_report_of_the_project_is_no_version(other: dict[str, str], tmp_path: Path) -> None:
    about = {"title": "Statusnotat 2019", "evaluator": "Strand & Holt"}
    with open_library(tmp_path / NAME, make=True) as library:
        put(library, made.report("Nordlys", **about))
        put(library, made.report("Nordlys", **about | other))
        assert len(library.reports()) == 2


def test_reports_that_say_nothing_of_themselves_are_never_versions(tmp_path: Path) -> None:
    with open_library(tmp_path / NAME, make=True) as library:
        for n in range(3):
            put(library, made.report("x", title="Evaluering", project=None, published=f"201{n}"))
        assert len(library.reports()) == 3


def test_reading_again_changes_the_records_and_leaves_no_old_ones(tmp_path: Path) -> None:
    held = made.report("Nordlys")
    with open_library(tmp_path / NAME, make=True) as library:
        put(library, held)
        added = library.reports()[0].added_at
        keep(library, made.found(held), entry_of(held), reader="2")
        assert library.connection.execute("SELECT count(*) FROM indicators").fetchone() == (1,)
        assert [(r.reader, r.added_at) for r in library.reports()] == [("2", added)]


def test_nothing_is_left_of_a_removed_report(tmp_path: Path) -> None:
    with open_library(tmp_path / NAME, make=True) as library:
        sha = put(library, made.report("Nordlys"))
        remove(library, [sha])
        counts = [library.connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in TABLES]
        assert counts == [0] * len(TABLES)
        assert not library.json_path(sha).exists()


def test_a_failure_is_a_row_with_its_reason_and_goes_when_it_is_mended(tmp_path: Path) -> None:
    held = made.report("Nordlys")
    with open_library(tmp_path / NAME, make=True) as library:
        fail(library, made.found(held), "0" * 64, NotAPdf("Nordlys.pdf is empty.", "Get a new copy."), reader="1")
        (failed,) = library.failed()
        assert (failed.file, failed.what, failed.todo) == ("Nordlys.pdf", "Nordlys.pdf is empty.", "Get a new copy.")
        assert not library.reports()
        with pytest.raises(ReportUnknown, match="is empty"):
            library.report("Nordlys.pdf")
        put(library, held)
        assert not library.failed()


def test_a_failure_does_not_take_away_what_was_read(tmp_path: Path) -> None:
    held = made.report("Nordlys")
    with open_library(tmp_path / NAME, make=True) as library:
        sha = put(library, held)
        fail(library, made.found(held), sha, NotAPdf("It is no PDF.", "Look at it."), reader="2")
        assert [r.reader for r in library.reports()] == ["1"]
        assert library.report(sha) == held


def test_a_transaction_is_kept_or_not(tmp_path: Path) -> None:
    with open_library(tmp_path / NAME, make=True) as library:
        with pytest.raises(sqlite3.IntegrityError), library.changing() as base:
            base.executemany("INSERT INTO runs (command, started_at) VALUES (?, ?)", [("add", "now"), ("add", None)])
        assert library.connection.execute("SELECT count(*) FROM runs").fetchone() == (0,)


def test_what_is_no_library_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv(VARIABLE, raising=False)
    with pytest.raises(LibraryMissing):
        open_library()
    with pytest.raises(LibraryMissing):
        open_library(tmp_path / "nowhere")
    (tmp_path / NAME).mkdir()
    (tmp_path / NAME / "library.db").write_text("Dette er ingen database. " * 100)
    with pytest.raises(LibraryDamaged):
        open_library()
    (tmp_path / "file").touch()
    with pytest.raises(CannotWrite):
        open_library(tmp_path / "file" / NAME, make=True)


def test_a_library_that_is_damaged_within_says_so(tmp_path: Path) -> None:
    with open_library(tmp_path / NAME, make=True) as library:
        for number in range(60):
            put(library, made.report(f"Projekt {number}"))
        library.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    file = tmp_path / NAME / "library.db"
    data = bytearray(file.read_bytes())
    data[4096 * 2 :] = b"\xa5" * (len(data) - 4096 * 2)
    file.write_bytes(bytes(data))
    with pytest.raises(LibraryDamaged), open_library(tmp_path / NAME) as library:
        library.reports()


def test_a_library_of_a_later_program_is_left_alone(tmp_path: Path) -> None:
    with open_library(tmp_path / NAME, make=True) as library:
        library.connection.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    with pytest.raises(LibraryTooNew):
        open_library(tmp_path / NAME)


def test_a_library_of_any_earlier_program_is_brought_up(tmp_path: Path) -> None:
    with open_library(tmp_path / "new", make=True) as library:
        wanted = shape(library.connection)
    for done in range(len(MIGRATIONS)):
        folder = tmp_path / str(done)
        folder.mkdir()
        old = sqlite3.connect(folder / "library.db")
        for script in MIGRATIONS[:done]:
            old.executescript(script)
        old.execute(f"PRAGMA user_version = {done}")
        if done:
            old.execute(
                "INSERT INTO reports (sha256, file, path, added_at, reader, status) "
                "VALUES ('a', 'b', 'c', 'd', 'e', 'read')"
            )
            old.commit()
        old.close()
        with open_library(folder) as library:
            assert shape(library.connection) == wanted
            assert len(library.reports()) == min(done, 1)


def test_a_migration_that_fails_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_library(tmp_path / NAME, make=True) as library:
        before = shape(library.connection)
        monkeypatch.setattr(
            "corpus.schema.MIGRATIONS", (*MIGRATIONS, "CREATE TABLE more (x);\nCREATE TABLE reports (y)")
        )
        with pytest.raises(sqlite3.OperationalError):
            migrate(library.connection)
        assert shape(library.connection) == before


def test_two_that_make_the_library_at_once_agree(tmp_path: Path) -> None:
    errors: list[BaseException] = []

    def make() -> None:
        try:
            open_library(tmp_path / NAME, make=True).close()
        except BaseException as error:
            errors.append(error)

    threads = [threading.Thread(target=make) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not errors
    assert open_library(tmp_path / NAME).reports() == ()


def test_the_library_is_found_upwards_or_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    monkeypatch.chdir(deep)
    assert library_to_make(None) == deep / NAME
    open_library(tmp_path / NAME, make=True).close()
    open_library(tmp_path / "other", make=True).close()
    assert find_library(None) == library_to_make(None) == tmp_path / NAME
    monkeypatch.setenv(VARIABLE, str(tmp_path / "other"))
    assert find_library(None) == library_to_make(None) == tmp_path / "other"
    assert find_library(tmp_path / NAME) == tmp_path / NAME


def test_views_are_open_to_any_tool(tmp_path: Path) -> None:
    with open_library(tmp_path / NAME, make=True) as library:
        put(library, made.report("Nordlys", published="2020"))
        put(library, made.report("Nordlys", published="2021"))
        fail(library, made.found(made.report("x")), "1" * 64, NotAPdf("what", "todo"), reader="1")
    tool = sqlite3.connect(tmp_path / NAME / "library.db")
    assert tool.execute("SELECT published FROM current_reports").fetchall() == [("2021",)]
    assert tool.execute("SELECT what FROM failed_files").fetchall() == [("what",)]
    assert tool.execute("SELECT project, target, actual, status FROM targets").fetchall() == [
        ("Nordlys", 60.0, 42.0, "partly_achieved")
    ]
    assert tool.execute("SELECT level, targets, partly_achieved, achieved FROM attainment").fetchall() == [
        ("outcome_short", 1, 1, 0)
    ]
    tool.close()


@settings(max_examples=15, deadline=None)
@given(names=st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=20), max_size=6))
def test_any_names_are_kept_once_each(names: list[str], tmp_path_factory: pytest.TempPathFactory) -> None:
    with open_library(tmp_path_factory.mktemp("library") / NAME, make=True) as library:
        for name in [*names, *names]:
            held = made.report(name)
            assert library.report(put(library, held)) == held
        listed = library.reports(all_versions=True)
        assert len(listed) == len({report.sha256 for report in listed}) == len(set(names))
        assert all(json.loads(library.json_path(report.sha256).read_bytes()) for report in listed)


def shape(connection: sqlite3.Connection) -> list[tuple[str, ...]]:
    """What the schema is, table by table and column by column."""
    names = connection.execute("SELECT type, name FROM sqlite_schema ORDER BY name").fetchall()
    columns = [
        row
        for kind, name in names
        if kind in {"table", "view"}
        for row in connection.execute(f"PRAGMA table_info({name})")
    ]
    return [*names, *columns]
