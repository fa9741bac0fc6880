# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""The operations of `costs`."""

from __future__ import annotations

import builtins
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Literal, Unpack

from promptport.model import AsDict, AsyncSender, AsyncStream, Content, File, Result, Sender, Stream, walk, walk_async
from promptport.model import deprecated as _Deprecated

from ... import models
from . import costs_get_agent_summary as _costs_get_agent_summary
from . import costs_get_summary as _costs_get_summary


class Costs:
    """What runs cost."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    @_Deprecated("Gone since promptrails 0.9.0; use `traces.get_summary`.")
    def get_summary(self, *, from_date: str | None = None, to_date: str | None = None) -> models.CostSummary:
        """What everything cost.

        Gone since promptrails 0.9.0; use `traces.get_summary`.

        Args:
            from_date: The first day, such as `2026-01-01`.
            to_date: The last day.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _costs_get_summary.request(
                from_date=from_date,
                to_date=to_date,
            ),
            _costs_get_summary.parse,
        )

    @_Deprecated("Gone since promptrails 0.9.0; use `traces.get_summary`.")
    def get_agent_summary(
        self, agent_id: str, *, from_date: str | None = None, to_date: str | None = None
    ) -> models.CostSummary:
        """What an agent cost.

        Gone since promptrails 0.9.0; use `traces.get_summary`.

        Args:
            agent_id: The agent.
            from_date: The first day, such as `2026-01-01`.
            to_date: The last day.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _costs_get_agent_summary.request(
                agent_id=agent_id,
                from_date=from_date,
                to_date=to_date,
            ),
            _costs_get_agent_summary.parse,
        )


class AsyncCosts:
    """What runs cost."""

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    @_Deprecated("Gone since promptrails 0.9.0; use `traces.get_summary`.")
    async def get_summary(self, *, from_date: str | None = None, to_date: str | None = None) -> models.CostSummary:
        """What everything cost.

        Gone since promptrails 0.9.0; use `traces.get_summary`.

        Args:
            from_date: The first day, such as `2026-01-01`.
            to_date: The last day.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _costs_get_summary.request(
                from_date=from_date,
                to_date=to_date,
            ),
            _costs_get_summary.parse,
        )

    @_Deprecated("Gone since promptrails 0.9.0; use `traces.get_summary`.")
    async def get_agent_summary(
        self, agent_id: str, *, from_date: str | None = None, to_date: str | None = None
    ) -> models.CostSummary:
        """What an agent cost.

        Gone since promptrails 0.9.0; use `traces.get_summary`.

        Args:
            agent_id: The agent.
            from_date: The first day, such as `2026-01-01`.
            to_date: The last day.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _costs_get_agent_summary.request(
                agent_id=agent_id,
                from_date=from_date,
                to_date=to_date,
            ),
            _costs_get_agent_summary.parse,
        )
