"""Pages of real PDFs by three producers, against what pdfplumber finds in them."""

from __future__ import annotations

import unicodedata
from collections import Counter
from pathlib import Path

import pdfplumber
import pytest

from extract.errors import FileMissing, NotAPdf, PagesOutOfRange
from extract.page import Page, walk
from extract.pages import opened, read_facts, read_pages

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*/*.pdf"))


def pages_of(path: Path, numbers: list[int] | None = None) -> list[Page]:
    """The pages of a PDF."""
    with opened(path) as document:
        return [layer.page for layer in read_pages(document, numbers)]


def letters(text: str) -> Counter[str]:
    """Letters and digits, compatibility forms folded."""
    return Counter(c for c in unicodedata.normalize("NFKC", text) if c.isalnum())


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda p: p.stem)
def test_every_letter_is_there_once_and_in_its_place(path: Path) -> None:
    with pdfplumber.open(path) as other:
        for page, reference in zip(pages_of(path), other.pages, strict=True):
            assert (page.width, page.height) == pytest.approx((reference.width, reference.height), abs=0.1)
            wanted = letters("".join(c["text"] for c in reference.dedupe_chars().chars))
            found = letters("".join(w.text for w in page.words))
            assert sum(((wanted - found) + (found - wanted)).values()) <= 0.002 * sum(wanted.values())
            for word in page.words[:: max(1, len(page.words) // 40)]:
                box = (
                    max(0, word.x0 - 1),
                    max(0, word.top - 1),
                    min(page.width, word.x1 + 1),
                    min(page.height, word.bottom + 1),
                )
                inside = letters("".join(c["text"] for c in reference.crop(box).chars))
                assert not letters(word.text) - inside


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda p: p.stem)
def test_words_are_words(path: Path) -> None:
    with pdfplumber.open(path) as other:
        reference = Counter(w["text"] for p in other.pages for w in p.extract_words(x_tolerance_ratio=0.15))
    found = Counter(w.text for p in pages_of(path) for w in p.words)
    assert sum((reference & found).values()) >= 0.97 * sum(reference.values())


def test_tagged_files_give_their_structure_tree() -> None:
    tagged = [p for p in EXAMPLES if _is_tagged(p)]
    assert tagged
    for path in tagged:
        types = {e.type for page in pages_of(path) for e in walk(page.structure)}
        assert types & {"H1", "H2", "P", "TD"}


def test_pages_can_be_chosen_and_must_exist() -> None:
    assert [p.number for p in pages_of(EXAMPLES[0], [2, 3])] == [2, 3]
    with pytest.raises(PagesOutOfRange, match="99"):
        pages_of(EXAMPLES[0], [99])


def test_what_is_no_pdf_says_so(tmp_path: Path) -> None:
    text, empty, cut = tmp_path / "a.pdf", tmp_path / "b.pdf", tmp_path / "c.pdf"
    text.write_text("Ikke en PDF")
    empty.touch()
    cut.write_bytes(EXAMPLES[0].read_bytes()[:2000])
    for path in (text, empty, cut):
        with pytest.raises(NotAPdf) as caught:
            pages_of(path)
        assert path.name in caught.value.what
        assert caught.value.todo
    with pytest.raises(FileMissing):
        pages_of(tmp_path / "missing.pdf")
    with pytest.raises(FileMissing, match="directory"):
        pages_of(tmp_path)


def _is_tagged(path: Path) -> bool:
    with opened(path) as document:
        return read_facts(document).tagged
