"""Files that cannot be read, made when a test needs them."""

from __future__ import annotations

from pathlib import Path

from PIL import Image
from pypdf import PdfReader, PdfWriter

PASSWORD = "hemmelig æøå"


def encrypted(source: Path, target: Path) -> Path:
    """A copy that opens with `PASSWORD` only."""
    writer = PdfWriter(clone_from=PdfReader(source))
    writer.encrypt(PASSWORD, algorithm="AES-256")
    writer.write(target)
    return target


def scanned(target: Path) -> Path:
    """A page that is a picture and holds no text."""
    Image.new("RGB", (600, 800), "white").save(target, format="PDF")
    return target


def truncated(source: Path, target: Path) -> Path:
    """The first third of a file."""
    data = source.read_bytes()
    target.write_bytes(data[: len(data) // 3])
    return target
