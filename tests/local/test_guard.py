"""Proves that no page of another site gets in, and that this machine's own names do."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from promptport_local import Server
from promptport_local.guard import is_loopback


@pytest.mark.parametrize("path", ["", "_local/state", "xr2/api/v1/check-api-key"])
@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:80", "localhost.evil.example", "127.0.0.1.evil.example"]
)
def test_a_rebound_name_is_refused(server: Server, path: str, host: str) -> None:
    answer = httpx.get(server.url() + path, headers={"Host": host}, trust_env=False)
    assert (answer.status_code, answer.headers["Content-Type"]) == (400, "text/plain; charset=utf-8")
    assert server.requests == []


@pytest.mark.parametrize("host", ["localhost", "localhost:99", "127.0.0.1", "[::1]:80", "LOCALHOST", "app.localhost"])
def test_names_of_this_machine_are_known(server: Server, host: str) -> None:
    assert httpx.get(server.url() + "_local", headers={"Host": host}, trust_env=False).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:1"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_pages_of_other_sites_are_refused(server: Server, headers: dict[str, Any]) -> None:
    for method, path in (("POST", "_local/reset"), ("GET", "_local/state"), ("GET", "")):
        answer = httpx.request(method, server.url() + path, headers=headers, trust_env=False)
        assert answer.status_code == 400
        assert not any(name.startswith("access-control") for name in answer.headers)


@pytest.mark.parametrize(
    "headers", [{"Origin": "https://evil.example"}, {"Origin": "null"}, {"Sec-Fetch-Site": "cross-site"}]
)
def test_pages_of_other_machines_meet_no_scripted_answer(server: Server, headers: dict[str, Any]) -> None:
    """They can't read what a platform answers; nor do they use up what a test has scripted, or show among its requests."""
    server.script("xr2", {"status": 503})
    answer = httpx.post(server.url("xr2") + "/api/v1/events", headers=headers, content=b"{}", trust_env=False)
    assert answer.status_code == 400
    assert (len(server.unused["xr2"]), server.requests) == (1, [])


@pytest.mark.parametrize(
    "origin", ["http://localhost:3000", "http://127.0.0.1:3000", "http://app.localhost", "http://[::1]:1"]
)
def test_pages_of_this_machine_may_call_a_platform(server: Server, origin: str) -> None:
    """An application that is developed here hands on what its browser sent."""
    headers = {"Origin": origin, "Sec-Fetch-Site": "same-site"}
    answer = httpx.get(server.url("xr2") + "/api/v1/check-api-key", headers=headers, trust_env=False)
    assert answer.status_code == 403  # for want of a key


@pytest.mark.parametrize("path", ["", "_local/state", "_local/requests"])
def test_no_other_site_can_load_what_the_control_surface_shows(server: Server, path: str) -> None:
    """Not as a picture or a script either."""
    headers = httpx.get(server.url() + path, trust_env=False).headers
    assert (headers["Cross-Origin-Resource-Policy"], headers["X-Content-Type-Options"]) == ("same-origin", "nosniff")


@pytest.mark.parametrize(("host", "expected"), [
    ("127.0.0.1", True), ("127.8.9.1", True), ("::1", True), ("::ffff:127.0.0.1", True), ("localhost", True),
    ("0.0.0.0", False), ("::", False), ("192.0.2.1", False), ("::ffff:192.0.2.1", False), ("example.com", False), ("", False),
])  # fmt: skip
def test_what_is_loopback(host: str, expected: bool) -> None:
    assert is_loopback(host) is expected


def test_its_own_page_is_let_in(server: Server) -> None:
    headers = {"Origin": server.url().rstrip("/"), "Sec-Fetch-Site": "same-origin"}
    assert httpx.get(server.url() + "_local", headers=headers, trust_env=False).status_code == 200
