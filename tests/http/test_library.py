"""Proves by what the library of a client is known, and which of a client's headers go with a request."""

from __future__ import annotations

import httpx
import httpx2
import pytest

from promptport.http.library import added_headers, library_of


class Derived(httpx2.Client):
    """A client of an application's own."""


@pytest.mark.parametrize(
    ("brought", "library"),
    [
        (httpx.AsyncClient(), httpx), (httpx.MockTransport(lambda _: httpx.Response(200)), httpx),
        (httpx2.AsyncClient(), httpx2), (httpx2.HTTPTransport(), httpx2), (Derived(), httpx2), (object(), None),
        (httpx.Client, None),
    ],
)  # fmt: skip
def test_known_by_what_it_is_derived_from(brought: object, library: object) -> None:
    assert library_of(brought) is library


def test_headers() -> None:
    """None that is set by us, says who asks, or belongs to the body; whatever their spelling."""
    defaults = [
        (b"USER-agent", b"a"), (b"X_Api_Key", b"b"), (b"Proxy-Authorization", b"c"), (b"Host", b"d"), (b"X-Env", b"e"),
        (b"X-Trace", b"f"), (b"Transfer-Encoding", b"g"), (b"X-Trace", b"h"), (b"Cookie", b"i"),
    ]  # fmt: skip
    for ours in ([("User-Agent", "ours")], [(b"User-Agent", b"ours")]):
        found = added_headers(defaults, ours, {"x-env": "`environment`"})
        assert found == [(b"X-Trace", b"f"), (b"X-Trace", b"h")]
