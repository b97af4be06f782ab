"""Municipalities that left the project: who, when and why, from the sentences that say so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.danish.dates import dates_in
from extract.danish.names import Mention, municipalities_in
from extract.danish.words import sentences
from extract.metadata.passages import Passage, Sentence, sentences_of
from extract.report import Dropout

_LEFT = re.compile(
    r"\b(?:sprang|springe|sprunget|springer|hoppede|hoppet|hoppe|faldt|faldet|stod|stået|stå)\b[^.;]{0,60}?\b(?:fra|af|ud)\b"
    r"|\b(?:fra|af)(?:sprunget|hoppet|faldet)\b"
    r"|\b(?:trak|trukket|trække|trækker)\b[^.;]{0,30}?\b(?:sig|stikket)\b"
    r"|\budtråd(?:te|t|er)?\b|\budtræd(?:e|er)\b|\b(?:trådte|træde|trådt|træder)\b[^.;]{0,40}?\b(?:ud|tilbage)\b"
    r"|\b(?:forlod|forlade|forladt|forlader)\b(?=[^.;]{0,30}\b(?:projekt|samarbejd|partner|indsats|forsøg|kredsen))"
    r"|\b(?:projektet|samarbejdet|indsatsen)\s(?:forlod|forladt)\b|\b(?:forlod|forladt)\b(?=\s(?:i|allerede|i\s\w+\s\d{4})\s)"
    r"|\b(?:meldte|meldt|melde|melder)\b[^.;]{0,40}?\b(?:ud|fra)\b"
    r"|\b(?:gik|gået|gå)\b[^.;]{0,30}?\b(?:ud\saf|fra)\b(?=[^.;]{0,12}(?:projekt|samarbejd))"
    r"|\budgik\b|\budgået\b|\bphørte\b|\bophør(?:te|t|e)\b|\bfrafaldt\b"
    r"|\bstoppe(?:de|t|r)?\b(?!\s(?:med\sat|for|sit|sin|sine|deres|et|en|kurs|hold)\b)"
    r"|\bafslut(?:tede|tet)\b(?=[^.;]{0,20}(?:samarbejdet|deltagelse|medvirken))"
    r"|\b(?:opgav|opgivet|opgive|afbrød|afbrudt|afbryde|indstillede)\b(?=[^.;]{0,30}(?:projekt|samarbejd|deltag|medvirk)|\s*(?:[.,]|$|i\s\w+\s\d{4}|undervejs|allerede|tidligt|midtvejs))"
    r"|\b(?:ikke|intet)\b[^.;]{0,30}\b(?:fortsætte|deltage\slængere|længere\smed|med\slængere)\b|\bikke\slængere\s(?:med|deltag)",
    re.IGNORECASE,
)
_GATE = re.compile(_LEFT.pattern, re.IGNORECASE)
_REPLACEMENT = re.compile(
    r"(?:erstattet|afløst|overtaget)\saf\s(?:\w+\si\s)?$|(?:erstattede|afløste)\s?$|erstatning\skom\s$", re.IGNORECASE
)
_REPLACED = re.compile(
    r"(?:afløser|erstatning|afløsning|erstatter|afløser|i\sstedet)\s(?:for|af)\s(?:\w+\si\s)?$|(?:erstatte[dr]e?|afløste|afløser)\s$",
    re.IGNORECASE,
)
_NO_SUBJECT = re.compile(r"\b(?:fra|i|hos|på|til|for|af|om)\s(?:den\s|de\s)?(?:\w+\si\s)?$", re.IGNORECASE)
_OFFICE_IN = re.compile(
    r"\b(?:jobcent(?:ret|eret|rene|er)|kommune(?:n|rne)?|samarbejdet\smed|afløser\sfor|aftalen\smed)\s(?:i\s)?$",
    re.IGNORECASE,
)
_JOIN = re.compile(r"\s*(?:Kommune(?:s)?)?\s*(?:,|og|samt|,\sog|hhv\.|henholdsvis)\s*(?:\w+et\si\s)?")
_FILL = re.compile(r"\s*(?:Kommunes?)?(?:\s(?:deltagelse|medvirken|jobcenter))?", re.IGNORECASE)
_OTHER_SUBJECT = re.compile(
    r"\b(?:borger|deltager|ung|virksomhed|medarbejder|mentor|person|aktivitet|medlem|leder|konsulent|frivillig|koordinator|elev|praktikant|"
    r"spørgsmål|måling|ansat|arbejdsplads|ordning|kursist|netværk|ambassadør)\w*\b",
    re.IGNORECASE,
)
_NEGATED = re.compile(r"\b(?:ingen|hverken|aldrig)\b", re.IGNORECASE)
_WHEN = re.compile(
    r"\b(?:inden\s(?:projekt)?(?:start|opstart)(?:en)?|(?:meget\s)?tidligt\si\s(?:forløbet|projektet|projektperioden)|undervejs(?:\si\sprojektet)?|"
    r"før\s(?:projekt)?(?:start|opstart)(?:en)?|kort\s(?:tid\s)?efter\s(?:projekt)?(?:start|opstart)(?:en)?|midtvejs|efter\s(?:det\s)?første\s(?:halve\s)?år|"
    r"inden\sprojektet[^.,;]{0,30}i\sgang|i\sopstartsfasen|fra\sstart(?:en)?|i\sløbet\saf\s\w+(?:\s\w+)?)\b",
    re.IGNORECASE,
)
_MONTH_OF = re.compile(r"\småned(?=\s\d{4})")
_REASON = re.compile(
    r"\b(?:på\sgrund\saf|pga\.|grundet|som\sfølge\saf|med\shenvisning\stil|begrundet\s(?:i|med)|fordi|eftersom|idet|skyldtes|skyldes|efter|"
    r"med\sden\sbegrundelse,?\sat|årsagen\svar,?(?:\sat)?|da(?=\s(?:det|den|de|jobcent|kommunen|man|der|målgrupp)))\s(?P<why>[^.;]{4,200})"
    r"|\baf\s(?P<kind>[\wæøå]+(?:\sog\s[\wæøå]+)?\s(?:grunde|årsager|hensyn))\b",
    re.IGNORECASE,
)
_REASON_END = re.compile(
    r",\s(?:hvor|inden|og\s(?:blev|er|dens?|kom|målet|de)|mens|men|som|der|hvilket)\b|\s\(|\sog\sblev\serstattet"
)
_GENERAL = re.compile(r"\b(?:afbrud|årsag|frafald|begrundelse|baggrunden|det\sskyld)", re.IGNORECASE)
_GENERAL_REASON = re.compile(
    r"(?:i\sforbindelse\smed|på\sgrund\saf|skyldtes|skyldes|som\sfølge\saf|begrundet\si|årsagen\s(?:er|var)|årsagerne\s(?:er|var))\s(?P<why>[^.;]{8,240})",
    re.IGNORECASE,
)


def dropouts(found: tuple[Passage, ...]) -> tuple[Dropout, ...]:
    """The municipalities that left, in the order told, each once with the fullest account."""
    by_name: dict[str, Dropout] = {}
    for sentence in sentences_of(found, _GATE):
        if sentence.passage.role == "embedding":
            continue
        for left in _of_sentence(sentence):
            old = by_name.get(left.name)
            by_name[left.name] = (
                left if old is None else replace(old, when=old.when or left.when, reason=old.reason or left.reason)
            )
    return tuple(by_name.values())


def from_label(value: str) -> tuple[Dropout, ...]:
    """The municipalities that a labelled value names as having left ("Lolland (januar 2020)")."""
    mentions = municipalities_in(value)
    ends = [mention.start for mention in mentions[1:]] + [len(value)]
    return tuple(
        Dropout(mention.name, when_of(value[mention.end : end]), reason_of(value[mention.end : end]))
        for mention, end in zip(mentions, ends, strict=True)
    )


def when_of(text: str) -> str | None:
    """The time that a text tells: an ISO date as precise as stated, else the words as printed."""
    date = next((date for date in dates_in(_MONTH_OF.sub(" ", text)) if date.first), None)
    if date:
        return (
            date.first
            if date.first == date.last
            else (date.first or "")[:4]
            if _years(date.first, date.last)
            else date.raw
        )
    words = _WHEN.search(text)
    return words.group() if words else None


def reason_of(text: str) -> str | None:
    """The reason that a text gives, as printed."""
    for match in _REASON.finditer(text):
        why = match.group("why") or match.group("kind")
        why = why[: end.start()] if (end := _REASON_END.search(why)) else why
        if not (dates_in(why[:14]) or why.startswith(("det første", "start", "opstart"))):
            return why.strip(" ,)")
    return None


def joiners(found: tuple[Passage, ...]) -> tuple[str, ...]:
    """Municipalities that came in the place of others."""
    gate = re.compile(
        r"erstatt|afløs|kom(?:met)?\s(?:først\s)?(?:med|til)|tilslutte|indtrådte|trådte\sind", re.IGNORECASE
    )
    names: list[str] = []
    for sentence in sentences_of(found, gate):
        for mention in municipalities_in(sentence.text):
            before, after = sentence.text[: mention.start], sentence.text[mention.end :]
            came = re.match(
                r"(?:\sKommune)?,?\s(?:som\s|der\s)?(?:er\s)?(?:først\s)?(?:kom|kommet|indtrådte|trådte\sind|sluttede\ssig|tilsluttede)\b",
                after,
            )
            if (_REPLACEMENT.search(before) or came) and mention.name not in names:
                names.append(mention.name)
    return tuple(names)


def _years(first: str | None, last: str | None) -> bool:
    return (first or "")[:4] != (last or "")[:4]


def _of_sentence(sentence: Sentence) -> Iterator[Dropout]:
    text = sentence.text
    mentions = municipalities_in(text)
    verbs = list(_LEFT.finditer(text))
    for k, verb in enumerate(verbs):
        until = verbs[k + 1].start() if k + 1 < len(verbs) else len(text)
        group = _subject(text, mentions, verb, verbs[k - 1].end() if k else 0)
        if not group:
            continue
        around = text[max(0, group[0].start - 40) : verb.end()], text[verb.end() : until]
        when = when_of(around[1]) or when_of(around[0]) or when_of(text[: group[0].start])
        reason = reason_of(text[verb.end() : until]) or reason_of(text) or _general_reason(sentence)
        for mention in group:
            place = sentence.regions(mention.start, mention.end)
            yield Dropout(mention.name, when, reason, place[0] if place else None)


def _subject(text: str, mentions: Sequence[Mention], verb: re.Match[str], since: int) -> list[Mention]:
    """The municipalities that the verb speaks of: within it ("sprang Faxe fra"), before it, else right after it."""
    usable = [m for m in mentions if not _REPLACEMENT.search(text[: m.start])]
    inside = [m for m in usable if verb.start() < m.start < verb.end()]
    before = [m for m in usable if since <= m.start < verb.start()]
    after = [m for m in usable if verb.end() <= m.start <= verb.end() + 25 and "," not in text[verb.end() : m.start]]
    if inside:
        chosen = inside[-1]
    elif before:
        chosen = before[-1]
        between = _FILL.sub("", text[chosen.end : verb.start()], count=1)
        if (
            ";" in between
            or _OTHER_SUBJECT.search(between)
            or len(between) > 110
            or _NEGATED.search(text[: chosen.start][-40:])
        ):
            return []
    elif after:
        chosen = after[0]
    else:
        return []
    group = _coordinated(text, usable, chosen)
    head = text[: group[0].start]
    if _NO_SUBJECT.search(head) and not _OFFICE_IN.search(head) and not _REPLACED.search(head):
        return []
    return group


def _coordinated(text: str, mentions: Sequence[Mention], chosen: Mention) -> list[Mention]:
    group = [chosen]
    for mention in reversed([m for m in mentions if m.end <= chosen.start]):
        if not _JOIN.fullmatch(text[mention.end : group[0].start]):
            break
        group.insert(0, mention)
    for mention in (m for m in mentions if m.start >= chosen.end):
        if not _JOIN.fullmatch(text[group[-1].end : mention.start]):
            break
        group.append(mention)
    return group


def _general_reason(sentence: Sentence) -> str | None:
    """The reason that a later sentence of the same passage gives for all who left."""
    rest = sentence.passage.text[sentence.end :]
    for start, end in sentences(rest):
        part = rest[start:end]
        if _GENERAL.search(part) and (match := _GENERAL_REASON.search(part)):
            return match.group("why").rstrip(" ,.")
    return None
