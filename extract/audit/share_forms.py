"""The forms in which Danish says that one number is a share of another, over a sentence whose numbers are marked."""

from __future__ import annotations

import re
from functools import cache

from extract.audit.spoken import ANY, COUNT, PERCENT
from extract.audit.terms import pattern

_WORD = r"[^\W\d_][\w'’-]*\.?"
_ABOUT = (
    r"(?:(?:ca|cirka|c|omkring|knap|godt|næsten|omtrent|lidt|kun|blot|hele|i\s+alt|mere\s+end|mindst|små|på|tæt\s+på|"
    rf"rundt\s+regnet|{_WORD}\s+på)\.?\s+)"
)
OUT_OF = re.compile(
    rf"{COUNT}(?P<part>.)(?:\s?/\s?|(?:\s+(?!{ANY}){_WORD}){{0,4}}?\s+(?:ud\s+)?af\s*(?:{_WORD}\s+){{0,3}}?){COUNT}(?P<whole>.)",
    re.IGNORECASE,
)
FRONTED = re.compile(
    rf"(?:^|[,;:–(]\s?|\b(?:og|mens|men|hvor|at|for|idet|fordi)\s+)(?:ud\s+af|af|blandt|ud\s+fra)\s+(?:{_WORD}\s+){{0,4}}?{COUNT}(?P<whole>.)",
    re.IGNORECASE,
)
OF_COUNT = re.compile(rf"\s*(?:ud\s+)?af\s+(?:{_WORD}\s+){{0,4}}?{COUNT}(?P<whole>.)", re.IGNORECASE)
OF_NAMED = re.compile(
    r"\s*(?:ud\s+)?af\s+(?P<name>[^,.;:()\ue001-\ue006]+(?:,\s+(?:der|som)\s+[^,.;:()\ue001-\ue006]+)?)", re.IGNORECASE
)
COUNTS_BEHIND = re.compile(
    rf"(?:\s+{_WORD}){{0,6}}?\s*[(\[,–]\s*(?:(?:svarende\s+til|det\s+vil\s+sige|dvs\.?|nemlig|altså|eller|=)\s*)?"
    rf"{COUNT}(?P<part>.)(?:\s?/\s?|(?:\s+{_WORD}){{0,4}}?\s+(?:ud\s+)?af\s*(?:{_WORD}\s+){{0,3}}?){COUNT}(?P<whole>.)",
    re.IGNORECASE,
)
AF_FIRST = re.compile(
    rf"^(?:ud\s+af|af|blandt)\s+(?:{_WORD}\s+){{0,4}}?{COUNT}(?P<whole>.).*?{COUNT}(?P<part>.)", re.IGNORECASE
)
OF_ALL = re.compile(r"\s*(?:ud\s+)?af\s+(?:dem|disse|alle)\b", re.IGNORECASE)
HERAF = re.compile(r"\b(?:heraf|hvoraf|deraf|herunder|heriblandt|af\s+hvilke|af\s+dem|af\s+disse)\b", re.IGNORECASE)

ANOTHER_CLAUSE = re.compile(r",\s+(?:og|men|mens|imens|så|mod)\s|\s(?:men|mens)\s|;")
WHOLE_THEN_PART = re.compile(
    rf"\s*(?:ud\s+)?af\s+(?:{_WORD}\s+){{0,3}}?{COUNT}(?P<whole>.)(?:\s+{_WORD}){{0,3}}?\s*"
    rf"(?:\(|,\s+(?:svarende\s+til|dvs\.|det\s+vil\s+sige|i\s+alt|altså|nemlig)\s)\s*(?:i\s+alt\s+)?{COUNT}(?P<part>.)"
    rf"(?:\s+{_WORD})?\s*[),.]",
    re.IGNORECASE,
)
OF_THEM = re.compile(rf"{COUNT}.\s+af\s+(?:dem|disse)\b", re.IGNORECASE)
PART_OF_ONE = re.compile(
    rf"\b(?:hvoraf|heraf|deraf|herunder|heriblandt)\b(?!.*{COUNT})"
    rf"|\b(?:alle|samtlige|i\s+alt|de)\s+{COUNT}.(?:\s+{_WORD}){{0,6}},\s+(?:som|hvor|og)\s(?!.*{COUNT})",
    re.IGNORECASE,
)
"""Before a part: there is one whole, and the part is of it."""


@cache
def link_before() -> re.Pattern[str]:
    """What stands between a count and its percentage, at the end of a stretch."""
    words = pattern("share_link").pattern
    subject = (
        rf"(?:og|så|hvormed|hvorved)\s+(?:dermed\s+)?(?P<subject>(?!de[tn]?\b|dette\b){_WORD})\s+(?:er|var|blev|bliver)\s+"
        r"(?:(?:dermed|således|altså|derfor|derved|nu)\s+)?(?:på\s+)?"
    )
    return re.compile(
        rf"(?:\s*[(\[]\s*(?:(?:{words})\s*)?|\s+–\s+|,?\s+{subject}|\s*[,;–-]?\s*(?:(?:og|i\s+alt|nu|her)\s+)?(?P<said>{words})\s*)"
        rf"(?:(?:en|et)\s+(?P<noun>{_WORD}(?:\s+{_WORD})?)\s+på\s+)?{_ABOUT}{{0,3}}$",
        re.IGNORECASE,
    )


@cache
def again_at_start() -> re.Pattern[str]:
    """A sentence that begins with a percentage of what was counted before it."""
    words = pattern("share_again").pattern
    return re.compile(
        rf"^(?:{words})\s+(?:(?:en|et)\s+(?P<noun>{_WORD})\s+på\s+)?{_ABOUT}{{0,3}}{PERCENT}(?P<p>.)", re.IGNORECASE
    )
