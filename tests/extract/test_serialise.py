"""What is written is what the schema says, and reads back as the same nouns."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from extract.serialise import report_from_json, report_schema, to_json
from tests.nouns import report

Schema = dict[str, Any]


def test_a_report_comes_back_as_it_was() -> None:
    assert report_from_json(to_json(report())) == report()
    assert report_from_json(to_json(report(), lines=True)) == report()


def test_json_is_readable_and_one_line_on_request() -> None:
    text = to_json(report())
    assert text.startswith('{\n "schema_version": "1"')
    assert '"bbox": [70.0, 30.0, 120.0, 42.0]' in text
    assert "Nørre|by" in text
    assert "\n" not in to_json(report(), lines=True)


def test_boxes_on_one_line_never_touch_text() -> None:
    tricky = "[\n 1,\n 2\n]"
    assert json.loads(to_json({"text": tricky, "numbers": [1, -2.5, 1e-7]})) == {
        "text": tricky,
        "numbers": [1, -2.5, 1e-7],
    }


def test_a_report_satisfies_its_schema() -> None:
    schema = report_schema()
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(json.loads(to_json(report())))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("source", "sha256"), "short"),
        (("source", "text_layer"), "paper"),
        (("sections", 0, "level"), 0),
        (("sections", 0, "pages"), [1]),
        (("sections", 0, "blocks", 0, "regions", 0, "page"), 0),
        (("sections", 0, "blocks", 0, "regions", 0, "bbox"), [1, 2, 3]),
        (("schema_version",), "2"),
    ],
)
def test_the_schema_refuses_what_is_wrong(path: tuple[str | int, ...], value: object) -> None:
    data: Any = json.loads(to_json(report()))
    holder = data
    for step in path[:-1]:
        holder = holder[step]
    holder[path[-1]] = value
    assert not Draft202012Validator(report_schema()).is_valid(data)


def test_the_schema_requires_every_field_that_is_written() -> None:
    schema = report_schema()
    for noun in (schema, *schema["$defs"].values()):
        assert set(noun["required"]) == set(noun["properties"])


@pytest.mark.shared
def test_the_schema_is_at_least_as_strict_as_the_contract(shared: Path) -> None:
    contract = json.loads((shared / "contract" / "report.schema.json").read_text(encoding="utf-8"))
    ours = report_schema()
    assert list(looser(resolved(contract, contract), resolved(ours, ours), contract, ours, "report")) == []
    Draft202012Validator(contract).validate(json.loads(to_json(report())))


def resolved(schema: Schema, root: Schema) -> Schema:
    """The schema that a reference names."""
    return root["$defs"][schema["$ref"].split("/")[-1]] if "$ref" in schema else schema


def branches(schema: Schema, root: Schema) -> list[Schema]:
    """What a value may be, alternatives and lists of types taken apart."""
    schema = resolved(schema, root)
    if "anyOf" in schema:
        return [branch for part in schema["anyOf"] for branch in branches(part, root)]
    if isinstance(schema.get("type"), list):
        return [{**schema, "type": kind} for kind in schema["type"]]
    if "const" in schema:
        return [{**schema, "type": "string", "enum": [schema["const"]]}]
    if "enum" in schema:
        return [{**schema, "type": "string"}]
    return [schema]


def looser(contract: Schema, ours: Schema, a: Schema, b: Schema, path: str) -> list[str]:
    """Where ours accepts what the contract does not, for the parts of JSON Schema that the two use."""
    theirs = {branch["type"]: branch for branch in branches(contract, a)}
    faults: list[str] = []
    for branch in branches(ours, b):
        kind = branch["type"]
        wanted = theirs.get(kind) or (theirs.get("number") if kind == "integer" else None)
        if wanted is None:
            faults.append(f"{path}: {kind} is not in the contract")
            continue
        faults += looser_branch(wanted, branch, a, b, path)
    return faults


def looser_branch(wanted: Schema, ours: Schema, a: Schema, b: Schema, path: str) -> list[str]:
    faults = []
    if "enum" in wanted and not set(ours.get("enum", ["anything"])) <= set(wanted["enum"]):
        faults.append(f"{path}: more values than the contract's")
    faults += [
        f"{path}: {limit} is looser"
        for limit in ("minimum", "minLength", "minItems")
        if limit in wanted and ours.get(limit, 0) < wanted[limit]
    ]
    if "maxItems" in wanted and ours.get("maxItems", 1_000_000) > wanted["maxItems"]:
        faults.append(f"{path}: maxItems is looser")
    if ours.get("pattern") != wanted.get("pattern"):
        faults.append(f"{path}: pattern differs")
    if not set(wanted.get("required", ())) <= set(ours.get("required", ())):
        faults.append(f"{path}: fewer fields are required")
    for name, part in wanted.get("properties", {}).items():
        if name not in ours["properties"]:
            faults.append(f"{path}.{name} is missing")
        else:
            faults += looser(part, ours["properties"][name], a, b, f"{path}.{name}")
    if "items" in wanted:
        for part in ours.get("prefixItems") or [ours["items"]]:
            faults += looser(wanted["items"], part, a, b, f"{path}[]")
    if isinstance(wanted.get("additionalProperties"), dict):
        faults += looser(wanted["additionalProperties"], ours["additionalProperties"], a, b, f"{path}{{}}")
    return faults
