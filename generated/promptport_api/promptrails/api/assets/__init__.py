# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""The operations of `assets`."""

from __future__ import annotations

import builtins
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Literal, Unpack

from promptport.model import AsDict, AsyncSender, AsyncStream, Content, File, Result, Sender, Stream, walk, walk_async
from promptport.model import deprecated as _Deprecated

from ... import models
from . import assets_delete as _assets_delete
from . import assets_get as _assets_get
from . import assets_get_signed_url as _assets_get_signed_url
from . import assets_list as _assets_list


class Assets:
    """Files that the platform keeps."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def list(
        self,
        *,
        type: str | None = None,
        provider: str | None = None,
        execution_id: str | None = None,
        agent_id: str | None = None,
        page: int = 1,
        limit: int = 20,
    ) -> models.AssetPage:
        """A page of assets.

        Args:
            type: Only those of this type: `image`, `speech` or `video`.
            provider: Only those of this provider.
            execution_id: Only those of this execution.
            agent_id: Only those of this agent.
            page: The number of the page, from 1.
            limit: How many items a page has at the most; the platform allows 100.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _assets_list.request(
                type=type,
                provider=provider,
                execution_id=execution_id,
                agent_id=agent_id,
                page=page,
                limit=limit,
            ),
            _assets_list.parse,
        )

    def iter(
        self,
        *,
        type: str | None = None,
        provider: str | None = None,
        execution_id: str | None = None,
        agent_id: str | None = None,
        page: int = 1,
        limit: int = 20,
    ) -> Iterator[models.Asset]:
        """All items of `list`, page after page; each page is fetched when its first item is asked for.

        Takes the arguments of `list`; `page` is where it begins.
        """
        return walk(
            lambda number: self.list(
                type=type,
                provider=provider,
                execution_id=execution_id,
                agent_id=agent_id,
                page=number,
                limit=limit,
            ),
            page,
        )

    def get(self, asset_id: str) -> models.Asset:
        """One asset.

        Args:
            asset_id: The asset.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _assets_get.request(
                asset_id=asset_id,
            ),
            _assets_get.parse,
        )

    def delete(self, asset_id: str) -> None:
        """Remove an asset.

        Args:
            asset_id: The asset.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _assets_delete.request(
                asset_id=asset_id,
            ),
            _assets_delete.parse,
        )

    def get_signed_url(self, asset_id: str) -> models.AssetSignedURL:
        """An address at which an asset can be fetched for a while.

        Args:
            asset_id: The asset.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _assets_get_signed_url.request(
                asset_id=asset_id,
            ),
            _assets_get_signed_url.parse,
        )


class AsyncAssets:
    """Files that the platform keeps."""

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    async def list(
        self,
        *,
        type: str | None = None,
        provider: str | None = None,
        execution_id: str | None = None,
        agent_id: str | None = None,
        page: int = 1,
        limit: int = 20,
    ) -> models.AssetPage:
        """A page of assets.

        Args:
            type: Only those of this type: `image`, `speech` or `video`.
            provider: Only those of this provider.
            execution_id: Only those of this execution.
            agent_id: Only those of this agent.
            page: The number of the page, from 1.
            limit: How many items a page has at the most; the platform allows 100.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _assets_list.request(
                type=type,
                provider=provider,
                execution_id=execution_id,
                agent_id=agent_id,
                page=page,
                limit=limit,
            ),
            _assets_list.parse,
        )

    def iter(
        self,
        *,
        type: str | None = None,
        provider: str | None = None,
        execution_id: str | None = None,
        agent_id: str | None = None,
        page: int = 1,
        limit: int = 20,
    ) -> AsyncIterator[models.Asset]:
        """All items of `list`, page after page; each page is fetched when its first item is asked for.

        Takes the arguments of `list`; `page` is where it begins.
        """
        return walk_async(
            lambda number: self.list(
                type=type,
                provider=provider,
                execution_id=execution_id,
                agent_id=agent_id,
                page=number,
                limit=limit,
            ),
            page,
        )

    async def get(self, asset_id: str) -> models.Asset:
        """One asset.

        Args:
            asset_id: The asset.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _assets_get.request(
                asset_id=asset_id,
            ),
            _assets_get.parse,
        )

    async def delete(self, asset_id: str) -> None:
        """Remove an asset.

        Args:
            asset_id: The asset.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _assets_delete.request(
                asset_id=asset_id,
            ),
            _assets_delete.parse,
        )

    async def get_signed_url(self, asset_id: str) -> models.AssetSignedURL:
        """An address at which an asset can be fetched for a while.

        Args:
            asset_id: The asset.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _assets_get_signed_url.request(
                asset_id=asset_id,
            ),
            _assets_get_signed_url.parse,
        )
