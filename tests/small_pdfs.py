"""PDFs of a page or two, written by hand: many of them are made and read in no time."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

LINE = 16
TOP = 780


def small_pdf(path: Path, lines: Sequence[str]) -> Path:
    """A page with these lines of 11 points; the first is a title of 20."""
    shown = [b"BT /F1 20 Tf 70 %d Td (%s) Tj ET" % (TOP, _bytes(lines[0]))]
    shown += [
        b"BT /F1 11 Tf 70 %d Td (%s) Tj ET" % (TOP - 24 - LINE * place, _bytes(line))
        for place, line in enumerate(lines[1:])
    ]
    content = b"\n".join(shown)
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    data, places = b"%PDF-1.4\n", []
    for number, held in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, held)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(data))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table + end)
    return path


def evaluation(path: Path, project: str, words: str = "", *, version: str = "") -> Path:
    """An evaluation of a page, with a project of its own and words of its own."""
    return small_pdf(path, (
        f"Slutevaluering af projektet {project}",
        f"Version {version}" if version else "Evaluering",
        f"Projektet {project} er gennemført af Foreningen Sammen om Arbejde.",
        f"Evalueringen er udarbejdet af Strand & Holt. {words}",
        "Projektet har hjulpet 42 borgere, og de er glade for den støtte, de har fået.",
        "Samarbejdet mellem kommunen og foreningen har været godt i hele perioden.",
    ))  # fmt: skip


def _bytes(text: str) -> bytes:
    return text.encode("cp1252").replace(b"\\", rb"\\").replace(b"(", rb"\(").replace(b")", rb"\)")
