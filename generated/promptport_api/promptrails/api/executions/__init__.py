# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""The operations of `executions`."""

from __future__ import annotations

import builtins
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Literal, Unpack

from promptport.model import AsDict, AsyncSender, AsyncStream, Content, File, Result, Sender, Stream, walk, walk_async
from promptport.model import deprecated as _Deprecated

from ... import models
from . import executions_approval_inbox as _executions_approval_inbox
from . import executions_approve as _executions_approve
from . import executions_cancel as _executions_cancel
from . import executions_deny as _executions_deny
from . import executions_get as _executions_get
from . import executions_list as _executions_list
from . import executions_stream as _executions_stream
from . import executions_tree as _executions_tree


class Executions:
    """Runs of agents."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def list(
        self,
        *,
        page: int = 1,
        limit: int = 20,
        agent_id: str | None = None,
        session_id: str | None = None,
        status: str | None = None,
    ) -> models.AgentExecutionPage:
        """A page of executions.

        Args:
            page: The number of the page, from 1.
            limit: How many items a page has at the most; the platform allows 100.
            agent_id: Only those of this agent.
            session_id: Only those of this session.
            status: Only those in this state.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _executions_list.request(
                page=page,
                limit=limit,
                agent_id=agent_id,
                session_id=session_id,
                status=status,
            ),
            _executions_list.parse,
        )

    def iter(
        self,
        *,
        page: int = 1,
        limit: int = 20,
        agent_id: str | None = None,
        session_id: str | None = None,
        status: str | None = None,
    ) -> Iterator[models.AgentExecution]:
        """All items of `list`, page after page; each page is fetched when its first item is asked for.

        Takes the arguments of `list`; `page` is where it begins.
        """
        return walk(
            lambda number: self.list(
                page=number,
                limit=limit,
                agent_id=agent_id,
                session_id=session_id,
                status=status,
            ),
            page,
        )

    def approval_inbox(self, *, page: int = 1, limit: int = 20) -> models.AgentExecutionPage:
        """A page of the executions that wait for people.

        Since promptrails 0.9.0.

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
            _executions_approval_inbox.request(
                page=page,
                limit=limit,
            ),
            _executions_approval_inbox.parse,
        )

    def iter_approval_inbox(self, *, page: int = 1, limit: int = 20) -> Iterator[models.AgentExecution]:
        """All items of `approval_inbox`, page after page; each page is fetched when its first item is asked for.

        Takes the arguments of `approval_inbox`; `page` is where it begins.
        """
        return walk(
            lambda number: self.approval_inbox(
                page=number,
                limit=limit,
            ),
            page,
        )

    def get(self, execution_id: str) -> models.AgentExecution:
        """One execution.

        Args:
            execution_id: The execution.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _executions_get.request(
                execution_id=execution_id,
            ),
            _executions_get.parse,
        )

    def tree(self, execution_id: str) -> models.AgentExecution:
        """One execution with those that it began in `children`, and so on down.

        Since promptrails 0.9.0.

        Args:
            execution_id: The execution.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _executions_tree.request(
                execution_id=execution_id,
            ),
            _executions_tree.parse,
        )

    def cancel(self, execution_id: str) -> models.AgentExecution:
        """Ask an execution to end; it is `cancel_requested` until it has.

        Since promptrails 0.9.0.

        Args:
            execution_id: The execution.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _executions_cancel.request(
                execution_id=execution_id,
            ),
            _executions_cancel.parse,
        )

    def approve(self, execution_id: str, *, reason: str | None = None) -> models.AgentExecution:
        """Let an execution that waits for people go on.

        Since promptrails 0.9.0.

        Args:
            execution_id: The execution.
            reason: Why.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _executions_approve.request(
                execution_id=execution_id,
                reason=reason,
            ),
            _executions_approve.parse,
        )

    def deny(self, execution_id: str, *, reason: str | None = None) -> models.AgentExecution:
        """Refuse what an execution waits for.

        Since promptrails 0.9.0.

        Args:
            execution_id: The execution.
            reason: Why.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _executions_deny.request(
                execution_id=execution_id,
                reason=reason,
            ),
            _executions_deny.parse,
        )

    def stream(
        self, execution_id: str
    ) -> Stream[
        models.ExecutionEvent
        | models.ThinkingEvent
        | models.ToolStartEvent
        | models.ToolEndEvent
        | models.ContentEvent
        | models.DoneEvent
        | models.ErrorEvent
    ]:
        """An execution, as it happens.

        Args:
            execution_id: The execution.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.stream(
            _executions_stream.request(
                execution_id=execution_id,
            ),
            _executions_stream.parse,
        )


class AsyncExecutions:
    """Runs of agents."""

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    async def list(
        self,
        *,
        page: int = 1,
        limit: int = 20,
        agent_id: str | None = None,
        session_id: str | None = None,
        status: str | None = None,
    ) -> models.AgentExecutionPage:
        """A page of executions.

        Args:
            page: The number of the page, from 1.
            limit: How many items a page has at the most; the platform allows 100.
            agent_id: Only those of this agent.
            session_id: Only those of this session.
            status: Only those in this state.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _executions_list.request(
                page=page,
                limit=limit,
                agent_id=agent_id,
                session_id=session_id,
                status=status,
            ),
            _executions_list.parse,
        )

    def iter(
        self,
        *,
        page: int = 1,
        limit: int = 20,
        agent_id: str | None = None,
        session_id: str | None = None,
        status: str | None = None,
    ) -> AsyncIterator[models.AgentExecution]:
        """All items of `list`, page after page; each page is fetched when its first item is asked for.

        Takes the arguments of `list`; `page` is where it begins.
        """
        return walk_async(
            lambda number: self.list(
                page=number,
                limit=limit,
                agent_id=agent_id,
                session_id=session_id,
                status=status,
            ),
            page,
        )

    async def approval_inbox(self, *, page: int = 1, limit: int = 20) -> models.AgentExecutionPage:
        """A page of the executions that wait for people.

        Since promptrails 0.9.0.

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
            _executions_approval_inbox.request(
                page=page,
                limit=limit,
            ),
            _executions_approval_inbox.parse,
        )

    def iter_approval_inbox(self, *, page: int = 1, limit: int = 20) -> AsyncIterator[models.AgentExecution]:
        """All items of `approval_inbox`, page after page; each page is fetched when its first item is asked for.

        Takes the arguments of `approval_inbox`; `page` is where it begins.
        """
        return walk_async(
            lambda number: self.approval_inbox(
                page=number,
                limit=limit,
            ),
            page,
        )

    async def get(self, execution_id: str) -> models.AgentExecution:
        """One execution.

        Args:
            execution_id: The execution.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _executions_get.request(
                execution_id=execution_id,
            ),
            _executions_get.parse,
        )

    async def tree(self, execution_id: str) -> models.AgentExecution:
        """One execution with those that it began in `children`, and so on down.

        Since promptrails 0.9.0.

        Args:
            execution_id: The execution.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _executions_tree.request(
                execution_id=execution_id,
            ),
            _executions_tree.parse,
        )

    async def cancel(self, execution_id: str) -> models.AgentExecution:
        """Ask an execution to end; it is `cancel_requested` until it has.

        Since promptrails 0.9.0.

        Args:
            execution_id: The execution.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _executions_cancel.request(
                execution_id=execution_id,
            ),
            _executions_cancel.parse,
        )

    async def approve(self, execution_id: str, *, reason: str | None = None) -> models.AgentExecution:
        """Let an execution that waits for people go on.

        Since promptrails 0.9.0.

        Args:
            execution_id: The execution.
            reason: Why.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _executions_approve.request(
                execution_id=execution_id,
                reason=reason,
            ),
            _executions_approve.parse,
        )

    async def deny(self, execution_id: str, *, reason: str | None = None) -> models.AgentExecution:
        """Refuse what an execution waits for.

        Since promptrails 0.9.0.

        Args:
            execution_id: The execution.
            reason: Why.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _executions_deny.request(
                execution_id=execution_id,
                reason=reason,
            ),
            _executions_deny.parse,
        )

    def stream(
        self, execution_id: str
    ) -> AsyncStream[
        models.ExecutionEvent
        | models.ThinkingEvent
        | models.ToolStartEvent
        | models.ToolEndEvent
        | models.ContentEvent
        | models.DoneEvent
        | models.ErrorEvent
    ]:
        """An execution, as it happens.

        Args:
            execution_id: The execution.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.stream(
            _executions_stream.request(
                execution_id=execution_id,
            ),
            _executions_stream.parse,
        )
