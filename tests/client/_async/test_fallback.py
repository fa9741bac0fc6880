"""Proves what stands in for a prompt in an outage: a text, messages, another prompt, a function; and when it does not."""

from __future__ import annotations

import logging
import pickle
from collections.abc import Callable
from typing import Any

import pytest

from promptport import AsyncClient, CallError, ConfigurationError, GetResult, NotFound
from promptport.client.fallback import Fallback
from promptport.errors import ArgumentError, MissingCredential
from promptport.testing import Platform

from ...base.aio import FORMS as WAYS
from ...base.rooms import ROOMS
from ..aio import HALF
from ..known import VALUES, Known

TEXT = "You are a friendly assistant. Answer in en.\n\nWelcome Alice and offer your help."
FORMS: dict[str, tuple[Fallback, list[dict[str, Any]]]] = {
    "a text": ("Hi {{x}}", [{"role": "user", "content": "Hi 1"}]),
    "the empty text": ("", [{"role": "user", "content": ""}]),
    "messages": ([{"role": "system", "content": "Be {{x}}"}], [{"role": "system", "content": "Be 1"}]),
    "no messages": ([], []),
    "a function": (lambda: "Hi {{x}}", [{"role": "user", "content": "Hi 1"}]),
    "a function of messages": (lambda: ({"role": "user", "content": "{{x}}"},), [{"role": "user", "content": "1"}]),
}


@pytest.fixture
async def client(known: Known, platform: Platform):  # type: ignore[no-untyped-def] # a generator in one world, asynchronous in the other
    async with AsyncClient(known.name, **known.settings(platform, disk=False, retries=0)) as made:
        yield made


@pytest.mark.parametrize("form", FORMS)
async def test_fallback(client: AsyncClient, known: Known, platform: Platform, form: str) -> None:
    """With a fallback no outage raises, and it says so; without one the error tells what is wrong."""
    known.fail(platform, status=503)
    fallback, expected = FORMS[form]

    prompt = await client.get("welcome", fallback=fallback)

    values = {"x": "1"} if "{{x}}" in str(prompt.fetched.messages) else {}
    assert prompt.render(values).to_openai() == expected
    assert (prompt.origin.platform, prompt.origin.source, prompt.version) == (known.name, "fallback", None)
    with pytest.raises(CallError) as caught:
        await client.get("welcome")
    assert caught.value.status_code == 503
    platform.reset()


async def test_fallback_of_a_version(client: AsyncClient, known: Known, platform: Platform) -> None:
    """It says which version, or label, it stands in for."""
    platform.script(known.name, {"times": None, "status": 503})
    prompt = await client.get("welcome", version=known.version, fallback="x")
    assert (prompt.name, prompt.version, prompt.label) == ("welcome", known.version, None)
    prompt = await client.get("welcome", label=known.other, fallback="x")
    assert (prompt.name, prompt.version, prompt.label) == ("welcome", None, known.other)
    platform.reset()


async def test_fallback_that_is_a_prompt(client: AsyncClient, known: Known, platform: Platform) -> None:
    """A prompt from elsewhere can stand in, and says that it does."""
    other = await client.get("welcome", version=known.version)
    known.fail(platform, status=503)
    prompt = await client.get("welcome", fallback=other)
    assert (prompt.origin.source, prompt.render(VALUES).text) == ("fallback", TEXT)
    platform.reset()


async def test_fallback_is_not_needed(client: AsyncClient) -> None:
    """Where the platform answers, no function is called."""

    def never() -> str:
        raise AssertionError

    assert (await client.get("welcome", fallback=never)).origin.source == "network"


async def test_fallback_that_fails(client: AsyncClient, known: Known, platform: Platform) -> None:
    """What a function raises reaches the caller, behind what made it necessary."""

    def broken() -> str:
        raise KeyError("mine")

    known.fail(platform, status=503)
    with pytest.raises(KeyError, match="mine") as caught:
        await client.get("welcome", fallback=broken)
    assert isinstance(caught.value.__context__, CallError)
    odd: Callable[[], Any] = lambda: 3  # noqa: E731 # a name that a type checker sees
    with pytest.raises(ArgumentError, match="answered int"):
        await client.get("welcome", fallback=odd)
    platform.reset()


@pytest.mark.parametrize("fallback", [None, 3, [{"content": "no role"}], {"role": "user"}])
async def test_fallback_that_is_none(client: AsyncClient, platform: Platform, fallback: Any) -> None:
    """A fallback that could not help is told before it is needed."""
    with pytest.raises(ArgumentError, match="A fallback is"):
        await client.get("welcome", fallback=fallback)
    assert not platform.requests


async def test_fallback_never_hides_that_there_is_no_prompt(client: AsyncClient, platform: Platform) -> None:
    """A prompt that does not exist raises, fallback or not, unless `missing_ok` says otherwise; a refused key does not."""
    with pytest.raises(NotFound) as caught:
        await client.get("nope", fallback="x")
    assert (caught.value.name, caught.value.version, caught.value.label) == ("nope", None, None)


async def test_fallback_of_a_refused_key(
    client: AsyncClient, known: Known, platform: Platform, caplog: pytest.LogCaptureFixture
) -> None:
    """A key that is revoked takes nobody down who has a fallback; the log tells."""
    known.fail(platform, status=403)
    with caplog.at_level(logging.WARNING, "promptport"):
        assert (await client.get("welcome", fallback="x")).origin.source == "fallback"
    assert "welcome comes from the fallback" in caplog.text
    platform.reset()


async def test_missing_ok(known: Known, platform: Platform, caplog: pytest.LogCaptureFixture) -> None:
    """A fallback stands in for a prompt that does not exist where it may; log, hook and health tell, each prompt once."""
    seen: list[GetResult] = []
    settings = known.settings(platform, disk=False, on_get=seen.append)
    caplog.set_level(logging.INFO, "promptport")
    async with AsyncClient(known.name, **settings) as client:
        for name in ("nope", "nope", "none"):
            prompt = await client.get(name, fallback="Hi", missing_ok=True)
            assert (prompt.name, prompt.origin.source, prompt.render().text) == (name, "fallback", "Hi")
        lines = [
            (each.levelname, each.getMessage()) for each in caplog.records if "has no such prompt" in each.getMessage()
        ]
        assert [(level, line.split(" comes")[0]) for level, line in lines] == [("WARNING", "nope"), ("INFO", "none")]
        assert [(each.source, type(each.error)) for each in seen] == [("fallback", NotFound)] * 3
        shown = {
            each["name"]: (each["source"], each["error"] and each["error"]["kind"])
            for each in client.health()["prompts"]
        }
        assert shown == {"nope": ("fallback", "missing"), "none": ("fallback", "missing")}
        assert client.health()["platform"]["state"] == "answering"
        known.put(platform, "nope", "It is there.")
        client._cache.state.missing.clear()  # a few seconds later
        assert (await client.get("nope", fallback="Hi", missing_ok=True)).render().text == "It is there."
        assert {each["name"]: each["source"] for each in client.health()["prompts"]} == {
            "nope": "cache",
            "none": "fallback",
        }
        with pytest.raises(NotFound):
            await client.get("none", fallback="Hi")
        with pytest.raises(ArgumentError, match="`missing_ok` says what a fallback is for"):
            await client.get("none", missing_ok=True)


@pytest.mark.parametrize("way", WAYS)
async def test_fallback_that_is_awaited(
    client: AsyncClient, known: Known, platform: Platform, way: str, recwarn: pytest.WarningsRecorder
) -> None:
    """Where the client awaits; a blocking one says so, before it is needed if it can be seen, and leaves nothing unawaited."""
    fallback: Any = WAYS[way](lambda: "Hi {{x}}")
    known.fail(platform, status=503)
    if HALF == "_async" or way == "plain":
        assert (await client.get("welcome", fallback=fallback)).render(x=1).text == "Hi 1"
    else:
        with pytest.raises(ArgumentError, match="to be awaited is for `AsyncClient`"):
            await client.get("welcome", fallback=fallback)
        assert bool(known.fetches(platform)) == (way == "answers what is awaited")
    assert not recwarn.list
    platform.reset()


@pytest.mark.parametrize("room", ROOMS)
async def test_fallback_without_a_key(
    room: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """A client is built; a fallback answers, with the warning; what has none is told which variable to set; nothing is sent."""
    for name in (
        "API_KEY",
        "API_SECRET",
        "ORG_ID",
        "CLIENT_ID",
        "CLIENT_SECRET",
        "ACCESS_TOKEN",
        "PUBLIC_KEY",
        "SECRET_KEY",
    ):
        monkeypatch.delenv(f"{room.upper()}_{name}", raising=False)
    seen: list[GetResult] = []
    async with AsyncClient(room, on_get=seen.append) as client:
        for _ in range(3):
            prompt = await client.get("welcome", fallback="Hi")
            assert (prompt.origin.platform, prompt.origin.source) == (room, "fallback")
        (line,) = [each.getMessage() for each in caplog.records if each.name == "promptport"]
        assert caplog.records[0].levelname == "WARNING"
        assert line.startswith(f"{room} can't be asked (")
        assert line.endswith(
            "so welcome comes from the fallback (1 prompt so far). Give it, and build the client anew."
        )
        for call in (
            lambda: client.get("welcome"),
            lambda: client.with_options(timeout=3).get("welcome"),
            client.list,
            lambda: client.score("trace", "good", True),
        ):
            with pytest.raises(MissingCredential, match=rf"{room.upper()}_(API_KEY|ORG_ID|PUBLIC_KEY)") as caught:
                await call()
            assert isinstance(caught.value, CallError)
            assert isinstance(caught.value, ConfigurationError)
            assert caught.value.kind == "credential"
            assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)
        assert [each.source for each in seen] == ["fallback"] * 3 + [None] * 2
        health = client.health()
        assert health["platform"]["state"] == "failing"
        assert [(each["source"], each["error"] and each["error"]["kind"]) for each in health["prompts"]] == [
            ("fallback", "credential")
        ]


async def test_a_blank_key_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a secret is not set, a pipeline gives the empty text; what is malformed is told when the client is built."""
    monkeypatch.setenv("XR2_API_KEY", "")
    async with AsyncClient("xr2", disk=False) as client:
        assert (await client.get("welcome", fallback="Hi")).origin.source == "fallback"
        with pytest.raises(MissingCredential, match="XR2_API_KEY is blank"):
            await client.get("welcome")
    monkeypatch.setenv("XR2_API_KEY", "a key")
    with pytest.raises(ConfigurationError, match="no key has"):
        AsyncClient("xr2", disk=False)
