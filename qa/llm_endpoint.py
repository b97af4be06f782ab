"""Where a language model answers: an endpoint that somebody named, on the command line or in the environment."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from urllib.parse import urlsplit, urlunsplit

from extract.errors import WrongUsage

URL, MODEL, KEY = "PULJELUP_LLM_URL", "PULJELUP_LLM_MODEL", "PULJELUP_LLM_KEY"
SECONDS = 120.0
ROOM = 9000
"""Characters of passages: some 3,000 tokens of Danish, what a small model takes beside its answer."""
_HERE = frozenset({"localhost", "127.0.0.1", "::1"})
_CHAT = "/chat/completions"


@dataclass(frozen=True, slots=True)
class Endpoint:
    """An OpenAI-compatible endpoint; nothing is sent to it before a question is asked."""

    url: str
    """Up to and with ``/v1``, without a slash at the end."""
    model: str
    key: str = field(default="", repr=False)
    seconds: float = SECONDS
    """How long an answer may take from its first byte sent to its last received."""
    room: int = ROOM
    """Characters of passages that are sent."""

    @property
    def chat(self) -> str:
        """The address that questions are sent to."""
        return f"{self.url}{_CHAT}"

    @property
    def shown(self) -> str:
        """The address without a user's name or password in it."""
        parts = urlsplit(self.url)
        return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))

    @property
    def is_here(self) -> bool:
        """Whether it is on this machine; then no proxy is between."""
        return urlsplit(self.url).hostname in _HERE


@dataclass(frozen=True, slots=True)
class EndpointOptions:
    """What the command line says of an endpoint; what it does not say is looked up in the environment."""

    url: str | None = None
    model: str | None = None
    key: str | None = None
    seconds: float = SECONDS
    room: int = ROOM


def endpoint_of(options: EndpointOptions) -> Endpoint:
    """The endpoint that is named; raises `WrongUsage` where none is, or its address or model cannot be meant so."""
    url = options.url or os.environ.get(URL, "")
    model = options.model or os.environ.get(MODEL, "")
    if not url:
        raise WrongUsage(
            "No endpoint of a language model is named.",
            f"Name one: --llm-url http://localhost:11434/v1 --llm-model NAME, or set {URL} and {MODEL}.",
        )
    if not model:
        raise WrongUsage("No language model is named.", f"Name one: --llm-model NAME, or set {MODEL}.")
    return Endpoint(_address(url), model, options.key or os.environ.get(KEY, ""), options.seconds, options.room)


def _address(url: str) -> str:
    """The address up to ``/v1``, whether or not it was given with more or less."""
    parts = urlsplit(url.strip())
    try:
        known = parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:  # a port that is no number
        known = False
    if not known:
        raise WrongUsage(f"{url} is no address of an endpoint.", "Write it as in http://localhost:11434/v1")
    path = parts.path.rstrip("/").removesuffix(_CHAT).rstrip("/") or "/v1"
    return urlunsplit((parts.scheme, parts.netloc, path, "", ""))
