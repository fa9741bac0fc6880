# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""The operations of `sessions`."""

from __future__ import annotations

import builtins
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Literal, Unpack

from promptport.model import AsDict, AsyncSender, AsyncStream, Content, File, Result, Sender, Stream, walk, walk_async
from promptport.model import deprecated as _Deprecated

from ... import models
from . import sessions_get as _sessions_get
from . import sessions_list as _sessions_list


class Sessions:
    """Sessions, as the traces have them."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    @_Deprecated("Gone since promptrails 0.9.0.")
    def list(self, *, page: int = 1, limit: int = 20) -> models.SessionSummaryPage:
        """A page of sessions.

        Gone since promptrails 0.9.0.

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
            _sessions_list.request(
                page=page,
                limit=limit,
            ),
            _sessions_list.parse,
        )

    @_Deprecated("Gone since promptrails 0.9.0.")
    def iter(self, *, page: int = 1, limit: int = 20) -> Iterator[models.SessionSummary]:
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

    @_Deprecated("Gone since promptrails 0.9.0.")
    def get(self, session_id: str) -> models.SessionSummary:
        """One session.

        Gone since promptrails 0.9.0.

        Args:
            session_id: The session.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _sessions_get.request(
                session_id=session_id,
            ),
            _sessions_get.parse,
        )


class AsyncSessions:
    """Sessions, as the traces have them."""

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    @_Deprecated("Gone since promptrails 0.9.0.")
    async def list(self, *, page: int = 1, limit: int = 20) -> models.SessionSummaryPage:
        """A page of sessions.

        Gone since promptrails 0.9.0.

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
            _sessions_list.request(
                page=page,
                limit=limit,
            ),
            _sessions_list.parse,
        )

    @_Deprecated("Gone since promptrails 0.9.0.")
    def iter(self, *, page: int = 1, limit: int = 20) -> AsyncIterator[models.SessionSummary]:
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

    @_Deprecated("Gone since promptrails 0.9.0.")
    async def get(self, session_id: str) -> models.SessionSummary:
        """One session.

        Gone since promptrails 0.9.0.

        Args:
            session_id: The session.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _sessions_get.request(
                session_id=session_id,
            ),
            _sessions_get.parse,
        )
