"""Every room's client and source, for asyncio."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

from promptport.platform import find

from .rooms import settings

CLASSES = {
    "langfuse": "AsyncLangfuseClient",
    "xr2": "AsyncxR2Client",
    "promptrails": "AsyncPromptRails",
    "scope": "AsyncScopeClient",
    "promptic": "AsyncPrompticClient",
}


def open_source(room: str, address: str, **more: Any) -> Any:
    """A room's source, whose platform is at an address."""
    return find(room).async_("", **settings(room, address, **more))


def open_client(room: str, address: str, **more: Any) -> Any:
    """A room's client, whose platform is at an address."""
    if room != "scope":
        return getattr(import_module(f"promptport.{room}"), CLASSES[room])(**settings(room, address, **more))
    from promptport import scope

    given = settings(room, address, **more)
    who = scope.ApiKeyCredentials(*(given.pop(name) for name in ("org_id", "api_key", "api_secret")))
    return scope.AsyncScopeClient(who, **given)


async def call(room: str, client: Any) -> Any:
    """A call that may be sent again, of which a failure raises."""
    if room == "xr2":
        return (await client.get_prompt(slug="welcome")).unwrap()
    if room in ("promptrails", "langfuse"):
        return await client.prompts.list()
    if room == "scope":
        return await client.get_prompt_version("welcome", cache=False)
    return await client.list_components()


def awaited(function: Callable[[], Any]) -> Callable[[], Any]:
    """A function that is awaited."""

    async def later() -> Any:
        return function()

    return later


def answering(function: Callable[[], Any]) -> Callable[[], Any]:
    """A function that does not say that what it answers is to be awaited."""
    later = awaited(function)

    def made() -> Any:
        return later()

    return made


FORMS: dict[str, Callable[[Callable[[], Any]], Callable[[], Any]]] = {
    "plain": lambda function: function,
    "awaited": awaited,
    "answers what is awaited": answering,
}
