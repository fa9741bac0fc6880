# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""The operations of `media`."""

from __future__ import annotations

import builtins
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Literal, Unpack

from promptport.model import AsDict, AsyncSender, AsyncStream, Content, File, Result, Sender, Stream, walk, walk_async
from promptport.model import deprecated as _Deprecated

from ... import models
from . import media_generate as _media_generate


class Media:
    """Pictures, speech and films."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    @_Deprecated("Gone since promptrails 0.9.0.")
    def generate(
        self,
        *,
        provider: str,
        media_type: str,
        model: str,
        prompt: str | None = None,
        input_url: str | None = None,
        config: Mapping[str, Any] | None = None,
        guardrails: Sequence[Mapping[str, Any]] | None = None,
    ) -> models.MediaGenerateResult:
        """Make a picture, speech or film.

        Gone since promptrails 0.9.0.

        Args:
            provider: Who makes it.
            media_type: `image`, `speech` or `video`.
            model: The provider's name of the model.
            prompt: What to make.
            input_url: Where the file is that it is made from.
            config: Settings of the model.
            guardrails: Checks of the prompt.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _media_generate.request(
                provider=provider,
                media_type=media_type,
                model=model,
                prompt=prompt,
                input_url=input_url,
                config=config,
                guardrails=guardrails,
            ),
            _media_generate.parse,
        )


class AsyncMedia:
    """Pictures, speech and films."""

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    @_Deprecated("Gone since promptrails 0.9.0.")
    async def generate(
        self,
        *,
        provider: str,
        media_type: str,
        model: str,
        prompt: str | None = None,
        input_url: str | None = None,
        config: Mapping[str, Any] | None = None,
        guardrails: Sequence[Mapping[str, Any]] | None = None,
    ) -> models.MediaGenerateResult:
        """Make a picture, speech or film.

        Gone since promptrails 0.9.0.

        Args:
            provider: Who makes it.
            media_type: `image`, `speech` or `video`.
            model: The provider's name of the model.
            prompt: What to make.
            input_url: Where the file is that it is made from.
            config: Settings of the model.
            guardrails: Checks of the prompt.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _media_generate.request(
                provider=provider,
                media_type=media_type,
                model=model,
                prompt=prompt,
                input_url=input_url,
                config=config,
                guardrails=guardrails,
            ),
            _media_generate.parse,
        )
