# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""The operations of `dashboard`."""

from __future__ import annotations

import builtins
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Literal, Unpack

from promptport.model import AsDict, AsyncSender, AsyncStream, Content, File, Result, Sender, Stream, walk, walk_async
from promptport.model import deprecated as _Deprecated

from ... import models
from . import dashboard_get_metrics as _dashboard_get_metrics


class Dashboard:
    """The numbers of a workspace."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    @_Deprecated("Gone since promptrails 0.9.0; use `traces.get_summary`.")
    def get_metrics(self, *, days: int | None = None) -> models.DashboardMetrics:
        """What went on lately.

        Gone since promptrails 0.9.0; use `traces.get_summary`.

        Args:
            days: How many days back; 30 where it is left out.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _dashboard_get_metrics.request(
                days=days,
            ),
            _dashboard_get_metrics.parse,
        )


class AsyncDashboard:
    """The numbers of a workspace."""

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    @_Deprecated("Gone since promptrails 0.9.0; use `traces.get_summary`.")
    async def get_metrics(self, *, days: int | None = None) -> models.DashboardMetrics:
        """What went on lately.

        Gone since promptrails 0.9.0; use `traces.get_summary`.

        Args:
            days: How many days back; 30 where it is left out.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _dashboard_get_metrics.request(
                days=days,
            ),
            _dashboard_get_metrics.parse,
        )
