"""Builds broerne.pdf with Typst (package typst; fonts-crosextra-caladea, fonts-crosextra-carlito) and its gold and question files.

    python build.py
"""
from __future__ import annotations

import re
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE)]

import typst  # noqa: E402

import content as c  # noqa: E402
import maker  # noqa: E402

SETUP = r"""
#set document(title: "TITLE", date: none)
#set text(font: "Caladea", size: 10.5pt, lang: "da", region: "DK", hyphenate: true)
#set par(justify: true, leading: 0.7em, spacing: 1.05em)
#let ink = rgb("#7a1f3d")
#let running = [#set text(font: "Carlito", size: 8.5pt, fill: luma(90)); Sundbro #h(1fr) Slutevaluering, juni 2023]
#set page(paper: "a4", margin: (x: 2cm, top: 2.4cm, bottom: 2.2cm), header: context if here().page() > 1 { running }, footer: context if here().page() > 1 { align(center, text(font: "Carlito", size: 8.5pt)[– #counter(page).display() –]) })
#show heading: set text(font: "Carlito", fill: ink, hyphenate: false)
#show heading: set par(justify: false)
#show heading.where(level: 1): it => block(above: 1.7em, below: 0.8em, sticky: true, text(14pt, it.body))
#show heading.where(level: 2): it => block(above: 1.3em, below: 0.65em, sticky: true, text(11pt, it.body))
#set footnote.entry(gap: 0.5em)
#show footnote.entry: set text(8pt)
#set list(marker: [•], spacing: 0.7em)
#let caption(label, body) = block(above: 0pt, below: 0.5em, sticky: true, text(font: "Carlito", size: 9pt, hyphenate: false)[*#label* #body])
#let under(body) = block(above: 0.5em, below: 0pt, text(font: "Carlito", size: 8pt, hyphenate: false, body))
#let cells = (font: "Carlito", size: 8.8pt)
"""


def esc(text):
    return re.sub(r"([\\#$*_`<>@\[\]~=/\-+])", r"\\\1", text)


def inline(text):
    parts = re.split(r"\[\[(\d+)\]\]", text)
    out = esc(parts[0])
    for k in range(1, len(parts), 2):
        out += f"#footnote[{esc(c.doc.footnotes[parts[k]])}]" + esc(parts[k + 1])
    return out


def table(t):
    parts = [x.split(" / ", 1) for x in t.columns]
    two = any(len(p) == 2 for p in parts)
    head, rules, k = [], [], 0
    if two:
        second = []
        while k < len(parts):
            n = 1
            while len(parts[k]) == 2 and k + n < len(parts) and parts[k + n][0] == parts[k][0]:
                n += 1
            if len(parts[k]) == 1:
                head.append(f"table.cell(rowspan: 2, align: bottom)[*{esc(parts[k][0])}*]")
            else:
                head.append(f"table.cell(colspan: {n}, align: center)[*{esc(parts[k][0])}*]")
                rules.append(f"table.hline(y: 1, start: {k}, end: {k + n}, stroke: 0.4pt)")
                second += [f"[*{esc(parts[k + i][1])}*]" for i in range(n)]
            k += n
        head += second
    else:
        head = [f"[*{esc(x)}*]" for x in t.columns]
    spans, covered = {}, set()
    for r, col, down, wide in t.spans:
        spans[r, col] = f"rowspan: {down}, colspan: {wide}"
        covered |= {(r + i, col + j) for i in range(down) for j in range(wide)} - {(r, col)}
    last = len(t.rows) - 1
    body = []
    for i, row in enumerate(t.rows):
        if spans and i:  # thin rules show which cells run over several rows
            body += [f"table.hline(start: {j}, end: {j + 1}, stroke: 0.4pt)" for j in range(len(row)) if (i, j) not in covered]
        if i == last and row[0] == "I alt":
            body.append("table.hline(stroke: 0.4pt)")
        for j, x in enumerate(row):
            if (i, j) not in covered:
                shown = f"[*{esc(x)}*]" if row[0] == "I alt" and x else f"[{esc(x)}]"
                body.append(f"table.cell({spans[i, j]}){shown}" if (i, j) in spans else shown)
    widths = ", ".join(f"{w}fr" for w in t.widths)
    numbers = "".join(f"{j}, " for j in range(1, len(t.columns))) if t.role == "measures" else ""
    align = f"(x, y) => if x in ({numbers}) {{ right }} else {{ left }}" if numbers else "left"
    inner = f"#caption[{esc(t.label)}][{esc(t.caption)}]\n#block(above: 0pt, below: 0pt)[#set text(..cells); #set par(justify: false)\n#table(columns: ({widths}), stroke: none, inset: (x: 3pt, y: 3.2pt), align: {align}, table.hline(stroke: 1pt), table.header({', '.join(head)}), {', '.join(rules) + ', ' if rules else ''}table.hline(stroke: 0.6pt), {', '.join(body)}, table.hline(stroke: 1pt))]"
    inner += "".join(f"\n#under[{esc(x)}]" for x in [*t.notes, *([f"Kilde: {t.source}"] if t.source else [])])
    if t.options.get("wide"):
        return f"#place(auto, scope: \"parent\", float: true, clearance: 1.6em)[\n{inner}\n#v(0.5em)\n#line(length: 100%, stroke: 0.3pt + luma(170))]\n"
    return f"#block(breakable: false, above: 1.2em, below: 1.4em)[\n{inner}\n]\n"


def source(contents):
    out = [SETUP.replace("TITLE", c.TITLE)]
    out.append(f"#v(2.2cm)\n#text(font: \"Carlito\", size: 30pt, weight: \"bold\", fill: ink)[{esc(c.TITLE)}]\n#v(0.3cm)\n" + "\n\n".join(f"#text(12pt)[{esc(x)}]" for x in c.FRONT))
    lines = "".join(f"[{esc(h['number'] or '')}], [{esc(h['title'])} #box(width: 1fr, repeat[.~])], [{p}],\n" for h, p in contents)
    out.append(f"#v(2.5cm)\n#text(font: \"Carlito\", size: 13pt, weight: \"bold\", fill: ink)[Indhold]\n#table(columns: (1.1cm, 1fr, 0.8cm), stroke: none, inset: (x: 0pt, y: 3pt), align: (left, left, right),\n{lines})\n#set page(columns: 2)\n#set columns(gutter: 0.8cm)\n")
    for it in c.doc.items:
        k = it["kind"]
        if k == "h":
            number = f"{esc(it['number'])}#h(0.6em)" if it["number"] else ""
            out.append(f"#heading(level: {it['level']})[{number}{esc(it['title'])}]\n")
        elif k == "p":
            out.append(inline(it["text"]) + "\n")
        elif k == "ul":
            out.append("\n".join(f"- {inline(x)}" for x in it["items"]) + "\n")
        elif k == "quote":
            out.append(f"#block(inset: (left: 1em, right: 1em))[#emph[{inline(it['text'])}]]\n")
        elif k == "table":
            out.append(table(it["table"]))
        elif k == "annex":
            out.append("#set page(columns: 1, flipped: true)\n")
        elif k == "portrait":
            out.append("#set page(columns: 2, flipped: false)\n")
    return "\n".join(out)


def boxes(n, page):
    top, bottom, left, right = 62, page.height - 58, 50, page.width - 50
    if n == 1:
        return []
    if page.width > page.height:
        return [(left, top, right, bottom)]
    rules = [o for o in [*page.lines, *page.rects] if o["height"] < 2]
    wide = [o for o in rules if o["width"] > 400]
    closing = [o["top"] for o in wide if 0.2 < o["linewidth"] < 0.4]  # the grey line that ends a float
    opening = sorted(o["top"] for o in wide if o["linewidth"] == 0)  # heavy rules: the first and the last of a table
    middle, start, end = page.width / 2, top, bottom
    head = [y for y in closing if y < page.height / 2]
    if head:
        start = max(head) + 1
    if any(y > page.height / 2 for y in closing):
        end = min(y for y in opening if y > start) - 18
    out = [(left, top, right, start)] if head else []
    notes = []
    for x0, x1 in ((left, middle), (middle, right)):
        line = [o["top"] for o in rules if 40 < o["width"] < 120 and x0 <= o["x0"] < x1 and start < o["top"] < end]
        out.append((x0, start, x1, min(line, default=end)))
        notes += [(x0, min(line), x1, end)] if line else []
    return [*out, *notes, *([(left, end, right, bottom)] if end < bottom else [])]


def build(contents):
    (HERE / "broerne.pdf").write_bytes(typst.compile(source(contents).encode("utf-8")))


def look():
    pages = maker.Pages(HERE / "broerne.pdf", boxes)
    return pages, maker.make_gold(c.doc, pages, metadata=c.METADATA, findings=c.FINDINGS, no_findings=c.FINE, questions=c.QUESTIONS, skip=(1,), absent=["Slutevaluering, juni 2023", "Sundbro Slutevaluering", "– 3 –", "– 5 –", "Samlet vurdering . . . ."])


def main():
    build([(h, 0) for h in c.doc.headings])
    pages, (gold, *_) = look()
    build([(h, g["page"]) for h, g in zip(c.doc.headings, gold["headings"])])
    pages, (gold, asked, problems) = look()
    maker.write(HERE, "broerne", gold, asked, problems)


if __name__ == "__main__":
    main()
