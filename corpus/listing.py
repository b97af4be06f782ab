"""The library's reports for readers: the list, the failures, one report in short; as text and as plain data."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from corpus.library import Library, Listed, open_library

WIDTH = 100
HASH = 12
"""Characters of a hash that are shown."""
_COLUMNS = (("report", HASH), ("file", 28), ("project", 34), ("pool", 5), ("pages", 5), ("targets", 7), ("findings", 8))
LEVELS = ("activity", "outcome_short", "outcome_long", "outcome", "impact")
STATUSES = ("achieved", "partly_achieved", "not_achieved", "ongoing", "dropped", "unknown")


def list_reports(named: Path | None, *, failed: bool, all_versions: bool, as_json: bool) -> str:
    """What `corpus list` prints."""
    with open_library(named) as library:
        reports = library.failed() if failed else library.reports(all_versions=all_versions)
        others = library.connection.execute(
            "SELECT sum(status = 'failed'), sum(status = 'read' AND replaced_by IS NOT NULL) FROM reports"
        ).fetchone()
    if as_json:
        return json.dumps([asdict(report) for report in reports], ensure_ascii=False, indent=1)
    if failed:
        return "\n".join(map(_failure, reports)) or "No file has failed."
    return _table(reports, int(others[0] or 0), 0 if all_versions else int(others[1] or 0))


def show_report(named: Path | None, key: str, *, as_json: bool) -> str:
    """What `corpus show` prints."""
    with open_library(named) as library:
        data = report_data(library, library.find(key))
    return json.dumps(data, ensure_ascii=False, indent=1) if as_json else _shown(data)


def report_data(library: Library, report: Listed) -> dict[str, Any]:
    """A report in short: its columns, where its PDFs are, its versions, targets by level and status, what is found."""
    base = library.connection
    row = base.execute("SELECT * FROM reports WHERE sha256 = ?", (report.sha256,))
    data: dict[str, Any] = dict(zip((name for name, *_ in row.description), row.fetchone(), strict=True))
    key = data.pop("version_key")
    one = (report.sha256,)
    data["json"] = str(library.json_path(report.sha256)) if report.status == "read" else None
    data["paths"] = [p for (p,) in base.execute("SELECT path FROM files WHERE sha256 = ? ORDER BY path", one)]
    data["versions"] = [
        {"sha256": sha, "file": file, "version": version, "published": published, "current": replaced is None}
        for sha, file, version, published, replaced in base.execute(
            "SELECT sha256, file, version, published, replaced_by FROM reports "
            "WHERE version_key = ? AND sha256 <> ? ORDER BY added_at", (key, report.sha256)
        )
    ]  # fmt: skip
    data["municipalities"] = [
        name for (name,) in base.execute("SELECT name FROM municipalities WHERE report = ? AND takes_part", one)
    ]
    data["dropouts"] = [
        {"name": name, "when": when, "reason": why, "page": page}
        for name, when, why, page in base.execute(
            "SELECT name, left_when, left_why, page FROM municipalities WHERE report = ? AND NOT takes_part", one
        )
    ]
    data["targets_by_level"] = _targets(library, report.sha256)
    for kind in ("learning", "embedding"):
        data[f"{kind}s"] = base.execute(
            "SELECT count(*) FROM statements WHERE report = ? AND kind = ?", (*one, kind)
        ).fetchone()[0]
    data["findings"] = [
        {"code": code, "severity": severity, "message": message, "page": page}
        for code, severity, message, page in base.execute(
            "SELECT code, severity, message, page FROM findings WHERE report = ? ORDER BY place", one
        )
    ]
    return data


def _targets(library: Library, sha256: str) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {}
    query = "SELECT level, status, count(*) FROM indicators WHERE report = ? GROUP BY level, status"
    rows = sorted(library.connection.execute(query, (sha256,)), key=lambda row: (_place(row[0]), _place(row[1])))
    for level, status, count in rows:
        found.setdefault(level, {})[status] = count
    return found


def _place(name: str) -> int:
    order = (*LEVELS, *STATUSES)
    return order.index(name) if name in order else len(order)


def _table(reports: Sequence[Listed], failed: int, replaced: int) -> str:
    lines = ["  ".join(f"{name:{width}}" for name, width in _COLUMNS).rstrip()] if reports else []
    lines += map(_line, reports)
    closing = f"{len(reports)} {'report' if len(reports) == 1 else 'reports'}"
    if replaced:
        closing += f"; {replaced} older {'version' if replaced == 1 else 'versions'} (corpus list --all-versions)"
    if failed:
        closing += f"; {failed} {'file' if failed == 1 else 'files'} could not be read (corpus list --failed)"
    return "\n".join([*lines, closing])


def _line(report: Listed) -> str:
    values = (
        report.sha256[:HASH], report.file, report.project or report.title or "-", str(report.pool_year or "-"),
        f"{report.pages:5}", f"{report.targets:7}", f"{report.findings:8}",
    )  # fmt: skip
    cells = (_cut(value, width) for value, (_, width) in zip(values, _COLUMNS, strict=True))
    return "  ".join(cells) + ("  replaced" if report.replaced_by else "")


def _cut(text: str, width: int) -> str:
    return f"{text:{width}}" if len(text) <= width else text[: width - 1] + "…"


def _failure(report: Listed) -> str:
    return f"{report.path}\n  {report.what}\n  {report.todo}"


def _shown(data: dict[str, Any]) -> str:
    """A line a fact; what is not stated is left out."""
    period = " - ".join(filter(None, (data["period_start"], data["period_end"])))
    pool = " ".join(str(v) for v in (data["pool"], data["pool_year"], data["account"]) if v)
    budget = f"{data['budget']:,.0f} {data['currency'] or ''}".replace(",", ".") if data["budget"] else None
    dropouts = ", ".join(" ".join(filter(None, (d["name"], d["when"]))) for d in data["dropouts"])
    facts = (
        ("title", data["title"]), ("kind", data["kind"]), ("project", data["project"]), ("grantee", data["grantee"]),
        ("evaluator", data["evaluator"]), ("funder", data["funder"]), ("pool", pool), ("period", period),
        ("published", data["published"]), ("budget", budget), ("municipalities", ", ".join(data["municipalities"])),
        ("left", dropouts), ("read", f"{data['pages']} pages, {data['warnings']} warnings, reader {data['reader']}"),
        ("json", data["json"]), ("files", ", ".join(data["paths"])),
    ) if data["status"] == "read" else (("failed", data["what"]), ("", data["todo"]))  # fmt: skip
    lines = [f"{data['file']}  {data['sha256'][:HASH]}" + ("  (replaced)" if data["replaced_by"] else "")]
    lines += [_fact(name, value) for name, value in facts if value]
    lines += [_fact("version", f"{v['file']} {v['sha256'][:HASH]}") for v in data["versions"]]
    for level, counts in data["targets_by_level"].items():
        lines.append(_fact(level, ", ".join(f"{count} {status.replace('_', ' ')}" for status, count in counts.items())))
    lines.append(_fact("statements", f"{data['learnings']} learnings, {data['embeddings']} on forankring"))
    lines += [
        _fact(finding["severity"], f"{finding['message']} (page {finding['page']})") for finding in data["findings"]
    ]
    return "\n".join(lines)


def _fact(name: str, value: str) -> str:
    return textwrap.fill(
        str(value), WIDTH, initial_indent=f"{name:15}", subsequent_indent=" " * 15, break_long_words=False,
        break_on_hyphens=False,
    )  # fmt: skip
