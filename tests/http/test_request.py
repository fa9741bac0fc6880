"""Proves what a request is on the wire: its address, its headers, its body; and what observers see of it."""

from __future__ import annotations

from typing import Any

import pytest

from promptport.errors import ConfigurationError
from promptport.http.clock import Deadline
from promptport.http.encode import Encoded
from promptport.http.request import Requests
from promptport.http.wire import Wire
from promptport.model import Operation

from .things import LOGIN, MAKE, READ, SECRET, Ways, options


def made(
    operation: Operation, encoded: Encoded, token: str | None = None, buffered: bool = True, **given: Any
) -> Wire[str]:
    """A request."""
    requests = Requests(Ways(), options().changed(**given), lambda name, value: (name, value))
    return requests.wire(operation, encoded, Deadline(1.0), buffered, token)


def test_an_address_and_headers() -> None:
    """The host is the option's, with the path that it has; credentials are the rules'."""
    wire = made(READ, Encoded("/things?a=1", [("X-Trace", "7")], None))
    headers = dict(wire.headers)

    assert (wire.method, wire.url, wire.content) == ("GET", "http://there/api/things?a=1", b"")
    assert (headers["Host"], headers["X-Trace"], headers["X-Key"]) == ("there", "7", SECRET)
    assert headers["Accept-Encoding"] == "gzip, deflate"
    assert "Content-Length" not in headers


@pytest.mark.parametrize(("content", "length"), [(None, "0"), (b"{}", "2")])
def test_the_length_of_a_body(content: bytes | None, length: str) -> None:
    """An empty one has a length as well, where servers ask for it."""
    wire = made(MAKE, Encoded("/things", [], content))
    assert dict(wire.headers)["Content-Length"] == length


def test_a_token_and_a_stream() -> None:
    """What streams is not compressed; an operation without credentials gets none."""
    wire = made(READ, Encoded("/things", [], None), token="t", buffered=False)
    assert dict(wire.headers)["Authorization"] == "Bearer t"
    assert dict(wire.headers)["Accept-Encoding"] == "identity"
    assert "X-Key" not in dict(made(LOGIN, Encoded("/login", [], b"{}")).headers)


def test_a_contract_without_a_host_needs_an_address() -> None:
    """It is found by what the contract says: a path, or nothing."""
    operation = Operation("ping", "GET", "/ping", "/api/v3")
    with pytest.raises(ConfigurationError, match="names no host, but '/api/v3': give its address, by `hosts`"):
        made(operation, Encoded("/ping", [], None))
    requests = Requests(
        Ways(), options()._replace(hosts={"/api/v3": "http://here/v3"}), lambda name, value: (name, value)
    )
    assert requests.wire(operation, Encoded("/ping", [], None), Deadline(1.0), True, None).url == "http://here/v3/ping"


class Elsewhere(Ways):
    """A platform whose credentials go into the query and a cookie."""

    def headers(self, operation: Operation) -> tuple[tuple[str, str], ...]:
        return ("Cookie", f"sid={SECRET}"), ("X-Key", SECRET)

    def query(self, operation: Operation) -> tuple[tuple[str, str], ...]:
        return (("api key", SECRET),)


@pytest.mark.parametrize(
    ("path", "headers", "url", "cookie"),
    [
        ("/things", [], f"/things?api%20key={SECRET}", f"sid={SECRET}"),
        ("/things?a=1", [("Cookie", "a=b")], f"/things?a=1&api%20key={SECRET}", f"sid={SECRET}; a=b"),
    ],
)
def test_credentials_beside_arguments(path: str, headers: list[tuple[str, str]], url: str, cookie: str) -> None:
    """In one query, and in one cookie header; no `repr` shows them."""
    requests = Requests(Elsewhere(), options(), lambda name, value: (name, value))
    wire = requests.wire(READ, Encoded(path, headers, None), Deadline(1.0), True, None)
    assert wire.url == f"http://there/api{url}"
    assert [value for name, value in wire.headers if name == "Cookie"] == [cookie]
    assert SECRET not in repr(wire)
    assert [value for name, value in wire.headers if name == "X-Key"] == [SECRET]
    assert not [each for each in requests.wire(LOGIN, Encoded(path, headers, None), Deadline(1.0), True, None).headers
                if SECRET in each[1]]  # fmt: skip


def test_the_callers_headers_take_the_clients_place() -> None:
    headers = made(READ, Encoded("/things", [], None), headers={"User-Agent": "app/1"}).headers
    assert [value for name, value in headers if name.lower() == "user-agent"] == ["app/1"]


def test_what_observers_see() -> None:
    """S2: credentials by their names alone, and no secret in any other header."""
    requests = Requests(Ways(), options(), lambda name, value: (name, value))
    shown = requests.shown(READ, Encoded("/things", [("X-Echo", SECRET)], None), True, "token")
    assert (shown["X-Key"], shown["Authorization"], shown["X-Echo"]) == ("[hidden]", "[hidden]", "[hidden]")
    assert shown["Host"] == "there"
