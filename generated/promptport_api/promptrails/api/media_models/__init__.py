# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""The operations of `media_models`."""

from __future__ import annotations

import builtins
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Literal, Unpack

from promptport.model import AsDict, AsyncSender, AsyncStream, Content, File, Result, Sender, Stream, walk, walk_async
from promptport.model import deprecated as _Deprecated

from ... import models
from . import media_models_list as _media_models_list


class MediaModels:
    """The models that make pictures, speech and films."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    @_Deprecated("Gone since promptrails 0.9.0.")
    def list(
        self, *, provider: str | None = None, media_type: str | None = None, is_active: bool | None = None
    ) -> builtins.list[models.MediaModel]:
        """The models that make pictures, speech and films.

        Gone since promptrails 0.9.0.

        Args:
            provider: Only those of this provider.
            media_type: Only those for `image`, `speech` or `video`.
            is_active: Only those that can be used, or cannot.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _media_models_list.request(
                provider=provider,
                media_type=media_type,
                is_active=is_active,
            ),
            _media_models_list.parse,
        )


class AsyncMediaModels:
    """The models that make pictures, speech and films."""

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    @_Deprecated("Gone since promptrails 0.9.0.")
    async def list(
        self, *, provider: str | None = None, media_type: str | None = None, is_active: bool | None = None
    ) -> builtins.list[models.MediaModel]:
        """The models that make pictures, speech and films.

        Gone since promptrails 0.9.0.

        Args:
            provider: Only those of this provider.
            media_type: Only those for `image`, `speech` or `video`.
            is_active: Only those that can be used, or cannot.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _media_models_list.request(
                provider=provider,
                media_type=media_type,
                is_active=is_active,
            ),
            _media_models_list.parse,
        )
