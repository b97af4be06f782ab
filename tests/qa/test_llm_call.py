"""The protocol: what is sent, what comes in whatever pieces, and what goes wrong."""

from __future__ import annotations

import json
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.errors import EndpointDown, EndpointRefuses, ModelNonsense
from qa.llm_call import model_text
from qa.llm_endpoint import Endpoint
from qa.llm_reply import FORM
from qa.llm_stream import Reply, hear, lines_of
from tests.qa.scripted import Heard, Says, events, serving

TEXT = 'Målet er nået: {"a": "æøå \u2028 … 😀"}'
MESSAGES = [{"role": "user", "content": "Hvad så?"}]


def heard_from(body: Says, **settings: float) -> str:
    with serving(lambda _: body) as server:
        return model_text(server.endpoint(**settings), MESSAGES, FORM)  # type: ignore[arg-type]


def test_a_stream_is_put_together_again() -> None:
    assert heard_from(Says(events(TEXT))) == TEXT


def test_chunks_may_end_anywhere_even_within_a_letter() -> None:
    body = events(TEXT)
    assert heard_from(Says([body[k : k + 1] for k in range(len(body))])) == TEXT


@given(st.text(), st.data())
def test_any_text_in_any_chunks(text: str, data: st.DataObject) -> None:
    text = text.encode("utf-8", "replace").decode()
    body = events(text).replace(b"\n", data.draw(st.sampled_from([b"\n", b"\r\n"])))
    cuts = sorted({0, len(body), *data.draw(st.lists(st.integers(0, len(body)), max_size=9))})
    reply = Reply()
    for line in lines_of(body[a:b] for a, b in pairwise(cuts)):
        hear(line, reply)
    assert (reply.text, reply.ended) == (text, True)


def test_comments_other_fields_and_nonsense_in_a_stream_are_passed_over() -> None:
    body = b": ping\n\nevent: message\nid: 3\ndata: no json\n\ndata: [1]\n\ndata:\n\n" + events(TEXT)
    assert heard_from(Says(body)) == TEXT


def test_an_answer_in_one_piece_is_taken_too() -> None:
    whole = {"choices": [{"message": {"role": "assistant", "content": TEXT}, "finish_reason": "stop"}]}
    assert heard_from(Says(json.dumps(whole, indent=1).encode(), kind="application/json")) == TEXT


def test_what_is_sent() -> None:
    with serving(lambda _: Says(events("{}"))) as server:
        model_text(server.endpoint(key="secret"), MESSAGES, FORM)
        model_text(server.endpoint(), MESSAGES, FORM)
    first, second = server.heard
    assert (first["path"], first["authorization"]) == ("/v1/chat/completions", "Bearer secret")
    assert second["authorization"] is None
    assert (first["model"], first["stream"], first["messages"]) == ("test-model", True, MESSAGES)
    assert first["response_format"]["json_schema"]["schema"] == FORM


@pytest.mark.parametrize(("status", "body"), [(400, b"{}"), (422, b""), (500, b'{"error": "response_format?"}')])
def test_an_endpoint_that_knows_no_form_is_asked_without(status: int, body: bytes) -> None:
    def script(heard: Heard) -> Says:
        return Says(body, status) if "response_format" in heard or "max_tokens" in heard else Says(events(TEXT))

    with serving(script) as server:
        assert model_text(server.endpoint(), MESSAGES, FORM) == TEXT
    kinds = [heard.get("response_format", {}).get("type") for heard in server.heard]
    assert kinds == ["json_schema", "json_object", "json_object", None]


@pytest.mark.parametrize(
    ("status", "headers", "what", "todo"),
    [
        (401, (), "answers 401: no such key", "--llm-key"),
        (404, (), "answers 404: no such key", "the model test-model"),
        (429, (("retry-after", "7"),), "answers 429", "Try again in 7 seconds."),
        (429, (), "answers 429", "Try again later."),
        (500, (), "answers 500", "log"),
        (302, (("location", "http://127.0.0.1:9/"),), "answers 302", "address"),
    ],
)
def test_what_the_endpoint_refuses_is_told_in_two_lines(
    status: int, headers: tuple[tuple[str, str], ...], what: str, todo: str
) -> None:
    body = json.dumps({"error": {"message": "no such\nkey\x1b[31m" + "x" * 999}}).encode()
    with pytest.raises(EndpointRefuses) as caught:
        heard_from(Says(body, status, headers, "application/json"))
    assert what in caught.value.what
    assert todo in caught.value.todo
    assert len(caught.value.what) < 400
    assert caught.value.what.isprintable()


def test_an_error_within_a_stream_is_told() -> None:
    body = events("Målet", done=False, reason=None) + b'data: {"error": {"message": "out of memory"}}\n\n'
    with pytest.raises(EndpointRefuses, match="out of memory"):
        heard_from(Says(body))


def test_an_endpoint_that_is_down() -> None:
    with serving(lambda _: Says(b"")) as server:
        gone = server.endpoint()
    with pytest.raises(EndpointDown, match="cannot be reached") as caught:
        model_text(gone, MESSAGES, FORM)
    assert "--llm-url" in caught.value.todo


def test_an_endpoint_that_never_answers() -> None:
    with pytest.raises(EndpointDown, match=r"test-model took longer than 0\.2 s") as caught:
        heard_from(Says(b"", waits=True), seconds=0.2)
    assert "--llm-timeout" in caught.value.todo


def test_an_endpoint_that_sends_a_little_for_ever() -> None:
    def drops() -> object:
        while True:
            yield b": ping\n"

    class Endless(list[bytes]):
        __iter__ = drops  # type: ignore[assignment]

    with pytest.raises((EndpointDown, ModelNonsense)):
        heard_from(Says(Endless()), seconds=0.2)


@pytest.mark.parametrize(
    "body",
    [
        Says(events(TEXT, done=False, reason=None)),
        Says(events(TEXT)[:60], breaks=True),
        Says(events(TEXT, reason="length")),
        Says(b""),
    ],
)
def test_an_answer_that_breaks_off(body: Says) -> None:
    with pytest.raises(ModelNonsense, match="broke off") as caught:
        heard_from(body)
    assert "--llm-context" in caught.value.todo


def test_a_page_that_is_no_endpoint() -> None:
    with pytest.raises(ModelNonsense, match="OpenAI-compatible") as caught:
        heard_from(Says(b"<html>Welcome</html>", kind="text/html"))
    assert "/v1" in caught.value.todo


def test_a_key_is_in_no_text_about_the_endpoint() -> None:
    endpoint = Endpoint("http://me:hush@127.0.0.1:9/v1", "m", "secret")
    assert "secret" not in repr(endpoint)
    with pytest.raises(EndpointDown) as caught:
        model_text(endpoint, MESSAGES, FORM)
    assert "hush" not in caught.value.what
