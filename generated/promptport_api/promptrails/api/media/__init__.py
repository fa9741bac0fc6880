# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""The operations of `media`."""

from __future__ import annotations

import builtins
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Literal, Unpack

from promptport.model import AsDict, AsyncSender, AsyncStream, Content, File, Result, Sender, Stream, walk, walk_async

from ... import models
from . import media_generate as _media_generate


class Media:
    """Pictures, speech and films."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

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

        Args:
            provider: Who makes it.
            media_type: `image`, `speech` or `video`.
            model: The provider's name of the model.
            prompt: What to make.
            input_url: Where the file is that it is made from.
            config: Settings of the model.
            guardrails: Checks of the prompt.
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

        Args:
            provider: Who makes it.
            media_type: `image`, `speech` or `video`.
            model: The provider's name of the model.
            prompt: What to make.
            input_url: Where the file is that it is made from.
            config: Settings of the model.
            guardrails: Checks of the prompt.
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
