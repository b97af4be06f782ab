"""Web and mail addresses that run over a line's end."""

from __future__ import annotations

import re

from extract.danish.lexicon import Lexicon

_WEB = re.compile(r"[(\[<\"“]*(?:https?://|www\.)", re.IGNORECASE)
_MAIL = re.compile(r"\S+@\S*$")
_INSIDE = re.compile(r"[/=&?#_%~\d-]|\w\.\w")


def is_address(word: str) -> bool:
    """Whether the word is, or begins, a web or mail address."""
    return (":" in word or "." in word or "@" in word) and bool(_WEB.match(word) or _MAIL.match(word))


def goes_on(word: str, right: str, lexicon: Lexicon) -> bool:
    """Whether ``right`` is the rest of the address ``word``, broken at a line's end."""
    end, start = word[-1], right[0]
    if start in "/?&=#%_" and len(right) > 1:
        return True
    if not start.isalnum():
        return False
    if end in "-_=&?%@~#":
        return True
    if end == ".":
        host = word[:-1].rpartition("@")[2].rpartition("://")[2].partition("/")[0]
        unfinished = "." not in host or (host.lower().startswith("www.") and host.count(".") == 1)
        return start.islower() and (unfinished or "/" in right)
    return end == "/" and (bool(_INSIDE.search(right)) or not lexicon.knows(right.rstrip(".,;:)")))
