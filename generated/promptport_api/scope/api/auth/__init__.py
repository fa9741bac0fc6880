# Made by `nox -s generate` from openapi/scope.yaml: change the contract or a template, never this file.
"""The operations of `auth`."""

from __future__ import annotations

import builtins
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Literal, Unpack

from promptport.model import AsDict, AsyncSender, AsyncStream, Content, File, Result, Sender, Stream, walk, walk_async
from promptport.model import deprecated as _Deprecated

from ... import models
from . import auth_login as _auth_login
from . import auth_sdk_token as _auth_sdk_token


class Auth:
    """The exchange of credentials for a token, on a host of its own."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def login(self, *, account_id: str, client_id: str, client_secret: str) -> models.Token:
        """Exchange an application's credentials for a token.

        Args:
            account_id: The organisation's id.
            client_id: The API key.
            client_secret: The API secret.

        Raises:
            promptport.Error: No good answer came, 400 or 401 or 403 or 404 or 429 or 500 (The credentials are
                refused, or the exchange failed).
        """
        return self._sender.send(
            _auth_login.request(
                account_id=account_id,
                client_id=client_id,
                client_secret=client_secret,
            ),
            _auth_login.parse,
        )

    @_Deprecated("Deprecated: the platform may take it away.")
    def sdk_token(self, *, account_id: str, key_id: str, key_secret: str) -> models.Token:
        """The exchange as clients before 0.2.0 ask for it.

        Deprecated: the platform may take it away.

        Args:
            account_id: The organisation's id.
            key_id: The API key.
            key_secret: The API secret.

        Raises:
            promptport.Error: No good answer came, 400 or 401 or 403 or 404 or 429 or 500 (The credentials are
                refused, or the exchange failed).
        """
        return self._sender.send(
            _auth_sdk_token.request(
                account_id=account_id,
                key_id=key_id,
                key_secret=key_secret,
            ),
            _auth_sdk_token.parse,
        )


class AsyncAuth:
    """The exchange of credentials for a token, on a host of its own."""

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    async def login(self, *, account_id: str, client_id: str, client_secret: str) -> models.Token:
        """Exchange an application's credentials for a token.

        Args:
            account_id: The organisation's id.
            client_id: The API key.
            client_secret: The API secret.

        Raises:
            promptport.Error: No good answer came, 400 or 401 or 403 or 404 or 429 or 500 (The credentials are
                refused, or the exchange failed).
        """
        return await self._sender.send(
            _auth_login.request(
                account_id=account_id,
                client_id=client_id,
                client_secret=client_secret,
            ),
            _auth_login.parse,
        )

    @_Deprecated("Deprecated: the platform may take it away.")
    async def sdk_token(self, *, account_id: str, key_id: str, key_secret: str) -> models.Token:
        """The exchange as clients before 0.2.0 ask for it.

        Deprecated: the platform may take it away.

        Args:
            account_id: The organisation's id.
            key_id: The API key.
            key_secret: The API secret.

        Raises:
            promptport.Error: No good answer came, 400 or 401 or 403 or 404 or 429 or 500 (The credentials are
                refused, or the exchange failed).
        """
        return await self._sender.send(
            _auth_sdk_token.request(
                account_id=account_id,
                key_id=key_id,
                key_secret=key_secret,
            ),
            _auth_sdk_token.parse,
        )
