"""Proves what counts as a mock at work: where others put functions of theirs, and what only observes."""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable
from functools import partial, partialmethod
from importlib import import_module
from types import ModuleType, SimpleNamespace
from typing import Any
from unittest import mock

import aiohttp
import httpcore
import httpcore2
import httpx
import httpx2
import pytest
import requests
import respx
import urllib3

from promptport.errors import ClosedError, ConfigurationError
from promptport.http.mocks import ASYNC, SYNC, Mocks, UnderMock, allow, disallow, mocked_by, reaches_nothing

URL = "http://platform.example/api"


class Wrapper:
    """What instrumentation puts in a function's place: an object that calls it."""

    def __init__(self, wrapped: Any) -> None:
        self.__wrapped__ = wrapped

    def __call__(self, *arguments: Any, **named: Any) -> Any:
        return self.__wrapped__(*arguments, **named)


def observing(function: Callable[..., Any]) -> Callable[..., Any]:
    """What instrumentation puts in a function's place: another one that says what it wraps."""

    @functools.wraps(function)
    def observer(*arguments: Any, **named: Any) -> Any:
        return function(*arguments, **named)

    return observer


def other(*arguments: Any, **named: Any) -> None:
    """What a mock puts in a function's place."""


class Derived(httpx.Client):
    """What a test puts in a class's place, so that its own transport carries what is sent."""


class Cached(requests.Session):
    """What applications put in a class's place: it does what the library's own does, and more."""

    def send(self, *arguments: Any, **named: Any) -> Any:
        """Look for an answer that is there."""
        return super().send(*arguments, **named)


class Foreign:
    """What a test puts in a class's place, with the methods that it needs itself."""


@pytest.fixture
def mocks() -> Mocks:
    """What looks for those who block."""
    found = Mocks("", "handle_request")
    assert found.library(URL) is None
    return found


@pytest.mark.parametrize(
    ("holder", "name", "made", "seen"),
    [
        (httpx.HTTPTransport, "handle_request", other, True),
        (httpx.HTTPTransport, "handle_request", observing(httpx.HTTPTransport.handle_request), True),  # as vcrpy has it
        (httpx.HTTPTransport, "handle_request", Wrapper(httpx.HTTPTransport.handle_request), False),
        (httpx.HTTPTransport, "handle_request", Wrapper(other), True),
        (httpx.Client, "_transport_for_url", other, True),  # as pook has it
        (httpx.Client, "send", other, True),
        (httpx.Client, "send", observing(httpx.Client.send), False),
        (httpx.Client, "send", Wrapper(httpx.Client.send), False),
        (httpx, "Client", partial(httpx.Client, timeout=3), True),
        (httpx, "Client", Derived, True),
        (httpx._client, "HTTPTransport", other, True),
        (httpcore.ConnectionPool, "handle_request", other, True),
    ],
)  # fmt: skip
def test_httpx(mocks: Mocks, holder: type, name: str, made: Any, seen: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """A request goes through httpx exactly while a mock of it is at work; what observes is none."""
    monkeypatch.setattr(holder, name, made)
    for _ in range(2):
        assert mocks.library(URL) is (httpx if seen else None)
    monkeypatch.undo()
    assert mocks.library(URL) is None


@pytest.mark.parametrize(
    ("holder", "name", "made", "refused"),
    [
        (requests.adapters.HTTPAdapter, "send", other, True),  # as responses has it
        (requests.Session, "send", other, True),  # as requests-mock has it
        (requests.Session, "send", observing(requests.Session.send), False),
        (requests.Session, "get", SimpleNamespace(), True),
        (requests, "post", other, True),
        (requests.Session, "put", other, True),
        (requests.Session, "request", partialmethod(requests.Session.request, timeout=3), False),  # of an application's
        (requests.Session, "request", partialmethod(other), True),
        (requests, "get", partial(requests.get, timeout=3), False),
        (requests, "Session", mock.MagicMock(), True),
        (requests, "Session", Cached, False),  # as requests-cache has it
        (requests.api, "request", other, True),
        (urllib3.HTTPConnectionPool, "urlopen", other, True),
        (urllib3.HTTPConnectionPool, "urlopen", Wrapper(urllib3.HTTPConnectionPool.urlopen), False),
        (httpx.Client, "post", other, True),
        (httpx.Client, "stream", other, True),
        (httpx, "get", other, True),
        (httpx, "Client", Foreign, True),  # which has no way to carry a request
        (httpx, "HTTPTransport", Foreign, True),  # by which no client goes
        (httpx.AsyncHTTPTransport, "handle_async_request", other, True),  # which carries nothing that blocks
        (httpx.AsyncClient, "send", other, True),
        (aiohttp.ClientSession, "_request", other, True),  # as aioresponses has it
        (aiohttp.ClientSession, "get", other, True),
        (aiohttp, "ClientSession", other, True),
    ],
)  # fmt: skip
def test_what_is_refused(
    mocks: Mocks, holder: Any, name: str, made: Any, refused: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A mock that would not see the request is told, unless the request is for a local platform of the test."""
    monkeypatch.setattr(holder, name, made)
    if refused:
        with pytest.raises(ConfigurationError, match="promptport_local"):
            mocks.library(URL)
    allow(["http://platform.example"])
    try:
        assert mocks.library(URL) is None
        if refused:
            with pytest.raises(ConfigurationError):
                mocks.library("http://platform.example.evil.example/")
    finally:
        disallow(["http://platform.example"])


def test_what_the_engine_for_asyncio_sends(monkeypatch: pytest.MonkeyPatch) -> None:
    """A mock of aiohttp is at work there and sees it, so that the engine goes on; other verbs it would not see."""
    mocks = Mocks("Async", "handle_async_request")
    assert not mocks.at_work(URL)
    for name in ("request", "_request"):
        monkeypatch.setattr(aiohttp.ClientSession, name, other)
        assert (mocks.at_work(URL), mocks.library(URL)) == ("aiohttp", None)
        monkeypatch.undo()
    for holder, name in (
        (aiohttp.ClientSession, "get"),
        (aiohttp, "ClientSession"),
        (httpx.HTTPTransport, "handle_request"),
    ):
        monkeypatch.setattr(holder, name, other)
        with pytest.raises(ConfigurationError, match="promptport_local"):
            mocks.library(URL)
        monkeypatch.undo()
    assert not mocks.at_work(URL)


def test_a_library_in_the_place_of_another(monkeypatch: pytest.MonkeyPatch) -> None:
    """As `httpx2.alias_httpx` has it: its own functions are no mock."""
    monkeypatch.setitem(sys.modules, "httpx", httpx2)
    monkeypatch.setitem(sys.modules, "httpcore", httpcore2)
    assert Mocks("", "handle_request").library(URL) is None
    monkeypatch.setattr(httpx2.Client, "send", other)
    assert Mocks("", "handle_request").library(URL) is httpx2


def test_httpretty(mocks: Mocks, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its sockets can't do what the engines need, so that nothing is sent while they are in place; loaded, it means nothing."""
    enabled = [False]
    monkeypatch.setitem(sys.modules, "httpretty", SimpleNamespace(is_enabled=lambda: enabled[0]))
    assert mocks.library(URL) is None
    enabled[0] = True
    with pytest.raises(ConfigurationError, match="A mock of sockets"):
        mocks.library(URL)
    enabled[0] = False
    assert mocks.library(URL) is None


def test_a_library_that_is_loaded_later(mocks: Mocks, monkeypatch: pytest.MonkeyPatch) -> None:
    """One that is not there costs nothing; one that is half imported is looked at again."""
    monkeypatch.delitem(sys.modules, "httpx")
    mocks = Mocks("", "handle_request")
    assert mocks.library(URL) is None
    half: Any = ModuleType("httpx")
    half.__spec__ = SimpleNamespace(_initializing=True)
    monkeypatch.setitem(sys.modules, "httpx", half)
    assert mocks.library(URL) is None
    monkeypatch.setitem(sys.modules, "httpx", httpx)
    monkeypatch.setattr(httpx.HTTPTransport, "handle_request", other)
    assert mocks.library(URL) is httpx


def test_another_version_of_a_library(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a version lacks or inherits makes no mock; what a test takes away of what is documented does."""

    class Base:
        send = httpx.Client.send
        request, get, post = httpx.Client.request, httpx.Client.get, httpx.Client.post

    class Client(Base):
        """A client without `_transport_for_url`."""

    other_version = ModuleType("httpx")
    Base.__module__ = Client.__module__ = "httpx"
    vars(other_version).update({each: getattr(httpx, each) for each in ("request", "get", "post")})
    other_version.Client = Client  # type: ignore[attr-defined]
    other_version.HTTPTransport = httpx.HTTPTransport  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "httpx", other_version)
    mocks = Mocks("", "handle_request")
    assert mocks.library(URL) is None
    monkeypatch.delattr(Base, "send")
    assert mocks.library(URL) is other_version


def test_engines_that_nobody_has_imported() -> None:
    """They can't be mocked."""
    assert not mocked_by("promptport.http.nowhere")("http://x/")
    import_module(SYNC), import_module(ASYNC)
    with respx.mock:
        assert mocked_by(SYNC)("http://x/")
        assert mocked_by("promptport.http.nowhere", ASYNC)("http://x/")
    assert not mocked_by(SYNC, ASYNC)("http://x/")


def test_an_engine_that_is_being_imported_sees_nothing_yet(monkeypatch: pytest.MonkeyPatch) -> None:
    """Another thread imports it while something is reported: that is accepted meanwhile."""
    monkeypatch.setitem(sys.modules, ASYNC, ModuleType(ASYNC))
    assert not mocked_by(ASYNC)("http://127.0.0.1:1/")


def test_what_begins_under_a_mock(mocks: Mocks, monkeypatch: pytest.MonkeyPatch) -> None:
    """It goes on while one is at work, and not after it; what begins without one goes on in any case."""
    import_module(SYNC)
    without = UnderMock(URL)
    for name, seen in (("send", True), ("get", False)):
        with monkeypatch.context() as patch:
            patch.setattr(httpx.Client, name, other)
            under = UnderMock(URL)
            if seen:
                with under:
                    assert mocks.library(URL) is httpx
        with under, pytest.raises(ClosedError, match="while a mock of HTTP was at work"):
            mocks.library(URL)
    with without:
        assert mocks.library(URL) is None


def test_what_reaches_nothing() -> None:
    """A transport of a test's, also within a client."""
    test, real = httpx.MockTransport(lambda _: httpx.Response(200)), httpx.HTTPTransport()
    for transport, found in ((test, True), (real, False)):
        assert reaches_nothing(transport) is reaches_nothing(httpx.Client(transport=transport)) is found
    assert not reaches_nothing(None)
