# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""The operations of `mcp_templates`."""

from __future__ import annotations

import builtins
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Literal, Unpack

from promptport.model import AsDict, AsyncSender, AsyncStream, Content, File, Result, Sender, Stream, walk, walk_async
from promptport.model import deprecated as _Deprecated

from ... import models
from . import mcp_templates_get as _mcp_templates_get
from . import mcp_templates_get_by_slug as _mcp_templates_get_by_slug
from . import mcp_templates_install as _mcp_templates_install
from . import mcp_templates_list as _mcp_templates_list


class McpTemplates:
    """Tools of the marketplace, to be installed."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def list(
        self,
        *,
        page: int = 1,
        limit: int = 20,
        category: str | None = None,
        type: str | None = None,
        search: str | None = None,
        is_active: bool | None = None,
    ) -> models.MCPTemplatePage:
        """A page of templates.

        Args:
            page: The number of the page, from 1.
            limit: How many items a page has at the most; the platform allows 100.
            category: Only those of this category.
            type: Only those of this type.
            search: Only those that hold this.
            is_active: Only those that can be installed, or cannot.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _mcp_templates_list.request(
                page=page,
                limit=limit,
                category=category,
                type=type,
                search=search,
                is_active=is_active,
            ),
            _mcp_templates_list.parse,
        )

    def iter(
        self,
        *,
        page: int = 1,
        limit: int = 20,
        category: str | None = None,
        type: str | None = None,
        search: str | None = None,
        is_active: bool | None = None,
    ) -> Iterator[models.MCPTemplate]:
        """All items of `list`, page after page; each page is fetched when its first item is asked for.

        Takes the arguments of `list`; `page` is where it begins.
        """
        return walk(
            lambda number: self.list(
                page=number,
                limit=limit,
                category=category,
                type=type,
                search=search,
                is_active=is_active,
            ),
            page,
        )

    def get(self, template_id: str) -> models.MCPTemplate:
        """One template, by its identifier.

        Args:
            template_id: The template.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _mcp_templates_get.request(
                template_id=template_id,
            ),
            _mcp_templates_get.parse,
        )

    def get_by_slug(self, slug: str) -> models.MCPTemplate:
        """One template, by its name in addresses.

        Args:
            slug: The template's name in addresses.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _mcp_templates_get_by_slug.request(
                slug=slug,
            ),
            _mcp_templates_get_by_slug.parse,
        )

    def install(self, slug: str, *, name: str, parameters: Mapping[str, Any] | None = None) -> models.MCPTool:
        """Make a tool of a template.

        Args:
            slug: The template's name in addresses.
            name: What to call the tool.
            parameters: What the template asks for.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _mcp_templates_install.request(
                slug=slug,
                name=name,
                parameters=parameters,
            ),
            _mcp_templates_install.parse,
        )


class AsyncMcpTemplates:
    """Tools of the marketplace, to be installed."""

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    async def list(
        self,
        *,
        page: int = 1,
        limit: int = 20,
        category: str | None = None,
        type: str | None = None,
        search: str | None = None,
        is_active: bool | None = None,
    ) -> models.MCPTemplatePage:
        """A page of templates.

        Args:
            page: The number of the page, from 1.
            limit: How many items a page has at the most; the platform allows 100.
            category: Only those of this category.
            type: Only those of this type.
            search: Only those that hold this.
            is_active: Only those that can be installed, or cannot.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _mcp_templates_list.request(
                page=page,
                limit=limit,
                category=category,
                type=type,
                search=search,
                is_active=is_active,
            ),
            _mcp_templates_list.parse,
        )

    def iter(
        self,
        *,
        page: int = 1,
        limit: int = 20,
        category: str | None = None,
        type: str | None = None,
        search: str | None = None,
        is_active: bool | None = None,
    ) -> AsyncIterator[models.MCPTemplate]:
        """All items of `list`, page after page; each page is fetched when its first item is asked for.

        Takes the arguments of `list`; `page` is where it begins.
        """
        return walk_async(
            lambda number: self.list(
                page=number,
                limit=limit,
                category=category,
                type=type,
                search=search,
                is_active=is_active,
            ),
            page,
        )

    async def get(self, template_id: str) -> models.MCPTemplate:
        """One template, by its identifier.

        Args:
            template_id: The template.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _mcp_templates_get.request(
                template_id=template_id,
            ),
            _mcp_templates_get.parse,
        )

    async def get_by_slug(self, slug: str) -> models.MCPTemplate:
        """One template, by its name in addresses.

        Args:
            slug: The template's name in addresses.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _mcp_templates_get_by_slug.request(
                slug=slug,
            ),
            _mcp_templates_get_by_slug.parse,
        )

    async def install(self, slug: str, *, name: str, parameters: Mapping[str, Any] | None = None) -> models.MCPTool:
        """Make a tool of a template.

        Args:
            slug: The template's name in addresses.
            name: What to call the tool.
            parameters: What the template asks for.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _mcp_templates_install.request(
                slug=slug,
                name=name,
                parameters=parameters,
            ),
            _mcp_templates_install.parse,
        )
