"""Proves what stands in for a prompt in an outage: a text, messages, another prompt, a function; and when it does not."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

import pytest

from promptport import AsyncClient, CallError, NotFound
from promptport.client.fallback import Fallback
from promptport.errors import ArgumentError
from promptport.testing import Platform

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
    """A prompt that does not exist raises, fallback or not; a refused key does not."""
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
