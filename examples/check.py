"""Looks the gold texts of an example up in its PDF once more, with pdftotext: python check.py nordlys havnen broerne"""
import json
import re
import subprocess
import sys
import unicodedata
from pathlib import Path

HERE = Path(__file__).resolve().parent


def bare(text):
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text).lower())


def check(name):
    pdf, gold = HERE / name / f"{name}.pdf", json.loads((HERE / name / f"{name}.gold.json").read_text(encoding="utf-8"))
    readings = [[bare(p) for p in subprocess.run(["pdftotext", *mode, pdf, "-"], capture_output=True, text=True, check=True).stdout.split("\f")] for mode in ([], ["-raw"])]
    bad = 0

    def look(what, text, pages):
        """The whole text on its page, or else every word of it there or on the next page."""
        nonlocal bad
        if any(bare(text) in r[p - 1] for r in readings for p in pages):
            return
        near = [r[p - 1] for r in readings for q in pages for p in (q, q + 1) if p <= len(r)]
        missing = [w for w in text.split() if not any(bare(w) in t for t in near)]
        if missing:
            bad += 1
            print(f"{name}: {what}, page {pages}: {missing} of {text!r}")

    for key, field in (("text_probes", "text"), ("learnings", "contains"), ("embedding", "contains"), ("footnotes", "contains"), ("front_contains", "contains"), ("margin_headings", "title"), ("headings", "title"), ("no_findings", "quote"), ("indicators", "text")):
        for item in gold[key]:
            look(key, item[field], [item["page"]])
    for table in gold["tables"]:
        for text in [f"{table['label']} {table['caption']}", *table["notes"], *(c for r in table["rows"] for c in r if c)]:
            look(table["label"], text, table["pages"])
    print(f"{name}: {bad} not found")
    return bad


if __name__ == "__main__":
    sys.exit(1 if sum(check(name) for name in sys.argv[1:] or ("nordlys", "havnen", "broerne")) else 0)
