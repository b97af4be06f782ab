"""A server that speaks the protocol of OpenAI-compatible endpoints and says what a script tells it to."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any

from qa.llm_endpoint import Endpoint

Heard = dict[str, Any]
"""What was sent: the body as JSON, with ``path`` and ``authorization``."""


@dataclass(frozen=True, slots=True)
class Says:
    """What the server does with one request."""

    body: bytes | Sequence[bytes]
    """Whole, or in chunks that are sent one by one."""
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()
    kind: str = "text/event-stream"
    breaks: bool = False
    """Whether the connection ends before the body does."""
    waits: bool = False
    """Whether nothing comes until the server is stopped."""


Script = Callable[[Heard], Says]


@dataclass
class Scripted:
    """The server as a test sees it."""

    url: str
    heard: list[Heard] = field(default_factory=list)

    def endpoint(self, seconds: float = 30.0, room: int = 9000, key: str = "") -> Endpoint:
        """An endpoint for the server."""
        return Endpoint(self.url, "test-model", key, seconds, room)


@contextmanager
def serving(script: Script) -> Iterator[Scripted]:
    """The server, stopped at the end of a ``with``."""
    over = Event()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"]))
            heard = {**json.loads(body), "path": self.path, "authorization": self.headers["authorization"]}
            server.heard.append(heard)
            says = script(heard)
            if says.waits:
                over.wait()
                self.close_connection = True
                return
            self.send_response(says.status)
            self.send_header("content-type", says.kind)
            for name, value in says.headers:
                self.send_header(name, value)
            self.send_header("transfer-encoding", "chunked")
            self.end_headers()
            for chunk in [says.body] if isinstance(says.body, bytes) else says.body:
                if chunk:
                    self.wfile.write(b"%x\r\n%s\r\n" % (len(chunk), chunk))
                    self.wfile.flush()
            if not says.breaks:
                self.wfile.write(b"0\r\n\r\n")
            self.close_connection = says.breaks

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    http.daemon_threads = True
    http.handle_error = lambda *_: None  # type: ignore[method-assign]  # whoever was served went away
    server = Scripted(f"http://127.0.0.1:{http.server_address[1]}/v1")
    thread = Thread(target=http.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        over.set()
        http.shutdown()
        http.server_close()
        thread.join()


def events(text: str, *, size: int = 7, done: bool = True, reason: str | None = "stop") -> bytes:
    """A text as a stream of events of ``size`` characters each."""
    parts = [text[start : start + size] for start in range(0, len(text), size)]
    data: list[Any] = [{"choices": [{"delta": {"role": "assistant"}}]}]
    data += [{"choices": [{"delta": {"content": part}, "finish_reason": None}]} for part in parts]
    if reason:
        data.append({"choices": [{"delta": {}, "finish_reason": reason}]})
    lines = [f"data: {json.dumps(one, ensure_ascii=False)}\n\n" for one in data]
    return "".join([*lines, "data: [DONE]\n\n" if done else ""]).encode()


def says(*sentences: dict[str, Any], answered: bool = True) -> Says:
    """A whole answer in the form asked for."""
    return Says(events(json.dumps({"answered": answered, "sentences": sentences}, ensure_ascii=False)))


def asked_of(heard: Heard) -> dict[str, Any]:
    """Question and passages as the model gets them."""
    data: dict[str, Any] = json.loads(heard["messages"][1]["content"])
    return data


def first_text(heard: Heard) -> dict[str, Any]:
    """The first text of the first passage, with the passage's id."""
    passage = asked_of(heard)["passages"][0]
    return {"passage": passage["id"], **passage["texts"][0]}
