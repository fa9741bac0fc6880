"""Proves in every room that a key of any characters opens it, and that no echo of the key is ever seen, in any spelling (S2)."""

from __future__ import annotations

import json
import logging
from typing import Any
from urllib.parse import quote

import httpx
import pytest

from promptport import AsyncClient
from promptport.errors import CallError, Error
from promptport.testing import Fault, FaultProxy

from ...http.spellings import spellings
from ..aio import call, open_client, open_source
from ..rooms import KEYS, ROOMS, secret_of, settings
from ..shown import chain, reachable, texts

ADDRESS = "http://platform.test"
TOKEN = {"access_token": "granted-token-123456", "token_type": "Bearer", "expires_in": 3600}


class Echo:
    """A platform that says a text wherever it can say one, and an observer that keeps all it is shown."""

    def __init__(self, text: str) -> None:
        said = {"message": text, "code": text, "details": {text: [text]}, "error": text}
        kinds = {"content-type": "application/json", "x-request-id": header(text)}
        self.login = httpx.Response(200, json=TOKEN)
        self.answers = [
            httpx.Response(400, json={"detail": text, "error": said, "message": text}, headers=kinds),
            httpx.Response(404, json={"detail": said, "error": text, "message": text}, headers=kinds),
            httpx.Response(422, json={"detail": [{"loc": [text], "msg": text}], "error": [text]}, headers=kinds),
            httpx.Response(
                403, text=f"<html><title>{text}</title>{text}</html>", headers={"content-type": "text/html"}
            ),
            httpx.Response(500, text=text),
            httpx.Response(302, headers={"location": f"https://elsewhere.test/?k={header(text)}"}),
            httpx.Response(200, text=text),
            httpx.Response(200, json={text: text}),
            httpx.ConnectError(f"no way to {text}"),
            httpx.ReadError(f"broken: {text}"),
        ]
        self.next: Any = None
        self.seen: list[str] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        """Answer."""
        if request.url.path.endswith(("login", "token")):
            return self.login
        if isinstance(self.next, Exception):
            raise self.next
        assert isinstance(self.next, httpx.Response)
        return self.next

    def before(self, attempt: object) -> None:
        """Keep what is shown."""
        self.seen.append(repr(attempt))

    def after(self, attempt: object, result: object) -> None:
        """Keep what is shown."""
        self.seen.append(repr(result))


def header(text: str) -> str:
    """A text as far as a header can say it."""
    return text if text.isascii() and text.isprintable() else "x"


def sayings(key: str) -> list[list[str]]:
    """The spellings of a key, a few for each text in which a platform says them."""
    found = list(dict.fromkeys(spellings(key)))
    return [found[:1], *(found[at : at + 12] for at in range(1, len(found), 12))]


def left(said: list[str], shown: list[str]) -> list[str]:
    """Pieces of these spellings that can be read in what is shown."""
    pieces = {each[at : at + 12] for each in said for at in range(max(len(each) - 11, 1))}
    written = pieces | {json.dumps(each)[1:-1] for each in pieces} | {repr(each)[1:-1] for each in pieces}
    return [each for each in written for text in shown if each in text]


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("room", ROOMS)
async def test_no_echo_is_seen(room: str, key: str, caplog: pytest.LogCaptureFixture) -> None:
    """Whatever the platform or the connection says of the key, errors, hooks and the log show none of it."""
    caplog.set_level(logging.DEBUG, "promptport")
    for said in sayings(key):
        caplog.clear()
        echo = Echo(" or ".join(said))
        shown: list[str] = []
        transport = httpx.MockTransport(echo)
        more = {secret_of(room): key, "transport": transport, "hooks": [echo]}
        async with open_client(room, ADDRESS, **more) as client:
            alone = client.with_options(retries=0)
            for answer in echo.answers:
                echo.next = answer
                try:
                    await call(room, alone)
                except Error as error:
                    shown += texts(error)
            shown += [repr(client.rules.secrets), *reachable(client, alone)]
        assert shown
        assert echo.seen
        assert left(said, [*shown, *echo.seen, caplog.text]) == []


@pytest.mark.parametrize("key", KEYS)
async def test_no_echo_of_the_exchange(key: str) -> None:
    """Scope exchanges its secret for a token, and what is said then is as silent."""
    for said in sayings(key):
        echo = Echo(" or ".join(said))
        async with open_client(
            "scope", ADDRESS, api_secret=key, transport=httpx.MockTransport(echo), hooks=[echo]
        ) as client:
            for answer in [each for each in echo.answers if isinstance(each, httpx.Response)]:
                echo.login = answer
                with pytest.raises(CallError) as caught:
                    await call("scope", client.with_options(retries=0))
                assert left(said, [*texts(caught.value), *echo.seen]) == []


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("room", ROOMS)
async def test_any_key_opens_a_source(room: str, key: str) -> None:
    """A source says whose prompts it has without the key, whatever characters that has; so does `promptport.Client`."""
    async with open_source(room, ADDRESS, **{secret_of(room): key}) as source:
        account = source.traits.account
    async with open_source(room, ADDRESS, **{secret_of(room): f"{key}x"}) as source:
        assert (source.traits.account == account) is (
            room in ("scope", "langfuse")
        )  # whose secrets change within an account
    assert account
    assert key not in repr(source.traits)

    async with AsyncClient(room, disk=False, **settings(room, ADDRESS, **{secret_of(room): key})) as client:
        assert client.platform.account == account


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("room", ROOMS)
async def test_what_is_missing_shows_no_key(room: str, key: str) -> None:
    """An error while a client is built, with its key at hand."""
    for wrong in (
        {"timeout": -1},
        {"verify": "/not/there"},
        {"no_such_setting": 1},
        {"proxy": "socks5://x"},
        {"ttl": -1},
    ):
        with pytest.raises(Error) as caught:
            AsyncClient(room, disk=False, **settings(room, ADDRESS, **{secret_of(room): key, **wrong}))
        assert left([key], texts(caught.value)) == []


@pytest.mark.one_python("what an error holds are our own objects, the same on each")
@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("room", ROOMS)
async def test_what_holds_the_request_is_left_out(
    room: str, key: str, proxy: FaultProxy, caplog: pytest.LogCaptureFixture
) -> None:
    """What libraries raise holds the request with its credentials; no cause, no context and no frame of an error does."""
    caplog.set_level(logging.DEBUG)
    more = {secret_of(room): key, "proxy": f"http://someone:{quote(key, '')}@{proxy.url.partition('//')[2]}"}
    for given in (more, more | {"proxy": "http://someone:planted-password@127.0.0.1:9"}, {secret_of(room): key}):
        address = ADDRESS if "proxy" in given else proxy.url
        async with open_client(room, address, **given) as client:
            alone = client.with_options(retries=0, timeout=0.1)
            shown: list[str] = []
            for fault in (Fault("refuse"), Fault("reset"), Fault("hang"), Fault("hang", after=30)):
                proxy.fault = fault
                with pytest.raises(Error) as caught:
                    await call(room, alone)
                assert not [each for each in chain(caught.value) if not type(each).__module__.startswith("promptport")]
                shown += texts(caught.value)
            shown += reachable(client, alone)
        assert left([*spellings(key), "planted-password"], [*shown, caplog.text]) == []
