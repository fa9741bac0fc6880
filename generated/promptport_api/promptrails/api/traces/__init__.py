# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""The operations of `traces`."""

from __future__ import annotations

import builtins
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Literal, Unpack

from promptport.model import AsDict, AsyncSender, AsyncStream, Content, File, Result, Sender, Stream, walk, walk_async
from promptport.model import deprecated as _Deprecated

from ... import models
from . import traces_get_by_trace_id as _traces_get_by_trace_id
from . import traces_get_summary as _traces_get_summary
from . import traces_ingest as _traces_ingest
from . import traces_list as _traces_list
from . import traces_pii_report as _traces_pii_report


class Traces:
    """What happened inside of runs, span by span."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def list(
        self, *, page: int = 1, limit: int = 20, trace_id: str | None = None, kind: str | None = None
    ) -> models.TracePage:
        """A page of spans.

        Args:
            page: The number of the page, from 1.
            limit: How many items a page has at the most; the platform allows 100.
            trace_id: Only those of this trace.
            kind: Only those of this kind.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _traces_list.request(
                page=page,
                limit=limit,
                trace_id=trace_id,
                kind=kind,
            ),
            _traces_list.parse,
        )

    def iter(
        self, *, page: int = 1, limit: int = 20, trace_id: str | None = None, kind: str | None = None
    ) -> Iterator[models.Trace]:
        """All items of `list`, page after page; each page is fetched when its first item is asked for.

        Takes the arguments of `list`; `page` is where it begins.
        """
        return walk(
            lambda number: self.list(
                page=number,
                limit=limit,
                trace_id=trace_id,
                kind=kind,
            ),
            page,
        )

    def get_summary(
        self,
        *,
        date_from: str | None = None,
        date_to: str | None = None,
        status: str | None = None,
        level: str | None = None,
        kind: str | None = None,
        model_name: str | None = None,
        agent_id: str | None = None,
        session_id: str | None = None,
        execution_id: str | None = None,
        trace_id: str | None = None,
        **filters: Any,
    ) -> models.TraceSummary:
        """Traces, summed up.

        Since promptrails 0.9.0.

        Args:
            date_from: From then on, as RFC 3339 has it, or a day such as `2026-01-31`.
            date_to: Until then, likewise.
            status: Only spans of this status: `ok` or `error`.
            level: Only those of this level: `debug`, `default`, `warning` or `error`.
            kind: Only those of this kind.
            model_name: Only those of this model.
            agent_id: Only those of this agent.
            session_id: Only those of this session.
            execution_id: Only those of this execution.
            trace_id: Only those of this trace.
            filters: Other filters, which go out under their names.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _traces_get_summary.request(
                date_from=date_from,
                date_to=date_to,
                status=status,
                level=level,
                kind=kind,
                model_name=model_name,
                agent_id=agent_id,
                session_id=session_id,
                execution_id=execution_id,
                trace_id=trace_id,
                **filters,
            ),
            _traces_get_summary.parse,
        )

    def pii_report(
        self,
        *,
        date_from: str | None = None,
        date_to: str | None = None,
        status: str | None = None,
        level: str | None = None,
        kind: str | None = None,
        model_name: str | None = None,
        agent_id: str | None = None,
        session_id: str | None = None,
        execution_id: str | None = None,
        trace_id: str | None = None,
        **filters: Any,
    ) -> dict[str, Any]:
        """What was masked in traces, since it is about persons.

        Since promptrails 0.9.0.

        Args:
            date_from: From then on, as RFC 3339 has it, or a day such as `2026-01-31`.
            date_to: Until then, likewise.
            status: Only spans of this status: `ok` or `error`.
            level: Only those of this level: `debug`, `default`, `warning` or `error`.
            kind: Only those of this kind.
            model_name: Only those of this model.
            agent_id: Only those of this agent.
            session_id: Only those of this session.
            execution_id: Only those of this execution.
            trace_id: Only those of this trace.
            filters: Other filters, which go out under their names.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _traces_pii_report.request(
                date_from=date_from,
                date_to=date_to,
                status=status,
                level=level,
                kind=kind,
                model_name=model_name,
                agent_id=agent_id,
                session_id=session_id,
                execution_id=execution_id,
                trace_id=trace_id,
                **filters,
            ),
            _traces_pii_report.parse,
        )

    def ingest(self, spans: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
        """Report spans of your own.

        Since promptrails 0.9.0.

        Args:
            spans: The spans, at most 1000: each with `trace_id`, `span_id`, `name`, `kind`, `status` and
                `started_at`.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _traces_ingest.request(
                spans=spans,
            ),
            _traces_ingest.parse,
        )

    def get_by_trace_id(self, trace_id: str) -> builtins.list[models.Trace]:
        """All spans of a trace, the root first.

        Args:
            trace_id: The trace.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _traces_get_by_trace_id.request(
                trace_id=trace_id,
            ),
            _traces_get_by_trace_id.parse,
        )


class AsyncTraces:
    """What happened inside of runs, span by span."""

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    async def list(
        self, *, page: int = 1, limit: int = 20, trace_id: str | None = None, kind: str | None = None
    ) -> models.TracePage:
        """A page of spans.

        Args:
            page: The number of the page, from 1.
            limit: How many items a page has at the most; the platform allows 100.
            trace_id: Only those of this trace.
            kind: Only those of this kind.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _traces_list.request(
                page=page,
                limit=limit,
                trace_id=trace_id,
                kind=kind,
            ),
            _traces_list.parse,
        )

    def iter(
        self, *, page: int = 1, limit: int = 20, trace_id: str | None = None, kind: str | None = None
    ) -> AsyncIterator[models.Trace]:
        """All items of `list`, page after page; each page is fetched when its first item is asked for.

        Takes the arguments of `list`; `page` is where it begins.
        """
        return walk_async(
            lambda number: self.list(
                page=number,
                limit=limit,
                trace_id=trace_id,
                kind=kind,
            ),
            page,
        )

    async def get_summary(
        self,
        *,
        date_from: str | None = None,
        date_to: str | None = None,
        status: str | None = None,
        level: str | None = None,
        kind: str | None = None,
        model_name: str | None = None,
        agent_id: str | None = None,
        session_id: str | None = None,
        execution_id: str | None = None,
        trace_id: str | None = None,
        **filters: Any,
    ) -> models.TraceSummary:
        """Traces, summed up.

        Since promptrails 0.9.0.

        Args:
            date_from: From then on, as RFC 3339 has it, or a day such as `2026-01-31`.
            date_to: Until then, likewise.
            status: Only spans of this status: `ok` or `error`.
            level: Only those of this level: `debug`, `default`, `warning` or `error`.
            kind: Only those of this kind.
            model_name: Only those of this model.
            agent_id: Only those of this agent.
            session_id: Only those of this session.
            execution_id: Only those of this execution.
            trace_id: Only those of this trace.
            filters: Other filters, which go out under their names.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _traces_get_summary.request(
                date_from=date_from,
                date_to=date_to,
                status=status,
                level=level,
                kind=kind,
                model_name=model_name,
                agent_id=agent_id,
                session_id=session_id,
                execution_id=execution_id,
                trace_id=trace_id,
                **filters,
            ),
            _traces_get_summary.parse,
        )

    async def pii_report(
        self,
        *,
        date_from: str | None = None,
        date_to: str | None = None,
        status: str | None = None,
        level: str | None = None,
        kind: str | None = None,
        model_name: str | None = None,
        agent_id: str | None = None,
        session_id: str | None = None,
        execution_id: str | None = None,
        trace_id: str | None = None,
        **filters: Any,
    ) -> dict[str, Any]:
        """What was masked in traces, since it is about persons.

        Since promptrails 0.9.0.

        Args:
            date_from: From then on, as RFC 3339 has it, or a day such as `2026-01-31`.
            date_to: Until then, likewise.
            status: Only spans of this status: `ok` or `error`.
            level: Only those of this level: `debug`, `default`, `warning` or `error`.
            kind: Only those of this kind.
            model_name: Only those of this model.
            agent_id: Only those of this agent.
            session_id: Only those of this session.
            execution_id: Only those of this execution.
            trace_id: Only those of this trace.
            filters: Other filters, which go out under their names.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _traces_pii_report.request(
                date_from=date_from,
                date_to=date_to,
                status=status,
                level=level,
                kind=kind,
                model_name=model_name,
                agent_id=agent_id,
                session_id=session_id,
                execution_id=execution_id,
                trace_id=trace_id,
                **filters,
            ),
            _traces_pii_report.parse,
        )

    async def ingest(self, spans: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
        """Report spans of your own.

        Since promptrails 0.9.0.

        Args:
            spans: The spans, at most 1000: each with `trace_id`, `span_id`, `name`, `kind`, `status` and
                `started_at`.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _traces_ingest.request(
                spans=spans,
            ),
            _traces_ingest.parse,
        )

    async def get_by_trace_id(self, trace_id: str) -> builtins.list[models.Trace]:
        """All spans of a trace, the root first.

        Args:
            trace_id: The trace.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _traces_get_by_trace_id.request(
                trace_id=trace_id,
            ),
            _traces_get_by_trace_id.parse,
        )
