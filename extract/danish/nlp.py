"""The spaCy pipeline for Danish running text: tokens, sentences by rule, and names of the data files as entities."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from extract.danish.registers import all_agencies, all_benefits, all_municipalities, all_pools, all_regions
from extract.danish.words import sentences

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MODELS = ("da_core_news_lg", "da_core_news_md", "da_core_news_sm")
"""Trained Danish pipelines, best first; the first that is installed is used."""


@cache
def pipeline() -> Language:
    """Danish tokenizer, sentences and an ``EntityRuler`` (MUNICIPALITY, REGION, AGENCY, BENEFIT, POOL), made once.

    Where a trained Danish pipeline is installed, its tags and names of persons and organisations are there as well.
    """
    import spacy
    from spacy.language import Language

    installed = next((name for name in MODELS if find_spec(name)), None)
    language = spacy.load(installed) if installed else spacy.blank("da")
    _register(Language)
    language.add_pipe("danish_sentences", first=True)
    ner = "ner" if "ner" in language.pipe_names else None
    ruler: Any = language.add_pipe("entity_ruler", config={"overwrite_ents": False}, before=ner)
    ruler.add_patterns(entity_patterns())
    return language


def entity_patterns() -> list[dict[str, Any]]:
    """Patterns of the entity ruler: the phrases of the data files, and what marks the name of a pool."""
    towns = [form for town in all_municipalities() for form in (town.name, *town.spellings)]
    office = {"LOWER": {"REGEX": "^(kommunes?|regionskommunes?)$"}}
    patterns: list[dict[str, Any]] = [
        {"label": "MUNICIPALITY", "pattern": [{"TEXT": {"REGEX": f"^{town}'?s?$"}}, office]}
        for town in towns
        if "-" not in town and " " not in town
    ]
    patterns += [{"label": "MUNICIPALITY", "pattern": town} for town in towns]
    for label, entries in (("REGION", all_regions()), ("AGENCY", all_agencies()), ("POOL", all_pools())):
        for entry in entries:
            patterns += [
                {"label": label, "pattern": form, "id": entry.name} for form in (entry.name, *entry.forms, *entry.short)
            ]
    for entry in all_benefits():
        patterns += [{"label": "BENEFIT", "pattern": form, "id": entry.name} for form in entry.forms]
    quote, closing = {"TEXT": {"IN": list("\"“”„»'")}}, {"TEXT": {"IN": list("\"“”„«'")}}
    inside = {"TEXT": {"NOT_IN": list("\"“”„«»'")}, "OP": "{1,14}"}
    patterns.append({"label": "POOL", "pattern": [{"LOWER": {"REGEX": "pulje[nr]?$"}}, quote, inside, closing]})
    return patterns


def _register(language: type[Language]) -> None:
    """Make the component of sentences known to spaCy, once."""
    if language.has_factory("danish_sentences"):
        return

    @language.component("danish_sentences")
    def danish_sentences(doc: Doc) -> Doc:
        starts = {start for start, _ in sentences(doc.text)}
        for token in doc:
            token.is_sent_start = token.i == 0 or token.idx in starts
        return doc
