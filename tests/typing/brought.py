"""A program that brings transports and clients of httpx and httpx2, as a type checker takes it."""

from __future__ import annotations

from typing import assert_type

import httpx
import httpx2

from promptport import AsyncClient, Client
from promptport.promptrails import AsyncPromptRails, PromptRails
from promptport.scope import ApiKeyCredentials, ScopeClient
from promptport.xr2 import AsyncxR2Client, xR2Client


class Own(httpx.Client):
    """A client of the application's own."""


def blocking(who: ApiKeyCredentials) -> None:
    """Blocking."""
    assert_type(xR2Client("k", http_client=httpx.Client()), xR2Client)
    assert_type(xR2Client("k", http_client=httpx2.Client()), xR2Client)
    assert_type(PromptRails("k", http_client=Own(), transport=None), PromptRails)
    assert_type(PromptRails("k", transport=httpx.MockTransport(lambda _: httpx.Response(200))), PromptRails)
    assert_type(ScopeClient(who, transport=httpx2.HTTPTransport()), ScopeClient)
    assert_type(Client("xr2", http_client=httpx2.Client()), Client)


def for_asyncio() -> None:
    """For asyncio."""
    assert_type(AsyncxR2Client("k", http_client=httpx.AsyncClient()), AsyncxR2Client)
    assert_type(AsyncPromptRails("k", http_client=httpx2.AsyncClient()), AsyncPromptRails)
    assert_type(AsyncPromptRails("k", transport=httpx2.MockTransport(lambda _: httpx2.Response(200))), AsyncPromptRails)
    assert_type(AsyncClient("xr2", http_client=httpx.AsyncClient()), AsyncClient)
