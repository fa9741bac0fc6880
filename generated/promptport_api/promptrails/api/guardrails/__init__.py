# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""The operations of `guardrails`."""

from __future__ import annotations

import builtins
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Literal, Unpack

from promptport.model import AsDict, AsyncSender, AsyncStream, Content, File, Result, Sender, Stream, walk, walk_async
from promptport.model import deprecated as _Deprecated

from ... import models
from . import guardrails_delete as _guardrails_delete
from . import guardrails_list_scanners as _guardrails_list_scanners
from . import guardrails_update as _guardrails_update


class Guardrails:
    """Checks of what goes into agents and comes out of them."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def list_scanners(
        self,
    ) -> list[models.ScannerMeta]:
        """What guardrails can look for.

        Since promptrails 0.9.0.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(_guardrails_list_scanners.request(), _guardrails_list_scanners.parse)

    def delete(self, guardrail_id: str) -> None:
        """Remove a guardrail.

        Args:
            guardrail_id: The guardrail.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _guardrails_delete.request(
                guardrail_id=guardrail_id,
            ),
            _guardrails_delete.parse,
        )

    def update(self, guardrail_id: str, **fields: Unpack[models.GuardrailUpdate]) -> models.Guardrail:
        """Change a guardrail.

        Args:
            guardrail_id: The guardrail.
            fields: The fields to change. None clears a field, one that is not given stays.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _guardrails_update.request(
                guardrail_id=guardrail_id,
                **fields,
            ),
            _guardrails_update.parse,
        )


class AsyncGuardrails:
    """Checks of what goes into agents and comes out of them."""

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    async def list_scanners(
        self,
    ) -> list[models.ScannerMeta]:
        """What guardrails can look for.

        Since promptrails 0.9.0.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(_guardrails_list_scanners.request(), _guardrails_list_scanners.parse)

    async def delete(self, guardrail_id: str) -> None:
        """Remove a guardrail.

        Args:
            guardrail_id: The guardrail.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _guardrails_delete.request(
                guardrail_id=guardrail_id,
            ),
            _guardrails_delete.parse,
        )

    async def update(self, guardrail_id: str, **fields: Unpack[models.GuardrailUpdate]) -> models.Guardrail:
        """Change a guardrail.

        Args:
            guardrail_id: The guardrail.
            fields: The fields to change. None clears a field, one that is not given stays.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _guardrails_update.request(
                guardrail_id=guardrail_id,
                **fields,
            ),
            _guardrails_update.parse,
        )
