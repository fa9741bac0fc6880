# Made from tests/http/_async/test_through.py by `python tools/unasync.py`: change that file, never this one.
"""Proves what of an application's own client counts, and that our rules are held around it."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Callable
from types import ModuleType
from typing import Any

import httpx
import httpx2
import pytest

from promptport import Client
from promptport.concurrency.single_flight.blocking import pause
from promptport.errors import ConfigurationError
from promptport.promptrails import PromptRails, NotFoundError, PromptRailsError, ServerError
from promptport.testing import Platform, without_waiting
from promptport.xr2 import xR2Client

KEY = "a-key-0123456789"
PAGE = {"data": [], "meta": {"total": 0, "page": 1, "limit": 20, "total_pages": 0}}
LIBRARIES = pytest.mark.parametrize("library", [httpx, httpx2], ids=["httpx", "httpx2"])
Answer = Callable[[Any], Any]


def carried(library: Any, answer: Answer, seen: list[Any], **settings: Any) -> tuple[Any, PromptRails]:
    """An application's client, and ours that sends by it."""

    def handle(request: Any) -> Any:
        seen.append(request)
        return answer(request)

    own = library.Client(transport=library.MockTransport(handle), **settings)
    return own, PromptRails(KEY, base_url="https://platform.example", http_client=own)


def failed(client: PromptRails) -> PromptRailsError:
    """The error of a call, which has no cause with a request in it."""
    with without_waiting(), pytest.raises(PromptRailsError) as caught:
        client.agents.list()
    assert KEY not in "".join(traceback.format_exception(caught.value)) + repr(vars(caught.value))
    return caught.value


@LIBRARIES
def test_what_of_the_client_counts(library: ModuleType) -> None:
    """Its headers go with ours, but none that says who asks or that we set; nor do its cookies, parameters, address and auth."""
    seen: list[Any] = []
    headers = {
        "authorization": "Bearer other", "X-API-Key": "other", "cookie": "a=b", "X-Tenant-Id": "t", "user-agent": "other",
        "accept": "text/html", "content-type": "text/plain", "X-Gateway": "g",
    }  # fmt: skip
    _, client = carried(
        library, lambda _: library.Response(200, json=PAGE, headers={"set-cookie": "s=1"}), seen, headers=headers,
        cookies={"c": "d"}, params={"q": "1"}, base_url="https://other.example", auth=("user", "password"),
    )  # fmt: skip
    with client:
        client.agents.list()
        client.agents.list()

    for each in seen:
        assert str(each.url) == "https://platform.example/api/v1/agents?page=1&limit=20"
        assert each.headers["x-api-key"] == KEY
        assert each.headers["x-gateway"] == "g"
        assert each.headers["host"] == "platform.example"
        assert each.headers["accept"] == "application/json"
        assert each.headers["user-agent"].startswith("promptport/")
        assert not {"authorization", "cookie", "x-tenant-id", "content-type"} & {*each.headers}


def test_netrc_never_counts(monkeypatch: pytest.MonkeyPatch, tmp_path: Any) -> None:
    """A `.netrc` that names the platform replaces no credentials, however the client is told to use it."""
    (tmp_path / "netrc").write_text("machine platform.example login me password else\n")
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
    for auth in (None, httpx.NetRCAuth(str(tmp_path / "netrc"))):
        seen: list[Any] = []
        _, client = carried(httpx, lambda _: httpx.Response(200, json=PAGE), seen, trust_env=True, auth=auth)
        with client:
            client.agents.list()
        assert "authorization" not in seen[0].headers


@LIBRARIES
def test_redirects_are_refused(library: ModuleType) -> None:
    """However the client is set, a redirect is not followed: the credentials stay with the platform."""
    seen: list[Any] = []
    moved = library.Response(307, headers={"location": "https://other.example/"})
    _, client = carried(library, lambda _: moved, seen, follow_redirects=True)
    with client:
        error = failed(client)
    assert "https://other.example/, which is not followed" in str(error)
    assert len(seen) == 1


@LIBRARIES
def test_an_answer_from_elsewhere(library: Any) -> None:
    """A client that goes where it likes answers nothing for the platform."""

    class Wandering(library.Client):  # type: ignore[misc] # the library's own
        def send(self, request: Any, **options: Any) -> Any:
            request = library.Request("GET", "https://other.example/")
            return super().send(request, **options)

    own = Wandering(transport=library.MockTransport(lambda _: library.Response(200, json=PAGE)))
    with PromptRails(KEY, http_client=own) as client:
        error = failed(client)
    assert "sent the request to another address" in str(error)
    assert error.attempts == 1


@LIBRARIES
def test_hooks_that_send_it_elsewhere(library: ModuleType) -> None:
    """A hook may change what is asked, and nobody but the platform is told who asks."""
    for url, words in (
        ("https://platform.example/other?q=1", ""),
        ("https://other.example/", "where the request goes"),
    ):

        def changed(request: Any, url: str = url) -> None:
            request.url = library.URL(url)

        seen: list[Any] = []
        hooks = {"request": [changed]}
        _, client = carried(library, lambda _: library.Response(200, json=PAGE), seen, event_hooks=hooks)
        with client:
            if words:
                error = failed(client)
                assert words in str(error)
                assert not error.may_have_arrived
            else:
                client.agents.list()
        assert [str(each.url) for each in seen] == ([] if words else [url])


@LIBRARIES
def test_what_hooks_raise(library: ModuleType) -> None:
    """It is told as ours, without a secret, and not tried again: a mistake stays one."""
    for moment in ("request", "response"):
        seen: list[Any] = []

        def broken(subject: Any) -> None:
            request = getattr(subject, "request", subject)
            raise ValueError(f"no {request.headers['x-api-key']}")

        hooks = {moment: [broken]}
        _, client = carried(library, lambda _: library.Response(200, json=PAGE), seen, event_hooks=hooks)
        with client:
            error = failed(client)
        assert str(error).startswith("`http_client` raised ValueError: no [hidden].")
        assert (error.kind, error.attempts) == ("connection", 1)


@LIBRARIES
@pytest.mark.parametrize("read", [False, True])
def test_hooks_that_refuse_statuses(library: ModuleType, read: bool) -> None:
    """A hook that raises for a status says what ours says: the class is the status's, and the words, where it has read them."""
    statuses = [503, 404]

    def refuse(response: Any) -> None:
        if read:
            response.read()
        response.raise_for_status()

    def answer(_: Any) -> Any:
        status = statuses.pop(0)
        return library.Response(status, stream=library.ByteStream(b'{"error": {"message": "no such agent"}}'))

    seen: list[Any] = []
    _, client = carried(library, answer, seen, event_hooks={"response": [refuse]})
    with client:
        error = failed(client)
    assert isinstance(error, NotFoundError)
    assert ("no such agent" in str(error)) is read
    assert error.attempts == 2


@LIBRARIES
def test_the_network_as_it_fails(library: Any) -> None:
    """What the library raises of a connection is told as ever, and tried again where that does no harm."""
    for raised, kind in ((library.ConnectError("nobody"), "connection"), (library.ReadTimeout("late"), "timeout")):
        seen: list[Any] = []

        def answer(_: Any, raised: Exception = raised) -> Any:
            raise raised

        _, client = carried(library, answer, seen)
        with client:
            error = failed(client)
        assert (error.kind, error.attempts) == (kind, 4)


@LIBRARIES
def test_it_is_never_closed(library: ModuleType) -> None:
    """The client is the application's, also where ours closes; with_options shares it; one that is closed is told."""
    seen: list[Any] = []
    own, client = carried(library, lambda _: library.Response(200, json=PAGE), seen)
    with client:
        client.with_options(timeout=3, headers={"X-A": "1"}).agents.list()
    assert (seen[0].headers["x-a"], seen[0].extensions["timeout"]["read"]) == ("1", pytest.approx(3, abs=0.5))
    assert not own.is_closed

    own.close()
    with PromptRails(KEY, http_client=own) as client:
        assert "`http_client` raised RuntimeError: Cannot send" in str(failed(client))


@LIBRARIES
def test_bounds_hold(library: ModuleType) -> None:
    """An answer is read as it comes, and no further than it may be."""
    read = 0

    class Endless(library.ByteStream):  # type: ignore[name-defined,misc] # the library's own
        def __iter__(self) -> Any:
            nonlocal read
            while True:
                read += 1
                yield b" " * 1000

    own = library.Client(transport=library.MockTransport(lambda _: library.Response(200, stream=Endless(b""))))
    with PromptRails(KEY, http_client=own, max_answer=10_000) as client:
        assert "at most 10,000 bytes" in str(failed(client))
    assert read == 11


@LIBRARIES
def test_streams(library: ModuleType) -> None:
    """Events come through it as through our own connections; what breaks, or a hook of its transport raises, is ours."""
    first = b'event: content\ndata: {"content": "a"}\n\n'
    for last, words in (
        (library.ReadError("gone"), "The connection broke: gone"),
        (OSError(f"no {KEY}"), "`http_client` raised OSError: no [hidden]"),
    ):

        class Breaking(library.ByteStream):  # type: ignore[name-defined,misc] # the library's own
            def __iter__(self, last: Exception = last) -> Any:
                yield first
                raise last

        kind = {"content-type": "text/event-stream"}
        transport = library.MockTransport(lambda _: library.Response(200, headers=kind, stream=Breaking(b"")))  # noqa: B023
        with PromptRails(KEY, http_client=library.Client(transport=transport)) as client:
            events = client.executions.stream("e")
            assert (next(events)).type == "content"
            with pytest.raises(PromptRailsError) as caught:
                next(events)
        assert words in str(caught.value)
        assert KEY not in "".join(traceback.format_exception(caught.value))


@LIBRARIES
def test_bodies_are_sent(platform: Platform, library: ModuleType) -> None:
    """What is posted arrives, over connections of the application's client."""
    with (
        library.Client() as own,
        PromptRails("your-api-key", base_url=platform.url("promptrails"), http_client=own) as client,
    ):
        made = client.agents.create(name="by another client", type="simple")
        assert (client.agents.get(made.id)).name == "by another client"


@LIBRARIES
def test_the_wrong_kind(library: Any) -> None:
    """A client of the other kind, or none at all, is told when ours is built."""
    other = getattr(library, f"{'' if library.Client.__name__.startswith('A') else 'Async'}Client")
    none: list[Any] = [other(), library.Client, library.MockTransport(lambda _: None), "httpx", object()]
    for each in none:
        with pytest.raises(ConfigurationError, match=r"`http_client` must be an httpx\.Client, or httpx2's, not"):
            PromptRails(KEY, http_client=each)
    with pytest.raises(ConfigurationError, match="leave out `transport`"):
        PromptRails(KEY, http_client=library.Client(), transport=library.MockTransport(lambda _: None))


def test_a_transport_of_the_interface_alone() -> None:
    """What is derived from no library's transport carries httpx's requests."""

    class Own:
        def handle_request(self, request: httpx.Request) -> httpx.Response:
            return httpx.Response(200, json=PAGE)

        def close(self) -> None:
            """Nothing is open."""

    with PromptRails(KEY, transport=Own()) as client:
        assert (client.agents.list()).data == []


@LIBRARIES
def test_client_of_any_platform(library: ModuleType, caplog: pytest.LogCaptureFixture) -> None:
    """A copy is fetched anew by the application's client as well, also while nobody waits."""
    seen: list[Any] = []
    prompt = {
        "slug": "s",
        "version_number": 1,
        "status": "production",
        "user_prompt": "Hi.",
        "trace_id": "t",
        "variables": [],
        "source_name": "python_sdk",
        "created_at": "2026-01-15T09:00:00Z",
        "updated_at": "2026-01-15T09:00:00Z",
    }

    def handle(request: Any) -> Any:
        seen.append(request)
        return library.Response(200, json=prompt)

    own = library.Client(transport=library.MockTransport(handle))
    with Client("xr2", api_key=KEY, http_client=own, disk=False, ttl=0.001, stale=600) as client:
        assert (client.get("s")).render().text == "Hi."
        for _ in range(500):
            client.get("s")
            if len(seen) > 2:
                break
            pause(0.01)
    assert len(seen) > 2
    assert not [each for each in caplog.records if each.levelno >= logging.WARNING]
    assert not own.is_closed


def test_an_attempt_takes_no_longer_than_it_may() -> None:
    """The client is given what is left of the attempt as its timeouts."""
    seen: list[Any] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(500)

    own = httpx.Client(transport=httpx.MockTransport(answer))
    with without_waiting():
        with PromptRails(KEY, http_client=own, timeout=4, max_retries=1) as client:
            with pytest.raises(ServerError):
                client.agents.list()
        with xR2Client(KEY, http_client=own, timeout=2, total_retries=0) as xr2:
            xr2.check_api_key()
    bounds = [{*each.extensions["timeout"].values()} for each in seen]
    assert [max(each) <= most for each, most in zip(bounds, (4, 4, 2), strict=True)] == [True] * 3
