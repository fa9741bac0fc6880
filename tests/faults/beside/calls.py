"""How each client fetches `welcome`: the vendor's and ours, which is the same program where ours is made to take its place.

This runs in the process of the client, beside the standard library and the client's package alone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any, NamedTuple

COMPONENT = "0c9a1f52-3f0e-4a6b-8f0d-2b7f6c1e9d10"


class Refused(Exception):
    """The client's answer says that it failed, which is how its vendor documents it."""


class Given(NamedTuple):
    """What a client is made with.

    Attributes:
        address: Where its operation meets the fault.
        other: Where all is well.
        timeout: Seconds of an attempt.
        credentials: What it is let in with.
    """

    address: str
    other: str
    timeout: int
    credentials: list[str]


class Opened(NamedTuple):
    """A client that is ready.

    Attributes:
        fetch: Fetches the prompt; may have to be awaited.
        text: The prompt's text in what came.
        close: Ends the client; may have to be awaited.
    """

    fetch: Callable[[], Any]
    text: Callable[[Any], object]
    close: Callable[[], Any]


def _xr2(package: Any, asynchronous: bool, given: Given) -> Opened:
    kind = package.client.AsyncxR2Client if asynchronous else package.client.xR2Client
    client = kind(*given.credentials, base_url=given.address, timeout=given.timeout)

    def text(response: Any) -> object:
        if not response.ok:
            raise Refused(f"{response.status_code}: {response.error}")
        return response.data.user_prompt

    # The vendor's blocking client has no `close`.
    return Opened(lambda: client.get_prompt(slug="welcome"), text, getattr(client, "aclose", lambda: None))


def _promptrails(package: Any, asynchronous: bool, given: Given) -> Opened:
    kind = package.AsyncPromptRails if asynchronous else package.PromptRails
    client = kind(*given.credentials, base_url=given.address, timeout=given.timeout)
    return Opened(
        lambda: client.prompts.get("welcome-id"),
        lambda prompt: prompt.current_version.user_prompt if prompt.current_version else None,
        client.close,
    )


def _scope(package: Any, asynchronous: bool, given: Given) -> Opened:
    kind = package.AsyncScopeClient if asynchronous else package.ScopeClient
    who = package.ApiKeyCredentials(*given.credentials)
    client = kind(who, base_url=given.address, auth_api_url=given.other, timeout=given.timeout)
    return Opened(
        lambda: client.get_prompt_version("welcome"),
        lambda version: version.content,
        client.aclose if asynchronous else client.close,
    )


def _promptic(package: Any, asynchronous: bool, given: Given) -> Opened:
    kind = package.AsyncPrompticClient if asynchronous else package.PrompticClient
    client = kind(*given.credentials, endpoint=given.address, timeout=given.timeout)
    return Opened(
        lambda: client.get_deployed_prompt(COMPONENT),
        lambda deployed: deployed.get("prompt") if isinstance(deployed, dict) else None,
        client.close,
    )


def _langfuse(package: Any, asynchronous: bool, given: Given) -> Opened:
    public, secret = given.credentials
    client = package.Langfuse(public_key=public, secret_key=secret, base_url=given.address, timeout=given.timeout)
    if asynchronous:
        # Without a cache, as asyncio has none there.
        return Opened(lambda: client.async_api.prompts.get("welcome"), lambda prompt: prompt.prompt, client.shutdown)
    return Opened(
        lambda: client.get_prompt("welcome", cache_ttl_seconds=0), lambda prompt: prompt.prompt, client.shutdown
    )


def _our_langfuse(package: Any, asynchronous: bool, given: Given) -> Opened:
    kind = package.AsyncLangfuseClient if asynchronous else package.LangfuseClient
    client = kind(*given.credentials, base_url=given.address, timeout=given.timeout)
    return Opened(
        lambda: client.prompts.get("welcome"),
        lambda prompt: prompt.prompt,
        client.aclose if asynchronous else client.close,
    )


_BY_MODULE: Mapping[str, Callable[[Any, bool, Given], Opened]] = {
    "xr2_sdk": _xr2,
    "promptport.xr2": _xr2,
    "promptrails": _promptrails,
    "promptport.promptrails": _promptrails,
    "promptport.scope": _scope,
    "promptic_sdk": _promptic,
    "promptport.promptic": _promptic,
    "langfuse": _langfuse,
    "promptport.langfuse": _our_langfuse,
}


def opener(module: str, asynchronous: bool) -> Callable[[Given], Opened]:
    """What makes a client.

    Args:
        module: Which client, by the module that programs import it from.
        asynchronous: Whether its asyncio variant.
    """
    package = import_module(module)
    if module.endswith(("xr2", "xr2_sdk")):
        import_module(f"{module}.client")  # where the documents import it from
    return lambda given: _BY_MODULE[module](package, asynchronous, given)
