from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.danish.hyphens import Joined, join_lines, repair_inline
from extract.danish.lexicon import Lexicon

EMPTY = Lexicon()
VOWELS = set("aeiouyæøå")

BROKEN = [
    ("bor-|gere", "borgere"),
    ("arbejds-|markedsindsats", "arbejdsmarkedsindsats"),
    ("beskæfti-|gelsesind-|satsen", "beskæftigelsesindsatsen"),
    ("Handi-|cap", "Handicap"),
    ("(opfyl-|delse)", "(opfyldelse)"),
    ("RESUL-|TATER", "RESULTATER"),
    ("her-|til", "hertil"),
    ("opmærk-|som", "opmærksom"),
    ("data-|delings-/integrationsløsninger", "datadelings-/integrationsløsninger"),
    ("erfarings-|udvekslings- og læring", "erfaringsudvekslings- og læring"),
]
REAL = [
    ("COVID-|19", "COVID-19"),
    ("2015-|2020", "2015-2020"),
    ("IT-|systemer", "IT-systemer"),
    ("HR-|afdelingen", "HR-afdelingen"),
    ("NemID-|løsning", "NemID-løsning"),
    ("it-|sikkerhed", "it-sikkerhed"),
    ("tv-|avisen", "tv-avisen"),
    ("ikke-|vestlige", "ikke-vestlige"),
    ("e-|mail", "e-mail"),
    ("Lyngby-|Taarbæk", "Lyngby-Taarbæk"),
    ("12-|måneders", "12-måneders"),
    ("follow-|up", "follow-up"),
    ("en-til-|en", "en-til-en"),
    ("system-|til-system", "system-til-system"),
    ("dansk-|norske", "dansk-norske"),
    ("”Ny chance”-|projektet", "”Ny chance”-projektet"),
    ("ind-|/udmelding", "ind-/udmelding"),
    ("og/|eller", "og/eller"),
    ("netværk/|-klynger", "netværk/-klynger"),
    ("2019–|2020", "2019–2020"),
]
SUSPENDED = [
    ("aktivitets-|og resultatmål", "aktivitets- og resultatmål"),
    ("resultat-|eller effektmål", "resultat- eller effektmål"),
    ("fag-|samt ledelsesgruppe", "fag- samt ledelsesgruppe"),
    ("kort-|og/eller langsigtet", "kort- og/eller langsigtet"),
    ("drifts-|hhv. udviklingsmål", "drifts- hhv. udviklingsmål"),
    ("ung-|til voksenliv", "ung- til voksenliv"),
    ("opsamlings-,|udvekslings-|og læringsmøder", "opsamlings-, udvekslings- og læringsmøder"),
    ("social-|(og sundheds-)", "social- (og sundheds-)"),
    ("3-|og 4-årige", "3- og 4-årige"),
    ("tid –|og sted", "tid – og sted"),
    ("-|første punkt", "- første punkt"),
]
ADDRESSES = [
    ("https://example.dk/om-|os/", "https://example.dk/om-os/"),
    ("https://example.dk/|puljer/2019", "https://example.dk/puljer/2019"),
    ("https://example.dk/ws/|Web Service", "https://example.dk/ws/ Web Service"),
    ("https://example.dk/Standar-|der/", "https://example.dk/Standarder/"),
    ("navn@example.|dk", "navn@example.dk"),
    ("navn@example.dk.|Kontakt", "navn@example.dk. Kontakt"),
    ("www.example.|dk/om", "www.example.dk/om"),
]


@pytest.mark.parametrize(("printed", "text"), BROKEN + REAL + SUSPENDED + ADDRESSES)
def test_seams_without_any_word_of_the_document(printed: str, text: str) -> None:
    assert join_lines(printed.split("|"), EMPTY).text == text


@pytest.mark.parametrize(
    ("printed", "words", "text"),
    [
        ("e-|mail", "email", "email"),
        ("mentor-|ordning", "mentor-ordning", "mentor-ordning"),
        ("Roskilde-|modellen", "Roskilde-modellen", "Roskilde-modellen"),
        ("Xenon-|modellen", "Xenon", "Xenon-modellen"),
        ("CareCommunicati-|on", "CareCommunication", "CareCommunication"),
        ("mod-|eller", "modeller", "modeller"),
        ("rum-|men", "rummen", "rummen"),
    ],
)
def test_the_documents_own_words_decide_first(printed: str, words: str, text: str) -> None:
    assert join_lines(printed.split("|"), Lexicon.of(words.split())).text == text


def test_soft_hyphens_and_the_signs_of_text_layers() -> None:
    lexicon = Lexicon.of(["borgere"])
    for sign in ("\u00ad", "\u2010", "\u2011", "\u0002", "\ufffe"):
        assert join_lines([f"alle bor{sign}", "gere"], lexicon).text == "alle borgere"
    assert repair_inline("bor\u00adgere og COVID\u00ad19, aktivitets\u00ad og mål", lexicon) == (
        "borgere og COVID-19, aktivitets- og mål"
    )


def test_characters_are_tidied() -> None:
    assert repair_inline("\ufb01nansa\u030ar \u00a0 \u200bslut\t", EMPTY) == "finansår slut"


@pytest.mark.parametrize(
    ("text", "repaired"),
    [
        ("Handi- cap er kendt", "Handicap er kendt"),
        ("virksomheds- indsats", "virksomhedsindsats"),
        ("kort- langsigtet", "kort- langsigtet"),
        ("aktivitets- og resultatmål", "aktivitets- og resultatmål"),
        ("uddannelses- beskæftigelses- og", "uddannelses- beskæftigelses- og"),
        ("2015- 2020", "2015- 2020"),
        ("a - b", "a - b"),
    ],
)
def test_stray_spaces_are_closed_only_where_that_is_clear(text: str, repaired: str) -> None:
    assert repair_inline(text, EMPTY) == repaired


def test_spans_name_each_lines_own_part() -> None:
    joined = join_lines(["De fleste bor-", "", "gere nåede aktivitets-", "og resultatmål"], Lexicon.of(["borgere"]))
    assert joined.text == "De fleste borgere nåede aktivitets- og resultatmål"
    assert [joined.text[start:end] for start, end in joined.spans] == [
        "De fleste bor", "", "gere nåede aktivitets-", "og resultatmål",
    ]  # fmt: skip


LETTERS = "abdefghijklmnoprstuvæøå"
word = st.text(LETTERS, min_size=4, max_size=14).filter(lambda w: VOWELS & set(w))
token = st.one_of(
    word,
    st.sampled_from(["og", "IT-systemer", "COVID-19", "2015-2020", "aktivitets-", "(f.eks.", "–", "-", "er/var"]),
    st.text("abÅø-/–.1\u00ad\ufb01 \u00a0(", min_size=1, max_size=6),
)
line = st.lists(token, max_size=6).map(" ".join)


def well_formed(joined: Joined, count: int) -> None:
    assert len(joined.spans) == count
    end = 0
    for start, stop in joined.spans:
        assert end <= start <= stop
        assert not joined.text[end:start].strip()
        end = stop
    assert end == len(joined.text)


@given(st.lists(line, max_size=6))
def test_spans_are_ordered_and_leave_out_nothing_but_spaces(lines: list[str]) -> None:
    joined = join_lines(lines, EMPTY)
    well_formed(joined, len(lines))
    assert joined.text == joined.text.strip()
    assert "  " not in joined.text


@given(st.lists(line, max_size=6))
def test_no_character_but_hyphens_and_spaces_is_ever_lost(lines: list[str]) -> None:
    def kept(text: str) -> str:
        return "".join(c for c in text.replace("\ufb01", "fi") if not c.isspace() and c not in "-\u00ad")

    assert kept(join_lines(lines, EMPTY).text) == kept("".join(lines))


@given(st.lists(line, max_size=6))
def test_joined_text_is_joined_already(lines: list[str]) -> None:
    text = join_lines(lines, EMPTY).text
    assert join_lines([text], EMPTY).text == text


@given(st.data(), st.lists(word, min_size=2, max_size=12))
def test_a_text_broken_anywhere_comes_back_where_the_document_knows_its_words(
    data: st.DataObject, words: list[str]
) -> None:
    lines = [""]
    for text in words:
        cut = data.draw(st.integers(2, len(text) - 2))
        if data.draw(st.booleans()) and VOWELS & set(text[:cut]) and VOWELS & set(text[cut:]):
            lines[-1] += f" {text[:cut]}-"
            lines.append(text[cut:])
        else:
            lines[-1] += f" {text}"
    joined = join_lines(lines, Lexicon.of(words))
    assert joined.text == " ".join(words)
    well_formed(joined, len(lines))
