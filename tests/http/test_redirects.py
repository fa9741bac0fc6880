"""Proves where a request is sent on to, and what it takes along."""

from __future__ import annotations

from typing import Any

import pytest

from promptport.http.clock import Deadline
from promptport.http.network import network
from promptport.http.redirects import MOST, Redirects
from promptport.http.wire import RawResponse, TransportError, Wire

HEADERS = [
    ("Host", "api.example"), ("User-Agent", "u"), ("Accept", "*/*"), ("Accept-Encoding", "gzip"), ("X-Team", "planted"),
    ("Authorization", "Bearer planted"), ("X-Workspace-Id", "planted"), ("Cookie", "planted"),
]  # fmt: skip
PUBLIC = HEADERS[1:4]
HERE = "https://api.example/v1/x"


def way(url: str = HERE, method: str = "GET") -> Redirects:
    wire: Wire[str] = Wire(method, url, [*HEADERS], b"", Deadline(5), True)
    return Redirects(wire, network([]), lambda name, value: (name, value))


def to(location: str, status: int = 302) -> RawResponse:
    return RawResponse(status, {"location": location}, b"")


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize(
    ("location", "url"),
    [
        ("/y?a=b%2Fc", "https://api.example/v1/y?a=b%2Fc".replace("/v1", "")),
        ("y", "https://api.example/v1/y"),
        ("?q", "https://api.example/v1/x?q"),
        ("https://API.example:443/y#part", "https://api.example/y"),
        ("//api.example/y", "https://api.example/y"),
        (" /y ", "https://api.example/y"),
        ("/ä b", "https://api.example/%C3%A4%20b"),
    ],
)
def test_at_home_everything_is_taken_along(status: int, location: str, url: str) -> None:
    sent = way().next(to(location, status))
    assert sent is not None
    assert (sent.url, sent.headers, sent.foreign) == (url, HEADERS, False)


@pytest.mark.parametrize(
    ("location", "host"),
    [
        ("https://store.example/x", "store.example"),
        ("https://api.example:8443/x", "api.example:8443"),
        ("https://api.example.evil/x", "api.example.evil"),
        ("https://evil-api.example/x", "evil-api.example"),
        ("https://[::1]:8443/x", "[::1]:8443"),
        ("https://api.example@evil.example/", None),
    ],
)
def test_elsewhere_nobody_is_told_who_asks(location: str, host: str | None) -> None:
    sent = way().next(to(location))
    if host is None:
        assert sent is None
    else:
        assert sent is not None
        assert sent.headers == [("Host", host), *PUBLIC]
        assert (sent.foreign, sent.principal) == (True, None)


def test_another_port_or_scheme_is_elsewhere() -> None:
    """Also on the way back: what was taken away is not given again."""
    for here, there in (
        ("http://api.example/x", "https://api.example/x"),
        ("http://api.example/x", "http://api.example:81/x"),
    ):
        redirects = way(here)
        sent = redirects.next(to(there))
        assert sent is not None
        assert sent.headers[1:] == PUBLIC
        back = redirects.next(to("https://api.example/again" if there.startswith("https") else here))
        assert back is not None
        assert back.headers[1:] == PUBLIC


@pytest.mark.parametrize("location", ["http://api.example/x", "http://store.example/x"])
def test_what_is_encrypted_stays_so(location: str) -> None:
    redirects = way()
    assert redirects.next(to(location)) is None
    assert "it is not encrypted" in redirects.marked(to(location)).note


@pytest.mark.parametrize(
    "location",
    ["ftp://store.example/x", "file:///etc/passwd", "https://:80/", "https://a:99999/", "https://a:b/", "https://ä/",
     "javascript:alert(1)", "https://[::1", "https://u:p@store.example/"],
)  # fmt: skip
def test_what_is_no_address_is_not_followed(location: str) -> None:
    redirects = way()
    assert redirects.next(to(location)) is None
    assert "no address of HTTP" in redirects.marked(to(location)).note


def test_no_circle_is_endless() -> None:
    redirects = way()
    for _ in range(MOST):
        assert redirects.next(to("/y")) is not None
    assert redirects.next(to("/y")) is None
    assert f"there were {MOST} before" in redirects.marked(to("/y")).note


@pytest.mark.parametrize("reply", [RawResponse(200, {"location": "/y"}, b""), RawResponse(302, {}, b""), to("/y", 304)])
def test_what_is_no_redirect(reply: RawResponse) -> None:
    assert way().next(reply) is None
    assert way().marked(reply) == reply


def test_only_what_asks_is_sent_on() -> None:
    assert way(method="POST").next(to("/y")) is None


def test_who_has_answered_is_told() -> None:
    redirects = way()
    redirects.next(to("https://store.example/x?signature=planted"))
    failed = redirects.lost(TransportError("refused", sent=False))
    marked = redirects.marked(RawResponse(403, {}, b"no"))
    assert failed.message == "store.example, to which the platform sends on: refused"
    assert marked.note.startswith("So answered store.example, to which the platform sends on")
    assert "planted" not in failed.message + marked.note
    assert redirects.marked(RawResponse(200, {}, b"yes")).note == ""


def test_the_other_address_has_its_own_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://proxy.example:3128")
    monkeypatch.setenv("NO_PROXY", "inside.example")
    known: Any = network([])
    for host in ("store.example", "inside.example"):
        wire: Wire[str] = Wire("GET", HERE, [*HEADERS], b"", Deadline(5), True)
        Redirects(wire, known, lambda name, value: (name, value)).next(to(f"https://{host}/x"))
    assert known.proxy_of("https://store.example/x").url == "http://proxy.example:3128"
    assert known.proxy_of("https://inside.example/x") is None
