"""The table of Danish words with the stem of their lemma, made once a machine from simplemma's dictionary.

simplemma takes more than a second to load and a hundred megabytes, too much for one query; an SQLite file of the
same words answers in microseconds. Words are folded (see `index.folding`), so that "boern" finds what "børn" does.
"""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from extract.errors import CannotWrite
from index.folding import fold
from index.stems import stem

VERSION = 1
"""Of the table's form and of the rules for folding and stems that it is made with."""
FOLDER = "PULJELUP_CACHE"
"""The environment variable that names another folder for tables and models."""


class LemmaTable:
    """Folded words and the stems of their lemmas, on disk."""

    def __init__(self, path: Path) -> None:
        self._words = sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)

    def stem(self, word: str) -> str | None:
        """The stem of the word's lemma; ``None`` where the dictionary does not have the folded word."""
        row = self._words.execute("SELECT stem FROM words WHERE word = ?", (word,)).fetchone()
        return row[0] if row else None

    def has(self, word: str) -> bool:
        """Whether the dictionary has the folded word."""
        return self.stem(word) is not None


def cache_folder() -> Path:
    """Where tables and models made on this machine are kept."""
    named = os.environ.get(FOLDER)
    if named:
        return Path(named)
    import platformdirs

    return Path(platformdirs.user_cache_dir("puljelup", appauthor=False))


@cache
def lemma_table(*, make: bool = False) -> LemmaTable | None:
    """The table of this machine; where there is none it is made if ``make`` says so, else ``None``.

    Raises `CannotWrite` where the table has to be made and its folder cannot be written.
    """
    path = cache_folder() / f"lemmas-da-{VERSION}.sqlite"
    if not path.is_file():
        if not make:
            return None
        _write(path)
    return LemmaTable(path)


def _write(path: Path) -> None:
    """Make the table beside its place and move it there whole, so that two processes may do so at once."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.stem, suffix=".part")
    except OSError as error:
        raise CannotWrite(
            f"The table of Danish words cannot be written to {path.parent}: {error.strerror}.",
            f"Name a folder that can be written in the environment variable {FOLDER}.",
        ) from error
    os.close(handle)
    part = Path(name)
    try:
        base = sqlite3.connect(part, isolation_level=None)
        base.execute("PRAGMA journal_mode = OFF")
        base.execute("CREATE TABLE words (word TEXT PRIMARY KEY, stem TEXT NOT NULL) WITHOUT ROWID")
        base.execute("BEGIN")
        base.executemany("INSERT OR IGNORE INTO words VALUES (?, ?)", _words_of_simplemma())
        base.execute("COMMIT")
        base.close()
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _words_of_simplemma() -> Iterator[tuple[str, str]]:
    """Folded forms with the stems of their lemmas; a form written small goes before the same one written large."""
    from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

    lemmas = DefaultDictionaryFactory().get_dictionary("da")
    stems: dict[str, str] = {}
    for form in sorted(lemmas, key=lambda form: (form != form.lower(), form)):
        lemma = lemmas[form]
        if form.isalpha() and lemma not in stems:
            stems[lemma] = stem(fold(lemma.lower()))
        if form.isalpha():
            yield fold(form.lower()), stems[lemma]
