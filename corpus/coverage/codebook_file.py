"""A codebook from its YAML file, or the one that comes with the program; what is wrong is told in one line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, get_args

from corpus.coverage.codebook import KINDS, MOODS, NEAR, NEEDS, RECORDS, Codebook, Item, Language, Rule
from corpus.coverage.phrases import is_phrase
from corpus.errors import CodebookInvalid
from extract.report import SectionRole

DEFAULT = Path(__file__).parent.parent / "data" / "codebook.yaml"
Name = TypeVar("Name", bound=str)
ROLES: tuple[SectionRole, ...] = get_args(SectionRole)
_BOOK = ("title", "themes", "items")
_ITEM = ("id", "theme", "label", "question", "records", "says", "topic", "unless", "moods")
_RULE = ("any", "with", "near", "needs", "within", "under", "kinds")
_TODO = "How a codebook is written: docs/coverage.md."


def read_codebook(path: Path | None = None) -> Codebook:
    """The codebook in a file, else the default one; raises `CodebookInvalid`."""
    return _default() if path is None else _read(path)


@cache
def _default() -> Codebook:
    return _read(DEFAULT)


def _read(path: Path) -> Codebook:
    import yaml

    try:
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8 text"
        raise CodebookInvalid(f"{path} cannot be read: {reason}.", "Check the path and its spelling.") from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f", line {mark.line + 1}" if mark else ""
        problem = getattr(error, "problem", None) or "it cannot be read"
        raise CodebookInvalid(f"{path.name}{place} is no YAML: {problem}.", _TODO) from error
    return _codebook(data, path.name)


def _codebook(data: Any, name: str) -> Codebook:
    book = _mapping(data, name, _BOOK)
    themes = {str(key): _both(value, f"{name}, theme {key}") for key, value in _themes(book, name).items()}
    entries = book.get("items")
    if not isinstance(entries, list) or not entries:
        raise CodebookInvalid(f"{name} has no items.", _TODO)
    items: dict[str, Item] = {}
    for number, entry in enumerate(entries, start=1):
        item = _item(entry, f"{name}, item {number}", themes)
        if item.id in items:
            raise CodebookInvalid(f"{name}: two items have the id {item.id}.", "Give each an id of its own.")
        items[item.id] = item
    return Codebook(_both(book.get("title", name), f"{name}, title"), themes, tuple(items.values()))


def _themes(book: Mapping[str, Any], name: str) -> Mapping[Any, Any]:
    themes = book.get("themes") or {}
    if not isinstance(themes, dict):
        raise CodebookInvalid(f"{name}: themes is no table of names.", _TODO)
    return themes


def _item(data: Any, place: str, themes: Mapping[str, Any]) -> Item:
    if isinstance(data, dict) and isinstance(data.get("id"), str) and data["id"].strip():
        place = f"{place.rpartition(',')[0]}, item {data['id']}"
    entry = _mapping(data, place, _ITEM)
    if not isinstance(entry.get("id"), str) or not entry["id"].strip():
        raise CodebookInvalid(f"{place} has no id.", _TODO)
    theme = entry.get("theme", "")
    if theme not in themes and (theme or themes):
        known = ", ".join(themes) or "none"
        raise CodebookInvalid(f"{place}: there is no theme {theme or '(empty)'}.", f"Themes of this codebook: {known}.")
    label = _both(entry.get("label", entry["id"]), f"{place}, label")
    rules = entry.get("says", [])
    if not isinstance(rules, list):
        raise CodebookInvalid(f"{place}: says is no list.", _TODO)
    says = tuple(_rule(rule, f"{place}, rule {k}") for k, rule in enumerate(rules, start=1))
    records = _chosen(entry, "records", RECORDS, place)
    if not says and not records:
        raise CodebookInvalid(f"{place} has neither says nor records, so that nothing can state it.", _TODO)
    topic = _phrases(entry, "topic", place) or tuple(phrase for rule in says for phrase in rule.any)
    return Item(
        id=entry["id"], theme=theme, label=label, question=_both(entry.get("question", label), f"{place}, question"),
        records=records, says=says, topic=topic, unless=_phrases(entry, "unless", place),
        moods=_chosen(entry, "moods", MOODS, place),
    )  # fmt: skip


def _rule(data: Any, place: str) -> Rule:
    rule = _mapping(data, place, _RULE)
    needs = rule.get("needs")
    if needs is not None and needs not in NEEDS:
        raise CodebookInvalid(f"{place}: needs is {needs!r}.", f"It may be one of {', '.join(NEEDS)}.")
    near = rule.get("near", NEAR)
    if not isinstance(near, int) or near < 1:
        raise CodebookInvalid(f"{place}: near is {near!r}.", "It is a number of words, 1 or more.")
    found = Rule(
        _phrases(rule, "any", place), _phrases(rule, "with", place), near, needs, _chosen(rule, "within", ROLES, place),
        _phrases(rule, "under", place), _chosen(rule, "kinds", KINDS, place),
    )  # fmt: skip
    if not (found.any or found.within or found.under):
        raise CodebookInvalid(f"{place} has neither any, within nor under: every sentence would state it.", _TODO)
    return found


def _mapping(data: Any, place: str, known: Sequence[str]) -> dict[str, Any]:
    if not isinstance(data, dict):
        raise CodebookInvalid(f"{place} is no table of names and values.", _TODO)
    strange = [str(key) for key in data if key not in known]
    if strange:
        raise CodebookInvalid(f"{place}: {strange[0]} is not known.", f"It may have {', '.join(known)}.")
    return data


def _both(value: Any, place: str) -> dict[Language, str]:
    """A text in Danish and English; one text stands for both."""
    if isinstance(value, str) and value.strip():
        return {"da": value, "en": value}
    if isinstance(value, dict) and value and not set(value) - {"da", "en"}:
        texts = [text for text in (value.get("da"), value.get("en")) if isinstance(text, str) and text.strip()]
        if len(texts) == len(value):
            return {"da": value.get("da", texts[0]), "en": value.get("en", texts[0])}
    raise CodebookInvalid(f"{place} is no text.", "Write a text, or {da: …, en: …}.")


def _list(data: Mapping[str, Any], key: str, place: str) -> tuple[str, ...]:
    value = data.get(key) or []
    values = [value] if isinstance(value, str) else value
    if not isinstance(values, list) or not all(isinstance(one, str) for one in values):
        raise CodebookInvalid(f"{place}: {key} is no list of texts.", _TODO)
    return tuple(values)


def _phrases(data: Mapping[str, Any], key: str, place: str) -> tuple[str, ...]:
    phrases = _list(data, key, place)
    bad = [phrase for phrase in phrases if not is_phrase(phrase)]
    if bad:
        todo = "Write words; a part of a word, as *gruppe or frafald*, has three letters or more."
        raise CodebookInvalid(f"{place}: {key} has {bad[0]!r}, which cannot be looked for.", todo)
    return phrases


def _chosen(data: Mapping[str, Any], key: str, known: Sequence[Name], place: str) -> tuple[Name, ...]:
    """The values of a key, which are among the known ones."""
    values = _list(data, key, place)
    strange = [value for value in values if value not in known]
    if strange:
        raise CodebookInvalid(f"{place}: {key} has {strange[0]}.", f"It may have {', '.join(known)}.")
    return tuple(name for value in values for name in known if name == value)
