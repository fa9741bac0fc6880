"""Proves `track`, `score` and `flush` of a client: accepted at once, delivered once, on a trace of each rendered prompt's own."""

from __future__ import annotations

import json
import pickle
from typing import Any

import httpx
import pytest

from promptport import ArgumentError, AsyncClient, ClosedError, NotSupported
from promptport.errors import MissingCredential
from promptport.outbox.accounts import lease
from promptport.outbox.books import Books
from promptport.testing import Platform
from promptport_local import promptic, promptrails

from ..aio import HALF
from ..known import VALUES, XR2, Unreached

pytestmark = pytest.mark.one_python("it goes over the wire as everything does")
EVENT = "sign_up"


def sent(platform: Platform, operation: str = "track_event") -> list[dict[str, Any]]:
    """The bodies of the requests that have arrived."""
    return [json.loads(each.body) for each in platform.requests if each.operation == operation]


async def test_each_rendered_prompt_has_a_trace_of_its_own(platform: Platform) -> None:
    """The first of a fetch has that of the fetch; a copy is asked for one by its number, which leaves A/B tests alone."""
    async with AsyncClient("xr2", **XR2.settings(platform, disk=False)) as client:
        fetched, copied = await client.get("welcome"), await client.get("welcome")
        first, second, third = (each.render(VALUES) for each in (fetched, fetched, copied))
        for rendered in (second, first, third, pickle.loads(pickle.dumps(second))):
            assert client.track(rendered, EVENT, user_id="u").id
        client.track(
            first, "purchase_completed", metadata={"order_id": "o", "product_id": "p"}, value=9.5, currency="USD"
        )
        books = await client.flush(60.0)
        health = client.health()["reports"]
    assert (books.accepted, books.delivered, books.waiting, books.dropped) == (5, 5, 0, {})
    events, questions = sent(platform), sent(platform, "get_prompt")
    assert [(each.get("version_number"), each.get("status")) for each in questions] == [
        (None, None),
        (1, None),
        (1, None),
    ]
    assert len({each["trace_id"] for each in events}) == 3
    assert sum(each["trace_id"] == fetched.fetched.trace for each in events) == 2
    assert {each["trace_id"] for each in events} == {each["trace_id"] for each in platform.backend("xr2").traces}
    (bought,) = [each for each in events if each["event_name"] == "purchase_completed"]
    assert (bought["value"], bought["currency"], bought["metadata"]["order_id"]) == (9.5, "USD", "o")
    assert [(each["kind"], each["delivered"], each["duplicates"]) for each in health] == [("events", 5, 1)]


async def test_a_second_event_of_a_name_is_warned_of(platform: Platform, caplog: pytest.LogCaptureFixture) -> None:
    """Since it is lost there; by a rendered prompt and by a trace alike."""
    async with AsyncClient("xr2", **XR2.settings(platform, disk=False)) as client:
        prompt = await client.get("welcome")
        for rendered in (prompt.render(VALUES), prompt.render(VALUES), prompt.fetched.trace or ""):
            client.track(rendered, EVENT)
        warned = [each.getMessage() for each in caplog.records if "A second event" in each.getMessage()]
    assert len(warned) == 1
    assert EVENT in warned[0]


async def test_a_fallback_is_tracked(platform: Platform) -> None:
    """The version in production stands for it."""
    platform.script("xr2", {"status": 503, "operation": "get_prompt", "times": None})
    async with AsyncClient("xr2", **XR2.settings(platform, disk=False, retries=0)) as client:
        rendered = (await client.get("welcome", fallback="Hi")).render()
        platform.reset()
        client.track(rendered, EVENT)
        assert (await client.flush(60.0)).delivered == 1
    assert [(each.get("version_number"), each.get("status")) for each in sent(platform, "get_prompt")] == [
        (None, "production")
    ]


async def test_one_try_at_a_time(platform: Platform) -> None:
    """The outbox tries again, the road does not; what was asked for before is not asked for again."""
    async with AsyncClient("xr2", **XR2.settings(platform, disk=False)) as client:
        await client.get("welcome")
        rendered = (await client.get("welcome")).render(VALUES)
        platform.script("xr2", {"status": 503, "operation": "track_event", "times": 2})
        client.track(rendered, EVENT)
        assert (await client.flush(30.0)).delivered == 1
    assert len(sent(platform)) == 3
    assert len({each["trace_id"] for each in sent(platform)}) == 1
    assert len(sent(platform, "get_prompt")) == 2


async def test_what_others_have_left(platform: Platform) -> None:
    """A client that has reported nothing delivers it when it is flushed; one of a platform without events has nothing to do."""
    async with AsyncClient("xr2", **XR2.settings(platform, disk=False)) as client:
        await client.get("welcome")
        rendered = (await client.get("welcome")).render(VALUES)
        platform.script("xr2", {"status": 503, "times": None})
        client.track(rendered, EVENT)
    platform.reset()
    async with AsyncClient("xr2", **XR2.settings(platform, disk=False)) as client:
        books = await client.flush(30.0)
    assert (books.accepted, books.adopted, books.delivered, books.waiting) == (0, 1, 1, 0)
    async with AsyncClient("promptic", **promptic.settings(platform.url("promptic"))) as client:
        assert await client.flush() == Books()


async def test_what_is_refused_is_set_aside(platform: Platform) -> None:
    """With the platform's words; the others go."""
    async with AsyncClient("xr2", **XR2.settings(platform, disk=False)) as client:
        rendered = (await client.get("welcome")).render(VALUES)
        client.track(rendered, "nowhere")
        client.track(rendered, EVENT)
        books = await client.flush(60.0)
    assert (books.delivered, books.waiting, sum(books.aside.values())) == (1, 0, 1)
    assert "not defined" in next(iter(books.aside))


async def test_arguments_are_checked_at_the_call(platform: Platform) -> None:
    """Nothing is accepted of what can't be sent."""
    async with AsyncClient("xr2", **XR2.settings(platform, disk=False)) as client:
        prompt: Any = await client.get("welcome")
        for given, metadata, argument in (
            ((prompt, EVENT), {}, "rendered"),
            (("t", ""), {}, "event"),
            (("t", EVENT), {"a": {1, 2}}, "metadata"),
        ):
            with pytest.raises(ArgumentError, match=f"`{argument}` must be"):
                client.track(*given, metadata=metadata)
        with pytest.raises(ArgumentError, match=r"too (much|large)"):
            client.track("t", EVENT, metadata={"a": "x" * 2_000_000})
        with pytest.raises(ArgumentError, match="`timeout` must be"):
            await client.flush(-1)
        assert (await client.flush(60.0)).accepted == 0


async def test_scores(platform: Platform) -> None:
    """Of a trace by its id; they can be awaited, as they had to be. PromptRails gives prompts no traces."""
    async with AsyncClient("promptrails", **promptrails.settings(platform.url("promptrails"))) as client:
        assert (await client.score("t", "good", True, comment="c")).id
        client.score("t", "style", "plain")
        rendered = (await client.get("welcome")).options(strict=False).render()
        with pytest.raises(ArgumentError, match="promptrails gives prompts no traces"):
            client.score(rendered, "good", 1)
        with pytest.raises(ArgumentError, match="`value` must be a number, a text or a truth value"):
            client.score("t", "good", None)  # type: ignore[arg-type] # what must not be
        assert (await client.flush(60.0)).delivered == 2
        assert [(each["kind"], each["accepted"]) for each in client.health()["reports"]] == [("scores", 2)]
    scores = {each["name"]: each for each in sent(platform, "scores_create")}
    assert (scores["good"]["bool_value"], scores["good"]["comment"]) == (True, "c")
    assert scores["style"]["string_value"] == "plain"


async def test_a_server_without_scores(platform: Platform) -> None:
    """What was accepted is set aside with what there is instead, and the next call says so; at once where `release` is named."""
    own = promptrails.settings(platform.url("promptrails"))
    async with AsyncClient("promptrails", account="of-0.9", **own) as client:
        platform.script("promptrails", {"status": 404, "json": {"message": "Not Found"}, "operation": "scores_create"})
        client.score("t", "good", True)
        assert [each for each in (await client.flush(60.0)).aside if "have none" in each]
        with pytest.raises(NotSupported, match=r"releases since 0\.9\.0 have none.*submit_feedback"):
            client.score("t", "good", True)
    async with AsyncClient("promptrails", release="0.9.2", **own) as client:
        with pytest.raises(NotSupported, match=r"releases since 0\.9\.0 have none"):
            client.score("t", "good", True)


async def test_a_closed_client(platform: Platform) -> None:
    """It takes nothing more; what it had is delivered when it is closed. One with other options is its like."""
    client = AsyncClient("xr2", **XR2.settings(platform, disk=False))
    other = client.with_options(timeout=5.0)
    other.track((await client.get("welcome")).render(VALUES), EVENT)
    await other.aclose()
    client.track((await client.get("welcome")).render(VALUES), EVENT)
    await client.aclose()
    assert len(sent(platform)) == 2
    for call in (
        lambda: client.track("t", EVENT),
        lambda: client.score("t", "x", 1),
        client.invocation,
        lambda: other.track("t", EVENT),
    ):
        with pytest.raises(ClosedError):
            call()
    with pytest.raises(ClosedError):
        await client.flush()


async def test_a_client_a_call(platform: Platform) -> None:
    """Each delivers what is its own before it ends, and nothing is left over or lost."""
    async with AsyncClient("xr2", **XR2.settings(platform, disk=True)) as client:
        await client.get("welcome")
    for _ in range(5):
        async with AsyncClient("xr2", **XR2.settings(platform, disk=True)) as client:
            client.track((await client.get("welcome")).render(VALUES), EVENT)
    assert len(sent(platform)) == 5
    assert len({each["trace_id"] for each in sent(platform)}) == 5


async def test_what_another_process_has_left(platform: Platform) -> None:
    """A flush delivers it, though this process has reported nothing; so does a block."""
    settings, trace = XR2.settings(platform, disk=False), await a_trace(platform)
    for count in (1, 2):
        async with AsyncClient("xr2", **settings) as client:
            account = client.reporting.events.destination.account()
            assert account is not None
            other = lease(account, Unreached)
            other.put("event", {"event": EVENT, "trace": trace})
            other.close()
            if count == 1:
                assert (await client.flush(60.0)).delivered == 1
            else:
                async with client.invocation(60.0):
                    pass
        assert len(sent(platform)) == count


async def test_without_a_key(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever reports is told which variable to set; nothing is kept."""
    monkeypatch.delenv("XR2_API_KEY", raising=False)
    async with AsyncClient("xr2", disk=False) as client:
        with pytest.raises(MissingCredential, match="XR2_API_KEY"):
            client.track("t", EVENT)
        assert (await client.flush(60.0)).accepted == 0


async def test_a_function_for_the_key(platform: Platform) -> None:
    """Nobody knows whose the events are until it has answered: they wait, and go as soon as it does."""
    own, asked = XR2.settings(platform, disk=False), list[str]()
    key = own.pop("api_key")

    def answer() -> str:
        asked.append(HALF)
        if len(asked) == 1:
            raise OSError("not yet")
        return str(key)

    async with AsyncClient("xr2", api_key=answer, **own) as client:
        trace = await a_trace(platform)
        assert client.track(trace, EVENT).id
        books = await client.flush(30.0)
        assert (books.accepted, books.delivered, books.waiting) == (1, 1, 0)
        client.track(trace, "purchase_completed", metadata={"order_id": "o", "product_id": "p"})
        assert (await client.flush(60.0)).delivered == 2
    assert len(asked) == 2


async def test_what_an_application_has_brought(platform: Platform) -> None:
    """It carries events, too: in its event loop, or in threads. Another client of the account goes its own way."""
    seen = list[str]()

    async def hook(request: httpx.Request) -> None:
        seen.append(request.url.path)

    async with (
        httpx.AsyncClient(event_hooks={"request": [hook]}) as own,
        AsyncClient("xr2", http_client=own, **XR2.settings(platform, disk=False)) as client,
        AsyncClient("xr2", **XR2.settings(platform, disk=False)) as other,
    ):
        fetched = await client.get("welcome")
        for each in (client, client, other):
            each.track(fetched.render(VALUES), EVENT)
        assert (await client.flush(60.0)).delivered == 2
        assert (await other.flush(60.0)).delivered == 1
    assert len([each for each in seen if each.endswith("/events")]) == 2
    assert len({each["trace_id"] for each in sent(platform)}) == 3


async def a_trace(platform: Platform) -> str:
    """A trace that is there, without anybody having fetched a prompt."""
    backend = platform.backend("xr2")
    async with AsyncClient("xr2", **XR2.settings(platform, disk=False)) as client:
        await client.get("welcome")
    return str(backend.traces[-1]["trace_id"])
