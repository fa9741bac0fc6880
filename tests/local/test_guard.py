"""Proves that no page of another site gets in, and that this machine's own names do."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from promptport_local import Server


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


def test_its_own_page_is_let_in(server: Server) -> None:
    headers = {"Origin": server.url().rstrip("/"), "Sec-Fetch-Site": "same-origin"}
    assert httpx.get(server.url() + "_local", headers=headers, trust_env=False).status_code == 200
