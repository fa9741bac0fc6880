# Made by `nox -s generate` from openapi/xr2.yaml: change the contract or a template, never this file.
"""The resources of the platform, for any sender."""

from __future__ import annotations

from collections.abc import Mapping

from promptport.model import Releases, Scheme

from .api.client import AsyncClient as _AsyncClient
from .api.client import Client as _Client

SCHEMES: Mapping[str, Scheme] = {
    "bearer": Scheme("bearer"),
}

RELEASES = Releases("xr2-sdk", ("0.3.0",))


class Client(_Client):
    """xR2 product API."""


class AsyncClient(_AsyncClient):
    """xR2 product API, for asyncio."""
