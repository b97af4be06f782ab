"""`extract audit`: reports read, audited, and what was found written in a format of choice."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from extract.audit.read import audit
from extract.audit_html import as_html
from extract.audit_show import as_markdown, as_text
from extract.audit_view import AuditView, audit_view
from extract.batch import Options, Reading, read_many
from extract.deliver import say, tell
from extract.errors import PuljelupError, UnreadableReport, WrongUsage
from extract.output import AuditFormat, Level, write_file
from extract.progress import progress_bar
from extract.report import Report
from extract.serialise import report_from_json, to_json

FOUND = 3
"""Exit code where findings of the severity asked for exist."""
_RANKS = {level.value: rank for rank, level in enumerate(Level)}


@dataclass(frozen=True, slots=True)
class AuditOutput:
    """Where the audits of one call go, and how they are written."""

    format: AuditFormat = AuditFormat.TEXT
    file: Path | None = None
    pdf: Path | None = None
    everything: bool = False
    fail_on: Level | None = None


def deliver_audits(files: Sequence[Path], options: Options, output: AuditOutput, *, quiet: bool = False) -> int:
    """Audit each file and write what was found; a bad file never stops the rest. Gives the exit code."""
    _check_usage(files, output)
    views: list[AuditView] = []
    failed = 0
    with progress_bar("files", quiet=quiet or len(files) < 2, doing="Auditing") as advance:
        for done, reading in enumerate(_readings(files, options), start=1):
            try:
                views.append(_audited(reading, output, options.password))
            except PuljelupError as error:
                failed += 1
                tell(error, reading.path)
            if advance:
                advance(done, len(files))
    _write(views, output, several=len(files) > 1)
    if not quiet and len(files) > 1:
        say(_closing(views, failed))
    if failed:
        return 1
    return FOUND if _worse(views, output.fail_on) else 0


def _audited(reading: Reading, output: AuditOutput, password: str | None) -> AuditView:
    if reading.report is None:
        assert reading.error
        raise reading.error
    found = audit(reading.report)
    view = audit_view(reading.report, found, everything=output.everything)
    if output.pdf is not None:
        from extract.audit_pdf import write_marked

        for warning in write_marked(reading.path, output.pdf, reading.report, view, password):
            say(f"note: {warning}")
    return view


def _readings(files: Sequence[Path], options: Options) -> Iterator[Reading]:
    """The reports of PDFs and of JSON files, in the order of the files."""
    pdfs = read_many([file for file in files if not _is_json(file)], options)
    for file in files:
        if _is_json(file):
            yield from _from_json(file)
        else:
            yield next(pdfs)


def _from_json(file: Path) -> Iterator[Reading]:
    """The reports that a file holds: one object, or one a line."""
    todo = "Give a PDF, or JSON that extract run has written."
    try:
        text = file.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        yield Reading(file, None, UnreadableReport(f"{file.name} cannot be read: {reason}.", todo))
        return
    for report in _reports(text):
        error_here = None if report else UnreadableReport(f"{file.name} is not the JSON of a report.", todo)
        yield Reading(file, report, error_here)


def _reports(text: str) -> Iterator[Report | None]:
    with suppress(ValueError):
        yield report_from_json(text)
        return
    for line in [line for line in text.splitlines() if line.startswith("{")] or [""]:
        try:
            yield report_from_json(line)
        except ValueError:
            yield None
            return


def _write(views: Sequence[AuditView], output: AuditOutput, *, several: bool) -> None:
    text = _rendered(views, output.format, several=several)
    if output.file is None:
        sys.stdout.write(text)
        return
    write_file(output.file, lambda path: path.write_text(text, encoding="utf-8", newline="\n"))


def _rendered(views: Sequence[AuditView], fmt: AuditFormat, *, several: bool) -> str:
    if not views:
        return ""
    if fmt is AuditFormat.HTML:
        return as_html(views)
    if fmt is AuditFormat.JSON:
        return "".join(to_json(view, lines=several) + "\n" for view in views)
    return "\n".join((as_markdown if fmt is AuditFormat.MD else as_text)(view) for view in views)


def _worse(views: Sequence[AuditView], level: Level | None) -> bool:
    return level is not None and any(
        _RANKS[finding.severity] <= _RANKS[level.value] for view in views for finding in view.findings
    )


def _closing(views: Sequence[AuditView], failed: int) -> str:
    found, clean = sum(len(view.findings) for view in views), sum(not view.findings for view in views)
    unread = f", {failed} could not be read" if failed else ""
    return f"{len(views)} of {len(views) + failed} files audited: {found} findings, {clean} files without any{unread}"


def _check_usage(files: Sequence[Path], output: AuditOutput) -> None:
    if output.pdf is None:
        return
    if len(files) > 1:
        raise WrongUsage("--pdf marks one report, and several files are given.", "Mark them one by one.")
    if _is_json(files[0]):
        raise WrongUsage("--pdf marks a copy of the PDF, and a JSON file is given.", "Give the PDF itself.")
    if output.pdf.exists() and files[0].exists() and output.pdf.samefile(files[0]):
        raise WrongUsage("--pdf would overwrite the report itself.", "Give the copy another name.")


def _is_json(file: Path) -> bool:
    return file.suffix.lower() in (".json", ".jsonl")
