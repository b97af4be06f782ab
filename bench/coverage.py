"""Share of the words that pdftotext finds on each page that stand in the output for that page."""

from __future__ import annotations

import json
import re
import subprocess
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any

WORD = re.compile(r"\w+")


def coverage(pdf: Path, output: Path) -> tuple[float, list[str]]:
    """The share over all pages of a file, and some of the words that are missing."""
    report = json.loads(output.read_text("utf-8"))
    found = total = 0
    missing: list[str] = []
    for number, text in enumerate(_pages(pdf), 1):
        own = _texts(report, number)
        words = Counter(WORD.findall(_norm(" ".join(own))))
        run_on = "".join(WORD.findall(_norm("".join(own))))
        for word in WORD.findall(_norm(text)):
            total += 1
            if words[word] > 0:
                words[word] -= 1
                found += 1
            elif len(word) >= 2 and word in run_on:  # half of a word broken over lines, or set in pieces
                found += 1
            else:
                missing.append(f"{number}:{word}")
    return (found / total if total else 1.0), missing


def _pages(pdf: Path) -> list[str]:
    text = subprocess.run(["pdftotext", "-q", str(pdf), "-"], check=True, capture_output=True, text=True).stdout
    return text.split("\f")[:-1]


def _norm(text: str) -> str:
    return unicodedata.normalize("NFKC", text).lower().replace("\u00ad", "")


def _texts(report: dict[str, Any], page: int) -> list[str]:
    """All texts of the output that touch a page."""
    texts: list[str] = []
    for section in report["sections"]:
        if section["pages"][0] <= page <= section["pages"][1]:
            texts += [section["number"] or "", section["title"]]
        for block in section["blocks"]:
            if any(r["page"] == page for r in block["regions"]):
                texts += [block["text"], block["margin_heading"] or "", block.get("number") or ""]
    for table in report["tables"]:
        if any(r["page"] == page for r in table["regions"]):
            texts += [
                table["label"] or "",
                table["caption"] or "",
                table["source"] or "",
                *table["notes"],
                *table["columns"],
            ]
            texts += [cell["text"] for cell in table["cells"] if cell["page"] == page or cell["row"] < 0]
            texts += [p["text"] for cell in table["cells"] for p in cell["paragraphs"] if p["page"] == page]
    return texts + [f["text"] for f in report["furniture"] if f["page"] == page]
