"""Proves that the local Promptic logs devices in as RFC 8628 says."""

from __future__ import annotations

import httpx
import pytest

from promptport_local import Server

from ..conftest import Clock
from .calls import error, login, poll


def test_a_device_waits_slows_down_and_gets_a_token(
    server: Server, promptic_client: httpx.Client, clock: Clock
) -> None:
    del promptic_client.headers["Authorization"]
    server.backend("promptic").seed({"options": {"login_pending": 2, "login_slow_down": 1, "session_seconds": 60}})
    codes = login(promptic_client)
    assert (codes["interval"], codes["expires_in"]) == (5, 1800)
    assert codes["verification_uri"] == server.url()
    assert codes["verification_uri_complete"] == f"{server.url()}?user_code={codes['user_code']}"
    assert promptic_client.get(codes["verification_uri_complete"]).status_code == 200
    assert codes["user_code"] in promptic_client.get(f"{server.url()}_local/tables").text
    waiting = (400, "authorization_pending")
    assert [poll(promptic_client, codes) for _ in range(3)] == [(400, "slow_down"), waiting, waiting]
    status, token = poll(promptic_client, codes)
    assert (status, token["token_type"], token["expires_in"]) == (200, "Bearer", 60)
    assert poll(promptic_client, codes) == (400, "invalid_grant")
    headers = {"Authorization": f"Bearer {token['access_token']}"}
    assert promptic_client.get("/api/v1/workspaces", headers=headers).status_code == 200
    clock.forward(seconds=60)
    error(promptic_client.get("/api/v1/workspaces", headers=headers), 401)


@pytest.mark.parametrize(("end", "told"), [("denied", "access_denied"), ("expired", "expired_token")])
def test_a_device_is_refused(server: Server, promptic_client: httpx.Client, end: str, told: str) -> None:
    first, second = login(promptic_client), login(promptic_client)
    assert first["device_code"] != second["device_code"]
    server.backend("promptic").answer_login(first["user_code"], end)
    assert poll(promptic_client, first) == (400, told)
    assert poll(promptic_client, second) == (400, "authorization_pending")
    server.backend("promptic").answer_login(second["user_code"], slow_down=1)
    assert poll(promptic_client, second) == (400, "slow_down")
    assert poll(promptic_client, second)[0] == 200
    with pytest.raises(ValueError, match="no login with the code"):
        server.backend("promptic").answer_login("nobody's")


def test_a_code_grows_old(promptic_client: httpx.Client, clock: Clock) -> None:
    codes = login(promptic_client)
    clock.forward(seconds=1799)
    assert poll(promptic_client, codes) == (400, "authorization_pending")
    clock.forward(seconds=1)
    assert poll(promptic_client, codes) == (400, "expired_token")


def test_a_wrong_question_for_a_token(promptic_client: httpx.Client) -> None:
    codes = login(promptic_client)
    assert poll(promptic_client, codes, grant_type="password") == (400, "unsupported_grant_type")
    assert poll(promptic_client, codes, client_id="another") == (400, "invalid_grant")
    assert poll(promptic_client, {"device_code": "unknown"}) == (400, "invalid_grant")
    for path in ("code", "token"):
        for content in (b"{}", b"{", b"[]"):
            answer = promptic_client.post(f"/api/auth/device/{path}", content=content)
            assert (answer.status_code, answer.json()["error"]) == (400, "invalid_request")
