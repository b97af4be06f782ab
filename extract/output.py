"""Where reports go: to stdout, into one file, or into a folder."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from extract.errors import CannotWrite, WrongUsage
from extract.report import Report


class Format(StrEnum):
    """How a report is written."""

    JSON = "json"
    MD = "md"


class TableFormat(StrEnum):
    """How tables are written."""

    JSON = "json"
    CSV = "csv"
    XLSX = "xlsx"
    MD = "md"


class AuditFormat(StrEnum):
    """How the findings of an audit are written."""

    TEXT = "text"
    JSON = "json"
    HTML = "html"
    MD = "md"


class Level(StrEnum):
    """How sure a finding is, the surest first."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class RecordFormat(StrEnum):
    """How records are written."""

    TABLE = "table"
    CSV = "csv"
    XLSX = "xlsx"
    PARQUET = "parquet"
    JSON = "json"


class RecordList(StrEnum):
    """The lists of records of a report."""

    INDICATORS = "indicators"
    MEASURES = "measures"
    LEARNINGS = "learnings"
    EMBEDDING = "embedding"
    METADATA = "metadata"
    THEORY = "theory"


class CoverageFormat(StrEnum):
    """How a silence map is written."""

    TABLE = "table"
    CSV = "csv"
    XLSX = "xlsx"
    MD = "md"
    JSON = "json"


class ExportFormat(StrEnum):
    """How the records of a library are written for other programs."""

    CSV = "csv"
    XLSX = "xlsx"
    PARQUET = "parquet"


class ExportList(StrEnum):
    """The lists of records of a library."""

    REPORTS = "reports"
    TARGETS = "targets"
    MEASURES = "measures"
    LEARNINGS = "learnings"
    EMBEDDING = "embedding"
    FINDINGS = "findings"
    MUNICIPALITIES = "municipalities"
    ALL = "all"


class CompareFormat(StrEnum):
    """How a comparison is written."""

    TABLE = "table"
    CSV = "csv"
    XLSX = "xlsx"
    PARQUET = "parquet"
    HTML = "html"
    MD = "md"
    JSON = "json"


class ComparePart(StrEnum):
    """The parts of a comparison, each a list."""

    OVERVIEW = "overview"
    MATRIX = "matrix"
    FIGURES = "figures"
    ALIGNED = "aligned"
    UNALIGNED = "unaligned"
    STATUSES = "statuses"
    DIFFERING = "differing"
    FINDINGS = "findings"
    DROPOUTS = "dropouts"
    LEARNINGS = "learnings"
    EMBEDDING = "embedding"
    MUNICIPALITIES = "municipalities"


class CompareBy(StrEnum):
    """What a row of an attainment matrix is."""

    PROJECT = "project"
    MUNICIPALITY = "municipality"
    POOL = "pool"
    YEAR = "year"


class TargetLevel(StrEnum):
    """Levels of targets."""

    ACTIVITY = "activity"
    OUTCOME_SHORT = "outcome_short"
    OUTCOME_LONG = "outcome_long"
    OUTCOME = "outcome"
    IMPACT = "impact"


class Locale(StrEnum):
    """In what language names, words and numbers are written."""

    DA = "da"
    EN = "en"


@dataclass(frozen=True, slots=True)
class Destination:
    """Where the reports of one call go, and how they are written."""

    format: Format = Format.JSON
    file: Path | None = None
    folder: Path | None = None
    lines: bool = False
    """One JSON object a line, for several reports on stdout."""

    @property
    def on_screen(self) -> bool:
        """Whether the reports are printed where a progress bar would write between their lines."""
        return not (self.file or self.folder) and sys.stdout.isatty()

    def write(self, source: Path, report: Report) -> None:
        """Write the report that was read from the source."""
        text = self._text(report)
        target = self.target(source)
        if target is None:
            sys.stdout.write(text)
            sys.stdout.flush()
            return
        write_file(target, lambda path: path.write_text(text, encoding="utf-8", newline="\n"))

    def target(self, source: Path) -> Path | None:
        """The file that the source's report is written to; ``None`` for stdout."""
        return self.folder / f"{source.stem}.{self.format}" if self.folder else self.file

    def _text(self, report: Report) -> str:
        if self.format is Format.MD:
            from extract.markdown import to_markdown

            return to_markdown(report)
        from extract.serialise import to_json

        return to_json(report, lines=self.lines) + "\n"


def destination(sources: Sequence[Path], fmt: Format, file: Path | None, folder: Path | None) -> Destination:
    """The destination of a call; raises `WrongUsage` where one report would overwrite another."""
    if file and folder:
        raise WrongUsage("-o and --out-dir exclude each other.", "Give one of them.")
    if file and len(sources) > 1:
        raise WrongUsage("-o takes one report, and several files are given.", "Use --out-dir DIR to write one each.")
    target = Destination(fmt, file, folder, lines=len(sources) > 1)
    if folder:
        _refuse_overwriting(sources, target)
    return target


def write_file(path: Path, write: Callable[[Path], object]) -> None:
    """Have a file written whole or not at all, its folder made where missing; raises `CannotWrite`."""
    # Links, devices and pipes are written through: `-o /dev/stdout` must not put a file in the device's place.
    through = path.is_symlink() or (path.exists() and not path.is_file())
    part = path if through else path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write(part)
        if not through:
            part.replace(path)
    except OSError as error:
        todo = "Check the folder's name, its permissions and the space left."
        raise CannotWrite(f"{path} cannot be written: {error.strerror}.", todo) from error
    finally:
        if not through:
            with suppress(OSError):
                part.unlink()


def _refuse_overwriting(sources: Sequence[Path], target: Destination) -> None:
    names = Counter(map(target.target, sources))
    twice = [str(name) for name, count in names.items() if count > 1]
    if twice:
        todo = "Rename one of the files, or write them in two calls."
        raise WrongUsage(f"Several files would be written to {twice[0]}.", todo)
