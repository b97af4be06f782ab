"""Reports beside each other: targets counted once, figures only where they are stated, all of it with its quote."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.compare import compare_library
from corpus.comparison import FIGURES, LEVELS, STATUSES, Comparison, Evidence, Reason
from corpus.entry import read_entry
from corpus.errors import LibraryEmpty, PoolUnknown
from corpus.library import Library, open_library
from corpus.sources import Found
from corpus.writing import fail, keep
from extract.errors import NotAPdf
from extract.report import Budget, Dropout, Embedding, Indicator, Learning, Pool, Quantity, Region, Report
from tests import nouns
from tests.corpus import compared, made


@pytest.fixture(scope="module")
def library(examples: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """The three examples, read from their PDFs."""
    with open_library(tmp_path_factory.mktemp("compare") / "library", make=True) as held:
        for path in examples.values():
            keep(held, Found(str(path), 1, 1), read_entry(path), reader="1")
        yield held


@pytest.fixture(scope="module")
def comparison(library: Library) -> Comparison:
    return compare_library(library)


def test_every_target_is_counted_once(comparison: Comparison, library: Library) -> None:
    stored = library.connection.execute("SELECT count(*) FROM indicators").fetchone()[0]
    assert sum(cell.targets for cell in comparison.matrix) == stored == len(comparison.targets)
    assert len({(one.report, one.place) for one in comparison.targets}) == stored
    assert sum(one.targets for one in comparison.statuses) == stored
    for cell in (*comparison.matrix, *comparison.totals):
        assert cell.targets == sum(cell.count(status) for status in STATUSES)
    for total in comparison.totals:
        assert total.targets == sum(cell.targets for cell in comparison.matrix if cell.level == total.level)


def test_a_cell_holds_what_its_targets_say(comparison: Comparison) -> None:
    for cell in comparison.matrix:
        own = [one for one in comparison.targets if (one.report, one.level) == (cell.group, cell.level)]
        known = [one.achievement for one in own if one.achievement is not None]
        assert Counter(one.status for one in own) == Counter({status: cell.count(status) for status in STATUSES})
        assert cell.measured == len(known)
        assert cell.median == pytest.approx(median(known), abs=1e-4)


def test_every_piece_leads_to_words_on_a_page(comparison: Comparison, library: Library) -> None:
    """Quotes stand word for word in a block, a table row, or a heading of the page they name."""
    seen: list[Evidence] = [one.evidence for one in comparison.targets]
    for records in (comparison.findings, comparison.dropouts, comparison.learnings, comparison.embedding):
        seen += [one.evidence for one in records]
    seen += [place for one in comparison.key_figures for place in one.evidence]
    assert len(seen) > 90
    reports = {project.report: library.report(project.report) for project in comparison.projects}
    for place in seen:
        assert place.page
        assert place.quote
        assert place.bbox
        assert place.quote in "\n".join(texts_of(reports[place.report], place.page)), place


def texts_of(report: Report, page: int) -> Iterator[str]:
    for section in report.sections:
        yield " ".join(filter(None, (section.number, section.title)))
        for block in section.blocks:
            if any(region.page == page for region in block.regions):
                yield block.text
    for table in report.tables:
        yield from (cell.text for cell in table.cells if cell.page == page)
        yield from (" ".join(filter(None, row)) for row in table.rows)
    yield from (item.text for item in report.furniture if item.page == page)


def test_figures_are_stated_or_left_out_with_the_reason(comparison: Comparison) -> None:
    told: dict[tuple[str, str], object] = {
        (one.project, one.figure): (one.value, one.reason.code) for one in comparison.key_figures
    }
    expected = {
        ("Nordlys", "participants"): (116, "stated"),
        ("Nordlys", "in_job"): (49, "stated"),
        ("Nordlys", "grant"): (4_275_000, "stated"),
        ("Nordlys", "grant_per_participant"): (pytest.approx(36_853.45), "divided"),
        ("Kajplads", "grant"): (None, "not_granted"),
        ("Kajplads", "grant_per_participant"): (None, "missing"),
    }
    assert {key: told[key] for key in expected} == expected
    assert len(told) == len(FIGURES) * 3


def test_targets_that_speak_of_the_same_thing_stand_together(comparison: Comparison) -> None:
    groups = {group.measure: [one.text for one in group.targets] for group in comparison.aligned}
    assert groups["started"] == [
        "Unge er begyndt i et forløb på en havnevirksomhed", "Borgere med epilepsi er begyndt i et jobforløb",
        "Borgere er begyndt i et forløb",
    ]  # fmt: skip
    assert {"in_job", "completed", "retained"} <= set(groups)
    aligned = sum(len(group.targets) for group in comparison.aligned)
    assert aligned + len(comparison.unaligned) == len(comparison.targets)


def test_municipalities_have_parts_of_targets(library: Library) -> None:
    comparison = compare_library(library, by="municipality")
    skive = [part for part in comparison.parts if part.municipality == "Skive" and part.target.id == "A3"]
    assert [(part.aimed, part.actual, part.achievement, part.status) for part in skive] == [(30, 33, 1.1, "achieved")]
    assert {group.name for group in comparison.groups} == {part.municipality for part in comparison.parts}
    assert sum(cell.targets for cell in comparison.matrix) == len(comparison.parts)


def test_pools_and_years_sum_up_their_reports(library: Library, comparison: Comparison) -> None:
    for by in ("pool", "year"):
        grouped = compare_library(library, by=by)
        assert sum(group.reports for group in grouped.groups) == 3
        assert sum(cell.targets for cell in grouped.matrix) == len(comparison.targets)
        assert grouped.totals == comparison.totals


def test_one_level_alone(library: Library) -> None:
    comparison = compare_library(library, level="impact")
    assert {cell.level for cell in comparison.matrix} == {one.level for one in comparison.targets} == {"impact"}
    figures = [one for one in comparison.key_figures if one.figure == "participants"]
    assert all(one.value for one in figures), "key figures are of the project, not of a level"


def test_a_pool_goes_by_name_account_or_part_of_its_name(library: Library) -> None:
    whole = next(project for project in compare_library(library).projects if project.pool and project.account)
    for name in (str(whole.pool).upper(), str(whole.account), str(whole.pool)[2:9]):
        assert whole in compare_library(library, pool=name).projects
    with pytest.raises(PoolUnknown) as caught:
        compare_library(library, pool="Ingen pulje hedder sådan")
    assert str(whole.pool) in caught.value.todo


def test_an_empty_library_says_so(tmp_path: Path) -> None:
    with open_library(tmp_path, make=True) as held, pytest.raises(LibraryEmpty, match="no report"):
        compare_library(held)


def test_only_the_first_are_looked_at_one_by_one_but_all_are_counted(tmp_path: Path) -> None:
    with compared.library_of(tmp_path, [made.report(f"Projekt {k}") for k in range(7)]) as held:
        comparison = compare_library(held, detailed=3)
    assert (comparison.scope.reports, comparison.scope.detailed) == (7, 3)
    assert len(comparison.matrix) == 7
    assert comparison.totals[0].targets == 7
    assert {one.project for one in comparison.targets} == {"Projekt 0", "Projekt 1", "Projekt 2"}
    assert [len(comparison.learnings), len(comparison.embedding), comparison.embedding_counts[0].statements] == [
        3,
        3,
        7,
    ]


def test_figures_that_compete_are_all_shown_and_none_is_taken(tmp_path: Path) -> None:
    several = [
        compared.indicator("Unge er kommet i job", "impact", "achieved", 1.0),
        compared.indicator("Ledige er kommet i job", "impact", "achieved", 1.2),
    ]
    share = compared.indicator("Borgere er kommet i job", "impact", "achieved", None)
    lost = compared.indicator("Borgere, der har mistet deres job, er kommet i job", "impact", "achieved", 1.0)
    cases = {"To": several, "Uden tal": [share], "Mistet": [lost], "Intet": []}
    with compared.library_of(tmp_path, [compared.with_targets(*case) for case in cases.items()]) as held:
        figures = {one.project: one for one in compare_library(held).key_figures if one.figure == "in_job"}
    assert {name: one.reason.code for name, one in figures.items()} == {
        "To": "several", "Uden tal": "no_result", "Mistet": "nearest", "Intet": "not_stated",
    }  # fmt: skip
    assert all(one.value is None for one in figures.values())
    assert len(figures["To"].evidence) == 2


def test_where_none_counts_a_figure_the_nearest_is_shown_and_not_taken(tmp_path: Path) -> None:
    """The silence map may know the number; the table must not say that it is not stated."""
    referred = compared.indicator("Borgere er visiteret til projektet", "activity", "partly_achieved", 0.96)
    per_cent = Quantity("96 pct.", "percent", 96.0)
    share = compared.indicator("Borgere er visiteret", "activity", "achieved", 1.0, target=per_cent, actual=per_cent)
    cases = {"Visiteret": [referred], "Andel": [share]}
    with compared.library_of(tmp_path, [compared.with_targets(*case) for case in cases.items()]) as held:
        figures = {one.project: one for one in compare_library(held).key_figures if one.figure == "participants"}
    nearest = figures["Visiteret"]
    assert (nearest.value, nearest.reason) == (None, Reason("nearest", ("Borgere er visiteret til projektet: 48",)))
    assert [one.quote for one in nearest.evidence] == ["Borgere er visiteret til projektet"]
    assert figures["Andel"].reason.code == "not_stated"


def test_what_could_not_be_read_is_told(tmp_path: Path) -> None:
    with compared.library_of(tmp_path, [compared.with_targets("Med", [])]) as held:
        assert not compare_library(held).scope.unread
        for name in ("b.pdf", "a.pdf"):
            error = NotAPdf(f"{name} is not a PDF.", "Give a PDF.")
            fail(held, Found(f"/arkiv/{name}", 1, 1), name[0] * 64, error, reader="1")
        unread = compare_library(held, pool="Job til alle").scope.unread
    assert unread == ("a.pdf", "b.pdf")


def test_a_midterm_report_has_figures_so_far(tmp_path: Path) -> None:
    begun = [compared.indicator("Borgere er begyndt i et forløb", "activity", "ongoing", 0.5)]
    budget = Budget(1_000_000, "DKK", "granted")
    held = compared.with_targets("Halvvejs", begun, kind="midterm_evaluation", budget=budget)
    with compared.library_of(tmp_path, [held]) as library:
        figures = {one.figure: one for one in compare_library(library).key_figures}
    assert (figures["participants"].value, figures["participants"].reason.code) == (25, "stated_so_far")
    each = figures["grant_per_participant"]
    assert (each.value, each.reason.code) == (40_000, "divided_so_far")


def test_a_newer_version_takes_the_place_of_the_old(tmp_path: Path) -> None:
    old, new = made.report("Nordlys", published="2020"), made.report("Nordlys", published="2021")
    with compared.library_of(tmp_path, [new, old]) as held:
        comparison = compare_library(held)
    assert [project.published for project in comparison.projects] == ["2021"]
    assert sum(cell.targets for cell in comparison.matrix) == 1


def test_what_is_said_of_dropouts_learnings_and_forankring(tmp_path: Path) -> None:
    place = (Region(1, nouns.BOX),)
    held = made.report("Nordlys", dropouts=(Dropout("Lemvig", "2020", "pengene slap op", place[0]),))
    held = replace(
        held,
        learnings=(Learning("Rekrutteringen tog længere tid end ventet.", "Samarbejdet", "2", 1, place),
                   Learning("Rekrutteringen tog længere tid end ventet.", "Konklusion", "2", 1, place)),
        embedding=(Embedding("Kommunen betaler for tilbuddet fra næste år.", None, "2", 1, place, "continues"),),
    )  # fmt: skip
    with compared.library_of(tmp_path, [held]) as library:
        comparison = compare_library(library)
    (left,) = comparison.dropouts
    assert (left.name, left.when, left.reason, left.evidence.page) == ("Lemvig", "2020", "pengene slap op", 1)
    assert left.evidence.bbox == nouns.BOX
    assert [(one.theme, one.basis) for one in comparison.learnings] == [
        ("cooperation", "heading"), ("recruitment", "content"),
    ]  # fmt: skip
    assert comparison.embedding[0].payer == "Kommunen betaler for tilbuddet fra næste år."


_INDICATORS = st.lists(
    st.builds(
        compared.indicator,
        st.sampled_from(("Borgere er begyndt i et forløb", "Unge er kommet i job", "Der er holdt møder", "")),
        st.sampled_from(LEVELS),
        st.sampled_from(STATUSES),
        st.none() | st.floats(0, 3),
    ),
    max_size=6,
)


@settings(max_examples=25, deadline=None)
@given(st.lists(_INDICATORS, min_size=1, max_size=5), st.randoms())
def test_order_makes_no_difference_and_nothing_is_counted_twice(lists: list[list[Indicator]], chance: object) -> None:
    reports = [
        compared.with_targets(f"Projekt {k}", own, pool=Pool(f"Pulje {k % 2}", 2010 + k % 2, None))
        for k, own in enumerate(lists)
    ]
    mixed = list(reports)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    found = []
    for order in (reports, mixed):
        with TemporaryDirectory() as folder, compared.library_of(Path(folder), order) as held:
            found.append([compare_library(held, by=by) for by in ("project", "pool", "year")])
    assert found[0] == found[1]
    for comparison in found[0]:
        assert sum(cell.targets for cell in comparison.matrix) == sum(map(len, lists)) == len(comparison.targets)
        taken = Counter((one.report, one.place) for group in comparison.aligned for one in group.targets)
        assert all(count == 1 for count in taken.values())
        assert sum(taken.values()) + len(comparison.unaligned) == len(comparison.targets)
