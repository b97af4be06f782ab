"""`corpus report` in a real browser: it renders, filters, opens quotes, fits a phone, prints, runs nothing foreign."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from corpus.entry import entry_of
from corpus.library import open_library
from corpus.page.book import Book
from corpus.page.deliver import library_book
from corpus.page.html import page
from corpus.place import NAME
from corpus.writing import keep
from extract.output import Locale
from extract.read import read_report
from extract.report import Learning, Report
from tests import browser as chromium
from tests.corpus import made

pytestmark = [pytest.mark.reader, pytest.mark.slow]

EVIL = "<script>window.caught = 1</script><img src=x onerror='window.caught = 1'>\"'>{{ 7 * 7 }}</style></script>"
CONTRAST = """
const light = (text) => { const c = text.match(/[\\d.]+/g).slice(0, 3).map((v) => { v /= 255;
  return v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; }); return 0.2126*c[0] + 0.7152*c[1] + 0.0722*c[2]; };
const behind = (e) => { while (e) { const b = getComputedStyle(e).backgroundColor;
  if (!b.endsWith(', 0)') && b !== 'transparent') return b; e = e.parentElement; } return 'rgb(255,255,255)'; };
return arguments[0].map((selector) => { const e = document.querySelector(selector); if (!e) return 99;
  const [a, b] = [light(getComputedStyle(e).color), light(behind(e))];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05); });
"""


@pytest.fixture(scope="module")
def reports(examples: dict[str, Path]) -> list[Report]:
    return [read_report(examples[name]) for name in ("nordlys", "havnen", "broerne")]


def book_of(reports: list[Report], folder: Path) -> Book:
    with open_library(folder / NAME, make=True) as library:
        for report in reports:
            keep(library, made.found(report), entry_of(report), reader="1")
        return library_book(library)


@pytest.fixture(scope="module")
def book(reports: list[Report], tmp_path_factory: pytest.TempPathFactory) -> Book:
    return book_of(reports, tmp_path_factory.mktemp("library"))


@pytest.fixture(scope="module")
def file(book: Book, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "report.html"
    path.write_text(page(book, Locale.DA), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def running() -> Iterator[Any]:
    with chromium.running() as held:
        yield held


@pytest.fixture
def shown(running: Any, file: Path) -> Any:
    """The page as it is when it was just opened; nothing may have been said on the console when the test ends."""
    running.get_log("browser")
    chromium.look(running)
    running.get(file.as_uri())
    return running


def visible(browser: Any, selector: str) -> list[Any]:
    return [one for one in browser.find_elements(By.CSS_SELECTOR, selector) if one.is_displayed()]


def choose(browser: Any, ident: str, value: str) -> None:
    script = "const e = document.getElementById(arguments[0]); e.value = arguments[1];"
    script += "e.dispatchEvent(new Event('input', {bubbles: true})); return e.value;"
    assert browser.execute_script(script, ident, value) == value


def texts(browser: Any, selector: str) -> str:
    return str(browser.execute_script("return document.querySelector(arguments[0]).textContent", selector))


def test_it_shows_what_the_reports_say(shown: Any, reports: list[Report]) -> None:
    assert shown.title == "Hvad projekterne nåede"
    counts = Counter(one.level for report in reports for one in report.indicators)
    assert len(shown.find_elements(By.CSS_SELECTOR, "#targets .target")) == sum(counts.values())
    for report in reports:
        row = next(
            row
            for row in shown.find_elements(By.CSS_SELECTOR, "#matrix tbody tr")
            if row.find_element(By.CSS_SELECTOR, "th").text.startswith(str(report.metadata.project))
        )
        for level in counts:
            here = [one for one in report.indicators if one.level == level]
            cell = row.find_element(By.CSS_SELECTOR, f'td[data-level="{level}"]').text
            met = sum(one.status == "achieved" for one in here)
            assert cell.startswith(f"{met} af {len(here)} opfyldt")
            assert (
                sum(map(int, re.findall(r"(\d+) (?:delvist|ikke|i gang|opgivet|uafklaret)", cell))) == len(here) - met
            )
    learnings = sum(len(report.learnings) for report in reports)
    assert len(shown.find_elements(By.CSS_SELECTOR, "#learnings li")) == learnings
    assert len(shown.find_elements(By.CSS_SELECTOR, "#embedding li")) == sum(len(r.embedding) for r in reports)
    assert shown.get_log("browser") == []


def test_nothing_is_told_by_colour_alone(shown: Any) -> None:
    chips = shown.execute_script(
        "return [...document.querySelectorAll('.chip')].map((chip) => chip.textContent.trim())"
    )
    assert chips
    assert all(re.search(r"[a-zæøå]{3}", chip) for chip in chips)
    assert all(re.search(r"\w", mark.text) for mark in visible(shown, ".silence-table .mark"))


def test_filters(shown: Any) -> None:
    everything = len(shown.find_elements(By.CSS_SELECTOR, "#targets .target"))
    assert texts(shown, "#shown") == f"Viser {everything} af {everything} mål"
    choose(shown, "by-project", "p2")
    assert {
        row.get_attribute("data-project") for row in visible(shown, "#targets [data-row], #matrix tr[data-row]")
    } == {"p2"}
    assert len(visible(shown, "#matrix tbody tr")) == 1
    assert len(visible(shown, ".silence-table thead th")) == 2
    choose(shown, "by-project", "")
    choose(shown, "by-status", "not_achieved")
    statuses = {row.get_attribute("data-status") for row in visible(shown, "#targets .target")}
    assert statuses == {"not_achieved"}
    assert 0 < int(texts(shown, "#shown").split()[1]) < everything
    assert shown.find_elements(By.CSS_SELECTOR, "a.cell.dim")
    choose(shown, "by-level", "impact")
    assert visible(shown, "#targets .target") == []
    assert len(visible(shown, "#matrix thead th")) == 2
    shown.find_element(By.ID, "reset").click()
    assert texts(shown, "#shown") == f"Viser {everything} af {everything} mål"
    choose(shown, "by-text", "KOLLEGAMØDE")
    held = visible(shown, "#targets .target, #learnings li")
    assert held
    assert all("kollegamøde" in row.text.lower() for row in held)
    pool = shown.execute_script("return document.getElementById('by-pool').options[1].value")
    shown.find_element(By.ID, "reset").click()
    choose(shown, "by-pool", pool)
    assert len(visible(shown, "#matrix tbody tr")) == 1
    assert shown.get_log("browser") == []


def test_a_cell_opens_its_quotes(shown: Any, book: Book) -> None:
    first = book.projects[0]
    level = next(level for level in book.levels if first.at(level))
    cell = shown.find_element(By.CSS_SELECTOR, f'a.cell[data-open="t-{first.key}-{level}"]')
    cell.click()
    dialog = shown.find_element(By.ID, "quotes")
    assert dialog.is_displayed()
    assert dialog.find_element(By.ID, "quotes-title").text.startswith(first.project.name)
    said = dialog.text
    for target in first.at(level):
        assert target.evidence.quote in said
        assert f"{target.evidence.file}, side {target.evidence.page}" in said
    dialog.find_element(By.ID, "close").click()
    assert not dialog.is_displayed()


def test_keys_do_what_a_mouse_does(shown: Any) -> None:
    shown.find_element(By.TAG_NAME, "body").send_keys(Keys.TAB)
    assert shown.switch_to.active_element.get_attribute("class") == "skip"
    button = visible(shown, ".silence-table button")[0]
    shown.execute_script("arguments[0].focus()", button)
    button.send_keys(Keys.ENTER)
    dialog = shown.find_element(By.ID, "quotes")
    assert dialog.is_displayed()
    assert len(dialog.find_elements(By.CSS_SELECTOR, "blockquote")) >= 1
    assert shown.execute_script("return document.getElementById('quotes').contains(document.activeElement)")
    dialog.send_keys(Keys.ESCAPE)
    assert not dialog.is_displayed()
    assert shown.switch_to.active_element == button
    reached = shown.execute_script(
        "return [...document.querySelectorAll('a.cell, button, select, input, summary')].filter((e) => e.tabIndex < 0)"
    )
    assert reached == []


@pytest.mark.parametrize("width", [360, 412, 768, 1280])
def test_the_page_is_never_wider_than_the_window(shown: Any, width: int) -> None:
    chromium.look(shown, width=width, height=740)
    for opened in (False, True):
        shown.execute_script("document.querySelectorAll('details').forEach((e) => { e.open = arguments[0]; })", opened)
        assert shown.execute_script("return document.documentElement.scrollWidth") <= width
        out = shown.execute_script(
            "return [...document.querySelectorAll('main *')].filter((e) => !e.closest('.scroll, svg, dialog') && "
            "e.getBoundingClientRect().right > innerWidth + 1).map((e) => e.outerHTML.slice(0, 80))"
        )
        assert out == []


BROKEN = """
    const broken = [], range = document.createRange();
    for (const cell of document.querySelectorAll(arguments[0])) {
        const text = cell.firstChild;
        for (const word of text.data.matchAll(/[^\\s-]+/g)) {
            range.setStart(text, word.index); range.setEnd(text, word.index + word[0].length);
            if (range.getClientRects().length > 1) broken.push(word[0]);
        }
    }
    return broken
"""
"""Words that run over two lines without a hyphen of their own."""


def test_a_phone_shows_readable_words(shown: Any) -> None:
    chromium.look(shown, width=360, height=740)
    small = shown.execute_script(
        "return [...document.querySelectorAll('main p, main td, main th, main li, main blockquote')]"
        ".filter((e) => e.checkVisibility() && parseFloat(getComputedStyle(e).fontSize) < 12).length"
    )
    assert small == 0
    drawn = shown.execute_script(
        "const s = document.querySelector('.chart svg'), w = s.getBoundingClientRect().width / s.viewBox.baseVal.width;"
        "return w * Math.min(...[...s.querySelectorAll('text')].map((t) => parseFloat(t.getAttribute('font-size'))))"
    )
    assert drawn >= 8
    assert shown.execute_script(BROKEN, ".silence-table tbody th:first-child") == []
    visible(shown, "a.cell")[0].click()
    assert shown.find_element(By.ID, "quotes").size["width"] <= 360


@pytest.mark.parametrize("dark", [False, True])
def test_words_stand_out_in_light_and_dark(shown: Any, dark: bool) -> None:
    chromium.look(shown, dark=dark)
    selectors = ["body", ".small", "a", "blockquote", "a.cell", "figcaption", ".tiles dt", "td.silent .mark"]
    selectors += [
        "td.stated .mark",
        *(f".chip.{one}" for one in ("achieved", "partly_achieved", "not_achieved", "unknown")),
    ]
    ratios = dict(zip(selectors, shown.execute_script(CONTRAST, selectors), strict=True))
    assert {name: ratio for name, ratio in ratios.items() if ratio < 4.5} == {}


def test_print_shows_everything_and_no_controls(shown: Any, book: Book) -> None:
    chromium.look(shown, media="print")
    assert visible(shown, ".filters, nav.contents, .skip") == []
    chromium.look(shown, dark=True)
    document = pypdfium2.PdfDocument(chromium.printed(shown))
    text = " ".join(" ".join(sheet.get_textpage().get_text_bounded().split()) for sheet in document)
    assert len(document) > 3
    assert "Tavshedskort" in text
    for project in book.projects:  # also those whose targets are folded away on the screen
        assert project.targets[-1].text[:40] in text
    assert "Nulstil" not in text
    assert shown.execute_script("return document.querySelectorAll('details[open]').length") < 10


def test_it_is_one_file_that_loads_nothing(shown: Any, file: Path) -> None:
    assert shown.execute_script("return performance.getEntriesByType('resource').length") == 0
    html = file.read_text("utf-8")
    links = re.findall(r"""\s(?:src|href|action|srcset)=["']?([^"'\s>]*)""", html)
    assert {link for link in links if not link.startswith(("#", "data:"))} == set()
    assert "@import" not in html
    policy = shown.execute_script("return document.querySelector('meta[http-equiv]').content")
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    shown.execute_script(
        "const s = document.createElement('script'); s.textContent = 'window.late = 1'; document.body.append(s)"
    )
    assert shown.execute_script("return window.late") is None  # the policy holds
    assert len(html) < 600_000


def test_charts_have_their_figures_as_tables(shown: Any, book: Book) -> None:
    charts = shown.find_elements(By.CSS_SELECTOR, ".chart")
    assert len(charts) == 4
    for chart in charts:
        assert chart.find_element(By.TAG_NAME, "svg").get_attribute("aria-hidden") == "true"
        assert chart.find_elements(By.CSS_SELECTOR, "tbody tr")
    cells = shown.execute_script(
        "return [...document.querySelectorAll('#chart-by-level tbody td')].map((cell) => Number(cell.textContent))"
    )
    assert sum(cells) == book.targets


def test_without_scripts_quotes_are_there_to_read(running: Any, file: Path) -> None:
    chromium.look(running)
    running.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        running.get(file.as_uri())
        assert not running.find_element(By.ID, "filters").is_displayed()
        quotes = running.find_elements(By.CSS_SELECTOR, ".silence-table blockquote")
        assert quotes
        assert quotes[0].is_displayed()
    finally:
        running.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


def test_words_of_reports_are_never_markup(running: Any, tmp_path: Path) -> None:
    evil = made.report(EVIL, title=EVIL)
    place = evil.learnings[0].regions
    quote = replace(evil.indicators[0].evidence[0], quote=EVIL)
    evil = replace(
        evil,
        indicators=(replace(evil.indicators[0], text=EVIL, evidence=(quote,)),),
        learnings=(Learning(EVIL, EVIL, "2", 1, place),),
        source=replace(evil.source, file=f"{EVIL[:40].replace('/', '_')}.pdf"),
    )
    path = tmp_path / "evil.html"
    path.write_text(page(book_of([evil, made.report("Nordlys")], tmp_path), Locale.DA), encoding="utf-8")
    running.get_log("browser")
    chromium.look(running)
    running.get(path.as_uri())
    assert running.execute_script("return window.caught") is None
    assert len(running.find_elements(By.TAG_NAME, "script")) == 1
    assert running.find_elements(By.CSS_SELECTOR, "img") == []
    assert "<script>window.caught" in running.find_element(By.CSS_SELECTOR, "#matrix tbody").text
    running.find_element(By.CSS_SELECTOR, "a.cell").click()
    assert "onerror='window.caught = 1'" in running.find_element(By.ID, "quotes").text
    assert "49" not in running.find_element(By.ID, "quotes-title").text
    assert running.execute_script("return window.caught") is None
    assert running.get_log("browser") == []


def test_in_english(running: Any, book: Book, tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    path.write_text(page(book, Locale.EN), encoding="utf-8")
    running.get(path.as_uri())
    assert running.execute_script("return document.documentElement.lang") == "en"
    assert [h.text for h in running.find_elements(By.CSS_SELECTOR, "main > section > h2")][:3] == [
        "Overview", "Attainment", "Target by target",
    ]  # fmt: skip
    chips = {chip.text for chip in running.find_elements(By.CSS_SELECTOR, "#matrix .legend .chip")}
    assert any("partly achieved" in chip for chip in chips)
    danish = running.execute_script("return [...document.querySelectorAll('blockquote')].every((q) => q.lang === 'da')")
    assert danish
