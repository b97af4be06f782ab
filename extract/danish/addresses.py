"""Web and mail addresses that run over a line's end."""

from __future__ import annotations

import re

from extract.danish.lexicon import Lexicon, bare

_WEB = re.compile(r"[(\[<\"“]*(?:https?://|www\.)", re.IGNORECASE)
_MAIL = re.compile(r"\S+@\S*$")
_LAST_RUN = re.compile(r"[^\W\d_]+(?=-$)")
_FIRST_RUN = re.compile(r"^[^\W\d_]+")
_INSIDE = re.compile(r"[/=&?#_%~\d-]|\w\.\w")


def is_address(word: str) -> bool:
    """Whether the word is, or begins, a web or mail address."""
    return (":" in word or "." in word or "@" in word) and bool(_WEB.match(word) or _MAIL.match(word))


def rest_of(word: str, right: str, lexicon: Lexicon) -> tuple[bool, str]:
    """For an address at a line's end: whether its last character goes, and what stands before the next word."""
    if word[-1] == "-" and right[0].isalnum():
        return _hyphenated(word, right, lexicon), ""
    return False, "" if _goes_on(word, right, lexicon) else " "


def _goes_on(word: str, right: str, lexicon: Lexicon) -> bool:
    """Whether ``right`` is the rest of the address ``word``, broken at a line's end without a hyphen."""
    end, start = word[-1], right[0]
    if start in "/?&=#%_" and len(right) > 1:
        return True
    if not start.isalnum() or right.rstrip(".").isdigit():
        return False
    if end in "_=&?%@~#":
        return True
    if end == ".":
        host = word[:-1].rpartition("@")[2].rpartition("://")[2].partition("/")[0]
        unfinished = "." not in host or (host.lower().startswith("www.") and host.count(".") == 1)
        return start.islower() and (unfinished or "/" in right)
    return end == "/" and (bool(_INSIDE.search(right)) or not lexicon.knows(bare(right)))


def _hyphenated(word: str, right: str, lexicon: Lexicon) -> bool:
    """Whether a word processor broke the address as if it were a word ("Defini-tion"): the halves are no words."""
    head, tail = _LAST_RUN.findall(word)[-1:], _FIRST_RUN.findall(right)
    if not head or not tail:
        return False
    joined = head[0] + tail[0]
    halves = all(lexicon.count(half) or lexicon.danish(half) for half in (head[0], tail[0]))
    return not halves and bool(lexicon.count(joined) or lexicon.danish(joined))
