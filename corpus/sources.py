"""Paths → PDFs: files, folders, patterns and zip files, each PDF with what tells whether it has changed."""

from __future__ import annotations

import glob
import hashlib
import lzma
import os
import shutil
import unicodedata
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from extract.errors import FileMissing, NotAPdf, PuljelupError

WITHIN = "!/"
"""Between a zip file and what is in it, as in `reports.zip!/2021/note.pdf`."""
LARGEST = 1 << 30
"""Bytes that a PDF in a zip file may have unpacked: a few kilobytes can claim to be terabytes."""
STEP = 1 << 20
_DAMAGED = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, RuntimeError, NotImplementedError, EOFError, ValueError
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Found:
    """A PDF that was found, not opened yet."""

    path: str
    """Absolute; of a PDF in a zip file with its name within."""
    size: int
    changed: int
    """When it was changed, in nanoseconds; of a PDF in a zip file its checksum there."""

    @property
    def name(self) -> str:
        """The file's name alone, NFC."""
        return unicodedata.normalize("NFC", PurePosixPath(self.path.replace("\\", "/")).name)

    @property
    def parts(self) -> tuple[Path, str | None]:
        """The file on disk, and the name within where that is a zip file."""
        place = self.path.lower().find(f".zip{WITHIN}")
        if place < 0:
            return Path(self.path), None
        end = place + len(".zip")
        return Path(self.path[:end]), self.path[end + len(WITHIN) :]


@dataclass(frozen=True, slots=True)
class Unusable:
    """A path that holds nothing to read, and why."""

    path: str
    error: PuljelupError
    there: bool = True
    """Whether there is something under the path: a failure to be kept, not a slip of the keyboard."""

    @property
    def found(self) -> Found:
        """What is kept of it, so that it is not tried again while it stays as it is."""
        return Found(self.path, 0, 0)


def find_pdfs(paths: Iterable[Path]) -> Iterator[Found | Unusable]:
    """The PDFs under the paths, each once, by name; folders are gone through, hidden ones left out."""
    met: set[str] = set()
    for path in paths:
        for found in _under(path):
            if found.path not in met:
                met.add(found.path)
                yield found


def sha256_of(found: Found) -> str:
    """The hash of a PDF's bytes; raises `FileMissing` or `NotAPdf` where it cannot be read."""
    digest = hashlib.sha256()
    file, member = found.parts
    try:
        if member is None:
            with file.open("rb") as stream:
                while data := stream.read(STEP):
                    digest.update(data)
        else:
            with zipfile.ZipFile(file) as archive, archive.open(member) as packed:
                while data := packed.read(STEP):
                    digest.update(data)
    except (OSError, KeyError) as error:
        raise _gone(found, error) from error
    except _DAMAGED as error:
        raise NotAPdf(
            f"{found.path} cannot be unpacked: {error}.", "Unpack the zip file and add the folder."
        ) from error
    return digest.hexdigest()


@contextmanager
def on_disk(found: Found) -> Iterator[Path]:
    """The PDF as a file of its own name: where it is, or unpacked for as long as it is needed."""
    file, member = found.parts
    if member is None:
        yield file
        return
    with TemporaryDirectory(prefix="puljelup-") as folder:
        target = Path(folder, found.name)
        try:
            with zipfile.ZipFile(file) as archive, archive.open(member) as packed, target.open("wb") as unpacked:
                shutil.copyfileobj(packed, unpacked, STEP)
        except (OSError, KeyError, *_DAMAGED) as error:
            raise _gone(found, error) from error
        yield target


def _under(path: Path) -> Iterator[Found | Unusable]:
    whole = Path(os.path.abspath(path))  # noqa: PTH100, symbolic links stay as they are written
    if whole.is_dir():
        for file in _in_folder(whole):
            yield from _file(file)
    elif whole.exists():
        yield from _file(whole)
    elif glob.has_magic(str(path)):
        matches = sorted(glob.glob(str(path), recursive=True))  # noqa: PTH207, patterns may be absolute
        if not matches:
            why = FileMissing(f"Nothing fits {path}.", "Check the pattern; ** goes into folders.")
            yield Unusable(_text(path), why, there=False)
        for match in matches:
            usable = Path(match).is_dir() or Path(match).suffix.lower() in {".pdf", ".zip"}
            if usable and "__MACOSX" not in Path(match).parts:
                yield from _under(Path(match))
    else:
        why = FileMissing(f"There is no file {path}.", "Check the path and its spelling.")
        yield Unusable(_text(path), why, there=False)


def _in_folder(folder: Path) -> Iterator[Path]:
    """PDFs and zip files in a folder and those below; links to folders are not followed, they may lead in circles."""
    for home, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith((".", "__MACOSX")))
        for name in sorted(files):
            if not name.startswith(".") and name.lower().endswith((".pdf", ".zip")):
                yield Path(home, name)


def _file(file: Path) -> Iterator[Found | Unusable]:
    if file.suffix.lower() == ".zip":
        yield from _in_zip(file)
        return
    try:
        held = file.stat()
    except OSError as error:
        why = f"{file} cannot be opened: {error.strerror}."
        yield Unusable(_text(file), FileMissing(why, "Check the path, and that you may read the file."))
        return
    yield Found(_text(file), held.st_size, held.st_mtime_ns)


def _in_zip(file: Path) -> Iterator[Found | Unusable]:
    try:
        with zipfile.ZipFile(file) as archive:
            members = archive.infolist()
    except (OSError, zipfile.BadZipFile) as error:
        yield Unusable(_text(file), NotAPdf(f"{file} is no zip file that can be read: {error}.", "Pack it anew."))
        return
    for member in sorted(members, key=lambda held: held.filename):
        name = PurePosixPath(member.filename)
        if member.is_dir() or name.name.startswith(".") or "__MACOSX" in name.parts:
            continue
        if name.suffix.lower() == ".zip":
            why = f"{file.name} holds another zip file, {name}."
            yield Unusable(f"{_text(file)}{WITHIN}{name}", NotAPdf(why, "Unpack it and add the folder."))
        elif name.suffix.lower() == ".pdf":
            yield _member(file, member)


def _member(file: Path, member: zipfile.ZipInfo) -> Found | Unusable:
    path = f"{_text(file)}{WITHIN}{member.filename}"
    if member.file_size > LARGEST:
        return Unusable(path, NotAPdf(f"{path} would be larger than a gigabyte.", "Unpack and check it."))
    if member.flag_bits & 1:
        return Unusable(path, NotAPdf(f"{path} is locked with a password.", "Unpack it and add the folder."))
    return Found(path, member.file_size, member.CRC)


def _text(path: Path) -> str:
    """The path as it is kept; names that are no Unicode keep their odd bytes visible."""
    return str(path).encode("utf-8", "backslashreplace").decode("utf-8")


def _gone(found: Found, error: Exception) -> FileMissing:
    reason = getattr(error, "strerror", None) or str(error)
    return FileMissing(f"{found.path} cannot be opened: {reason}.", "Check the path, and that you may read the file.")
