"""What the three build scripts share: a small content model, and the gold and question files made from it and from the finished PDF.

A text is written once, in the build script; the gold file quotes it, and every quote is looked up in the PDF for its page.
"""
from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path

import pdfplumber


def plain(text: str) -> str:
    """The text as it is read: without marks for bold, italics and footnotes."""
    text = re.sub(r"\[\[\d+\]\]", "", text)
    text = re.sub(r"\*\*(.+?)\*\*", r"\1", text)
    return re.sub(r"\s+", " ", text).strip()


def norm(text: str) -> str:
    text = unicodedata.normalize("NFKC", text).lower().replace("\u00ad", "")
    text = re.sub(r"[“”„»«\"'’‘]", "'", text)
    return re.sub(r"[\s\-–—‐‑−]+", "", text)


# ---------------------------------------------------------------- quantities

def quantity(raw: str, kind: str | None = None) -> dict | None:
    """The quantity of a target or result cell; `kind` where the words alone do not tell."""
    out = {"kind": kind, "value": None, "low": None, "high": None, "unit": None}
    number = lambda s: float(s.replace(".", "").replace(",", ".")) if "," in s else int(s.replace(".", ""))
    if raw in ("", "-"):
        return None
    if raw in ("Ja", "Nej", "Delvis"):
        out.update(kind="yes_no", value={"Ja": 1.0, "Nej": 0.0, "Delvis": 0.5}[raw])
    elif m := re.fullmatch(r"(\d+) pr\. (kvartal|halvår|år|måned|uge)", raw):
        out.update(kind="frequency", value=int(m[1]), unit={"kvartal": "quarter", "halvår": "half_year", "år": "year", "måned": "month", "uge": "week"}[m[2]])
    elif m := re.fullmatch(r"(\d+)[-–](\d+)( i alt)?", raw):
        out.update(kind="range", low=int(m[1]), high=int(m[2]))
    elif m := re.fullmatch(r"([\d.,]+) ?(pct\.|%)", raw):
        out.update(kind="percent", value=number(m[1]))
    elif re.fullmatch(r"\d[\d.]*(,\d+)?", raw):
        out.update(kind="count", value=number(raw))
    elif m := re.match(r"[Hh]øjst (\d+) (dage|uger)", raw):
        out.update(kind="count", value=int(m[1]), unit={"dage": "day", "uger": "week"}[m[2]])
    elif m := re.fullmatch(r"(\d+) (dage|uger)", raw):
        out.update(kind="count", value=int(m[1]), unit={"dage": "day", "uger": "week"}[m[2]])
    elif m := re.match(r"1 i hver", raw):
        out.update(kind="count")
    else:
        out.update(kind=kind or "qualitative")
    return out


def achieved(target, actual):
    """actual/target, or None where the contract says null."""
    if not target or not actual or target["value"] is None or actual["value"] is None:
        return None
    a, t = actual["value"], target["value"]
    if actual["kind"] == "yes_no":
        return None if a == 0.5 else a
    if {target["kind"], actual["kind"]} - {"count", "percent"} or target["unit"]:
        return None
    return round(a / 100, 3) if actual["kind"] == "percent" and target["kind"] == "count" else round(a / t, 3)


@dataclass
class Indicator:
    id: str | None
    level: str
    text: str
    target: str
    actual: str
    status: str
    basis: str = "table"
    verdict: str = ""
    breakdown: dict = field(default_factory=dict)
    baseline: str | None = None
    unscored: list = field(default_factory=list)


STATUS = {"Opfyldt": "achieved", "Nået": "achieved", "Delvist opfyldt": "partly_achieved", "Delvist nået": "partly_achieved", "Ikke opfyldt": "not_achieved", "Ikke nået": "not_achieved"}


@dataclass
class Table:
    label: str | None
    caption: str | None
    columns: list
    rows: list
    role: str
    notes: list = field(default_factory=list)
    source: str | None = None
    spans: list = field(default_factory=list)  # (row, column, rows, columns) of body cells that are one cell
    widths: list = field(default_factory=list)
    labels: int = 1  # leading text columns
    drop: int = 0  # running number columns before them
    options: dict = field(default_factory=dict)

    @property
    def id(self):
        return self.label.split(" ", 1)[1].strip(" .:")


# ---------------------------------------------------------------- document

class Doc:
    """The content in reading order. Every method adds one item."""

    def __init__(self):
        self.items, self.headings, self.margins, self.tables, self.indicators, self.footnotes = [], [], [], [], [], {}
        self.learnings, self.embedding, self.probes, self.front = [], [], [], []
        self.pieces = []  # (text, section id, section title)
        self.section = ("s0", "")

    def _piece(self, text):
        self.pieces.append((plain(text), *self.section))

    def _tags(self, text, learn, keep, probe):
        whole = plain(text)
        for name, store in ((learn, self.learnings), (probe, self.probes)):
            for part in [name] if isinstance(name, str) else name or []:
                assert part in whole, part
                store.append(part)
        for part, status in keep or []:
            assert part in whole, part
            self.embedding.append((part, status))

    def h(self, level, number, title, **more):
        self.headings.append({"number": number, "title": title, "level": level})
        self.section = (number.rstrip(".") if number else f"s{len(self.headings)}", title)
        self.items.append({"kind": "h", "level": level, "number": number, "title": title, **more})
        self._piece(title)

    def p(self, text, margin=None, learn=None, keep=None, probe=None, style="body", after=None):
        if margin:
            self.margins.append(margin)
        self._tags(text, learn, keep, probe)
        self.items.append({"kind": "p", "text": text, "margin": margin, "style": style, "after": after})
        self._piece(text)

    def ul(self, items, ordered=False):
        """items: text, (text, tags) or a list of such (nested)."""
        def walk(level):
            out = []
            for it in level:
                if isinstance(it, list):
                    out.append(walk(it))
                    continue
                text, tags = it if isinstance(it, tuple) else (it, {})
                self._tags(text, tags.get("learn"), tags.get("keep"), tags.get("probe"))
                self._piece(text)
                out.append(text)
            return out
        self.items.append({"kind": "ul", "items": walk(items), "ordered": ordered})

    def quote(self, text, probe=None):
        self._tags(text, None, None, probe)
        self.items.append({"kind": "quote", "text": text})
        self._piece(text)

    def figure(self, file, label, caption, **more):
        self.items.append({"kind": "figure", "file": file, "label": label, "caption": caption, **more})
        self._piece(f"{label} {caption}")

    def table(self, t: Table):
        self.tables.append(t)
        self.items.append({"kind": "table", "table": t})
        self._piece(f"{t.label or ''} {t.caption or ''}")
        for row in t.rows:
            self._piece(" ".join(row))
        for n in [*t.notes, t.source or ""]:
            self._piece(n)

    def box(self, title, texts):
        self.items.append({"kind": "box", "title": title, "texts": texts})
        for x in [title, *texts]:
            self._piece(x)

    def note(self, number, text):
        self.footnotes[number] = text
        self._piece(text)

    def raw(self, kind, **more):
        self.items.append({"kind": kind, **more})


# ---------------------------------------------------------------- pages of the finished PDF

class Pages:
    """The PDF's text by page, read column by column. `columns(page number, page)` gives the boxes of the body text, `margin` that of the margin."""

    def __init__(self, path, columns, margin=None):
        self.lines, self.margin, self.whole, self.breaks = {}, {}, {}, {}
        with pdfplumber.open(path) as pdf:
            self.count = len(pdf.pages)
            for n, page in enumerate(pdf.pages, 1):
                grab = lambda box: [x for x in (page.crop(box).extract_text(x_tolerance=1.5, y_tolerance=2) or "").split("\n") if x.strip()]
                parts = [grab(box) for box in columns(n, page)]
                self.lines[n] = [x for part in parts for x in part]
                self.breaks[n] = [len(norm("".join(x for part in parts[:k] for x in part))) for k in range(1, len(parts))]
                self.margin[n] = [x for box in (margin(n, page) if margin else []) for x in grab(box)]
                self.whole[n] = page.extract_text(x_tolerance=1.5) or ""
        self.text = {n: norm("".join(x)) for n, x in self.lines.items()}

    def find(self, text, skip=(), first=1):
        """The page where a text begins; None where it stands nowhere unbroken."""
        want = norm(plain(text))
        for n in range(first, self.count + 1):
            if n in skip:
                continue
            if want in self.text[n] or want in norm("".join(self.margin[n])):
                return n
        for n in range(first, self.count):
            if n not in skip and self.cut(want, n):
                return n
        return next((n for n in range(first, self.count + 1) if n not in skip and want in norm(self.whole[n])), None)

    def cut(self, want, n, least=8):
        """Where `want` breaks between page n and n+1, as a character offset."""
        low, high = 0, len(want)
        while low < high:
            mid = (low + high + 1) // 2
            low, high = (mid, high) if want[:mid] in self.text[n] else (low, mid - 1)
        if low >= least and len(want) - low >= least and want[low:] in self.text[n + 1]:
            return low
        return None

    def row(self, cells, near, skip=()):
        """The page of a table row: where most of its words stand."""
        words = [norm(w) for w in " ".join(cells).split() if norm(w)]

        def score(n):
            lines = self.whole[n].split("\n")
            windows = [norm("".join(lines[i:i + 3])) for i in range(len(lines))]
            return max((sum(w in x for w in words) for x in windows), default=0)

        pages = [n for n in near if 1 <= n <= self.count and n not in skip]
        return max(pages, key=lambda n: (score(n), -abs(n - near[0])))


def number_in(raw):
    m = re.fullmatch(r"(-?\d[\d.]*(?:,\d+)?) ?(pct\.|%|kr\.)?", raw.strip())
    if not m:
        return None
    value = m[1].replace(".", "").replace(",", ".")
    value = float(value) if "." in value else int(value)
    return value, {"pct.": "percent", "%": "percent", "kr.": "amount", None: "count"}[m[2]]


def make_gold(doc: Doc, pages: Pages, *, metadata, findings, no_findings, questions, absent, skip=(), window=18):
    """The gold and question lists. Everything that names a page has been found in the PDF."""
    problems = []

    def page(text, what):
        n = pages.find(text, skip)
        if n is None:
            problems.append(f"{what}: {text!r}")
        return n

    gold = {"metadata": metadata, "headings": [], "front_contains": [], "margin_headings": [], "tables": [], "indicators": [], "measures": []}
    at = 1
    for h in doc.headings:
        want = norm((h["number"] or "") + h["title"])
        n = next((n for n in range(at, pages.count + 1) if n not in skip and any(norm("".join(pages.lines[n][i:i + k])) == want for i in range(len(pages.lines[n])) for k in (1, 2, 3))), None)
        if n is None:
            problems.append(f"heading {h}")
        at = n or at
        gold["headings"].append({**h, "number": h["number"].rstrip(".") if h["number"] else None, "page": n})
    for text, n in doc.front:
        if norm(text) not in norm(pages.whole[n]):
            problems.append(f"front {text}")
        gold["front_contains"].append({"contains": text, "page": n})
    at = 1
    for m in doc.margins:
        n = next((n for n in range(at, pages.count + 1) if norm(m) in norm("".join(pages.margin[n]))), None)
        if n is None:
            problems.append(f"margin {m}")
        at = n or at
        gold["margin_headings"].append({"title": m, "page": n})
    rows_at = {}
    for t in doc.tables:
        n = next((n for mark in (" ", ". ", ": ") if (n := pages.find(f"{t.label}{mark}{t.caption}", skip))), None)
        if n is None:
            problems.append(f"table {t.label}")
        near = [n or 1, (n or 1) + 1, (n or 1) - 1]
        where = [pages.row(r, near, skip) for r in t.rows]
        rows_at[t.label] = where
        gold["tables"].append({"label": t.label, "caption": t.caption, "pages": sorted({*where, n}) if n else where, "columns": t.columns, "rows": t.rows, "notes": t.notes, "source": t.source, "role": t.role})
        for r in t.rows if t.role == "measures" else []:
            for c, cell in enumerate(r):
                got = number_in(cell)
                if c >= t.labels and got:
                    gold["measures"].append({"table": t.id, "row_label": " / ".join(r[t.drop:t.labels]), "column": t.columns[c], "value": got[0] * t.options.get("factor", 1) if got[1] != "percent" else got[0], "unit": t.options.get("unit", got[1]) if got[1] != "percent" else "percent"})
    for k, (i, label, row) in enumerate(doc.indicators, 1):
        target, actual = quantity(i.target), quantity(i.actual)
        item = {"id": i.id or f"i{k}", "level": i.level, "text": i.text, "target": target, "actual": actual, "status": i.status, "status_basis": i.basis, "achievement": achieved(target, actual)}
        if i.baseline is not None:
            item["baseline"] = quantity(i.baseline)
        item["breakdown"] = [{"unit": u, "target": t, "actual": a, "achievement": round(a / t, 3) if t and a is not None else None} for u, (t, a) in i.breakdown.items()]
        item["page"] = rows_at[label][row]
        if i.unscored:
            item["unscored"] = i.unscored
        gold["indicators"].append(item)
    gold["findings"] = []
    for f in findings:
        f = dict(f)
        n = f.pop("page", None) or page(f["quote"], "finding")
        a = f.pop("against_page", None) or (page(f["against"], "finding against") if f.get("against") else None)
        gold["findings"].append({"code": f["code"], **({"also_accept": f["also_accept"]} if "also_accept" in f else {}), "page": n, **({"pages": f["pages"]} if "pages" in f else {}), "against_page": a, "stated": f["stated"], "computed": f["computed"], "why": f["why"]})
    gold["no_findings"] = [{"page": f.get("page") or page(f["quote"], "no finding"), "quote": f["quote"], "why": f["why"]} for f in no_findings]
    gold["learnings"] = [{"contains": x, "page": page(x, "learning")} for x in doc.learnings]
    gold["embedding"] = [{"contains": x, "page": page(x, "embedding"), "status": s} for x, s in doc.embedding]
    gold["text_probes"] = probes(doc, pages, skip, window)
    for x in doc.probes:
        gold["text_probes"].append({"text": x, "page": page(x, "probe")})
    gold["text_absent"] = absent
    for a in absent:
        if not any(norm(a) in norm(t) for t in pages.whole.values()):
            problems.append(f"absent, but printed nowhere: {a}")
    gold["footnotes"] = [{"number": int(k), "page": page(" ".join(plain(t).split()[:9]), "footnote"), "contains": " ".join(plain(t).split()[:9])} for k, t in doc.footnotes.items()]
    asked = []
    for q in questions:
        found, sections = [], []
        for where in q.get("where", []):
            hits = [(p, s, title) for p, s, title in [*doc.pieces, *[(f, "s0", "") for f, _ in doc.front]] if where in p]
            if not hits:
                problems.append(f"question where: {where}")
                continue
            sections += [(s, title) for _, s, title in hits[:1] if (s, title) not in sections]
            n = pages.find(where, skip)
            if n is None:  # a table row: where it stands
                n = next((rows_at[t.label][i] for t in doc.tables for i, r in enumerate(t.rows) if where in " ".join(r)), None)
            if n is None:
                n = next((p for f, p in doc.front if where in f), None)
            n = n or q.get("page")
            if n is None:
                problems.append(f"question page: {where}")
            found.append(n)
        text = " ".join(p for p, *_ in doc.pieces) + " ".join(f for f, _ in doc.front)
        for group in q.get("facts", []):
            if not any(alt in text for alt in group):
                problems.append(f"fact nowhere: {group}")
        asked.append({"question": q["question"], "answerable": q.get("kind") != "none", "kind": q["kind"], "facts": q.get("facts", []), "pages": sorted({n for n in found if n}), "sections": [s for s, _ in sections], **({"section_titles": [t for _, t in sections]} if sections else {})})
    return gold, asked, problems


def probes(doc: Doc, pages: Pages, skip, limit):
    """Runs of words from hard places: over page breaks, beside long margin headings, around line-end hyphens."""
    texts = [(plain(i["text"]), i.get("margin")) for i in doc.items if i["kind"] == "p" and i["style"] == "body"]
    for i in doc.items:
        if i["kind"] == "ul":
            flat = lambda level: [y for x in level for y in (flat(x) if isinstance(x, list) else [x])]
            texts += [(plain(x), None) for x in flat(i["items"])]
    def around(text, offset, before=5, after=6):
        words, run, k = text.split(), 0, 0
        for k, w in enumerate(words):
            run += len(norm(w))
            if run > offset:
                break
        a = max(0, min(k - before, len(words) - 12))
        return " ".join(words[a:a + before + after + 1])
    over, beside, suspended, hyphens = [], [], [], []
    ends = {norm("".join(pages.lines[n][i].split()[-1:] + pages.lines[n][i + 1].split()[:1])): n for n in pages.lines for i in range(len(pages.lines[n]) - 1) if pages.lines[n][i].endswith(("-", "\u2010", "\u00ad"))}
    for text, margin in texts:
        if len(text.split()) < 12:
            continue
        want = norm(text)
        n = pages.find(text, skip)
        if n is None:
            continue
        c = None if want in pages.text[n] else pages.cut(want, n)
        if c:
            over.append({"text": around(text, c), "page": n})
            continue
        at = pages.text[n].find(want)
        c = next((b - at for b in pages.breaks[n] if at + 6 < b < at + len(want) - 6), None)
        if c:
            over.append({"text": around(text, c), "page": n})
            continue
        if margin and len(margin) > 16 and len(beside) < 5:
            beside.append({"text": " ".join(text.split()[3:14]), "page": n})
            continue
        m = re.search(r"\w+- (og|eller|samt) ", text)
        if m:
            if len(suspended) < 5:
                suspended.append({"text": around(text, len(norm(text[:m.end()]))), "page": n})
                continue
        broken = next((k for k, w in enumerate(text.split()) if norm(w) in ends and len(norm(w)) > 7 and 2 < k < len(text.split()) - 5), None)
        if broken is not None:
            hyphens.append({"text": " ".join(text.split()[broken - 3:broken + 7]), "page": n})
    return (over[:9] + beside + suspended + hyphens)[:limit]


def write(folder: Path, name: str, gold, asked, problems):
    (folder / f"{name}.gold.json").write_text(json.dumps(gold, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    (folder / f"{name}.questions.json").write_text(json.dumps(asked, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    for p in problems:
        print("PROBLEM", p)
    print(f"{name}: {len(gold['headings'])} headings, {len(gold['margin_headings'])} margin headings, {len(gold['tables'])} tables, {len(gold['indicators'])} indicators, {len(gold['measures'])} measures, {len(gold['findings'])} findings, {len(gold['text_probes'])} probes, {len(asked)} questions, {len(problems)} problems")
