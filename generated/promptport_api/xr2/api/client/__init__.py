# Made by `nox -s generate` from openapi/xr2.yaml: change the contract or a template, never this file.
"""The operations of `client`."""

from __future__ import annotations

import builtins
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Literal, Unpack

from promptport.model import (
    AsDict,
    AsyncResultSender,
    AsyncStream,
    Content,
    File,
    Result,
    ResultSender,
    Stream,
    walk,
    walk_async,
)
from promptport.model import deprecated as _Deprecated

from ... import models
from . import check_api_key as _check_api_key
from . import get_prompt as _get_prompt
from . import track_event as _track_event


class Client:
    """The three calls of a product API key."""

    def __init__(self, sender: ResultSender) -> None:
        self._sender = sender

    def check_api_key(
        self,
    ) -> Result[models.CheckAPIKeyResponse]:
        """Check the API key and learn whom it belongs to.

        Costs nothing of the quota.
        """
        return self._sender.send(_check_api_key.request(), _check_api_key.parse)

    def get_prompt(
        self, *, slug: str, version_number: int | None = None, status: str | None = None
    ) -> Result[models.PromptContentResponse]:
        """Fetch a version of a prompt.

        Without a version number and a status this is the production version, or a variant while an A/B test runs.
        Every successful call mints a trace id and counts against the quota.

        Args:
            slug: The prompt's slug.
            version_number: The number of a version. Given, it leaves A/B tests alone.
            status: Only versions of this status: `draft`, `testing`, `production`, `inactive` or `deprecated`.
                Given, it leaves A/B tests alone.
        """
        return self._sender.send(
            _get_prompt.request(
                slug=slug,
                version_number=version_number,
                status=status,
            ),
            _get_prompt.parse,
        )

    def track_event(
        self,
        *,
        trace_id: str,
        event_name: str,
        source_name: str = "python_sdk",
        user_id: str | None = None,
        session_id: str | None = None,
        value: float | None = None,
        currency: str | None = None,
        metadata: Mapping[str, Any] | None = None,
    ) -> Result[models.EventResponse]:
        """Record an event against the trace of a fetched prompt.

        The event must be defined on the platform first. Events are deduplicated by trace id and event name, the
        first one wins; a repeat is answered with the identity of the first. Two at the same time are both stored,
        and break the trace: one is repeated only when the other is known to have ended.

        Args:
            trace_id: The `trace_id` of a fetched prompt.
            event_name: The name of an event that is defined on the platform.
            source_name: A label for the caller.
            user_id: The user whom the event is about.
            session_id: The session that the event belongs to.
            value: An amount, such as revenue.
            currency: The amount's currency, such as `USD`.
            metadata: The fields of the event's definition. Fields beside them are kept.
        """
        return self._sender.send(
            _track_event.request(
                trace_id=trace_id,
                event_name=event_name,
                source_name=source_name,
                user_id=user_id,
                session_id=session_id,
                value=value,
                currency=currency,
                metadata=metadata,
            ),
            _track_event.parse,
        )


class AsyncClient:
    """The three calls of a product API key."""

    def __init__(self, sender: AsyncResultSender) -> None:
        self._sender = sender

    async def check_api_key(
        self,
    ) -> Result[models.CheckAPIKeyResponse]:
        """Check the API key and learn whom it belongs to.

        Costs nothing of the quota.
        """
        return await self._sender.send(_check_api_key.request(), _check_api_key.parse)

    async def get_prompt(
        self, *, slug: str, version_number: int | None = None, status: str | None = None
    ) -> Result[models.PromptContentResponse]:
        """Fetch a version of a prompt.

        Without a version number and a status this is the production version, or a variant while an A/B test runs.
        Every successful call mints a trace id and counts against the quota.

        Args:
            slug: The prompt's slug.
            version_number: The number of a version. Given, it leaves A/B tests alone.
            status: Only versions of this status: `draft`, `testing`, `production`, `inactive` or `deprecated`.
                Given, it leaves A/B tests alone.
        """
        return await self._sender.send(
            _get_prompt.request(
                slug=slug,
                version_number=version_number,
                status=status,
            ),
            _get_prompt.parse,
        )

    async def track_event(
        self,
        *,
        trace_id: str,
        event_name: str,
        source_name: str = "python_sdk",
        user_id: str | None = None,
        session_id: str | None = None,
        value: float | None = None,
        currency: str | None = None,
        metadata: Mapping[str, Any] | None = None,
    ) -> Result[models.EventResponse]:
        """Record an event against the trace of a fetched prompt.

        The event must be defined on the platform first. Events are deduplicated by trace id and event name, the
        first one wins; a repeat is answered with the identity of the first. Two at the same time are both stored,
        and break the trace: one is repeated only when the other is known to have ended.

        Args:
            trace_id: The `trace_id` of a fetched prompt.
            event_name: The name of an event that is defined on the platform.
            source_name: A label for the caller.
            user_id: The user whom the event is about.
            session_id: The session that the event belongs to.
            value: An amount, such as revenue.
            currency: The amount's currency, such as `USD`.
            metadata: The fields of the event's definition. Fields beside them are kept.
        """
        return await self._sender.send(
            _track_event.request(
                trace_id=trace_id,
                event_name=event_name,
                source_name=source_name,
                user_id=user_id,
                session_id=session_id,
                value=value,
                currency=currency,
                metadata=metadata,
            ),
            _track_event.parse,
        )
