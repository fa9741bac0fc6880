"""Every room's client and source."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

from promptport.platform import find

from .rooms import settings

CLASSES = {
    "langfuse": "LangfuseClient",
    "xr2": "xR2Client",
    "promptrails": "PromptRails",
    "scope": "ScopeClient",
    "promptic": "PrompticClient",
}


def open_source(room: str, address: str, **more: Any) -> Any:
    """A room's source, whose platform is at an address."""
    return find(room).sync("", **settings(room, address, **more))


def open_client(room: str, address: str, **more: Any) -> Any:
    """A room's client, whose platform is at an address."""
    if room != "scope":
        return getattr(import_module(f"promptport.{room}"), CLASSES[room])(**settings(room, address, **more))
    from promptport import scope

    given = settings(room, address, **more)
    who = scope.ApiKeyCredentials(*(given.pop(name) for name in ("org_id", "api_key", "api_secret")))
    return scope.ScopeClient(who, **given)


def call(room: str, client: Any) -> Any:
    """A call that may be sent again, of which a failure raises."""
    if room == "xr2":
        return client.get_prompt(slug="welcome").unwrap()
    if room in ("promptrails", "langfuse"):
        return client.prompts.list()
    if room == "scope":
        return client.get_prompt_version("welcome", cache=False)
    return client.list_components()


FORMS: dict[str, Callable[[Callable[[], Any]], Callable[[], Any]]] = {"plain": lambda function: function}
