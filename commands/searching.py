"""Commands on an index of passages: build, add, remove, info, search, import, run, evaluate."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from commands.apps import Json, Out, index


class SearchMode(StrEnum):
    """By words and vectors, or by one of them."""

    HYBRID = "hybrid"
    LEXICAL = "lexical"
    DENSE = "dense"


class VectorSearch(StrEnum):
    """How vectors are compared."""

    EXACT = "exact"
    IVF = "ivf"
    HNSW = "hnsw"


Folder = Annotated[
    Path | None, typer.Option("--dir", metavar="DIR", help="The index; else .puljelup/index, found upwards.")
]
Reports = Annotated[list[Path], typer.Argument(metavar="REPORT", help="PDFs, or JSON of extract run.")]
EncoderName = Annotated[
    str | None, typer.Option("--encoder", metavar="NAME", help="What makes vectors; none: words alone.")
]
Told = Annotated[bool, typer.Option("--json", help="Print what the index then holds, as JSON.")]
Mode = Annotated[SearchMode, typer.Option(help="By words and vectors, or one of them.")]


@index.command("build")
def build(
    reports: Annotated[
        list[Path] | None, typer.Argument(metavar="REPORT", help="PDFs, or JSON of extract run.")
    ] = None,
    folder: Folder = None,
    encoder: EncoderName = None,
    vectors: Annotated[
        VectorSearch | None, typer.Option(help="How vectors are compared; else their number decides.")
    ] = None,
    json: Told = False,
) -> None:
    """Make an index of reports, or finish one that was interrupted.

    Reports can be found by their words at once; vectors follow and take longer. What is done is kept when it is
    interrupted, and nothing is encoded twice.

    \b
    Examples:
      index build reports/*.pdf
      index build report.json --dir my-index --encoder none
      index build --dir my-index
    """
    from index.intake import take_in
    from index.manifest import default_folder

    place = folder or default_folder()
    code = take_in(place, reports or [], encoder, new=True, kind=vectors.value if vectors else None)
    _told(place, json=json)
    raise typer.Exit(code)


@index.command("add")
def add(reports: Reports, folder: Folder = None, json: Told = False) -> None:
    """Add reports to an index; one that is there is put in place of what it was.

    \b
    Example:
      index add report.pdf
    """
    from index.intake import take_in
    from index.manifest import default_folder

    place = folder or default_folder()
    code = take_in(place, reports, None, new=False)
    _told(place, json=json)
    raise typer.Exit(code)


@index.command("remove")
def remove(
    reports: Annotated[list[str], typer.Argument(metavar="REPORT", help="File names, or beginnings of sha256.")],
    folder: Folder = None,
    json: Told = False,
) -> None:
    """Remove reports from an index.

    \b
    Example:
      index remove report.pdf
    """
    from index.intake import take_out
    from index.manifest import default_folder

    place = folder or default_folder()
    take_out(place, reports)
    _told(place, json=json)


@index.command("info")
def info(folder: Folder = None, json: Json = False) -> None:
    """Show what an index holds, by which encoder, and whether it is finished.

    \b
    Example:
      index info
    """
    from index.deliver import print_contents
    from index.manifest import default_folder

    print_contents(folder or default_folder(), json=json)


@index.command("search")
def search(
    query: Annotated[str, typer.Argument(metavar="QUERY", help="In Danish.")],
    folder: Folder = None,
    top: Annotated[int, typer.Option(min=1, help="How many passages.")] = 10,
    filters: Annotated[
        list[str] | None, typer.Option("--filter", metavar="FIELD=VALUE", help="Only such passages; repeatable.")
    ] = None,
    mode: Mode = SearchMode.HYBRID,
    rerank: Annotated[str | None, typer.Option(metavar="MODEL", help="A cross-encoder reads the best again.")] = None,
    json: Json = False,
) -> None:
    """Find passages, shown with file, page, headings and the scores of words and vectors.

    Fields of filters are report, project, pool, year, evaluator, municipality, role and kind; the same field several
    times allows each of its values.

    \b
    Examples:
      index search "Hvorfor faldt kommunerne fra?"
      index search "forankring efter projektet" --filter pool=17.46 --filter role=embedding --json
    """
    from index.deliver import print_hits
    from index.manifest import default_folder

    place, wanted = folder or default_folder(), filters or []
    print_hits(place, query, top=top, mode=mode.value, settings=wanted, json=json, rerank=rerank)


@index.command("import")
def import_passages(
    passages: Annotated[Path, typer.Argument(metavar="PASSAGES", help="JSON Lines: id, text, perhaps title.")],
    folder: Folder = None,
    encoder: EncoderName = None,
    json: Told = False,
) -> None:
    """Make an index of passages of your own, one JSON object a line.

    \b
    Example:
      index import passages.jsonl --dir my-collection
    """
    from index.intake import take_in_collection
    from index.manifest import default_folder

    place = folder or default_folder()
    take_in_collection(place, passages, encoder)
    _told(place, json=json)


@index.command("run")
def run(
    queries: Annotated[Path, typer.Argument(metavar="QUERIES", help="JSON Lines: id and text.")],
    out: Out = None,
    folder: Folder = None,
    top: Annotated[int, typer.Option(min=1, help="How many passages a query.")] = 100,
    mode: Mode = SearchMode.HYBRID,
) -> None:
    """Search for every query of a file and print or write the rankings as a TREC run.

    \b
    Example:
      index run queries.jsonl --dir my-collection --mode lexical -o words.trec
    """
    from index.deliver import write_run
    from index.manifest import default_folder

    write_run(folder or default_folder(), queries, out, top=top, mode=mode.value)


@index.command("evaluate")
def evaluate_run(
    run_file: Annotated[Path, typer.Argument(metavar="RUN", help="A run in TREC's form.")],
    qrels: Annotated[Path, typer.Option(metavar="QRELS", help="Judgements: query, passage, grade.")],
    json: Json = False,
) -> None:
    """Measure a run: nDCG@10, recall@5, recall@20 and MRR@10 over all judged queries.

    \b
    Example:
      index evaluate --qrels qrels.tsv words.trec
    """
    from extract.serialise import to_json
    from index.evaluate import evaluate, figures_text

    figures = evaluate(run_file, qrels)
    typer.echo(to_json(figures) if json else figures_text(figures))


def _told(folder: Path, *, json: bool) -> None:
    """Print what the index holds where JSON is asked for; the line on stderr says it for people."""
    if json:
        from index.deliver import print_contents

        print_contents(folder, json=True)
