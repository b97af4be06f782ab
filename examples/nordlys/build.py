"""Builds nordlys.pdf with LibreOffice (soffice, fonts-crosextra-carlito, hyphen-da) and its gold and question files.

    python build.py
"""
from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.sax.saxutils import escape

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE)]

from PIL import Image, ImageDraw, ImageFont  # noqa: E402

import content as c  # noqa: E402
import maker  # noqa: E402

FONT = "Carlito"
NS = " ".join(f'xmlns:{k}="urn:oasis:names:tc:opendocument:xmlns:{v}:1.0"' for k, v in {"office": "office", "style": "style", "text": "text", "table": "table", "draw": "drawing", "svg": "svg-compatible", "meta": "meta"}.items())
NS += ' xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'
COLOUR = "#1f5c7a"


def para(name, parent, size=None, bold=None, colour=None, above=None, below=None, left=None, indent=None, extra="", text_extra="", tabs=""):
    p = "".join(f' fo:{k}="{v}"' for k, v in [("margin-top", above), ("margin-bottom", below), ("margin-left", left), ("text-indent", indent)] if v)
    t = (f' fo:font-size="{size}pt"' if size else "") + (f' fo:font-weight="{"bold" if bold else "normal"}"' if bold is not None else "") + (f' fo:color="{colour}"' if colour else "") + text_extra
    return f'<style:style style:name="{name}" style:family="paragraph"' + (f' style:parent-style-name="{parent}"' if parent else "") + f'><style:paragraph-properties{p}{extra}>{tabs}</style:paragraph-properties><style:text-properties{t}/></style:style>'


def tab(cm, kind="left", leader=False):
    return f'<style:tab-stops><style:tab-stop style:position="{cm}cm" style:type="{kind}"' + (' style:leader-style="dotted" style:leader-text="."' if leader else "") + "/></style:tab-stops>"


def styles() -> str:
    lang = f' style:font-name="{FONT}" fo:language="da" fo:country="DK" fo:hyphenate="true" fo:hyphenation-remain-char-count="3" fo:hyphenation-push-char-count="3"'
    no = ' fo:hyphenate="false"'
    keep = ' fo:keep-with-next="always"'
    contents = "".join(f'<style:tab-stop style:position="{x}cm" style:type="{k}"{e}/>' for x, k, e in [(1.1, "left", ""), (13.2, "right", ' style:leader-style="dotted" style:leader-text="."')])
    return (
        f'<office:font-face-decls><style:font-face style:name="{FONT}" svg:font-family="{FONT}"/></office:font-face-decls><office:styles>'
        + para("Standard", "", 10.5, below="0.22cm", extra=' fo:line-height="118%" fo:orphans="2" fo:widows="2" fo:hyphenation-ladder-count="3"', text_extra=lang)
        + para("Body", "Standard")
        + para("H1", "Standard", 17, False, COLOUR, above="0.85cm", below="0.25cm", extra=keep, text_extra=no, tabs=tab(1.2))
        + para("H2", "Standard", 12.5, True, "#222222", above="0.5cm", below="0.15cm", extra=keep, text_extra=no, tabs=tab(1.2))
        + para("Side", "Standard", 8.5, False, COLOUR, below="0cm", extra=' fo:line-height="105%"')
        + para("Caption", "Standard", 9, True, "#222222", above="0.25cm", below="0.12cm", extra=keep, text_extra=no, tabs=tab(1.9))
        + para("Cell", "Standard", 9, below="0cm", extra=' fo:line-height="108%"')
        + para("CellHead", "Cell", 9, True, text_extra=no)
        + para("Under", "Standard", 8, below="0.1cm", above="0.08cm", text_extra=no)
        + para("Gap", "Standard", 5, below="0.1cm")
        + para("Quote", "Standard", 10.5, left="0.9cm", above="0.1cm", below="0.3cm", extra=' fo:margin-right="0.9cm"', text_extra=' fo:font-style="italic"')
        + para("Item", "Standard", below="0.1cm")
        + para("Footnote", "Standard", 8.5, below="0.05cm", left="0.4cm", indent="-0.4cm", extra=' fo:line-height="105%"')
        + para("Head", "Standard", 7.5, below="0cm", left="-3.7cm", text_extra=' fo:letter-spacing="0.02cm"' + no, tabs=tab(1.2))
        + para("HeadR", "Head", 7.5, left="0cm", extra=' fo:text-align="end"')
        + para("Title", "Standard", 26, False, COLOUR, above="7cm", below="0.6cm", extra=' fo:line-height="110%"', text_extra=no)
        + para("Front", "Standard", 10, below="0.05cm", text_extra=no)
        + para("Strip", "Standard", 7, below="0cm", text_extra=no)
        + para("ContentsHead", "Standard", 12, True, COLOUR, below="0.4cm", text_extra=no)
        + para("Contents1", "Standard", 10, below="0.05cm", above="0.14cm", text_extra=no, tabs=f"<style:tab-stops>{contents}</style:tab-stops>")
        + para("Contents2", "Contents1", 10, above="0cm")
        + '<style:style style:name="Frame" style:family="graphic"><style:graphic-properties style:wrap="run-through" fo:border="none" fo:padding="0cm" draw:fill="none"/></style:style>'
        + '<style:style style:name="Bold" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>'
        + '<style:style style:name="Mark" style:family="text"><style:text-properties style:text-position="super 60%"/></style:style>'
        + '<text:list-style style:name="Bullets">' + "".join(f'<text:list-level-style-bullet text:level="{n}" text:bullet-char="{b}"><style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" text:list-tab-stop-position="{n * 0.6:.1f}cm" fo:text-indent="-0.6cm" fo:margin-left="{n * 0.6:.1f}cm"/></style:list-level-properties></text:list-level-style-bullet>' for n, b in ((1, "›"), (2, "–"))) + "</text:list-style>"
        + '<text:notes-configuration text:note-class="footnote" text:citation-body-style-name="Mark" text:footnotes-position="page" style:num-format="1" text:start-numbering-at="document"/></office:styles>'
        + '<office:automatic-styles>'
        + '<style:style style:name="SideFrame" style:family="graphic" style:parent-style-name="Frame"><style:graphic-properties style:wrap="run-through" style:run-through="foreground" style:vertical-pos="from-top" style:vertical-rel="paragraph" style:horizontal-pos="from-left" style:horizontal-rel="paragraph" fo:border="none" fo:padding="0cm" fo:background-color="transparent" style:flow-with-text="false"/></style:style>'
        + '<style:style style:name="Picture" style:family="graphic" style:parent-style-name="Frame"><style:graphic-properties style:wrap="none" style:vertical-pos="top" style:vertical-rel="baseline" fo:border="none" fo:padding="0cm"/></style:style>'
        + '<style:style style:name="StripFrame" style:family="graphic" style:parent-style-name="Frame"><style:graphic-properties style:wrap="run-through" style:vertical-pos="from-top" style:vertical-rel="page" style:horizontal-pos="from-left" style:horizontal-rel="page" fo:border="none" fo:padding="0cm"/></style:style>'
        + '<style:style style:name="FirstPage" style:family="paragraph" style:parent-style-name="Title" style:master-page-name="First"/>'
        + '<style:style style:name="NewPage" style:family="paragraph" style:parent-style-name="ContentsHead" style:master-page-name="Standard"><style:paragraph-properties fo:break-before="page"/></style:style>'
        + '<style:style style:name="BodyPage" style:family="paragraph" style:parent-style-name="H1"><style:paragraph-properties fo:break-before="page" fo:margin-top="0cm"/></style:style>'
        + "".join(f'<style:page-layout style:name="{n}"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin-top="{t}cm" fo:margin-bottom="2cm" fo:margin-left="5.7cm" fo:margin-right="2cm" style:footnote-max-height="2.3cm"><style:footnote-sep style:width="0.018cm" style:rel-width="25%" style:color="#000000" style:line-style="solid" style:adjustment="left" style:distance-before-sep="0.15cm" style:distance-after-sep="0.1cm"/></style:page-layout-properties>{h}</style:page-layout>' for n, t, h in (("L0", 2, ""), ("L1", 1.3, '<style:header-style><style:header-footer-properties fo:min-height="0.6cm" fo:margin-bottom="0.8cm"/></style:header-style>')))
        + AUTO
        + f'</office:automatic-styles><office:master-styles><style:master-page style:name="Standard" style:page-layout-name="L1"><style:header><text:p text:style-name="HeadR">{escape(c.HEADERS["right"])}<text:s text:c="6"/><text:page-number text:select-page="current">1</text:page-number></text:p></style:header><style:header-left><text:p text:style-name="Head"><text:page-number text:select-page="current">1</text:page-number><text:tab/>{escape(c.HEADERS["left"])}</text:p></style:header-left></style:master-page><style:master-page style:name="First" style:page-layout-name="L0" style:next-style-name="Standard"/></office:master-styles>'
    )


CELL = ' fo:padding="0.09cm" fo:border="0.018cm solid #555555"'
AUTO = f'<style:style style:name="Ruled" style:family="table-cell"><style:table-cell-properties{CELL}/></style:style><style:style style:name="RuledHead" style:family="table-cell"><style:table-cell-properties{CELL} fo:background-color="#dce8ee" style:vertical-align="bottom"/></style:style><style:style style:name="Line" style:family="table-cell"><style:table-cell-properties fo:padding="0.05cm" fo:border="none" fo:border-top="0.018cm solid #000000"/></style:style><style:style style:name="Whole" style:family="table-row"><style:table-row-properties fo:keep-together="always"/></style:style>'


def inline(text: str) -> str:
    out = escape(text)
    out = re.sub(r"\*\*(.+?)\*\*", r'<text:span text:style-name="Bold">\1</text:span>', out)
    return re.sub(r"\[\[(\d+)\]\]", lambda m: f'<text:note text:id="ftn{m[1]}" text:note-class="footnote"><text:note-citation>{m[1]}</text:note-citation><text:note-body><text:p text:style-name="Footnote">{escape(c.doc.footnotes[m[1]])}</text:p></text:note-body></text:note>', out)


def side(text) -> str:
    return "" if not text else f'<draw:frame draw:style-name="SideFrame" text:anchor-type="paragraph" svg:x="-3.7cm" svg:y="0.03cm" svg:width="3.1cm" draw:z-index="1"><draw:text-box fo:min-height="0.3cm"><text:p text:style-name="Side">{escape(text)}</text:p></draw:text-box></draw:frame>'


def head_rows(columns):
    """One or two header rows; equal first levels are one cell."""
    parts = [x.split(" / ", 1) for x in columns]
    if all(len(p) == 1 for p in parts):
        return [[(x, 1, 1) for x in columns]]
    top, k = [], 0
    while k < len(parts):
        n = 1
        while len(parts[k]) == 2 and k + n < len(parts) and parts[k + n][0] == parts[k][0]:
            n += 1
        top.append((parts[k][0], n, 2 if len(parts[k]) == 1 else 1))
        top += [None] * (n - 1)
        k += n
    return [top, [None if len(p) == 1 else (p[1], 1, 1) for p in parts]]


def cell(text, style, para_style, across=1, down=1):
    more = (f' table:number-columns-spanned="{across}"' if across > 1 else "") + (f' table:number-rows-spanned="{down}"' if down > 1 else "")
    return f'<table:table-cell table:style-name="{style}"{more} office:value-type="string"><text:p text:style-name="{para_style}">{escape(text)}</text:p></table:table-cell>'


COUNT = [0]


def table(t) -> str:
    global AUTO
    COUNT[0] += 1
    name, width = f"T{COUNT[0]}", sum(t.widths)
    AUTO += f'<style:style style:name="{name}" style:family="table"><style:table-properties style:width="{width}cm" table:align="left" table:border-model="collapsing" style:may-break-between-rows="true"/></style:style>' + "".join(f'<style:style style:name="{name}.{k}" style:family="table-column"><style:table-column-properties style:column-width="{w}cm"/></style:style>' for k, w in enumerate(t.widths))
    covered, across = set(), {}
    for r, col, down, wide in t.spans:
        across[r, col] = (wide, down)
        covered |= {(r + i, col + j) for i in range(down) for j in range(wide)} - {(r, col)}
    head = "".join("<table:table-row>" + "".join("<table:covered-table-cell/>" if x is None else cell(x[0], "RuledHead", "CellHead", x[1], x[2]) for x in row) + "</table:table-row>" for row in head_rows(t.columns))
    body = "".join('<table:table-row table:style-name="Whole">' + "".join("<table:covered-table-cell/>" if (i, j) in covered else cell(x, "Ruled", "CellHead" if t.options.get("total") and i == len(t.rows) - 1 else "Cell", *across.get((i, j), (1, 1))) for j, x in enumerate(row)) + "</table:table-row>" for i, row in enumerate(t.rows))
    under = "".join(f'<text:p text:style-name="Under">{escape(x)}</text:p>' for x in [*t.notes, *([f"Kilde: {t.source}"] if t.source else [])]) or '<text:p text:style-name="Gap"/>'
    return f'<text:p text:style-name="Caption">{t.label}<text:tab/>{escape(t.caption)}</text:p><table:table table:name="{name}" table:style-name="{name}">' + "".join(f'<table:table-column table:style-name="{name}.{k}"/>' for k in range(len(t.widths))) + f"<table:table-header-rows>{head}</table:table-header-rows>{body}</table:table>{under}"


def listing(items) -> str:
    out, k = "", 0
    while k < len(items):
        nested = items[k + 1] if k + 1 < len(items) and isinstance(items[k + 1], list) else None
        out += f'<text:list-item><text:p text:style-name="Item">{inline(items[k])}</text:p>' + (f"<text:list>{listing(nested)}</text:list>" if nested else "") + "</text:list-item>"
        k += 2 if nested else 1
    return out


def figure() -> Path:
    """A bar chart without a text layer, drawn flat."""
    path = Path(tempfile.mkdtemp()) / "figur.png"
    im = Image.new("P", (1060, 360), 0)
    im.putpalette([255, 255, 255, 31, 92, 122, 120, 120, 120] + [0] * 759)
    d = ImageDraw.Draw(im)
    d.line([(40, 10), (40, 330), (1040, 330)], fill=2, width=3)
    font = ImageFont.truetype("/usr/share/fonts/truetype/crosextra/Carlito-Regular.ttf", 24)
    for k, (name, n) in enumerate((("Fleksjob", 19), ("Ordinært job", 14), ("Løntilskud", 9), ("Uddannelse", 7))):
        d.text((100 + 240 * k, 334), name, fill=2, font=font)
        d.text((150 + 240 * k, 300 - 15 * n), str(n), fill=2, font=font)
        d.rectangle([100 + 240 * k, 330 - 15 * n, 230 + 240 * k, 328], fill=1)
    im.save(path, optimize=True)
    return path


def body(contents) -> str:
    import base64
    out = [f'<text:p text:style-name="FirstPage">{escape(c.TITLE)}</text:p>']
    out += [f'<text:p text:style-name="Front">{escape(x)}</text:p>' for x in c.FRONT]
    strip = "".join("<table:table-row>" + "".join(cell(x, "Line" if k == 0 else "Plain", "Strip") for x in row) + "</table:table-row>" for k, row in enumerate(c.STRIP))
    out.append(f'<text:p text:style-name="Front"><draw:frame draw:style-name="StripFrame" text:anchor-type="paragraph" svg:x="2cm" svg:y="26cm" svg:width="17cm" draw:z-index="2"><draw:text-box fo:min-height="1cm"><table:table table:name="Strip"><table:table-column table:number-columns-repeated="6"/>{strip}</table:table></draw:text-box></draw:frame></text:p>')
    out.append('<text:p text:style-name="NewPage">INDHOLD</text:p>')
    for level, number, title, page in contents:
        out.append(f'<text:p text:style-name="Contents{level}">{number or ""}{"<text:tab/>" if number else ""}{escape(title)}<text:tab/>{"" if number else ""}{page}</text:p>')
    out.append(f'<text:p text:style-name="Front"/><text:p text:style-name="Under">{escape(c.COLOPHON)}</text:p>')
    first = True
    for it in c.doc.items:
        k = it["kind"]
        if k == "h":
            style = "BodyPage" if first else f'H{it["level"]}'
            first = False
            out.append(f'<text:h text:style-name="{style}" text:outline-level="{it["level"]}">' + (f'{it["number"]}<text:tab/>' if it["number"] else "") + f'{escape(it["title"])}</text:h>')
        elif k == "p":
            out.append(f'<text:p text:style-name="Body">{side(it["margin"])}{inline(it["text"])}</text:p>')
        elif k == "ul":
            out.append(f'<text:list text:style-name="Bullets">{listing(it["items"])}</text:list>')
        elif k == "quote":
            out.append(f'<text:p text:style-name="Quote">{inline(it["text"])}</text:p>')
        elif k == "table":
            out.append(table(it["table"]))
        elif k == "figure":
            data = base64.b64encode(figure().read_bytes()).decode()
            out.append(f'<text:p text:style-name="Caption">{it["label"]}<text:tab/>{escape(it["caption"])}</text:p><text:p text:style-name="Body"><draw:frame draw:style-name="Picture" text:anchor-type="as-char" svg:width="11cm" svg:height="3.74cm"><draw:image><office:binary-data>{data}</office:binary-data></draw:image></draw:frame></text:p>')
    return "".join(out)


def build(contents) -> Path:
    global AUTO
    base, COUNT[0] = AUTO, 0
    inner = body(contents)
    text = f'<?xml version="1.0" encoding="UTF-8"?><office:document {NS} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text"><office:meta><dc:title>{escape(c.TITLE)}</dc:title><dc:language>da-DK</dc:language></office:meta>{styles()}<office:body><office:text>{inner}</office:text></office:body></office:document>'
    AUTO = base
    work = Path(tempfile.mkdtemp())
    source = work / "nordlys.fodt"
    source.write_text(text, encoding="utf-8")
    subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{work}/profile", "--convert-to", "pdf", "--outdir", str(HERE), str(source)], check=True, capture_output=True)
    return HERE / "nordlys.pdf"


def boxes(n, page):
    return [] if n < 3 else [(158, 50, page.width - 40, page.height - 50)]


def margin(n, page):
    return [] if n < 3 else [(50, 60, 155, page.height - 50)]


def look():
    pages = maker.Pages(HERE / "nordlys.pdf", boxes, margin)
    return pages, maker.make_gold(c.doc, pages, metadata=c.METADATA, findings=c.FINDINGS, no_findings=c.FINE, questions=c.QUESTIONS, skip=(1, 2),
                                  absent=[c.HEADERS["left"], c.HEADERS["right"], "Læringer og erfaringer....", "Samlet vurdering....", "Status på aktivitetsmålene....", "4 SLUTEVALUERING AF PROJEKTET"])


def main():
    contents = [(h["level"], h["number"], h["title"], 0) for h in c.doc.headings]
    build(contents)
    pages, (gold, *_) = look()
    build([(h["level"], h["number"], h["title"], h["page"]) for h in gold["headings"]])
    pages, (gold, asked, problems) = look()
    for f in gold["findings"]:
        if f["code"] == "running_header_mismatch":
            f["pages"] = list(range(3, pages.count + 1, 2))
    maker.write(HERE, "nordlys", gold, asked, problems)


if __name__ == "__main__":
    main()
