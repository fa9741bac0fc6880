"""`promptport mcp`: prompts for MCP hosts."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Annotated, Any
from urllib.parse import urlsplit

import typer

from ..errors import CallError
from ..extras import missing_extra
from .terminal import failing

if TYPE_CHECKING:
    from ..client._async import AsyncClient


def mcp(
    source: Annotated[
        str | None,
        typer.Argument(
            help="Where prompts come from, such as files:./prompts, promptrails or local:xr2."
            " Else PROMPTPORT_SOURCE, else pyproject.toml."
        ),
    ] = None,
    prompts: Annotated[
        list[str] | None,
        typer.Option("--prompt", "-p", metavar="NAME", help="Serve this prompt, and no others that are not named so."),
    ] = None,
    label: Annotated[
        str | None, typer.Option(help="Serve the versions with this label; else those in production.")
    ] = None,
    http: Annotated[bool, typer.Option("--http", help="Serve over HTTP; else over stdin and stdout.")] = False,
    host: Annotated[str, typer.Option(help="The address to listen on, for HTTP.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port, for HTTP; 0 takes a free one.")] = 8710,
    allowed: Annotated[
        list[str] | None,
        typer.Option(
            "--allow-host", metavar="NAME", help="Another name by which it may be asked, for HTTP beyond this machine."
        ),
    ] = None,
) -> None:
    """Serve every prompt of a source to MCP hosts, such as editors and assistants, until stdin ends or Ctrl-C."""
    with failing("mcp"):
        import asyncio

        try:
            from ..mcp.http import serve_http
            from ..mcp.serving import opened
            from ..mcp.stdio import serve_stdio
        except ImportError as error:
            raise missing_extra(error, "cli,mcp", "Serving MCP hosts") from None

        def opening() -> Any:
            return opened(source, prompts or (), label, names_of)

        if http:
            asyncio.run(serve_http(opening, host, port, allowed or (), _ready))
        else:
            asyncio.run(serve_stdio(opening))


def _ready(address: str) -> None:
    typer.echo(f"ready {address}")  # programs wait for this line


def names_of(client: AsyncClient) -> Callable[[], Awaitable[list[str]]] | None:
    """What tells the names of the prompts that a local platform holds, where the platform itself can't list them."""
    if not client.platform.instance or client.platform.name != "xr2":
        return None
    address = urlsplit(client.platform.origin)

    async def names() -> list[str]:
        import httpx

        try:
            async with httpx.AsyncClient(trust_env=False) as asking:
                answer = await asking.get(f"{address.scheme}://{address.netloc}/_local/state")
            held = answer.raise_for_status().json()["xr2"]["prompts"]
        except (httpx.HTTPError, ValueError, LookupError) as error:
            text = f"The local platform does not tell its prompts ({type(error).__name__}): name them, each by --prompt NAME."
            raise CallError(text, kind="connection", platform="xr2") from None
        return sorted({each["slug"] for each in held})

    return names
