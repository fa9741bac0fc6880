# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""The operations of `approvals`."""

from __future__ import annotations

import builtins
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Literal, Unpack

from promptport.model import AsDict, AsyncSender, AsyncStream, Content, File, Result, Sender, Stream, walk, walk_async
from promptport.model import deprecated as _Deprecated

from ... import models
from . import approvals_decide as _approvals_decide
from . import approvals_get as _approvals_get
from . import approvals_list as _approvals_list


class Approvals:
    """Runs that wait for people."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    @_Deprecated("Gone since promptrails 0.9.0; use `executions.approval_inbox`.")
    def list(self, *, page: int = 1, limit: int = 20, status: str | None = None) -> models.ApprovalRequestPage:
        """A page of requests.

        Gone since promptrails 0.9.0; use `executions.approval_inbox`.

        Args:
            page: The number of the page, from 1.
            limit: How many items a page has at the most; the platform allows 100.
            status: Only those in this state: `pending`, `approved` or `rejected`.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _approvals_list.request(
                page=page,
                limit=limit,
                status=status,
            ),
            _approvals_list.parse,
        )

    @_Deprecated("Gone since promptrails 0.9.0; use `executions.approval_inbox`.")
    def iter(self, *, page: int = 1, limit: int = 20, status: str | None = None) -> Iterator[models.ApprovalRequest]:
        """All items of `list`, page after page; each page is fetched when its first item is asked for.

        Takes the arguments of `list`; `page` is where it begins.
        """
        return walk(
            lambda number: self.list(
                page=number,
                limit=limit,
                status=status,
            ),
            page,
        )

    @_Deprecated("Gone since promptrails 0.9.0; use `executions.get`.")
    def get(self, approval_id: str) -> models.ApprovalRequest:
        """One request.

        Gone since promptrails 0.9.0; use `executions.get`.

        Args:
            approval_id: The request.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _approvals_get.request(
                approval_id=approval_id,
            ),
            _approvals_get.parse,
        )

    @_Deprecated("Gone since promptrails 0.9.0; use `executions.approve` or `executions.deny`.")
    def decide(
        self, approval_id: str, *, decision: Literal["approved", "rejected"] | str, reason: str | None = None
    ) -> models.ApprovalRequest:
        """Let an execution go on, or end it.

        Gone since promptrails 0.9.0; use `executions.approve` or `executions.deny`.

        Args:
            approval_id: The request.
            decision: `approved` or `rejected`.
            reason: Why.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _approvals_decide.request(
                approval_id=approval_id,
                decision=decision,
                reason=reason,
            ),
            _approvals_decide.parse,
        )


class AsyncApprovals:
    """Runs that wait for people."""

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    @_Deprecated("Gone since promptrails 0.9.0; use `executions.approval_inbox`.")
    async def list(self, *, page: int = 1, limit: int = 20, status: str | None = None) -> models.ApprovalRequestPage:
        """A page of requests.

        Gone since promptrails 0.9.0; use `executions.approval_inbox`.

        Args:
            page: The number of the page, from 1.
            limit: How many items a page has at the most; the platform allows 100.
            status: Only those in this state: `pending`, `approved` or `rejected`.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _approvals_list.request(
                page=page,
                limit=limit,
                status=status,
            ),
            _approvals_list.parse,
        )

    @_Deprecated("Gone since promptrails 0.9.0; use `executions.approval_inbox`.")
    def iter(
        self, *, page: int = 1, limit: int = 20, status: str | None = None
    ) -> AsyncIterator[models.ApprovalRequest]:
        """All items of `list`, page after page; each page is fetched when its first item is asked for.

        Takes the arguments of `list`; `page` is where it begins.
        """
        return walk_async(
            lambda number: self.list(
                page=number,
                limit=limit,
                status=status,
            ),
            page,
        )

    @_Deprecated("Gone since promptrails 0.9.0; use `executions.get`.")
    async def get(self, approval_id: str) -> models.ApprovalRequest:
        """One request.

        Gone since promptrails 0.9.0; use `executions.get`.

        Args:
            approval_id: The request.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _approvals_get.request(
                approval_id=approval_id,
            ),
            _approvals_get.parse,
        )

    @_Deprecated("Gone since promptrails 0.9.0; use `executions.approve` or `executions.deny`.")
    async def decide(
        self, approval_id: str, *, decision: Literal["approved", "rejected"] | str, reason: str | None = None
    ) -> models.ApprovalRequest:
        """Let an execution go on, or end it.

        Gone since promptrails 0.9.0; use `executions.approve` or `executions.deny`.

        Args:
            approval_id: The request.
            decision: `approved` or `rejected`.
            reason: Why.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _approvals_decide.request(
                approval_id=approval_id,
                decision=decision,
                reason=reason,
            ),
            _approvals_decide.parse,
        )
