"""`promptport mcp`: prompts for MCP hosts."""

from __future__ import annotations

import sys
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Annotated, Any
from urllib.parse import urlsplit

import typer

from ..errors import CallError
from ..extras import missing_extra
from .terminal import SourceArgument, failing

if TYPE_CHECKING:
    from ..client._async import AsyncClient

HOST, PORT = "127.0.0.1", 8710
HELD = {"scope": "name", "xr2": "slug"}  # platforms that can't list their prompts, and what these have for a name


def mcp(
    source: SourceArgument = None,
    prompts: Annotated[
        list[str] | None,
        typer.Option("--prompt", "-p", metavar="NAME", help="Serve this prompt, and no others that are not named so."),
    ] = None,
    label: Annotated[
        str | None,
        typer.Option(
            "--label", "-l", metavar="LABEL", help="Serve the versions with this label; else those in production."
        ),
    ] = None,
    http: Annotated[bool, typer.Option("--http", help="Serve over HTTP; else over stdin and stdout.")] = False,
    host: Annotated[str | None, typer.Option(help=f"The address to listen on, for HTTP; else {HOST}.")] = None,
    port: Annotated[
        int | None,
        typer.Option(min=0, max=65535, help=f"The port, for HTTP; 0 takes a free one. Else {PORT}."),
    ] = None,
    allowed: Annotated[
        list[str] | None,
        typer.Option(
            "--allow-host", metavar="NAME", help="Another name by which it may be asked, for HTTP beyond this machine."
        ),
    ] = None,
) -> None:
    """Serve prompts to MCP hosts, such as editors and assistants. It ends with stdin, or by Ctrl-C."""
    if not http and (host is not None or port is not None or allowed):
        raise typer.BadParameter("--host, --port and --allow-host are of --http: give it, too.")
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
            asyncio.run(serve_http(opening, host or HOST, PORT if port is None else port, allowed or (), _ready))
            return
        if sys.stdin is not None and sys.stdin.isatty():
            typer.echo("An MCP host starts this by itself, and writes to it. Ctrl-C ends it.", err=True)
        asyncio.run(serve_stdio(opening))


def names_of(client: AsyncClient) -> Callable[[], Awaitable[list[str]]] | None:
    """What tells the names of the prompts that a platform on this machine holds, though the platform itself can't list them.

    Args:
        client: The platform's.

    Returns:
        None where it is not on this machine, or can list its prompts.
    """
    field, address = HELD.get(client.platform.name), urlsplit(client.platform.origin)
    if not client.platform.instance or field is None:
        return None

    async def names() -> list[str]:
        import httpx

        try:
            async with httpx.AsyncClient(trust_env=False) as asking:
                answer = await asking.get(f"{address.scheme}://{address.netloc}/_local/state")
            held = answer.raise_for_status().json()[client.platform.name]["prompts"]
            return sorted({each[field] for each in held})
        except (httpx.HTTPError, ValueError, LookupError) as error:
            text = f"The local platform does not tell its prompts ({type(error).__name__}): name them, each by --prompt NAME."
            raise CallError(text, kind="connection", platform=client.platform.name) from None

    return names


def _ready(address: str) -> None:
    typer.echo(f"ready {address}")  # programs wait for this line
