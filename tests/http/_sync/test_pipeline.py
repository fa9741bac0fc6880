# Made from tests/http/_async/test_pipeline.py by `python tools/unasync.py`: change that file, never this one.
"""Proves the one road to the wire on xR2's clients: attempts and their time, other options, and the end of a client."""

from __future__ import annotations

import httpx
import pytest

from promptport.errors import ClosedError, ConfigurationError
from promptport.promptic import PrompticClient
from promptport.testing import Platform, without_waiting
from promptport.xr2 import xR2Client

KEY = "YOUR_PRODUCT_API_KEY"


@pytest.mark.parametrize(
    "headers", [{"Authorization": "x"}, {"host": "x"}, {"X-A": "a\r\nX-B: b"}, {"X A": "b"}, {"X-A": "é"}, {"": "b"}]
)
def test_headers_that_callers_may_not_set(headers: dict[str, str]) -> None:
    """What the client sets itself, and what would break out of a header, is refused."""
    with pytest.raises(ConfigurationError, match="header"):
        xR2Client(KEY).with_options(headers=headers)


def test_headers_take_the_place_of_the_clients(platform: Platform) -> None:
    """A header that the caller sets is sent once, in place of the one that the client would have sent."""
    with xR2Client(KEY, base_url=platform.url("xr2")) as client:
        client.with_options(headers={"User-Agent": "app/1", "accept": "a/b"}).check_api_key()

    headers = platform.requests[0].headers
    assert [value for name, value in headers if name in ("user-agent", "accept")] == ["app/1", "a/b"]


def test_last_attempt_takes_what_is_left() -> None:
    """An attempt may take `timeout`, and never longer than what is left of the call."""
    seen: list[float] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request.extensions["timeout"]["read"])
        return httpx.Response(429, headers={"Retry-After": "15"})

    with without_waiting() as waits:
        with xR2Client("k", timeout=10, total_retries=1, transport=httpx.MockTransport(answer)) as client:
            client.check_api_key()

    assert waits == [15.0]
    assert seen[0] == pytest.approx(10, abs=0.1)
    assert seen[1] == pytest.approx(5, abs=0.5)


def test_waits_are_spread() -> None:
    """Clients that failed together do not come back together."""
    transport = httpx.MockTransport(lambda request: httpx.Response(503))
    with without_waiting() as waits:
        with xR2Client("k", total_retries=3, backoff_factor=0.5, transport=transport) as client:
            client.check_api_key()

    parts = [wait / (0.5 * 2**at) for at, wait in enumerate(waits)]
    assert len(set(parts)) == 3
    assert all(0 <= part <= 1 for part in parts)


def test_closed_and_forgotten_clients(platform: Platform) -> None:
    """A closed client says so; closing twice does no harm; one that was used and forgotten is a warning."""
    client = xR2Client(KEY, base_url=platform.url("xr2"))
    client.check_api_key()
    client.close()
    client.close()
    with pytest.raises(ClosedError, match="closed"):
        client.check_api_key()

    forgotten = xR2Client(KEY, transport=httpx.MockTransport(lambda request: httpx.Response(200)))
    forgotten.check_api_key()
    with pytest.warns(ResourceWarning, match="unclosed client of xr2"):
        del forgotten


def test_an_empty_body_has_a_length() -> None:
    """Servers want to know the length of what is posted, where that is nothing; of what is fetched they do not."""
    seen: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(200, json={"data": [], "messageId": "m", "status": "scheduled"})

    with PrompticClient(api_key="k", transport=httpx.MockTransport(answer)) as client:
        client.list_experiments()
        client.start_experiment("e")

    assert [each.headers.get("content-length") for each in seen] == [None, "0"]


def test_a_transport_that_is_none() -> None:
    """What can't carry a request is refused when the client is built."""
    with pytest.raises(ConfigurationError, match="transport"):
        xR2Client(KEY, transport=object())  # type: ignore[arg-type]
