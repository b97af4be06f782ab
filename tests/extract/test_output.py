from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from extract.errors import CannotWrite, WrongUsage
from extract.output import Format, destination, write_file
from tests.nouns import report

A, B = Path("a/note.pdf"), Path("b/other.pdf")


def test_one_report_to_a_file_in_a_new_folder(tmp_path: Path) -> None:
    target = tmp_path / "new" / "note.json"
    destination([A], Format.JSON, target, None).write(A, report())
    assert json.loads(target.read_text(encoding="utf-8"))["source"]["file"] == "note.pdf"
    assert [path.name for path in target.parent.iterdir()] == ["note.json"]


def test_a_folder_gets_one_file_a_report(tmp_path: Path) -> None:
    target = destination([A, B], Format.MD, None, tmp_path)
    target.write(A, report())
    target.write(B, report())
    assert sorted(path.name for path in tmp_path.iterdir()) == ["note.md", "other.md"]


def test_several_reports_on_stdout_are_lines(capsys: pytest.CaptureFixture[str]) -> None:
    target = destination([A, B], Format.JSON, None, None)
    target.write(A, report())
    target.write(B, report())
    lines = capsys.readouterr().out.splitlines()
    assert [json.loads(line)["schema_version"] for line in lines] == ["1", "1"]


def test_reports_never_overwrite_each_other() -> None:
    with pytest.raises(WrongUsage, match=r"note\.json"):
        destination([A, Path("c/note.pdf")], Format.JSON, None, Path("out"))
    with pytest.raises(WrongUsage, match="-o takes one report"):
        destination([A, B], Format.JSON, Path("out.json"), None)
    with pytest.raises(WrongUsage, match="exclude each other"):
        destination([A], Format.JSON, Path("out.json"), Path("out"))


def test_what_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(CannotWrite, match="cannot be written"):
        write_file(tmp_path / "file" / "note.json", lambda path: path.write_text("x"))


def test_a_failed_write_leaves_the_old_file_and_no_litter(tmp_path: Path) -> None:
    target = tmp_path / "note.json"
    target.write_text("old")

    def fail(path: Path) -> None:
        path.write_text("half")
        raise OSError(28, "No space left on device")

    with pytest.raises(CannotWrite, match="No space left"):
        write_file(target, fail)
    assert target.read_text() == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_link_is_written_through_and_stays_one(tmp_path: Path) -> None:
    (tmp_path / "real.json").write_text("old")
    link = tmp_path / "link.json"
    link.symlink_to("real.json")
    write_file(link, lambda path: path.write_text("new"))
    assert link.is_symlink()
    assert (tmp_path / "real.json").read_text() == "new"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_is_written_to_and_stays_one(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write_file(pipe, lambda path: path.write_text("x"))
    assert os.read(reader, 10) == b"x"
    os.close(reader)
    assert pipe.is_fifo()
