"""`extract audit`: formats, exit codes, bad files among good ones, JSON of `extract run` as input."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from typer.testing import CliRunner

import cli
from extract.audit.read import audit
from extract.audit_show import as_markdown, as_text
from extract.audit_view import audit_view
from extract.report import Report
from extract.serialise import to_json
from tests.extract.audit.reports import Grid, made

TABLE = Grid(
    "Tabel 1 Effektmål",
    ("Effektmål", "Mål", "Resultat", "Status"),
    (("Borgere er kommet i job", "60", "31", "Opfyldt"), ("Mentorer er uddannet", "20", "24", "Opfyldt")),
)


def report_with_findings() -> Report:
    return made("# Effekter", "Der er fastlagt tre effektmål.", TABLE, "Alle to effektmål er vist ovenfor.")


def clean_report() -> Report:
    return made("# Effekter", "Der er fastlagt to effektmål.", Grid(TABLE.caption, TABLE.columns, TABLE.rows[1:] * 2))


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    """A report with findings, one without, one that is no report."""
    paths = {name: tmp_path / f"{name}.json" for name in ("findings", "clean", "bad")}
    paths["findings"].write_text(to_json(report_with_findings()), "utf-8")
    paths["clean"].write_text(to_json(clean_report()), "utf-8")
    paths["bad"].write_text("{}", "utf-8")
    return paths


def run(*arguments: object) -> tuple[int, str, str]:
    result = CliRunner().invoke(cli.extract, ["audit", *map(str, arguments)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.stdout, result.stderr


def test_text_says_what_stands_where_and_against_what(files: dict[str, Path]) -> None:
    code, out, _ = run(files["findings"])
    assert code == 0
    assert "2 stemmer ikke" in out
    assert "stemmer ikke overens med" in out
    assert "Her står: ”" in out
    assert "(side 1)" in out
    assert not re.search(r"\b(?:forkert|fejl)\b", out)


def test_a_clean_report_gets_a_clean_bill_with_its_extent(files: dict[str, Path]) -> None:
    code, out, _ = run(files["clean"], "--fail-on", "info")
    assert code == 0
    assert "alle stemmer" in out
    assert "Ingen uoverensstemmelser fundet." in out


def test_all_lists_what_holds(files: dict[str, Path]) -> None:
    assert "Stemmer:" not in run(files["clean"])[1]
    assert "Stemmer:" in run(files["clean"], "--all")[1]
    view = json.loads(run(files["clean"], "--all", "--format", "json")[1])
    assert view["held"]
    assert {"code", "quote", "page", "bbox"} <= set(view["held"][0])


@pytest.mark.parametrize(("level", "code"), [("error", 3), ("warning", 3), ("info", 3)])
def test_fail_on_gives_three_where_findings_are_so_sure(files: dict[str, Path], level: str, code: int) -> None:
    assert run(files["findings"], "--fail-on", level)[0] == code


def test_a_bad_file_never_stops_the_rest(files: dict[str, Path], tmp_path: Path, example: Path) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7 nothing")
    code, out, err = run(files["bad"], files["findings"], broken, tmp_path / "none.pdf", example, "--format", "json")
    assert code == 1
    assert [json.loads(line)["file"] for line in out.splitlines()] == ["made.pdf", example.name]
    assert err.count("error:") == 3
    assert "2 of 5 files audited" in err
    assert "Traceback" not in err


def test_several_reports_in_one_file_of_lines(tmp_path: Path) -> None:
    lines = tmp_path / "many.jsonl"
    lines.write_text("\n".join(to_json(r, lines=True) for r in (report_with_findings(), clean_report())), "utf-8")
    code, out, _ = run(lines, "--format", "json")
    assert code == 0
    assert out.count('"findings"') >= 2


def test_html_stands_alone_and_is_well_formed(files: dict[str, Path], tmp_path: Path) -> None:
    page = tmp_path / "out" / "audit.html"
    assert run(files["findings"], files["clean"], "--all", "--format", "html", "-o", page, "-q")[0] == 0
    text = page.read_text("utf-8")
    assert not re.search(r"(?:src|href)=|<script|@import|url\(", text)
    opened = _Tags()
    opened.feed(text)
    assert not opened.stack
    assert text.count("<article") == 2
    assert 'lang="da"' in text


class _Tags(HTMLParser):
    """The tags that are still open."""

    def __init__(self) -> None:
        super().__init__()
        self.stack: list[str] = []

    def handle_starttag(self, tag: str, _attrs: object) -> None:
        if tag not in ("meta", "br", "link"):
            self.stack.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.stack.pop() == tag


def test_quotes_of_a_report_are_escaped() -> None:
    from extract.audit_html import as_html

    report = made(
        "# Effekter", "Der er fastlagt tre <b>effektmål</b> & andet.", "Der er fastlagt tre effektmål.", TABLE
    )
    view = audit_view(report, audit(report), everything=True)
    assert "<b>effektmål" not in as_html([view])
    assert "Effektmål" in as_markdown(view)


def test_the_same_report_gives_the_same_in_the_same_order(examples: dict[str, Path]) -> None:
    from extract.read import read_report

    report = read_report(examples["nordlys"])
    first, second = (audit_view(report, audit(report), everything=True) for _ in range(2))
    assert first == second
    assert as_text(first) == as_text(second)
    assert report.findings == audit(report).findings


@pytest.mark.parametrize("arguments", [("a.pdf", "b.pdf", "--pdf", "c.pdf"), ("a.json", "--pdf", "c.pdf")])
def test_a_copy_is_marked_of_one_pdf(arguments: tuple[str, ...]) -> None:
    code, _, err = run(*arguments)
    assert code == 2
    assert "--pdf marks" in err


def test_the_report_itself_is_never_overwritten(example: Path, tmp_path: Path) -> None:
    copy = tmp_path / "report.pdf"
    copy.write_bytes(example.read_bytes())
    assert run(copy, "--pdf", copy)[0] == 2
    assert copy.read_bytes() == example.read_bytes()
