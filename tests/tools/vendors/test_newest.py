"""Proves that the newest release is looked up, and that a lookup that fails says what to do."""

from __future__ import annotations

from collections.abc import Callable

import httpx
import pytest

from tools.vendors.newest import LookupFailed, published

FILES = [{"yanked": False}]
FOUND = {
    "info": {"version": "0.10.0"},
    "releases": {
        "0.9.2": FILES, "0.10.0": FILES, "1.0.0rc1": FILES, "0.9.9": [{"yanked": True}], "0.9.1": [], "0.9.0": FILES,
    },
}  # fmt: skip


def asking(answer: Callable[[httpx.Request], httpx.Response]) -> httpx.MockTransport:
    """PyPI, answering so."""
    return httpx.MockTransport(answer)


def test_releases() -> None:
    """No previews, none that was withdrawn, none without files; ordered by number."""
    asked = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(str(request.url))
        return httpx.Response(200, json=FOUND)

    found = published("acme-sdk", asking(answer))

    assert asked == ["https://pypi.org/pypi/acme-sdk/json"]
    assert found == ("0.10.0", ("0.9.0", "0.9.2", "0.10.0"))


def broken(request: httpx.Request) -> httpx.Response:
    raise httpx.ConnectError("no route")


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (broken, r"\(no route\): give the release yourself: acme-sdk==RELEASE"),
        (lambda _: httpx.Response(503), "503.*give the release yourself"),
        (lambda _: httpx.Response(404), "PyPI has no package acme-sdk: correct the contract's x-package"),
        (lambda _: httpx.Response(200, text="<html>"), "can't be read: give the release yourself"),
        (lambda _: httpx.Response(200, json={"info": {}}), "can't be read"),
        (lambda _: httpx.Response(200, json=[]), "can't be read"),
    ],
)
def test_a_lookup_that_fails(answer: Callable[[httpx.Request], httpx.Response], said: str) -> None:
    with pytest.raises(LookupFailed, match=said):
        published("acme-sdk", asking(answer))
