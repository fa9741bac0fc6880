# Made from tests/http/_async/test_carriers.py by `python tools/unasync.py`: change that file, never this one.
"""Proves what carries requests while a mock is at work, where the mock lets them pass."""

from __future__ import annotations

import ssl
from base64 import b64encode
from collections.abc import Iterator

import httpx
import pytest
import pytest_httpx
import respx
import trustme

from promptport.errors import CallError
from promptport.promptrails import PromptRails
from promptport.testing import Platform, without_waiting
from promptport.xr2 import xR2Client

from ..servers import Answering, Proxying, serving

AUTHORITY = trustme.CA()
KEY = "YOUR_PRODUCT_API_KEY"


@pytest.fixture(scope="module")
def secure() -> Iterator[str]:
    """A server over TLS, whose certificate a private authority has signed."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    AUTHORITY.issue_cert("127.0.0.1").configure_cert(context)
    with serving(Answering, context) as address:
        yield address


@pytest.fixture
def passing() -> Iterator[respx.MockRouter]:
    """A mock that is at work, and lets every request pass."""
    with respx.mock(assert_all_called=False) as router:
        router.route().pass_through()
        yield router


def test_what_a_mock_lets_pass(passing: respx.MockRouter, platform: Platform) -> None:
    """Where a mock lets requests pass, they reach the platform; streams and bodies, too; one client may see it begin and end."""
    with PromptRails("your-api-key", base_url=platform.url("promptrails")) as client:
        session = client.chat.create_session(agent_id="agent-id")
        events = [each for each in client.chat.send_message_stream(session.id, content="hello")]
        assert events
        count = len(passing.calls)
        assert {each.request.url.path.rpartition("/")[2] for each in passing.calls} == {"sessions", "stream"}
        passing.stop(clear=False, reset=False)
        client.agents.list()
        assert len(passing.calls) == count
        passing.start()
        client.agents.list()
        assert len(passing.calls) > count


def test_certificates_hold(passing: respx.MockRouter, secure: str) -> None:
    """What a mock lets pass is as safe as ever: the certificates that the client trusts are asked."""
    trusted = ssl.create_default_context()
    AUTHORITY.configure_trust(trusted)
    with xR2Client(KEY, base_url=secure, verify=trusted) as client:
        assert (client.check_api_key()).ok
    with xR2Client(KEY, base_url=secure, total_retries=0) as client:
        assert "certificate" in str((client.check_api_key()).error).lower()


def test_proxies_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    """And goes by the proxy that the client was given, with its password."""
    carry = httpx.HTTPTransport.handle_request

    def passing_on(transport: httpx.HTTPTransport, request: httpx.Request) -> httpx.Response:
        return carry(transport, request)

    monkeypatch.setattr(httpx.HTTPTransport, "handle_request", passing_on)
    Proxying.seen = []
    with serving(Proxying) as proxy, serving(Answering) as address:
        by = proxy.replace("//", "//user:pass@")
        with xR2Client(KEY, base_url=address, proxy=by) as client:
            assert (client.check_api_key()).ok
    [(target, credentials)] = Proxying.seen
    assert target == f"GET {address}/api/v1/check-api-key"
    assert credentials == f"Basic {b64encode(b'user:pass').decode()}"


@pytest.mark.httpx_mock(assert_all_requests_were_expected=False)
def test_what_a_mock_was_not_told_of(httpx_mock: pytest_httpx.HTTPXMock) -> None:
    """pytest-httpx says so by a timeout, which is none: it is told in its words, and not tried again."""
    httpx_mock.add_response(url="https://other.example")
    with xR2Client(KEY) as client:
        error = (client.check_api_key()).exception
    assert isinstance(error, CallError)
    assert (error.attempts, error.kind) == (1, "timeout")
    assert "No response can be found for GET request on https://xr2.uk/api/v1/check-api-key" in str(error)
    httpx_mock.reset()


def test_timeouts_that_a_test_wants(httpx_mock: pytest_httpx.HTTPXMock) -> None:
    """Those of httpx are timeouts, and tried again."""
    httpx_mock.add_exception(httpx.ReadTimeout("late"), is_reusable=True)
    with without_waiting():
        with xR2Client(KEY, total_retries=2) as client:
            error = (client.check_api_key()).exception
    assert isinstance(error, CallError)
    assert (error.attempts, error.kind) == (3, "timeout")
