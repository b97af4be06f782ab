"""Files given to the commands → an index: read, added, encoded, with progress and a word on what went wrong."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from extract.batch import Options, Reading, read_many
from extract.deliver import say, tell
from extract.errors import CollectionUnreadable, FileMissing, IndexUnusable, PuljelupError
from extract.progress import progress_bar
from index.build import Builder, building
from index.manifest import NAME, PASSAGES, Manifest, read_manifest
from index.show import counted
from index.store import read_only

if TYPE_CHECKING:
    from extract.report import Report
    from index.encoders import Encoder
    from index.vector_kinds import Kind

NONE = "none"
"""The name that asks for an index of words alone."""


def take_in(folder: Path, files: Sequence[Path], encoder: str | None, *, new: bool, kind: Kind | None = None) -> int:
    """Add reports (PDF, or JSON as `extract run` writes it) and finish the index; the exit code.

    A file that cannot be read is told of, the others go on. Without files an interrupted build is finished.
    """
    failed = 0
    with _kept(folder), building(folder, new=new, kind=kind) as builder:
        model = _encoder(folder, encoder)
        for reading in _readings(files):
            if reading.report:
                builder.add(reading.report)
            else:
                failed += 1
                tell(reading.error, reading.path)
        _finish(builder, model)
    return 1 if failed else 0


def take_in_collection(folder: Path, file: Path, encoder: str | None) -> None:
    """Add the passages of a JSON Lines file and finish the index."""
    from index.collection import add_collection

    with _kept(folder), building(folder) as builder:
        model = _encoder(folder, encoder)
        add_collection(builder, file)
        _finish(builder, model)


def take_out(folder: Path, names: Sequence[str]) -> None:
    """Remove reports, named by file or the beginning of their sha256; raises `FileMissing` for one not there."""
    from index.filters import Filters

    with building(folder, new=False) as builder:
        held = builder.store.reports()
        chosen: set[str] = set()
        for name in names:
            found = {facts.sha256 for facts in held if Filters(report=(Path(name).name,)).allows(facts)}
            if not found:
                raise FileMissing(
                    f"There is no report {name} in {folder}.", f"See which there are: index info --dir {folder}"
                )
            chosen |= found
        builder.remove(chosen)
        _finish(builder, _encoder(folder, None))


@dataclass(frozen=True, slots=True)
class Contents:
    """What an index holds."""

    folder: str
    manifest: Manifest
    complete: bool
    """Whether everything added is found by words, and every passage has a vector where the index has an encoder."""
    reports: tuple[dict[str, object], ...]


def contents(folder: Path) -> Contents:
    """What the index in a folder holds; raises `IndexUnusable`."""
    manifest = read_manifest(folder)
    with read_only(folder / PASSAGES) as store:
        stamp, reports = store.stamp(), tuple(asdict(facts) for facts in store.reports())
    vectors = manifest.encoder is None or manifest.vectors == manifest.passages
    return Contents(str(folder), manifest, stamp == manifest.stamp and vectors, reports)


@contextmanager
def _kept(folder: Path) -> Iterator[None]:
    """Tell whoever interrupts that nothing is lost."""
    try:
        yield
    except KeyboardInterrupt:
        say(f"Interrupted; what is done is kept. Go on with: index build --dir {folder}")
        raise


def _finish(builder: Builder, encoder: Encoder | None) -> None:
    with progress_bar("passages", doing="Encoding") as advance:
        manifest = builder.finish(encoder, advance)
    vectors = counted(manifest.vectors, "vector") if manifest.encoder else "no vectors: searched by words alone"
    held = f"{counted(manifest.reports, 'report')}, {counted(manifest.passages, 'passage')}"
    say(f"{builder.folder}: {held}, {vectors}")


def _encoder(folder: Path, name: str | None) -> Encoder | None:
    """The encoder asked for, else the index's own, else the default one; ``None`` for words alone."""
    manifest = read_manifest(folder) if (folder / NAME).is_file() else None
    if name == NONE or (name is None and manifest is not None and manifest.encoder is None):
        return None
    from index.encoders import load_encoder

    encoder = load_encoder(name or (manifest.encoder if manifest else None))
    if encoder is None:
        say("No encoder is to be had on this platform: the index is searched by words alone.")
    elif name is None and manifest is not None and manifest.fingerprint != encoder.fingerprint:
        raise IndexUnusable(
            f"{folder} was made with another {encoder.name} than the one that is here.",
            f"Encode it anew: index build --dir {folder} --encoder {encoder.name}",
        )
    return encoder


def _readings(files: Sequence[Path]) -> Iterator[Reading]:
    """The reports in the files: JSON first, which is quick, then PDFs side by side."""
    written = [path for path in files if path.suffix.lower() == ".json"]
    yield from map(_from_json, written)
    pdfs = [path for path in files if path not in written]
    if pdfs:
        with progress_bar("files") as advance:
            for done, reading in enumerate(read_many(pdfs, Options()), start=1):
                yield reading
                if advance:
                    advance(done, len(pdfs))


def _from_json(path: Path) -> Reading:
    try:
        return Reading(path, _report(path))
    except PuljelupError as error:
        return Reading(path, None, error)


def _report(path: Path) -> Report:
    from pydantic import ValidationError

    from extract.serialise import report_from_json

    try:
        return report_from_json(path.read_bytes())
    except OSError as error:
        raise FileMissing(f"{path} cannot be opened: {error.strerror}.", "Check the path and its spelling.") from error
    except ValidationError as error:
        raise CollectionUnreadable(
            f"{path} is no report.", f"Write one with: extract run REPORT.pdf -o {path}"
        ) from error
