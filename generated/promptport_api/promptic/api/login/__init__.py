# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""The operations of `login`."""

from __future__ import annotations

import builtins
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Literal, Unpack

from promptport.model import AsDict, AsyncSender, AsyncStream, Content, File, Result, Sender, Stream, walk, walk_async
from promptport.model import deprecated as _Deprecated

from ... import models
from . import login_poll_token as _login_poll_token
from . import login_request_code as _login_request_code


class Login:
    """The login of a device (RFC 8628), which needs no credentials."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def request_code(
        self, *, client_id: str = "promptic-cli", scope: str = "openid profile email"
    ) -> models.DeviceCode:
        """Ask for the codes that let a device in.

        Args:
            client_id: The program.
            scope: What it wants to know of the person.

        Raises:
            promptport.Error: No good answer came, 400 (There is no token, or not yet), 429 (Requests come too
                fast), 500 (The platform failed).
        """
        return self._sender.send(
            _login_request_code.request(
                client_id=client_id,
                scope=scope,
            ),
            _login_request_code.parse,
        )

    def poll_token(self, *, device_code: str, client_id: str = "promptic-cli") -> models.DeviceToken:
        """Ask whether the person has let the device in, and for the session token.

        Args:
            device_code: The code of the device.
            client_id: The program.

        Raises:
            promptport.Error: No good answer came, 400 (There is no token, or not yet), 429 (Requests come too
                fast), 500 (The platform failed).
        """
        return self._sender.send(
            _login_poll_token.request(
                device_code=device_code,
                client_id=client_id,
            ),
            _login_poll_token.parse,
        )


class AsyncLogin:
    """The login of a device (RFC 8628), which needs no credentials."""

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    async def request_code(
        self, *, client_id: str = "promptic-cli", scope: str = "openid profile email"
    ) -> models.DeviceCode:
        """Ask for the codes that let a device in.

        Args:
            client_id: The program.
            scope: What it wants to know of the person.

        Raises:
            promptport.Error: No good answer came, 400 (There is no token, or not yet), 429 (Requests come too
                fast), 500 (The platform failed).
        """
        return await self._sender.send(
            _login_request_code.request(
                client_id=client_id,
                scope=scope,
            ),
            _login_request_code.parse,
        )

    async def poll_token(self, *, device_code: str, client_id: str = "promptic-cli") -> models.DeviceToken:
        """Ask whether the person has let the device in, and for the session token.

        Args:
            device_code: The code of the device.
            client_id: The program.

        Raises:
            promptport.Error: No good answer came, 400 (There is no token, or not yet), 429 (Requests come too
                fast), 500 (The platform failed).
        """
        return await self._sender.send(
            _login_poll_token.request(
                device_code=device_code,
                client_id=client_id,
            ),
            _login_poll_token.parse,
        )
