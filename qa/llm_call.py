"""Messages sent to an endpoint → the model's text; what goes wrong on the way is told in two lines."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from qa.errors import EndpointDown, EndpointRefuses, ModelNonsense
from qa.llm_endpoint import Endpoint
from qa.llm_stream import Reply, hear, lines_of, message_of

if TYPE_CHECKING:
    import httpx

Messages = list[dict[str, str]]

CONNECT_S = 5.0
MOST_TOKENS = 1200
LONGEST = 2_000_000
"""Characters of a stream; a model that goes on beyond them will not stop."""
PLAIN: Mapping[str, Any] = {"temperature": 0, "max_tokens": MOST_TOKENS}


def wishes_for(form: Mapping[str, Any]) -> tuple[Mapping[str, Any], ...]:
    """What is asked for beside the messages: a form, the best way first; at last nothing, for those that know none."""
    schema = {"type": "json_schema", "json_schema": {"name": "answer", "schema": form}}
    return (
        {**PLAIN, "response_format": schema},
        {**PLAIN, "response_format": {"type": "json_object", "schema": form}},
        {**PLAIN, "response_format": {"type": "json_object"}},
        {},
    )


def model_text(endpoint: Endpoint, messages: Messages, form: Mapping[str, Any]) -> str:
    """What the model says, in a form (a JSON Schema) where the endpoint can ask for one.

    Raises `EndpointDown`, `EndpointRefuses`, `ModelNonsense`.
    """
    import httpx

    end = time.monotonic() + endpoint.seconds
    limits = httpx.Timeout(endpoint.seconds, connect=min(CONNECT_S, endpoint.seconds))
    with _told(endpoint), httpx.Client(timeout=limits, trust_env=not endpoint.is_here) as client:
        tries = (_reply(client, endpoint, messages, wishes, end) for wishes in wishes_for(form))
        reply = next(one for one in tries if one is not None)
    if reply.error:
        todo = "See what its log says, or try another model."
        raise EndpointRefuses(f"{endpoint.shown} gave no answer: {reply.error}", todo)
    if not reply.ended or reply.cut:
        why = "for want of room" if reply.cut else "before it was whole"
        todo = "Give the model more room, send it less (--llm-context), or try again."
        raise ModelNonsense(f"The answer of {endpoint.model} broke off {why}.", todo)
    return reply.text


def _reply(
    client: httpx.Client, endpoint: Endpoint, messages: Messages, wishes: Mapping[str, Any], end: float
) -> Reply | None:
    """What the model says; ``None`` where the endpoint takes the wishes for a mistake."""
    body = {"model": endpoint.model, "messages": messages, "stream": True, **wishes}
    headers = {"Authorization": f"Bearer {endpoint.key}"} if endpoint.key else {}
    with client.stream("POST", endpoint.chat, json=body, headers=headers) as response:
        if response.status_code != 200:
            # Some servers say 500 to a wish that they do not know, but then they name it.
            said = response.read()
            if wishes and (response.status_code in (400, 422) or b"response_format" in said):
                return None
            raise _refusal(endpoint, response)
        return _heard(endpoint, response, end)


def _heard(endpoint: Endpoint, response: httpx.Response, end: float) -> Reply:
    """The reply, streamed or whole; the last of a stream that breaks off is what there is of it."""
    import httpx

    reply, whole, length = Reply(), [], 0
    streamed = "text/event-stream" in response.headers.get("content-type", "")
    try:
        for line in lines_of(_in_time(endpoint, response.iter_bytes(), end)):
            length += len(line)
            if length > LONGEST:
                raise ModelNonsense(f"{endpoint.model} does not stop.", "Try another model.")
            if streamed or line.startswith("data:"):
                hear(line, reply)
            else:
                whole.append(line)
    except httpx.RemoteProtocolError:
        return reply
    if not reply.parts and whole:
        _take_whole("\n".join(whole), endpoint, reply)
    return reply


def _take_whole(text: str, endpoint: Endpoint, reply: Reply) -> None:
    """An answer that came in one piece, though a stream was asked for."""
    try:
        reply.take(json.loads(text))
    except ValueError as error:
        todo = "Check the address: it ends in /v1 with most programs."
        raise ModelNonsense(f"{endpoint.shown} does not answer as an OpenAI-compatible endpoint does.", todo) from error
    reply.ended = reply.ended or bool(reply.parts)


def _in_time(endpoint: Endpoint, chunks: Iterator[bytes], end: float) -> Iterator[bytes]:
    """The chunks; raises where the time is up, also for an endpoint that sends a little now and then."""
    for chunk in chunks:
        if time.monotonic() > end:
            raise _slow(endpoint)
        yield chunk


@contextmanager
def _told(endpoint: Endpoint) -> Iterator[None]:
    """What the connection complains of, in two lines."""
    import httpx

    try:
        yield
    except httpx.ConnectTimeout as error:
        raise _down(endpoint, "it does not answer") from error
    except httpx.TimeoutException as error:
        raise _slow(endpoint) from error
    except httpx.ConnectError as error:
        raise _down(endpoint, str(error) or "no connection") from error
    except (httpx.HTTPError, httpx.InvalidURL, UnicodeError) as error:
        raise _down(endpoint, str(error) or type(error).__name__) from error


def _down(endpoint: Endpoint, why: str) -> EndpointDown:
    line = " ".join(why.split())
    return EndpointDown(f"{endpoint.shown} cannot be reached: {line}.", "Start it, or name another with --llm-url.")


def _slow(endpoint: Endpoint) -> EndpointDown:
    what = f"{endpoint.model} took longer than {endpoint.seconds:g} s."
    return EndpointDown(what, "Give it more time (--llm-timeout), a smaller model, or less to read (--llm-context).")


def _refusal(endpoint: Endpoint, response: httpx.Response) -> EndpointRefuses:
    status, wait = response.status_code, response.headers.get("retry-after", "")
    todo = {
        401: "Give a key that it knows: --llm-key, or PULJELUP_LLM_KEY.",
        403: "Give a key that it knows: --llm-key, or PULJELUP_LLM_KEY.",
        404: f"Check that it has the model {endpoint.model}, and that the address is right.",
        413: "Send it less: --llm-context.",
        429: f"Try again in {wait} seconds." if wait.isdigit() else "Try again later.",
    }.get(status, "See what its log says, or try again." if status >= 500 else "Check the address and the model.")
    try:
        said = message_of(response.json())
    except ValueError:
        said = ""
    return EndpointRefuses(f"{endpoint.shown} answers {status}{f': {said}' if said else '.'}", todo)
