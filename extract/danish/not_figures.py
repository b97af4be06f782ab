"""Numbers that count nothing: references, paragraphs of law, times, telephone and register numbers, codes."""

from __future__ import annotations

import re

_REFERENCE = (
    r"tabel(?:len|ler)?|figur(?:en|er)?|bilag(?:et)?|afsnit(?:tet)?|kapitel|kapitler(?:ne)?|kap\.|side|siderne|s\.|p\.|pp\.|pkt\.|punkt(?:erne)?|"
    r"note|fodnote|boks|artikel|art\.|stk\.|litra|ligning|diagram|graf|skema|kort|annex|appendiks|spørgsmål|øvelse|"
    r"paragraf|illustration|eksempel|billede|del-?konklusion|tekstboks|oversigt"
)
_NUMBERED = (
    r"mål|delmål|formål|aktivitet|indikator|leverance|milepæl|fase|spor|trin|niveau|model|modul|gruppe|klasse|delprojekt|projekt|"
    r"runde|bølge|version|v\.|ver\.|udgave|kategori|tema|type|scenarie|hold|hypotese|case|interview|akt|del"
)
_NUMBER = r"(?:nr\.?\s?|nummer\s)?\d+[a-z]?\b(?:[.\-–]\d+\b)*"
_UNIT = r"(?:[.,]\d+)*\s?(?:pct|procent|%|kr\b|kroner|mio|mia|mill)"
_MORE = rf"(?:\s?(?:,\s?{_NUMBER}(?!\s?\w)|(?:og|samt|eller|til|[-–])\s?{_NUMBER})(?!{_UNIT}))*"
_STREET = (
    r"vej|vejen|gade|gaden|stræde|strædet|allé|plads|pladsen|"
    r"torv|torvet|boulevard|vænge|vænget|park|parken|bakken|kaj|kajen|havn|gård|gården"
)
_DIGIT = re.compile(r"\d|klokken", re.IGNORECASE)
_PATTERN = re.compile(
    "|".join(
        (
            r"\bskala(?:en)?(?:\s(?:på|med|går|fra|værdierne))*[:\s]\s?\d+\s?(?:-|–|til)\s?\d+",
            r"https?://\S+|www\.\S+|[\w.+-]+@[\w-]+\.\w+",
            r"(?<![\d.])\d\d\.\d\d\.\d\d\.\d\d(?![.]?\d)",
            r"§+\s?\d+(?:\s?[a-z]\b)?(?:\.\d+)*(?:,?\s*(?:stk|nr|pkt)\.\s?\d+)*(?:\s?(?:,|og|samt|eller|til|[-–])\s?(?:§\s?)?\d+(?![\d.,]*\s?(?:pct|%|kr|\w))(?:,?\s*stk\.\s?\d+)*)*",
            rf"\b(?:{_REFERENCE})\s?{_NUMBER}{_MORE}",
            rf"\b(?:{_NUMBERED})\s\d{{1,2}}(?:\.\d+)*\b(?!\s?(?:pct|procent|%|kr\b|mio|[-–]\s?\d|,\d|\.\d|½|x\s?\d))",
            r"\b(?:[\w-]*n(?:umme)?r\.?|nummer|journal\w*|sags\w*nr\.?|cvr(?:-\w+)?|ean|isbn|issn|cpr|doi|lbk|tlf\.?|telefon|mobil|fax|postboks|dok\w*\.?nr\.?)[:.\s]+(?:\+?[\d][\d\s./-]*\d|\d+)",
            r"\bklokken\s+(?:var\s+|er\s+|halv\s+|kvart\s+(?:i|over)\s+)*\w+(?:\s+til\s+\w+)?",
            rf"(?-i:\b(?:[A-ZÆØÅ][\wæøå]*(?:{_STREET})|Torv|Plads|Allé|Kaj)\s\d{{1,3}}\s?[A-Z]?\b)(?!\s[a-zæøå])",
            r"(?-i:^\s*\d{1,2}\s+(?=[A-ZÆØÅ][a-zæøå]+[\s/-]\S+\s))",
            r"\b(?:kl\.|klokken|kl)\s?\d{1,2}(?:[.:]\d\d)?(?:\s?[-–]\s?\d{1,2}(?:[.:]\d\d)?)?",
            r"\+45(?:\s?\d\d){4}|(?<![\d.,])\d\d \d\d \d\d \d\d(?![\d.,]*\d)|(?<![\d.,])\d{6}-(?:\d{4}|[x*]{4})\b",
            r"(?<![\d.,])\d{8,}(?!\d|[.,]\d|\s?(?:kr|dkk))",
            r"(?<![\d.,])\d{1,3}\s?[A-Z]?,\s(?=\d\.\s?(?:sal|th|tv)|st\.\s?(?:th|tv)|(?-i:\d{4}\s[A-ZÆØÅ][a-zæøå]))",
            r"(?<![\d.,])\d{4}\s(?-i:(?=[A-ZÆØÅ][a-zæøå]))",
            r"(?<!\w)(?!(?:kr|dkk|eur|usd)\d)[A-ZÆØÅ]\w*-?\d[\w\-/]*(?:\.\d+)*",
            r"(?<![\d.,])\d+:\d+|24/7|50/50|(?<![\d.,/])(?:(?:19|20)\d\d/\d{3,}|\d+/0\d+)",
            r"(?<![\d.,])(?<!hver )(?<!hvert )"
            r"\d{1,3}\.(?:,\s\d{1,3}\.)*(?:(?:\s?[-–]\s?|\sog\s)\d{1,3}\.)?(?-i:(?=\s[a-zæøå]))",
            r"^\s*\d{1,2}\.(?=\s+[A-ZÆØÅ])|(?:^|(?<=[\s;:]))\d{1,2}\)(?=\s)",
            r"(?<![\d.,])\d+-(?!års?\b|årige?s?\b|måneders?\b|ugers?\b|dages?\b|timers?\b|minutters?\b)(?=[a-zæøå])",
        )
    ),
    re.IGNORECASE,
)


def not_figures_in(text: str) -> list[tuple[int, int]]:
    """The spans ``(start, end)`` of numbers that are no figures, in order."""
    if not _DIGIT.search(text):
        return []
    return [match.span() for match in _PATTERN.finditer(text) if not _closes(text, match)]


def _closes(text: str, match: re.Match[str]) -> bool:
    """Whether the bracket behind a number closes one before it, so that it numbers no item: "(50 ud af 72)"."""
    before = text[: match.start()]
    return match[0].endswith(")") and before.count("(") > before.count(")")
