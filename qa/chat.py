"""A session: questions with what was asked before in mind, and a few commands."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from io import TextIOWrapper

from extract.deliver import tell
from extract.errors import PuljelupError
from extract.serialise import to_json
from index.filters import Filters
from qa.answer import Answer, Citation
from qa.desk import Desk
from qa.followup import Turn, understood
from qa.plain import answer_text
from qa.readers import Reader
from qa.reply import tell_dropped
from qa.texts import texts

COMMANDS = {
    "hjælp": "help", "hjaelp": "help", "help": "help", "?": "help",
    "rapporter": "reports", "reports": "reports",
    "kilde": "source", "source": "source",
    "slut": "end", "quit": "end", "exit": "end",
}  # fmt: skip


@dataclass(slots=True)
class Session:
    """One conversation with some reports; what it says is given back, not printed."""

    desk: Desk
    reader: Reader
    top: int = 5
    filters: Filters = field(default_factory=Filters)
    language: str = "da"
    before: Turn | None = None
    answer: Answer | None = None
    """The last one."""

    def ask(self, said: str) -> tuple[str, Answer]:
        """The question as it is understood, and its answer; raises what is wrong with it."""
        reports = tuple(facts for facts in self.desk.reports if self.filters.allows(facts))
        question = understood(said, self.before, reports)
        answer = self.reader.answer(self.desk, question, top=self.top, filters=self.filters)
        self.before, self.answer = Turn(question, answer.answer), answer
        return question, answer

    def command(self, line: str) -> str | None:
        """What a command has to say; ``None`` where it ends the session."""
        say = texts("chat", self.language)
        word, _, rest = line.removeprefix("/").partition(" ")
        name = COMMANDS.get(word.lower())
        if name == "end":
            return None
        if name == "help":
            return say["help"].strip("\n")
        if name == "reports":
            return "\n".join(self._report_lines())
        if name == "source":
            return self._source(rest.strip())
        return say["unknown"].format(command=f"/{word}")

    def greeting(self) -> str:
        """What is said first."""
        say, count = texts("chat", self.language), len(list(self._report_lines()))
        return say["welcome"].format(reports=say["one"] if count == 1 else say["many"].format(count=count))

    def _report_lines(self) -> Iterator[str]:
        for facts in self.desk.reports:
            if self.filters.allows(facts):
                yield f"{facts.file}: {facts.project}" if facts.project else facts.file

    def _source(self, number: str) -> str:
        say = texts("chat", self.language)
        citations = self.answer.citations if self.answer else ()
        if not citations:
            return say["no_answer"]
        if not (number.isdecimal() and 1 <= int(number) <= len(citations)):
            return say["no_source"].format(count=len(citations))
        citation = citations[int(number) - 1]
        places = (citation.file, citation.section_title or citation.section, f"{say['page']} {citation.page}")
        return f"{', '.join(filter(None, places))}\n“{citation.quote}”\n\n{self._around(citation)}".rstrip()

    def _around(self, citation: Citation) -> str:
        """The text that a quote stands in: the shortest passage that holds it and more."""
        held = [
            piece.text
            for passage in self.desk.finder.passages(citation.document)
            if citation.page in passage.pages
            for piece in passage.pieces
            if citation.quote in piece.text and citation.quote != piece.text
        ]
        return min(held, key=len, default="")


def chat(session: Session, lines: Iterator[str], *, json: bool = False) -> int:
    """Answer line after line to stdout; the exit code. An end of input and Ctrl-C end it politely."""
    say = texts("chat", session.language)
    with suppress(KeyboardInterrupt):
        for line in lines:
            said = line.strip()
            if said.startswith("/"):
                reply = session.command(said)
                if reply is None:
                    break
                _out(reply, talk=json)
            elif said:
                _answered(session, said, json=json)
    _out(say["bye"], talk=True)
    return 0


def lines_typed(session: Session) -> Iterator[str]:
    """Lines from a terminal with a prompt and a history, or from a pipe as they are."""
    if not sys.stdin.isatty():
        if isinstance(sys.stdin, TextIOWrapper):
            sys.stdin.reconfigure(errors="replace")
        yield from sys.stdin
        return
    with suppress(ImportError):  # Windows has none
        import readline  # noqa: F401, gives `input` its history
    _out(session.greeting(), talk=True)
    read: Callable[[str], str] = input
    with suppress(EOFError):
        while True:
            yield read(texts("chat", session.language)["prompt"])


def _answered(session: Session, said: str, *, json: bool) -> None:
    try:
        question, answer = session.ask(said)
    except PuljelupError as error:
        tell(error)
        return
    if question != said:
        _out(texts("chat", session.language)["understood"].format(question=question), talk=json)
    tell_dropped([answer])
    _out(to_json(answer, lines=True) if json else f"{answer_text(answer, session.language)}\n")


def _out(text: str, *, talk: bool = False) -> None:
    """Print a line at once; what is no answer goes to stderr where answers are data."""
    stream = sys.stderr if talk else sys.stdout
    stream.write(f"{text}\n")
    stream.flush()
