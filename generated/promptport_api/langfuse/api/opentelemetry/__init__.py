# Made by `nox -s generate` from openapi/langfuse.yaml: change the contract or a template, never this file.
"""The operations of `opentelemetry`."""

from __future__ import annotations

import builtins
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Literal, Unpack

from promptport.model import AsDict, AsyncSender, AsyncStream, Content, File, Result, Sender, Stream, walk, walk_async
from promptport.model import deprecated as _Deprecated

from ... import models
from . import opentelemetry_export_traces as _opentelemetry_export_traces


class Opentelemetry:
    """The ingest of traces."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def export_traces(
        self,
        *,
        body: Content | Mapping[str, Any],
        content_type: Literal["application/x-protobuf", "application/json"] = "application/x-protobuf",
    ) -> models.Accepted:
        """Take spans in, as OTLP has them.

        Args:
            content_type: The media type in which the body goes out.

        Raises:
            promptport.Error: No good answer came, 400 (The query or body is malformed, or a rule refuses it), 401
                (There are no credentials, or they are not known), 403 (The key is of another kind), 429 (The limit of
                the organisation is reached), 500 or 503 (Something failed on the platform's side).
        """
        return self._sender.send(
            _opentelemetry_export_traces.request(
                body=body,
                content_type=content_type,
            ),
            _opentelemetry_export_traces.parse,
        )


class AsyncOpentelemetry:
    """The ingest of traces."""

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    async def export_traces(
        self,
        *,
        body: Content | Mapping[str, Any],
        content_type: Literal["application/x-protobuf", "application/json"] = "application/x-protobuf",
    ) -> models.Accepted:
        """Take spans in, as OTLP has them.

        Args:
            content_type: The media type in which the body goes out.

        Raises:
            promptport.Error: No good answer came, 400 (The query or body is malformed, or a rule refuses it), 401
                (There are no credentials, or they are not known), 403 (The key is of another kind), 429 (The limit of
                the organisation is reached), 500 or 503 (Something failed on the platform's side).
        """
        return await self._sender.send(
            _opentelemetry_export_traces.request(
                body=body,
                content_type=content_type,
            ),
            _opentelemetry_export_traces.parse,
        )
