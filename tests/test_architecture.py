"""The rules of the house that a machine can check."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT

ROOMS: dict[str, set[str]] = {
    "extract": set(),
    "index": {"extract"},
    "qa": {"extract", "index"},
    "corpus": {"extract", "index", "qa"},
    "web": {"extract", "index", "qa", "corpus"},
    "commands": {"extract", "index", "qa", "corpus", "web"},
}
"""What each room may import besides itself."""

OWNERS: dict[str, set[str]] = {
    "pypdfium2": {"extract/pdfium.py"},
    "pdfplumber": {"extract/tables"},
    "spacy": {"extract/danish"},
    "torch": set(),
    "sentence_transformers": {"index/sentence_transformer_encoder.py", "index/rerank.py"},
    "onnx": {"index/onnx_graph.py"},
    "onnxruntime": {"index/onnx_engine.py"},
    "faiss": {"index/vectors.py", "index/vector_kinds.py"},
}
"""Heavy libraries and the only files or folders that may import them."""

COMMANDS = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "commands").glob("*.py"))
LAZY = {*COMMANDS, "cli.py", "extract/__init__.py", "extract/errors.py", "extract/output.py"}
"""Files that every command imports: they import nothing of the rooms' machinery when they are imported."""
CHEAP = {"commands", "commands.apps", "extract.errors", "extract.output", "extract.report"}

MAX_LINES = 200
MAX_FUNCTION = 60
MAX_COMMAND = 15
MAX_EXPORTS = 10
MODULES = {
    "faiss-cpu": "faiss", "ir-measures": "ir_measures", "lingua-language-detector": "lingua", "pillow": "PIL",
    "pystemmer": "Stemmer", "pyyaml": "yaml", "text2num": "text_to_num",
    "sentence-transformers": "sentence_transformers", "vl-convert-python": "vl_convert",
}  # fmt: skip
"""Import names of packages that are named differently."""
BROUGHT_ALONG = {"pydantic_core", "huggingface_hub"}
READ_NOT_IMPORTED = {"wordfreq", "torch"}
"""Packages whose data files alone are used, and what another package runs on."""
NOUNS_ALONE = {"extract/report.py": 300, "corpus/comparison.py": 250}
"""Files of nouns without machinery may be longer than `MAX_LINES`."""

FILES = [*sorted(path for room in ROOMS for path in (ROOT / room).rglob("*.py")), ROOT / "cli.py"]
NAMES = [path.relative_to(ROOT).as_posix() for path in FILES]


def imports(tree: ast.AST) -> Iterator[str]:
    """The dotted names that are imported anywhere in the tree."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            assert node.module
            yield node.module


def imports_at_import(tree: ast.Module) -> Iterator[str]:
    """The names that are imported when the file is, type checking aside."""
    for node in tree.body:
        if isinstance(node, ast.Import | ast.ImportFrom):
            yield from imports(node)


def parsed(name: str) -> ast.Module:
    return ast.parse((ROOT / name).read_text(encoding="utf-8"))


def own_lines(path: Path) -> int:
    """Lines that are neither blank nor comments."""
    lines = (line.strip() for line in path.read_text(encoding="utf-8").splitlines())
    return sum(1 for line in lines if line and not line.startswith("#"))


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


@pytest.mark.parametrize("name", NAMES)
def test_rooms_import_only_what_lies_before_them(name: str) -> None:
    room = name.split("/", maxsplit=1)[0]
    allowed = ROOMS.get(room, set(ROOMS)) | {room}
    used = {module.split(".")[0] for module in imports(parsed(name))}
    assert used & (set(ROOMS) | {"cli", "bench", "tests"}) <= allowed


@pytest.mark.parametrize("name", NAMES)
def test_heavy_libraries_stay_with_their_owners(name: str) -> None:
    for library in {module.split(".")[0] for module in imports(parsed(name))} & set(OWNERS):
        owners = OWNERS[library]
        assert any(name == owner or name.startswith(f"{owner}/") for owner in owners), f"{name} imports {library}"


@pytest.mark.parametrize("name", NAMES)
def test_a_room_is_never_imported_by_its_bare_name(name: str) -> None:
    bare = {alias.name for node in ast.walk(parsed(name)) if isinstance(node, ast.Import) for alias in node.names}
    assert not bare & set(ROOMS)


@pytest.mark.parametrize("name", sorted(LAZY))
def test_what_help_imports_is_cheap(name: str) -> None:
    used = {
        module for module in imports_at_import(parsed(name)) if module.split(".")[0] in {*ROOMS, *OWNERS, "pydantic"}
    }
    assert used <= CHEAP


@pytest.mark.parametrize("name", NAMES)
def test_modules_and_functions_are_small(name: str) -> None:
    assert own_lines(ROOT / name) <= NOUNS_ALONE.get(name, MAX_LINES)
    long = [node.name for node in functions(parsed(name)) if (node.end_lineno or 0) - node.lineno >= MAX_FUNCTION]
    assert not long


@pytest.mark.parametrize("name", ["cli.py", *COMMANDS])
def test_commands_take_arguments_call_once_and_print(name: str) -> None:
    for command in functions(parsed(name)):
        body = command.body[1:] if ast.get_docstring(command) else command.body
        assert not body or (body[-1].end_lineno or 0) - body[0].lineno < MAX_COMMAND, command.name


def test_no_module_is_named_after_nothing() -> None:
    vague = {"utils", "util", "common", "core", "helpers", "misc"}
    assert not [name for name in NAMES if vague & set(name.removesuffix(".py").split("/"))]


@pytest.mark.parametrize("room", [room for room in ROOMS if (ROOT / room).is_dir()])
def test_a_room_shows_at_most_ten_names(room: str) -> None:
    tree = parsed(f"{room}/__init__.py")
    shown = [
        ast.literal_eval(node.value)
        for node in tree.body
        if isinstance(node, ast.Assign) and any(isinstance(t, ast.Name) and t.id == "__all__" for t in node.targets)
    ]
    assert len(shown[0] if shown else ()) <= MAX_EXPORTS
    assert [function.name for function in functions(tree)] in ([], ["__getattr__"])


def test_dependencies_are_those_that_are_imported() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lines = [*project["dependencies"], *project["optional-dependencies"]["models"]]
    declared = {re.split(r"[^\w-]", line, maxsplit=1)[0] for line in lines}
    imported = {module.split(".")[0] for name in NAMES for module in imports(parsed(name))}
    foreign = imported - set(sys.stdlib_module_names) - set(ROOMS)
    assert {MODULES.get(name, name) for name in declared} == (foreign - BROUGHT_ALONG) | READ_NOT_IMPORTED


def test_extract_shows_what_it_names(root: Path) -> None:
    import extract

    assert all(getattr(extract, name) for name in extract.__all__)
    with pytest.raises(AttributeError, match="nothing_such"):
        extract.nothing_such  # noqa: B018
