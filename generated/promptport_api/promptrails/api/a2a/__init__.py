# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""The operations of `a2a`."""

from __future__ import annotations

import builtins
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Literal, Unpack

from promptport.model import AsDict, AsyncSender, AsyncStream, Content, File, Result, Sender, Stream, walk, walk_async
from promptport.model import deprecated as _Deprecated

from ... import models
from . import a2a_get_agent_card as _a2a_get_agent_card
from . import a2a_list_tasks as _a2a_list_tasks


class A2a:
    """Agents that call agents."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def get_agent_card(self, agent_id: str) -> models.A2AAgentCard:
        """How an agent presents itself.

        Args:
            agent_id: The agent.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _a2a_get_agent_card.request(
                agent_id=agent_id,
            ),
            _a2a_get_agent_card.parse,
        )

    def list_tasks(
        self, *, page: int = 1, limit: int = 20, context_id: str | None = None, status: str | None = None
    ) -> models.A2ATaskPage:
        """A page of tasks.

        Args:
            page: The number of the page, from 1.
            limit: How many items a page has at the most; the platform allows 100.
            context_id: Only those that belong to this.
            status: Only those in this state.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _a2a_list_tasks.request(
                page=page,
                limit=limit,
                context_id=context_id,
                status=status,
            ),
            _a2a_list_tasks.parse,
        )

    def iter_tasks(
        self, *, page: int = 1, limit: int = 20, context_id: str | None = None, status: str | None = None
    ) -> Iterator[models.A2ATask]:
        """All items of `list_tasks`, page after page; each page is fetched when its first item is asked for.

        Takes the arguments of `list_tasks`; `page` is where it begins.
        """
        return walk(
            lambda number: self.list_tasks(
                page=number,
                limit=limit,
                context_id=context_id,
                status=status,
            ),
            page,
        )


class AsyncA2a:
    """Agents that call agents."""

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    async def get_agent_card(self, agent_id: str) -> models.A2AAgentCard:
        """How an agent presents itself.

        Args:
            agent_id: The agent.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _a2a_get_agent_card.request(
                agent_id=agent_id,
            ),
            _a2a_get_agent_card.parse,
        )

    async def list_tasks(
        self, *, page: int = 1, limit: int = 20, context_id: str | None = None, status: str | None = None
    ) -> models.A2ATaskPage:
        """A page of tasks.

        Args:
            page: The number of the page, from 1.
            limit: How many items a page has at the most; the platform allows 100.
            context_id: Only those that belong to this.
            status: Only those in this state.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _a2a_list_tasks.request(
                page=page,
                limit=limit,
                context_id=context_id,
                status=status,
            ),
            _a2a_list_tasks.parse,
        )

    def iter_tasks(
        self, *, page: int = 1, limit: int = 20, context_id: str | None = None, status: str | None = None
    ) -> AsyncIterator[models.A2ATask]:
        """All items of `list_tasks`, page after page; each page is fetched when its first item is asked for.

        Takes the arguments of `list_tasks`; `page` is where it begins.
        """
        return walk_async(
            lambda number: self.list_tasks(
                page=number,
                limit=limit,
                context_id=context_id,
                status=status,
            ),
            page,
        )
