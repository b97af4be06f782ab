"""The words that open a caption, a note or a source."""

from __future__ import annotations

import re

_NUMBER = r"(?:(?:[A-ZÆØÅ]{1,3}|[IVX]{1,5})(?:[-.–]?\d+)(?:[-.–]\d+)*|\d+(?:[-.–]\d+)*|[IVX]{1,5}|[A-Z])[a-z]?"
LABEL = re.compile(
    rf"^((?:Tabel|TABEL|Table|TABLE|Tab\.|Skema|SKEMA|Oversigt|Bilagstabel|Tabell|Tabelle)\s?{_NUMBER})(?=$|[\s.:–|-])\s*[.:–|-]*\s*(.*)$"
)
ANY_LABEL = re.compile(
    rf"^(?:Tabel|TABEL|Table|TABLE|Skema|SKEMA|Oversigt|Bilagstabel|Figur|FIGUR|Figure|FIGURE|Chart|Graf|Diagram|Boks|Box)\s?{_NUMBER}(?=$|[\s.:–|-])"
)
FIGURE = re.compile(
    rf"^(?:Figur|FIGUR|Figure|FIGURE|Fig\.|Chart|Graf|Graph|Diagram|Boks|Box|Kort|Map)\s?{_NUMBER}(?=$|[\s.:–|-])"
)
NOTE = re.compile(r"^(?:Anm(?:\.|ærkning(?:er)?)?|Noter?|Notes?|N\.?B)\s?[.:]", re.IGNORECASE)
SOURCE = re.compile(r"^(?:Kilder?|Sources?|Datakilder?)\s?:\s*", re.IGNORECASE)
