"""The server: what a host can ask for, on any transport."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import anyio
from mcp import MCPError, types
from mcp.server.context import ServerRequestContext
from mcp.server.lowlevel import NotificationOptions, Server
from mcp.server.subscriptions import ListenHandler

from .._version import __version__
from ..client._async import AsyncClient
from ..errors import Error
from ..prompt import Prompt
from .arguments import MOST, arguments_of, completed
from .catalogue import Catalogue, Entry
from .changes import Changes
from .errors import as_mcp_errors
from .messages import prompt_messages
from .rendering import rendered
from .surrogates import writable
from .tools import GET, LIST, TOOLS, failed, given, got, listed

Context = ServerRequestContext[Any, Any]
LINKS = "2025-06-18"  # the revision that has brought links
LISTENING = 100  # subscriptions at once
_INSTRUCTIONS = (
    "Prompts of {name}. Where prompts can't be chosen, the tools `list_prompts` and `get_prompt` have the same."
)


class _Server(Server[Any]):
    """A server that says on every transport that it tells of changes."""

    def create_initialization_options(
        self, notification_options: NotificationOptions | None = None, *arguments: Any, **named: Any
    ) -> Any:
        changed = notification_options or NotificationOptions(prompts_changed=True)
        return super().create_initialization_options(changed, *arguments, **named)


class Handlers:
    """Answers requests.

    Args:
        catalogue: The prompts.
        changes: Who is told when they change.
    """

    def __init__(self, catalogue: Catalogue, changes: Changes) -> None:
        self._catalogue, self._changes = catalogue, changes

    async def list_prompts(
        self, context: Context, params: types.PaginatedRequestParams | None
    ) -> types.ListPromptsResult:
        """A page of the prompts."""
        self._changes.heard(context)
        with as_mcp_errors():
            return await self._page(None if params is None else params.cursor)

    async def get_prompt(self, context: Context, params: types.GetPromptRequestParams) -> types.GetPromptResult:
        """A prompt with its arguments put in."""
        with as_mcp_errors():
            prompt = await self._catalogue.find(params.name)
            messages = prompt_messages(rendered(prompt, params.arguments or {}).messages, _knows_links(context))
            description = prompt.fetched.description or None
            return writable(types.GetPromptResult(description=description, messages=messages, _meta=_about(prompt)))

    async def complete(self, context: Context, params: types.CompleteRequestParams) -> types.CompleteResult:
        """Values of an argument, by what has been typed of it."""
        with as_mcp_errors():
            if not isinstance(params.ref, types.PromptReference):
                raise MCPError(types.INVALID_PARAMS, "There are no resources here: complete the argument of a prompt.")
            prompt = await self._catalogue.find(params.ref.name)
            values = completed(prompt, params.argument.name, params.argument.value)
            if values is None:
                raise MCPError(types.INVALID_PARAMS, f"{prompt.name} has no argument {params.argument.name!r}.")
            more = len(values) > MOST
            return types.CompleteResult(
                completion=types.Completion(values=values[:MOST], total=len(values), has_more=more)
            )

    async def list_tools(self, context: Context, params: types.PaginatedRequestParams | None) -> types.ListToolsResult:
        """The tools."""
        return types.ListToolsResult(tools=list(TOOLS))

    async def call_tool(self, context: Context, params: types.CallToolRequestParams) -> types.CallToolResult:
        """What a tool answers."""
        with as_mcp_errors():
            if params.name not in (LIST, GET):
                raise MCPError(types.INVALID_PARAMS, f"There is no tool {params.name!r}: there are {LIST} and {GET}.")
            try:
                arguments = given(params.arguments, params.name)
                if params.name == LIST:
                    return listed(await self._page(arguments.get("cursor"), arguments.get("search", "")))
                prompt = await self._catalogue.find(arguments["name"])
                return writable(got(rendered(prompt, arguments.get("arguments", {})), _knows_links(context)))
            except Error as error:
                return writable(failed(error))

    async def _page(self, cursor: str | None, search: str = "") -> types.ListPromptsResult:
        page = await self._catalogue.page(cursor, search)
        prompts = [_shown(each) for each in page.entries]
        return writable(types.ListPromptsResult(prompts=prompts, next_cursor=page.cursor))


def build(client: AsyncClient, catalogue: Catalogue, changes: Changes) -> Server[Any]:
    """A server for the prompts of a source.

    Args:
        client: The source; it must be closed by whoever opened it, after the server.
        catalogue: Which of its prompts are served.
        changes: Who is told when they change; it looks for as long as the server runs.
    """
    handlers = Handlers(catalogue, changes)

    @asynccontextmanager
    async def watching(_: Server[Any]) -> AsyncIterator[None]:
        async with anyio.create_task_group() as group:
            group.start_soon(changes.watch)
            yield
            group.cancel_scope.cancel()

    return _Server(
        "promptport",
        version=__version__,
        title=f"Prompts of {client.platform.name}",
        instructions=_INSTRUCTIONS.format(name=client.platform.name),
        lifespan=watching,
        on_list_prompts=handlers.list_prompts,
        on_get_prompt=handlers.get_prompt,
        on_completion=handlers.complete,
        on_list_tools=handlers.list_tools,
        on_call_tool=handlers.call_tool,
        on_subscriptions_listen=ListenHandler(changes.bus, max_subscriptions=LISTENING),
    )


def _shown(entry: Entry) -> types.Prompt:
    if entry.prompt is None:
        return types.Prompt(name=entry.name, title=entry.title, description=f"It can't be had: {entry.problem}")
    return types.Prompt(
        name=entry.name,
        title=entry.title,
        description=entry.prompt.fetched.description or None,
        arguments=arguments_of(entry.prompt),
        _meta=_about(entry.prompt),
    )


def _about(prompt: Prompt) -> dict[str, Any]:
    """Which version it is, for `_meta`."""
    about = {"name": prompt.name, "platform": prompt.origin.platform, "version": prompt.version}
    return {f"promptport/{name}": each for name, each in about.items() if each is not None}


def _knows_links(context: Context) -> bool:
    return context.protocol_version >= LINKS  # both are dates
