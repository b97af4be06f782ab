from __future__ import annotations

from dataclasses import replace

from extract.report import Block, Region, TextLine
from qa.across import answer_at
from qa.desk import desk_of_reports
from tests.index.made import block, report, section

BOX = (70.0, 100.0, 520.0, 112.0)
BROKEN = "Solrød Kommune forlod projektet i marts 2019 efter et ledelsesskift i jobcentret, hvor alle fik nyt arbejde."


def broken_over_pages() -> Block:
    cut = BROKEN.index("2019")
    lines = (TextLine(0, cut - 1, 4, BOX), TextLine(cut, len(BROKEN), 5, BOX))
    return Block("b1", "paragraph", BROKEN, (Region(4, BOX), Region(5, BOX)), lines)


def test_a_sentence_over_a_page_break_is_quoted_from_both_pages() -> None:
    note = replace(report(), sections=(section("1", "Baggrund", broken_over_pages()),), tables=())
    answer = answer_at(desk_of_reports([note]), "Hvorfor forlod Solrød projektet?")
    quotes = {citation.page: citation.quote for citation in answer.citations}
    assert quotes == {4: "Solrød Kommune forlod projektet i marts", 5: BROKEN[BROKEN.index("2019") :]}


def test_what_a_list_says_is_found_by_the_words_that_lead_it_in() -> None:
    items = ("at de har fået flere fleksjob", "at medarbejderne er blevet klogere", "at samarbejdet er bedre")
    blocks = [block(1, "Jobcentrene fremhæver selv som udbytte af at deltage:")]
    blocks += [block(number, text, "list_item") for number, text in enumerate(items, start=2)]
    note = replace(report(), sections=(section("1", "Læring", *blocks),), tables=())
    answer = answer_at(desk_of_reports([note]), "Hvilket udbytte fremhæver jobcentrene af at deltage?")
    assert {citation.quote for citation in answer.citations} == set(items)


def test_the_reason_is_said_with_what_it_is_the_reason_of() -> None:
    text = "Kurset i Greve blev aflyst. Underviseren var rejst. Det skyldtes, at lønnen var for lav."
    note = replace(report(), sections=(section("1", "Kurser", block(1, text)),), tables=())
    answer = answer_at(desk_of_reports([note]), "Hvorfor blev kurset i Greve aflyst?")
    assert answer.answer.startswith(f"“{text}”")
