"""The border between nouns and JSON: what is written to files, and its JSON Schema."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema
from pydantic_core import core_schema

from extract.report import Report

_NUMBERS = re.compile(r"\[\n\s+(-?[\d.eE+-]+(?:,\n\s+-?[\d.eE+-]+)*)\n\s+\]")
"""A list of numbers as ``json.dumps`` breaks it over lines; no string holds a bare line break."""

_LIMITS: dict[str, dict[str, dict[str, object]]] = {
    "Region": {"page": {"minimum": 1}},
    "TextLine": {"start": {"minimum": 0}, "end": {"minimum": 0}, "page": {"minimum": 1}},
    "CellParagraph": {"page": {"minimum": 1}},
    "Cell": {
        "column": {"minimum": 0},
        "row_span": {"minimum": 1},
        "column_span": {"minimum": 1},
        "page": {"minimum": 1},
    },
    "Section": {"level": {"minimum": 1}},
    "Furniture": {"page": {"minimum": 1}},
    "Quote": {"quote": {"minLength": 1}, "page": {"minimum": 1}},
    "Source": {"sha256": {"pattern": "^[0-9a-f]{64}$"}, "pages": {"minimum": 1}},
}
"""What the nouns promise beyond their types, by noun and field."""


def to_json(noun: object, *, lines: bool = False) -> str:
    """A noun (or a list of one kind) as JSON; on one line, or indented with boxes kept on theirs."""
    data = to_data(noun)
    if lines:
        return json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    text = json.dumps(data, ensure_ascii=False, indent=1, allow_nan=False)
    return _NUMBERS.sub(lambda match: "[" + " ".join(match[1].split()) + "]", text)


def to_data(noun: object) -> Any:
    """The plain dictionaries and lists that are written; a report opens with its schema version."""
    if isinstance(noun, list | tuple):
        return [to_data(item) for item in noun]
    kind: Any = type(noun)
    data = _adapter(kind).dump_python(noun, mode="json")
    if isinstance(noun, Report):
        return {"schema_version": data.pop("schema_version"), **data}
    return data


def report_from_json(text: str | bytes) -> Report:
    """The report that was written; raises `pydantic.ValidationError` where it is none."""
    report: Report = _adapter(Report).validate_json(text)
    return report


def report_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a report as it is written."""
    schema = TypeAdapter(Report).json_schema(mode="serialization", schema_generator=_WrittenSchema)
    for noun, fields in _LIMITS.items():
        for name, limits in fields.items():
            schema["$defs"][noun]["properties"][name] |= limits
    return {"$schema": GenerateJsonSchema.schema_dialect, **schema}


class _WrittenSchema(GenerateJsonSchema):
    """Every field is always written, also one that has a default."""

    def field_is_required(self, *_: object, **__: object) -> bool:
        """Whether a reader may rely on the field: always."""
        return True

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> dict[str, Any]:
        """The field's own schema: a default is the program's business, not the reader's."""
        return self.generate_inner(schema["schema"])


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)
