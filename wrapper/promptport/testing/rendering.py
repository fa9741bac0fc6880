"""What a client makes of a prompt, for the page of the local platform to show."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from promptport_local.local_platform import NotRendered

from ..errors import Error

if TYPE_CHECKING:
    from starlette.types import ASGIApp


async def render(
    app: ASGIApp, platform: str, settings: Mapping[str, Any], name: str, values: Mapping[str, Any]
) -> list[dict[str, Any]]:
    """The messages of a prompt as `promptport.AsyncClient` renders them.

    Args:
        app: Answers the client's requests, in place of a network.
        platform: The platform.
        settings: What the client is opened with.
        name: The prompt, whose version in production is meant.
        values: By the names of variables.

    Raises:
        NotRendered: There is no such prompt, values are missing or are none of its variables', or the like.
    """
    import httpx

    from ..client._async import AsyncClient  # the first time this takes a while, and most servers are never asked

    own: dict[str, Any] = {"disk": False, "spool": False, "bundle": False, "telemetry": False, "ttl": 0, "retries": 0}
    try:
        async with AsyncClient(platform, **own, **settings, transport=httpx.ASGITransport(app)) as client:
            prompt = await client.get(name)
            if prompt.places:
                prompt = prompt.options(history={place: [] for place in prompt.places})
            rendered = prompt.render(values)
    except Error as error:
        raise NotRendered(str(error)) from None
    return [{"role": each.role, "content": each.content} for each in rendered.messages]
