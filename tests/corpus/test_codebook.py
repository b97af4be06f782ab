"""Codebooks: the one that comes with the program, and what is said where one of a user's own is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.coverage.codebook_file import read_codebook
from corpus.errors import CodebookInvalid

GOOD = """
title: Min kodebog
items:
  - id: dogs
    label: {da: Hunde, en: Dogs}
    says:
      - any: ["hund", "*hund"]
        needs: number
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "mine.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_default_codebook_is_whole_and_in_both_languages() -> None:
    book = read_codebook()
    assert 25 <= len(book.items) <= 45
    for item in book.items:
        assert item.theme in book.themes
        assert item.label["da"] != item.question["da"]
        assert item.question["da"].endswith("?")
        assert item.question["en"].endswith("?")
        assert item.topic or item.records


def test_a_codebook_of_ones_own(tmp_path: Path) -> None:
    book = read_codebook(written(tmp_path, GOOD))
    (dogs,) = book.items
    assert book.title == {"da": "Min kodebog", "en": "Min kodebog"}
    assert (dogs.label["en"], dogs.theme, dogs.topic) == ("Dogs", "", ("hund", "*hund"))
    assert dogs.says[0].needs == "number"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("title: Min", "title: [Min", "no YAML"),
        ("items:", "things:", "things is not known"),
        ("id: dogs", "id: ''", "item 1 has no id"),
        ("id: dogs", "id: dogs\n    theme: pets", "item dogs: there is no theme pets"),
        ("needs: number", "needs: numbers", "item dogs, rule 1: needs is 'numbers'"),
        ("needs: number", "near: none", "item dogs, rule 1: near is 'none'"),
        ('any: ["hund", "*hund"]', 'any: ["hund", "*h"]', "item dogs, rule 1: any has '*h'"),
        ('any: ["hund", "*hund"]', 'any: ["…"]', "any has '…'"),
        ('any: ["hund", "*hund"]', 'kinds: [row]', "neither any, within nor under"),
        ('any: ["hund", "*hund"]', 'any: [1]', "any is no list of texts"),
        ('any: ["hund", "*hund"]', 'any: [hund]\n        within: [kennel]', "within has kennel"),
        ("{da: Hunde, en: Dogs}", "{dk: Hunde}", "label is no text"),
        ("label:", "records: [metadata.dogs]\n    label:", "item dogs: records has metadata.dogs"),
        ("label:", "moods: [angry]\n    label:", "item dogs: moods has angry"),
        ("    says:\n      - any: [\"hund\", \"*hund\"]\n        needs: number\n", "", "neither says nor records"),
        ("items:", "items:\n  - id: dogs\n    records: [learnings]", "two items have the id dogs"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_one_line_that_names_the_item(old: str, new: str, said: str, tmp_path: Path) -> None:
    assert old in GOOD
    with pytest.raises(CodebookInvalid, match=r"mine\.yaml") as raised:
        read_codebook(written(tmp_path, GOOD.replace(old, new)))
    assert said in raised.value.what
    assert "\n" not in raised.value.what
    assert raised.value.todo


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(CodebookInvalid, match="cannot be read"):
        read_codebook(tmp_path / "none.yaml")
    (tmp_path / "bytes.yaml").write_bytes(b"\xff\xfe\x00title")
    with pytest.raises(CodebookInvalid, match="not UTF-8"):
        read_codebook(tmp_path / "bytes.yaml")
