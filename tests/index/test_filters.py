"""Which passages may be found."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.errors import WrongUsage
from extract.report import Metadata, Period, Pool, Report
from index.build import build
from index.filters import Filters, facts_of, read_filters
from index.search import Searcher
from tests.index.hashed import HashedEncoder
from tests.index.test_build import NOTES

ABOUT = (
    Metadata(project="Lysene", evaluator="Holt & Co.", municipalities=("Skive", "Struer"), published="2021-06"),
    Metadata(title="Mørket", pool=Pool("Vejen frem", 2018, "17.46.52.30"), period=Period("2019-03", "2021-12-31")),
    Metadata(municipalities=("Struer",)),
)
REPORTS = tuple(replace(note, metadata=about) for note, about in zip(NOTES, ABOUT, strict=True))


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    folder = tmp_path_factory.mktemp("filters") / "ix"
    build(folder, REPORTS, HashedEncoder())
    return Searcher.open(folder, lambda _: HashedEncoder())


@pytest.mark.parametrize(
    ("settings", "files"),
    [
        (["report=note1.pdf"], {1}),
        ([f"report={REPORTS[1].source.sha256}"], {2}),
        (["project=lys"], {1}),
        (["project=mørket"], {2}),
        (["pool=17.46"], {2}),
        (["pool=vejen"], {2}),
        (["year=2020"], {2}),
        (["year=2021"], {1, 2}),
        (["evaluator=holt"], {1}),
        (["municipality=Struer"], {1, 3}),
        (["municipality=skive", "municipality=struer", "year=2021"], {1}),
        (["role=other"], {1, 2, 3}),
        (["kind=table"], set()),
    ],
)
@pytest.mark.parametrize("mode", ["hybrid", "dense"])
def test_only_what_fits_is_found(searcher: Searcher, settings: list[str], files: set[int], mode: str) -> None:
    found = searcher.search("kommune", mode=mode, filters=read_filters(settings))  # type: ignore[arg-type]
    assert {hit.passage.file for hit in found} == {f"note{number}.pdf" for number in files}


@pytest.mark.parametrize("setting", ["", "kind", "=x", "kind=", "kind=poem", "role=king", "colour=red"])
def test_what_is_no_filter_is_refused(setting: str) -> None:
    with pytest.raises(WrongUsage):
        read_filters([setting])


@given(st.sets(st.sampled_from([report.source.file for report in REPORTS]), min_size=1))
def test_a_filter_allows_the_reports_it_names(files: set[str]) -> None:
    filters = Filters(report=tuple(files))
    assert {report.source.file for report in REPORTS if filters.allows(facts_of(report))} == files


def test_years_are_those_of_pool_publication_and_period() -> None:
    about = Metadata(pool=Pool(None, 2017, None), published="2022-03", period=Period("2018", "2020-06-30"))
    made: Report = replace(REPORTS[0], metadata=about)
    assert facts_of(made).year == ("2017", "2018", "2019", "2020", "2022")


def test_words_count_alike_with_and_without_a_filter(searcher: Searcher, tmp_path: Path) -> None:
    whole = [hit.passage.id for hit in searcher.search("kommunerne", mode="lexical") if "note3" in hit.passage.file]
    some = searcher.search("kommunerne", mode="lexical", filters=Filters(report=("note3.pdf",)))
    assert [hit.passage.id for hit in some] == whole != []
