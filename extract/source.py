"""What a report says of the file it was read from."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Sequence
from pathlib import Path

from extract.danish.language import detect
from extract.pages import FileFacts, PageLayer
from extract.report import ReadingWarning, Source, TextLayer

SAMPLE = 20_000  # characters; enough to tell a language by


def describe_source(path: Path, facts: FileFacts, layers: Sequence[PageLayer], text: str) -> Source:
    """The `source` of a report; `text` is its running text."""
    return Source(
        file=unicodedata.normalize("NFC", path.name),
        sha256=_digest(path),
        pages=facts.pages,
        producer=facts.producer,
        language=detect(text[:SAMPLE]),
        text_layer=text_layer_of(layers),
    )


def text_layer_of(layers: Sequence[PageLayer]) -> TextLayer:
    """``native``, ``ocr``, ``mixed`` or ``none`` for the whole file; pages without text do not count."""
    kinds = {layer.layer for layer in layers} - {"none"}
    if not kinds:
        return "none"
    if kinds == {"ocr"}:
        return "ocr"
    return "native" if kinds == {"native"} else "mixed"


def page_warnings(layers: Sequence[PageLayer]) -> list[ReadingWarning]:
    """Pages that are pictures without text, which the report therefore leaves out."""
    return [
        ReadingWarning("page_without_text", layer.page.number, "The page is a picture without text; it was left out.")
        for layer in layers
        if layer.layer == "none" and layer.scanned
    ]


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
