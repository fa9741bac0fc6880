"""Proves that ours sends what Langfuse's own client sends: every call of it that is about prompts, scores, or keys.

The room's operations, and the neutral client, each beside the vendor's call. Where two requests differ, it is in what is null or
empty, and the table says which.
"""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import httpx
import pytest
from langfuse import Langfuse
from langfuse.api import CreateTextPromptRequest
from langfuse.api.client import AsyncLangfuseAPI

import promptport
from promptport.langfuse import AsyncLangfuseClient, LangfuseClient
from promptport_local import Server
from promptport_local.langfuse import settings

from .langfuse_clients import sent, vendor

SCORE = "9a570f6f-3a1d-4c4b-8e6f-1f0a546d2a0f"
TRACE = "0af7651916cd43dd8448eb211c80319c"
CHAT: list[Any] = [{"role": "system", "content": "{{tone}}"}, {"type": "placeholder", "name": "history"}]
NEUTRAL: list[Any] = [{"role": "system", "content": "{{tone}}"}, {"slot": "history"}]


class Same(NamedTuple):
    """Calls that ask for the same.

    Attributes:
        theirs: The vendor's.
        room: Of `promptport.langfuse`.
        neutral: Of `promptport.Client`; None where it has none such.
        null: Fields that the vendor sends as null or empty, and which ours leaves out.
    """

    theirs: Callable[[Langfuse], Any]
    room: Callable[[LangfuseClient], Any]
    neutral: Callable[[promptport.Client], Any] | None = None
    null: tuple[str, ...] = ()


SAME = {
    "production": Same(
        lambda theirs: theirs.get_prompt("welcome"),
        lambda room: room.prompts.get("welcome"),
        lambda client: client.get("welcome"),
    ),
    "a label, in a folder": Same(
        lambda theirs: theirs.get_prompt("mail/welcome", label="staging"),
        lambda room: room.prompts.get("mail/welcome", label="staging"),
        lambda client: client.get("mail/welcome", label="staging"),
    ),
    "a version": Same(
        lambda theirs: theirs.get_prompt("mail/welcome", version=1),
        lambda room: room.prompts.get("mail/welcome", version=1),
        lambda client: client.get("mail/welcome", version=1),
    ),
    "unresolved": Same(
        lambda theirs: theirs.api.prompts.get("greeting", resolve=False),
        lambda room: room.prompts.get("greeting", resolve=False),
    ),
    "the list": Same(
        lambda theirs: theirs.api.prompts.list(page=1, limit=100),
        lambda room: room.prompts.list(page=1, limit=100),
        lambda client: client.list(),
    ),
    "the list, filtered": Same(
        lambda theirs: theirs.api.prompts.list(name="mail/welcome", label="staging", tag="mail"),
        lambda room: room.prompts.list(name="mail/welcome", label="staging", tag="mail"),
    ),
    "a text": Same(
        lambda theirs: theirs.create_prompt(
            name="a/text", prompt="Hi {{x}}", labels=["production"], tags=["t"], config={"n": 1}, commit_message="m", type="text"
        ),
        lambda room: room.prompts.create(
            name="a/text", prompt="Hi {{x}}", type="text", labels=["production"], tags=["t"], config={"n": 1}, commit_message="m"
        ),
        lambda client: client.create_version(
            "a/text", "Hi {{x}}", labels=["production"], tags=["t"], config={"n": 1}, note="m"
        ),
        ("type",),
    ),
    "a text, and no more": Same(
        lambda theirs: theirs.api.prompts.create(request=CreateTextPromptRequest(name="b", prompt="Hi")),
        lambda room: room.prompts.create(name="b", prompt="Hi"),
        lambda client: client.create_version("b", "Hi"),
        ("type", "labels", "config", "tags", "commitMessage"),
    ),
    "a chat": Same(
        lambda theirs: theirs.create_prompt(name="c", type="chat", prompt=CHAT),
        lambda room: room.prompts.create(name="c", prompt=CHAT, type="chat"),
        lambda client: client.create_version("c", NEUTRAL),
        ("labels", "config", "tags", "commitMessage"),
    ),
    "a label moves": Same(
        lambda theirs: theirs.update_prompt(name="mail/welcome", version=1, new_labels=["staging"]),
        lambda room: room.prompt_version.update("mail/welcome", 1, newLabels=["staging"]),
        lambda client: client.label("mail/welcome", "staging", version=1),
    ),
    "a version goes": Same(
        lambda theirs: theirs.api.prompts.delete("d%2Fe", version=2),
        lambda room: room.prompts.delete("d/e", version=2),
        lambda client: client.delete("d/e", version=2),
    ),
    "all of it goes": Same(
        lambda theirs: theirs.api.prompts.delete("d%2Fe"),
        lambda room: room.prompts.delete("d/e"),
        lambda client: client.delete("d/e"),
    ),
    "a score goes": Same(lambda theirs: theirs.api.scores.delete(SCORE), lambda room: room.scores.delete(SCORE)),
    "the project": Same(lambda theirs: theirs.auth_check(), lambda room: room.projects.get()),
    "the platform": Same(lambda theirs: theirs.api.health.health(), lambda room: room.health.health()),
}  # fmt: skip


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with Server(seed=0) as running:
        yield running
        assert running.violations == []


@pytest.fixture(scope="module")
def theirs(server: Server) -> Iterator[Langfuse]:
    with vendor(server) as made:
        yield made


class Generated(NamedTuple):
    """The vendor's client for asyncio: what is generated of it, and no more."""

    api: Any


def prepared(server: Server) -> int:
    """Let there be what the calls delete; answers how many requests have arrived."""
    backend = server.backend("langfuse")
    backend.add_prompt("d/e", versions=[{"prompt": "Hi"}, {"prompt": "Hi"}, {"prompt": "Hi"}])
    backend.create_score({"id": SCORE, "name": "old", "value": 1, "traceId": TRACE})
    return len(server.requests)


def requests_of(server: Server, call: Callable[[Any], Any], client: Any) -> tuple[list[dict[str, Any]], list[str]]:
    """What a call sends, and how the keys are shown."""
    before = prepared(server)
    call(client)
    return arrived(server, before)


def arrived(server: Server, before: int) -> tuple[list[dict[str, Any]], list[str]]:
    """What has arrived since, and how the keys are shown."""
    requests = server.requests[before:]
    return [sent(each) for each in requests], [
        (each.header("authorization") or "").partition(" ")[0] for each in requests
    ]


def less(requests: list[dict[str, Any]], fields: tuple[str, ...]) -> list[dict[str, Any]]:
    """Requests without fields of their bodies that say nothing."""
    empty: tuple[Any, ...] = (None, [], {}, "text")
    for each in requests:
        if isinstance(each["body"], dict):
            each["body"] = {
                name: value for name, value in each["body"].items() if name not in fields or value not in empty
            }
    return requests


@pytest.mark.promise("C2")
@pytest.mark.parametrize("name", SAME)
def test_ours_sends_the_same(server: Server, theirs: Langfuse, name: str) -> None:
    same, options = SAME[name], settings(server.url("langfuse"))
    wanted, scheme = requests_of(server, same.theirs, theirs)
    assert len(wanted) == 1
    with LangfuseClient(**options) as room:
        assert requests_of(server, same.room, room)[1] == scheme == ["Basic"] or name == "the platform"
        found, _ = requests_of(server, same.room, room)
        assert less(found, same.null) == less(wanted, same.null)
    if same.neutral is not None:
        with promptport.Client("langfuse", disk=False, **options) as client:
            found, scheme = requests_of(server, same.neutral, client)
        assert (less(found, same.null), scheme) == (wanted, ["Basic"])


@pytest.mark.promise("C2")
@pytest.mark.parametrize("name", SAME)
async def test_ours_sends_the_same_with_asyncio(server: Server, name: str) -> None:
    """As with a blocking client. What the vendor's package generates has asyncio as well; what is written by hand has not."""
    same, options = SAME[name], settings(server.url("langfuse"))

    async def of(call: Callable[[Any], Any], client: Any) -> list[dict[str, Any]]:
        before = prepared(server)
        await call(client)
        return less(arrived(server, before)[0], same.null)

    with LangfuseClient(**options) as blocking:
        wanted = less(requests_of(server, same.room, blocking)[0], same.null)
    async with AsyncLangfuseClient(**options) as room:
        assert await of(same.room, room) == wanted
    if "api" in same.theirs.__code__.co_names:
        keys = {"username": options["public_key"], "password": options["secret_key"]}
        async with httpx.AsyncClient() as http:
            generated = Generated(AsyncLangfuseAPI(httpx_client=http, base_url=options["base_url"], **keys))
            assert await of(same.theirs, generated) == wanted
    if same.neutral is not None:
        async with promptport.AsyncClient("langfuse", disk=False, **options) as client:
            assert await of(same.neutral, client) == wanted


def test_a_score_is_sent_as_theirs_is(server: Server, theirs: Langfuse) -> None:
    """A list of one, with an id and a moment of its own; theirs takes a truth value for a number unless it is told."""

    def score(value: Any, more: dict[str, Any]) -> Callable[[Any], None]:
        def call(client: Langfuse) -> None:
            client.create_score(name="good", value=value, trace_id=TRACE, comment="c", **more)
            client.flush()

        return call

    def ours(value: Any) -> Callable[[promptport.Client], None]:
        def call(client: promptport.Client) -> None:
            client.score(TRACE, "good", value, comment="c")
            client.flush(60)

        return call

    with promptport.Client("langfuse", disk=False, **settings(server.url("langfuse"))) as client:
        for value, more in ((0.5, {}), ("warm", {}), (True, {"data_type": "BOOLEAN"})):
            (their,), _ = requests_of(server, score(value, more), theirs)
            (our,), _ = requests_of(server, ours(value), client)
            [one], [other] = their.pop("body"), our.pop("body")
            assert our == their
            for each in (one, other):
                assert each.pop("id")
                assert each.pop("timestamp")
            assert {key: each for key, each in other.items() if each is not None} == one


def test_spans_are_sent_as_theirs_are(server: Server, theirs: Langfuse) -> None:
    """What its exporter sends, by the room: the same spans once more, not packed."""

    def export(client: Langfuse) -> None:
        with client.start_as_current_observation(name="answer", as_type="generation"):
            pass
        client.flush()

    before = len(server.requests)
    [their], scheme = requests_of(server, export, theirs)
    exported = gzip.decompress(server.requests[before].body)
    with LangfuseClient(**settings(server.url("langfuse"))) as room:
        assert requests_of(server, lambda room: room.opentelemetry.export_traces(body=exported), room) == (
            [their],
            scheme,
        )
    assert server.requests[-1].body == exported
    assert [each["name"] for each in server.backend("langfuse").observations] == ["answer"]
