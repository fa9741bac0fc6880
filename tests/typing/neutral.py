"""A program that uses the neutral client as documented, and what a type checker knows of it. mypy checks it, strictly."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, assert_type

import promptport
from promptport import AsyncClient, Client, Message, NotFound, Origin, Prompt, RenderedPrompt, RenderError, Variable
from promptport.platform import AsyncPromptSource, Fetched, PromptSource, Registration

HISTORY: list[dict[str, Any]] = [{"role": "assistant", "content": None, "tool_calls": []}]


def use(registration: Registration) -> None:
    """Blocking."""
    with promptport.Client("xr2", ttl=30, deadline=2.5, api_key="k") as client:
        assert_type(client, Client)
        prompt = client.get("welcome")
        assert_type(prompt, Prompt)
        assert_type(client.get("welcome", version=3), Prompt)
        assert_type(client.get("welcome", version="v3", fallback="text"), Prompt)
        assert_type(client.get("welcome", label="production", fallback=[{"role": "user", "content": "text"}]), Prompt)
        assert_type(client.get("welcome", fallback=lambda: "text"), Prompt)
        assert_type(client.get("welcome", fallback=prompt), Prompt)
        made = client.create_version("p", "Hi", variables=["a", Variable("b", enum=(1, 2))], config=[1], labels=("x",))
        assert_type(made, Prompt)
        client.create_version("p", [{"role": "user", "content": "Hi"}], kind="chat", tags=["t"], note="n", version="1")
        client.label("p", "production", version=3)
        client.delete("p")
        assert_type(client.list(), list[str])
        assert_type(client.with_options(timeout=1, retries=0, headers={"X-Team": "a"}), Client)
        assert_type(client.render("welcome", {"name": "Alice"}, language="en"), RenderedPrompt)
        assert_type(client.health(), promptport.Health)
        told(prompt)
    try:
        Client("files:./prompts").get("nope")
        Client("local:xr2", prompts="./prompts", api_key="k").get("nope")
        Client(registration, disk=False, a_setting_of_its_own=1).get("nope")
    except NotFound as error:
        assert_type(error.name, str)
        assert_type(error.version, int | str | None)
    except promptport.CallError as error:
        assert_type(error.status_code, int)
        assert_type(error.retry_after, float | None)
    except promptport.Error as error:
        assert_type(error.message, str)


async def use_async() -> None:
    """The same for asyncio."""
    async with AsyncClient("local:scope") as client:
        assert_type(client, AsyncClient)
        prompt = await client.get("welcome", fallback="")
        assert_type(prompt, Prompt)
        assert_type(await client.create_version("p", "Hi", description="d", deadline=5), Prompt)
        await client.label("p", "production", version="v")
        await client.delete("p", version=3)
        assert_type(await client.list(), list[str])
        assert_type(await client.render("welcome", name="Alice"), RenderedPrompt)
        assert_type(client.with_options(timeout=1), AsyncClient)
        await client.clear_cache()


def hook(result: promptport.GetResult) -> None:
    """What is told of a `get`."""
    assert_type(result.source, str | None)
    assert_type(result.error, promptport.Error | None)
    assert_type(result.prompt, Prompt | None)
    assert_type(result.age, float)
    Client("xr2", on_get=hook)


def told(prompt: Prompt) -> None:
    """What a prompt and a rendered one tell."""
    assert_type(prompt.origin, Origin)
    assert_type(prompt.origin.source, str)
    assert_type(prompt.origin.age, float)
    assert_type(prompt.version, int | str | None)
    assert_type(prompt.messages, tuple[Message, ...])
    assert_type(prompt.messages[0].content, str | Sequence[Mapping[str, Any]] | None)
    assert_type(prompt.variables, tuple[Variable, ...])
    assert_type(prompt.config, Any)
    assert_type(prompt.kind, str)
    assert_type(prompt.labels, tuple[str, ...])
    assert_type(prompt.tags, tuple[str, ...])
    assert_type(prompt.note + prompt.description, str)
    try:
        rendered = prompt.options(strict=False, history=HISTORY).render({"name": "Alice"}, age=3)
    except RenderError as error:
        assert_type(error.missing, tuple[str, ...])
        return
    assert_type(rendered.to_openai(), list[Any])
    assert_type(rendered.to_openai_responses(), list[Any])
    assert_type(rendered.to_anthropic(), dict[str, Any])
    assert_type(rendered.text, str)
    assert_type(rendered.prompt, Prompt)


def variants(sync: PromptSource, async_: AsyncPromptSource) -> Registration:
    """A platform of one's own."""
    assert_type(sync.fetch(promptport.platform.Query("p"), 1.0), Fetched)

    def opened(place: str) -> PromptSource:
        return sync

    def opened_async(place: str) -> AsyncPromptSource:
        return async_

    return Registration(sync=opened, async_=opened_async, variables={"key": "MY_KEY"})
