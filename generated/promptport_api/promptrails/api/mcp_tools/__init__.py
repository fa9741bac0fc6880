# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""The operations of `mcp_tools`."""

from __future__ import annotations

import builtins
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Literal, Unpack

from promptport.model import AsDict, AsyncSender, AsyncStream, Content, File, Result, Sender, Stream, walk, walk_async
from promptport.model import deprecated as _Deprecated

from ... import models
from . import mcp_tools_call_tool as _mcp_tools_call_tool
from . import mcp_tools_create as _mcp_tools_create
from . import mcp_tools_delete as _mcp_tools_delete
from . import mcp_tools_discover_tools as _mcp_tools_discover_tools
from . import mcp_tools_get as _mcp_tools_get
from . import mcp_tools_list as _mcp_tools_list
from . import mcp_tools_update as _mcp_tools_update


class McpTools:
    """Tools that agents can call."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def list(self, *, page: int = 1, limit: int = 20) -> models.MCPToolPage:
        """A page of tools.

        Args:
            page: The number of the page, from 1.
            limit: How many items a page has at the most; the platform allows 100.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _mcp_tools_list.request(
                page=page,
                limit=limit,
            ),
            _mcp_tools_list.parse,
        )

    def iter(self, *, page: int = 1, limit: int = 20) -> Iterator[models.MCPTool]:
        """All items of `list`, page after page; each page is fetched when its first item is asked for.

        Takes the arguments of `list`; `page` is where it begins.
        """
        return walk(
            lambda number: self.list(
                page=number,
                limit=limit,
            ),
            page,
        )

    def create(
        self,
        *,
        name: str,
        type: str,
        config: Mapping[str, Any] | None = None,
        schema: Mapping[str, Any] | None = None,
        credential_id: str | None = None,
        template_id: str | None = None,
        status: str | None = None,
    ) -> models.MCPTool:
        """Make a tool.

        Args:
            name: Its name.
            type: `builtin`, `remote_mcp`, `datasource` or `api`.
            config: Where it is, and how it is reached.
            schema: A JSON schema of its arguments.
            credential_id: The credential that it uses.
            template_id: The template that it is made from.
            status: Its state, such as `active`.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _mcp_tools_create.request(
                name=name,
                type=type,
                config=config,
                schema=schema,
                credential_id=credential_id,
                template_id=template_id,
                status=status,
            ),
            _mcp_tools_create.parse,
        )

    def get(self, tool_id: str) -> models.MCPTool:
        """One tool.

        Args:
            tool_id: The tool.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _mcp_tools_get.request(
                tool_id=tool_id,
            ),
            _mcp_tools_get.parse,
        )

    def delete(self, tool_id: str) -> None:
        """Remove a tool.

        Args:
            tool_id: The tool.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _mcp_tools_delete.request(
                tool_id=tool_id,
            ),
            _mcp_tools_delete.parse,
        )

    def update(self, tool_id: str, **fields: Unpack[models.MCPToolUpdate]) -> models.MCPTool:
        """Change a tool.

        Args:
            tool_id: The tool.
            fields: The fields to change. None clears a field, one that is not given stays.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _mcp_tools_update.request(
                tool_id=tool_id,
                **fields,
            ),
            _mcp_tools_update.parse,
        )

    def discover_tools(self, tool_id: str) -> models.MCPDiscoverResult:
        """Ask the server of a tool what it offers.

        Args:
            tool_id: The tool.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _mcp_tools_discover_tools.request(
                tool_id=tool_id,
            ),
            _mcp_tools_discover_tools.parse,
        )

    def call_tool(
        self, tool_id: str, *, tool_name: str, arguments: Mapping[str, Any] | None = None
    ) -> models.MCPCallToolResult:
        """Call a tool.

        Args:
            tool_id: The tool.
            tool_name: The name of the tool, as the server offers it.
            arguments: What the tool is given.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _mcp_tools_call_tool.request(
                tool_id=tool_id,
                tool_name=tool_name,
                arguments=arguments,
            ),
            _mcp_tools_call_tool.parse,
        )


class AsyncMcpTools:
    """Tools that agents can call."""

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    async def list(self, *, page: int = 1, limit: int = 20) -> models.MCPToolPage:
        """A page of tools.

        Args:
            page: The number of the page, from 1.
            limit: How many items a page has at the most; the platform allows 100.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _mcp_tools_list.request(
                page=page,
                limit=limit,
            ),
            _mcp_tools_list.parse,
        )

    def iter(self, *, page: int = 1, limit: int = 20) -> AsyncIterator[models.MCPTool]:
        """All items of `list`, page after page; each page is fetched when its first item is asked for.

        Takes the arguments of `list`; `page` is where it begins.
        """
        return walk_async(
            lambda number: self.list(
                page=number,
                limit=limit,
            ),
            page,
        )

    async def create(
        self,
        *,
        name: str,
        type: str,
        config: Mapping[str, Any] | None = None,
        schema: Mapping[str, Any] | None = None,
        credential_id: str | None = None,
        template_id: str | None = None,
        status: str | None = None,
    ) -> models.MCPTool:
        """Make a tool.

        Args:
            name: Its name.
            type: `builtin`, `remote_mcp`, `datasource` or `api`.
            config: Where it is, and how it is reached.
            schema: A JSON schema of its arguments.
            credential_id: The credential that it uses.
            template_id: The template that it is made from.
            status: Its state, such as `active`.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _mcp_tools_create.request(
                name=name,
                type=type,
                config=config,
                schema=schema,
                credential_id=credential_id,
                template_id=template_id,
                status=status,
            ),
            _mcp_tools_create.parse,
        )

    async def get(self, tool_id: str) -> models.MCPTool:
        """One tool.

        Args:
            tool_id: The tool.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _mcp_tools_get.request(
                tool_id=tool_id,
            ),
            _mcp_tools_get.parse,
        )

    async def delete(self, tool_id: str) -> None:
        """Remove a tool.

        Args:
            tool_id: The tool.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _mcp_tools_delete.request(
                tool_id=tool_id,
            ),
            _mcp_tools_delete.parse,
        )

    async def update(self, tool_id: str, **fields: Unpack[models.MCPToolUpdate]) -> models.MCPTool:
        """Change a tool.

        Args:
            tool_id: The tool.
            fields: The fields to change. None clears a field, one that is not given stays.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _mcp_tools_update.request(
                tool_id=tool_id,
                **fields,
            ),
            _mcp_tools_update.parse,
        )

    async def discover_tools(self, tool_id: str) -> models.MCPDiscoverResult:
        """Ask the server of a tool what it offers.

        Args:
            tool_id: The tool.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _mcp_tools_discover_tools.request(
                tool_id=tool_id,
            ),
            _mcp_tools_discover_tools.parse,
        )

    async def call_tool(
        self, tool_id: str, *, tool_name: str, arguments: Mapping[str, Any] | None = None
    ) -> models.MCPCallToolResult:
        """Call a tool.

        Args:
            tool_id: The tool.
            tool_name: The name of the tool, as the server offers it.
            arguments: What the tool is given.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _mcp_tools_call_tool.request(
                tool_id=tool_id,
                tool_name=tool_name,
                arguments=arguments,
            ),
            _mcp_tools_call_tool.parse,
        )
