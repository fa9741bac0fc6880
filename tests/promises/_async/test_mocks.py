"""Proves that nothing reaches the network behind a mock's back, and that where no mock is at work our own engines are."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from types import ModuleType
from typing import Any
from unittest import mock

import httpx
import httpx2
import pytest
import pytest_httpx
import requests_mock
import responses
import respx

from promptport import AsyncClient
from promptport.concurrency.single_flight.aio import pause
from promptport.errors import ConfigurationError, Error
from promptport.http.aio import AsyncEngine, mocks
from promptport.langfuse import AsyncLangfuseClient
from promptport.promptic import AsyncPrompticClient
from promptport.promptrails import AsyncPromptRails
from promptport.scope import ApiKeyCredentials, AsyncScopeClient
from promptport.testing import without_waiting
from promptport.xr2 import AsyncxR2Client

from ...base.rooms import ROOMS, settings
from ..listening import Listener, listening

pytestmark = [pytest.mark.promise("C12"), pytest.mark.one_python("the libraries of mocks decide, not the Python")]
KEY = "a-key-0123456789"
REFUSED = {"message": "the mock says no"}  # with a status that nobody tries again
WAYS = ("room", "Client")


@pytest.fixture
def listener() -> Iterator[Listener]:
    """What stands for the platform. It takes no connection in any of these tests but one."""
    with listening() as found:
        yield found


async def asked(way: str, room: str, address: str, **more: Any) -> str:
    """What a call that fails says, of the room's client or of a client of any platform."""
    try:
        if way == "Client":
            async with AsyncClient(room, disk=False, retries=0, **settings(room, address), **more) as client:
                return repr(await client.get("welcome"))
        if room == "xr2":
            async with AsyncxR2Client(KEY, base_url=address, total_retries=0, **more) as xr2:
                return str((await xr2.check_api_key()).error)
        if room == "promptrails":
            async with AsyncPromptRails(KEY, base_url=address, max_retries=0, **more) as rails:
                return repr(await rails.agents.list())
        if room == "langfuse":
            async with AsyncLangfuseClient("pk-lf-1", KEY, base_url=address, max_retries=0, **more) as langfuse:
                return repr(await langfuse.prompts.get("p"))
        if room == "scope":
            who = ApiKeyCredentials("o", KEY, "a-secret-0123456789")
            async with AsyncScopeClient(who, None, address, auth_api_url=address, max_retries=0, **more) as scope:
                return repr(await scope.get_prompt_version("p"))
        async with AsyncPrompticClient(KEY, endpoint=address, **more) as promptic:
            return repr(await promptic.get_workspace())
    except Error as error:
        if isinstance(error, ConfigurationError):
            raise
        return str(error)


def by_respx(using: str) -> Callable[[], AbstractContextManager[Any]]:
    """A mock that answers every request, in one of the ways of respx."""

    def begun() -> AbstractContextManager[Any]:
        router = respx.MockRouter(using=using)
        router.route().respond(422, json=REFUSED)
        return router

    return begun


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.parametrize("using", ["httpcore", "httpx"])
async def test_c12_respx(listener: Listener, using: str, room: str, way: str) -> None:
    """Respx sees the call, whichever of httpx's methods it replaces, and answers it."""
    with by_respx(using)():
        assert REFUSED["message"] in await asked(way, room, listener.address)
    assert listener.connections == 0


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("room", ROOMS)
async def test_c12_pytest_httpx(listener: Listener, httpx_mock: pytest_httpx.HTTPXMock, room: str, way: str) -> None:
    """pytest-httpx sees the call, and answers it."""
    httpx_mock.add_response(status_code=422, json=REFUSED)
    assert REFUSED["message"] in await asked(way, room, listener.address)
    assert [str(each.url).startswith(listener.address) for each in httpx_mock.get_requests()] == [True]
    assert listener.connections == 0


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.parametrize("library", [httpx, httpx2], ids=["httpx", "httpx2"])
@pytest.mark.parametrize("brought", ["transport", "http_client"])
async def test_c12_mock_transports(listener: Listener, brought: str, library: Any, room: str, way: str) -> None:
    """A mock transport answers, by itself or in the application's own client, of httpx as of httpx2."""
    seen = []

    def answer(request: Any) -> Any:
        seen.append(request)
        return library.Response(422, json=REFUSED)

    carrier = library.MockTransport(answer)
    if brought == "http_client":
        carrier = library.AsyncClient(transport=carrier)
    assert REFUSED["message"] in await asked(way, room, listener.address, **{brought: carrier})
    assert len(seen) == 1
    assert listener.connections == 0


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.parametrize("begun", [responses.RequestsMock, requests_mock.Mocker])
async def test_c12_mocks_of_requests(
    listener: Listener, begun: Callable[[], AbstractContextManager[Any]], room: str, way: str
) -> None:
    """A mock of requests would not see the call, which is refused; the error names the fixture to use."""
    with begun(), pytest.raises(ConfigurationError, match=r"requests is at work.*promptport_local"):
        await asked(way, room, listener.address)
    assert listener.connections == 0


NOT_CALLED = (
    "requests.get", "requests.Session", "requests.Session.request", "httpx.post", "httpx.AsyncClient.get",
    "httpx.AsyncClient.stream", "httpx2.AsyncClient.put", "aiohttp.ClientSession.get",
)  # fmt: skip


@pytest.mark.parametrize("name", NOT_CALLED)
@pytest.mark.parametrize("autospec", [None, True])
async def test_c12_mocks_of_what_is_not_called(listener: Listener, name: str, autospec: bool | None) -> None:
    """Nor would a `unittest.mock` in the place of a method that ours does not call."""
    with mock.patch(name, autospec=autospec), pytest.raises(ConfigurationError, match="promptport_local"):
        await asked("room", "xr2", listener.address)
    assert listener.connections == 0


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("library", [httpx, httpx2], ids=["httpx", "httpx2"])
async def test_c12_a_client_in_the_place_of_the_library_s(listener: Listener, library: ModuleType, way: str) -> None:
    """A test that puts its own client in the place of the library's class has the calls go by it, one after another."""
    own = library.AsyncClient
    for words in ("the mock says no", "another mock says no"):
        carrier = library.MockTransport(lambda _, words=words: library.Response(422, json={"message": words}))
        with mock.patch.object(library, "AsyncClient", lambda carrier=carrier, **_: own(transport=carrier)):
            assert words in await asked(way, "xr2", listener.address)
    with mock.patch.object(library, "AsyncClient", autospec=True):
        assert "answered unittest.mock" in await asked(way, "xr2", listener.address)
    assert listener.connections == 0


async def test_c12_what_begins_under_a_mock_and_ends_after_it(listener: Listener) -> None:
    """A copy is fetched anew while nobody waits, for a call under a mock: once the mock has ended, nothing goes out."""
    prompt = {"slug": "s", "version_number": 1, "user_prompt": "Hi.", "trace_id": "t", "variables": []}
    for status in (200, 503):  # one that has hardly begun, and one that is to be tried again
        async with AsyncClient(
            "xr2", api_key=KEY, base_url=listener.address, disk=False, ttl=1e-6, stale=600
        ) as client:
            with respx.mock(assert_all_called=False) as router:
                route = router.route().respond(200, json=prompt)
                await client.get("s")
                route.respond(status, json=prompt)
                assert (await client.get("s")).origin.source in ("stale", "cache")
            await pause(0.05)  # a while in which what has begun would go on
            assert listener.connections == 0


async def test_c12_what_a_test_takes_away(listener: Listener, monkeypatch: pytest.MonkeyPatch) -> None:
    """As pytest's documents have it: a method of requests that is deleted lets no test reach the network."""
    monkeypatch.delattr("requests.sessions.Session.request")
    with pytest.raises(ConfigurationError, match="promptport_local"):
        await asked("room", "xr2", listener.address)
    assert listener.connections == 0


@pytest.mark.parametrize("room", ROOMS)
async def test_c12_no_mock_at_work(
    listener: Listener, room: str, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The plug-ins of respx, pytest-httpx and requests-mock are loaded, and our own engine carries the call all the same."""
    assert {
        each for each in ("respx", "pytest_httpx", "requests_mock") if request.config.pluginmanager.has_plugin(each)
    }
    send, carried = AsyncEngine.send, []

    async def counted(engine: AsyncEngine, wire: Any) -> Any:
        carried.append(wire)
        return await send(engine, wire)

    monkeypatch.setattr(AsyncEngine, "send", counted)
    for way in WAYS:
        with without_waiting():
            await asked(way, room, listener.address)
        assert carried
        carried.clear()
    assert listener.connections >= len(WAYS)


def test_c12_this_suite_runs_on_our_engines() -> None:
    """What is loaded here is what every test has loaded: none of it is a mock at work."""
    assert mocks.library("https://platform.example/") is None


@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.parametrize("library", [httpx, httpx2], ids=["httpx", "httpx2"])
async def test_c12_a_mock_ends(listener: Listener, library: ModuleType, room: str) -> None:
    """A mock counts while it is at work: neither before, nor after it."""
    with mock.patch.object(library.AsyncHTTPTransport, "handle_async_request", autospec=True) as handled:
        handled.return_value = library.Response(422, json=REFUSED)
        assert REFUSED["message"] in await asked("room", room, listener.address)
        assert (handled.call_count, listener.connections) == (1, 0)
    with without_waiting():
        assert REFUSED["message"] not in await asked("room", room, listener.address)
    assert handled.call_count == 1
    assert listener.connections


@pytest.mark.parametrize("begun", [nullcontext, responses.RequestsMock, requests_mock.Mocker])
async def test_c12_fixture(begun: Callable[[], AbstractContextManager[Any]], platform: Any) -> None:
    """The fixture that the refusal names answers, whatever of requests is mocked beside it."""
    with begun():
        for address in (platform.url("xr2"), platform.url("xr2").replace("127.0.0.1", "localhost")):
            async with AsyncxR2Client("YOUR_PRODUCT_API_KEY", base_url=address) as client:
                assert (await client.check_api_key()).ok
