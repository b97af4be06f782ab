"""Builds havnen.pdf with WeasyPrint (fonts-lato) and its gold and question files.

    python build.py
"""
from __future__ import annotations

import re
import sys
from html import escape
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE)]

from weasyprint import HTML  # noqa: E402

import content as c  # noqa: E402
import maker  # noqa: E402

CSS = """
@page { size: A4; margin: 22mm 20mm 22mm 20mm;
  @bottom-right { content: "Side " counter(page) " af " counter(pages); font: 8pt Lato; color: #555 }
  @top-left { content: "Kajplads · Slutevaluering"; font: 8pt Lato; color: #0d6b63; border-bottom: .5pt solid #0d6b63; padding-bottom: 2mm; vertical-align: bottom; margin-bottom: 5mm; width: 100% } }
@page :first { @bottom-right { content: none } @top-left { content: none; border: none } }
html { font: 10pt/1.5 Lato; color: #1c1c1c; hyphens: auto; hyphenate-limit-chars: 8 4 4; orphans: 2; widows: 2; font-variant-ligatures: none }
h1, h2, .caption, .cover, .contents, th { hyphens: manual }
h1 { font-size: 19pt; line-height: 1.2; color: #0d6b63; font-weight: 700; margin: 9mm 0 3mm; break-after: avoid }
h2 { font-size: 12.5pt; line-height: 1.25; color: #c2542d; font-weight: 700; margin: 6mm 0 1.5mm; break-after: avoid }
h1 + h2 { margin-top: 2mm }
h1.new { break-before: page; margin-top: 0 }
p { margin: 0 0 2.6mm; text-align: left }
ol, ul { margin: 0 0 3mm; padding-left: 6mm } li { margin-bottom: 1.2mm }
.cover { height: 115mm } .cover h0 { display: block; font-size: 34pt; line-height: 1.15; font-weight: 900; color: #0d6b63; margin-top: 25mm; margin-bottom: 8mm }
.cover p { font-size: 11pt; margin-bottom: 1.5mm }
.contents { margin-top: 10mm } .contents b { display: block; color: #c2542d; font-size: 12pt; margin-bottom: 2mm }
.contents a { display: block; color: #1c1c1c; text-decoration: none; font-size: 9.5pt; line-height: 1.5 } .contents a.l2 { padding-left: 6mm; color: #444 }
.contents a::after { content: leader(' ') target-counter(attr(href), page) }
.chapter1 { break-before: page }
.box { float: right; width: 58mm; margin: 1mm 0 4mm 7mm; padding: 4mm 5mm 2mm; background: #e3f0ee; font-size: 8.8pt; line-height: 1.4 }
.box b { display: block; color: #0d6b63; font-size: 10.5pt; margin-bottom: 1.5mm } .box p { margin-bottom: 1.5mm }
.withmargin { padding-right: 42mm; position: relative } .withmargin p { position: relative }
.side { position: absolute; left: calc(100% + 7mm); top: .4mm; width: 33mm; font-size: 8.3pt; line-height: 1.3; color: #c2542d; font-weight: 700; hyphens: auto }
table { border-collapse: collapse; width: 100%; font-size: 8.8pt; line-height: 1.35; margin: 2.5mm 0 0 } td, th { padding: 1.3mm 2mm 1.3mm 0; text-align: left; vertical-align: top } th { font-weight: 700; vertical-align: bottom }
td:first-child { hyphens: manual } tr { break-inside: avoid } thead { display: table-header-group }
.rules { border-top: 1pt solid #0d6b63; border-bottom: 1pt solid #0d6b63 } .rules th { border-bottom: .8pt solid #0d6b63 } .rules td { border-bottom: .3pt solid #b7c9c6 }
.bands td, .bands th { padding-left: 2mm } .bands thead th { background: #0d6b63; color: white } .bands tr.even td { background: #e9f1f0 }
.bare { width: 60% } .goals th:first-child { width: 44% } .goals th + th { white-space: nowrap } tr.sum td { font-weight: 700 }
.caption { font-size: 8.6pt; font-weight: 700; margin: 1.4mm 0 0; break-before: avoid } .source { font-size: 8pt; color: #555; margin: .3mm 0 4.5mm; break-before: avoid; hyphens: manual } .caption.last { margin-bottom: 4.5mm }
.dot { display: inline-block; width: 2.6mm; height: 2.6mm; border-radius: 50%; margin-right: 1.8mm }
td.status { white-space: nowrap }
blockquote { margin: 2mm 9mm 4mm; padding-left: 4mm; border-left: 2pt solid #c2542d; font-style: italic }
.two { columns: 2; column-gap: 9mm; column-fill: balance } .two h2:first-child { margin-top: 0 }
.notes { margin: 5mm 0 0; padding-top: 1.6mm; font-size: 8pt; line-height: 1.35 } .notes::before { content: ""; display: block; width: 30mm; border-top: .6pt solid #333; margin-bottom: 1.6mm }
.notes p { margin: 0 0 1mm; padding-left: 4mm; text-indent: -4mm } .notes p span { display: inline-block; width: 4mm; text-indent: 0 }
sup { font-size: 6.5pt; line-height: 0 }
"""
DOT = {"achieved": "#2e8b3d", "partly_achieved": "#e3a52c", "not_achieved": "#c0392b"}


def inline(text):
    text = re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", escape(text, quote=False))
    return re.sub(r"\[\[(\d+)\]\]", r"<sup>\1</sup>", text)


def table(t):
    look = t.options["look"]
    rows = ""
    for k, row in enumerate(t.rows):
        cells = ""
        for j, x in enumerate(row):
            dot = f'<span class="dot" style="background:{DOT[maker.STATUS[x]]}"></span>' if t.options.get("dots") and j == len(row) - 1 else ""
            cells += f'<td{" class=status" if dot else ""}>{dot}{escape(x, quote=False)}</td>'
        rows += f'<tr class="{"even" if k % 2 else "odd"}{" sum" if row[0] == "I alt" else ""}">{cells}</tr>'
    head = "".join(f"<th>{escape(x)}</th>" for x in t.columns)
    return f'<table class="{look}{" goals" if t.options.get("dots") else ""}"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table><p class="caption{"" if t.source else " last"}">{t.label}. {escape(t.caption)}</p>' + (f'<p class="source">Kilde: {escape(t.source)}</p>' if t.source else "")


def page():
    d, out = c.doc, []
    front = "".join(f"<p>{escape(x)}</p>" for x in c.FRONT)
    links = "".join(f'<a class="l{h["level"]}" href="#h{k}">{escape(h["title"])}</a>' for k, h in enumerate(d.headings))
    out.append(f'<div class="cover"><h0>{escape(c.TITLE)}</h0>{front}</div><div class="contents"><b>Indhold</b>{links}</div><div class="chapter1"></div>')
    k, side, two = 0, False, False
    for it in d.items:
        kind = it["kind"]
        if kind == "h":
            if it["level"] == 1:
                if side:
                    out.append("</div>")
                    side = False
                if two:
                    out.append("</div>")
                    two = False
            out.append(f'<h{it["level"]} id="h{k}"{" class=new" if it.get("new_page") else ""}>{escape(it["title"])}</h{it["level"]}>')
            k += 1
            if it["title"] == "Aktiviteter og leverancer":
                out.append('<div class="withmargin">')
                side = True
            if it.get("columns"):
                out.append('<div class="two">')
                two = True
        elif kind == "p":
            note = f'<span class="side">{escape(it["margin"])}</span>' if it["margin"] else ""
            out.append(f"<p>{note}{inline(it['text'])}</p>")
        elif kind == "ul":
            tag = "ol" if it["ordered"] else "ul"
            out.append(f"<{tag}>" + "".join(f"<li>{inline(x)}</li>" for x in it["items"]) + f"</{tag}>")
        elif kind == "quote":
            out.append(f"<blockquote>{inline(it['text'])}</blockquote>")
        elif kind == "box":
            out.append(f'<div class="box"><b>{escape(it["title"])}</b>' + "".join(f"<p>{escape(x)}</p>" for x in it["texts"]) + "</div>")
        elif kind == "table":
            out.append(table(it["table"]))
        elif kind == "notes":
            out.append('<div class="notes">' + "".join(f"<p><span>{n}</span>{inline(d.footnotes[n])}</p>" for n in it["numbers"]) + "</div>")
    return f'<html lang="da"><head><meta charset="utf-8"><title>{escape(c.TITLE)}</title><style>{CSS}</style></head><body>{"".join(out)}</body></html>'


TOP, BOTTOM, LEFT, RIGHT = 58, 58, 50, 50
SIDE = 117  # points kept free for the margin notes


def spot(page, title):
    """The top of a chapter heading on a page."""
    big = page.filter(lambda o: o.get("object_type") != "char" or o["size"] > 15)
    hits = big.search(re.escape(title), regex=True)
    return hits[0]["top"] if hits else None


CHAPTERS = [h["title"] for h in c.doc.headings if h["level"] == 1]
KIND = {"Aktiviteter og leverancer": "side", "Hvad har vi lært?": "two"}
STATE = {}


def strips(n, page):
    """The page cut at its chapter headings: (kind, top, bottom) downwards."""
    if n not in STATE:
        at = sorted((y, t) for t in CHAPTERS if (y := spot(page, t)) is not None) if n > 1 else []
        kind = STATE[n - 1][-1][0] if n > 1 and STATE.get(n - 1) else "one"
        out, y0 = [], TOP
        for y, title in at:
            out.append((kind, y0, y - 3))
            out.append(("one", y - 3, y + 27))
            kind, y0 = KIND.get(title, "one"), y + 27
        STATE[n] = [s for s in [*out, (kind, y0, page.height - BOTTOM)] if s[2] - s[1] > 5]
    return STATE[n]


def boxes(n, page):
    out = []
    for kind, top, bottom in [] if n == 1 else strips(n, page):
        if kind == "two":
            out += [(LEFT, top, page.width / 2, bottom), (page.width / 2, top, page.width - RIGHT, bottom)]
            continue
        x1 = page.width - (57 + SIDE if kind == "side" else RIGHT)
        box = next((r for r in page.rects if 180 < r["width"] < 205 and r["height"] > 60 and top <= r["top"] < bottom), None)
        if box:  # beside the fact box first, then below it, then the box
            out += [(LEFT, top, box["x0"] - 2, box["bottom"]), (LEFT, box["bottom"], x1, bottom), (box["x0"], box["top"], x1, box["bottom"])]
        else:
            out.append((LEFT, top, x1, bottom))
    return out


def margin(n, page):
    return [(page.width - 57 - SIDE + 10, top, page.width - 40, bottom) for kind, top, bottom in ([] if n == 1 else strips(n, page)) if kind == "side"]


def main():
    HTML(string=page()).write_pdf(HERE / "havnen.pdf")
    pages = maker.Pages(HERE / "havnen.pdf", boxes, margin)
    absent = ["Kajplads · Slutevaluering", "Side 3 af", "Side 6 af", "Samlet vurdering 7"]
    gold, asked, problems = maker.make_gold(c.doc, pages, metadata=c.METADATA, findings=c.FINDINGS, no_findings=c.FINE, questions=c.QUESTIONS, skip=(1,), absent=absent)
    maker.write(HERE, "havnen", gold, asked, problems)


if __name__ == "__main__":
    main()
