"""Proves that a server starts on the port it is told, says plainly why it cannot, keeps its data, and stops within a second."""

from __future__ import annotations

import pickle
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest

from promptport_local import CannotListen, DataError, LocalError, PortInUse, Server

from .conftest import KEY

HEADERS = {"Authorization": f"Bearer {KEY}"}
GOOD = {"slug": "welcome", "source_name": "x"}


def fetch(server: Server) -> httpx.Response:
    return httpx.post(
        server.url("xr2") + "/api/v1/get-prompt", json=GOOD, headers=HEADERS, trust_env=False, verify=False
    )


def threads() -> int:
    return sum(thread.name == "promptport-local" for thread in threading.enumerate())


def test_it_starts_ready_and_stops_clean() -> None:
    before = threads()
    for _ in range(3):
        with Server() as server:
            assert server.url("xr2") == f"http://127.0.0.1:{server.port}/xr2"
            assert fetch(server).status_code == 200
            assert threads() == before + 1
        assert threads() == before
        with pytest.raises(LocalError, match="does not run"):
            server.url("xr2")


def test_servers_beside_each_other_share_nothing() -> None:
    with Server() as one, Server() as two:
        fetch(one)
        assert (len(one.requests), len(two.requests)) == (1, 0)


def test_start_and_stop_by_hand() -> None:
    server = Server()
    server.stop()
    assert server.start() is server
    with pytest.raises(LocalError, match="starts once"):
        server.start()
    server.stop()
    server.stop()


def test_unknown_platforms_are_named() -> None:
    with Server() as server:
        for act in (server.url, server.backend):
            with pytest.raises(ValueError, match=r"no platform 'xr3'; there are .*xr2"):
                act("xr3")


def test_a_port_in_use_names_the_remedy() -> None:
    with Server() as first:
        with pytest.raises(PortInUse, match=rf"port {first.port} on 127\.0\.0\.1 is in use.*--port, or 0") as caught:
            Server(port=first.port).start()
        assert isinstance(caught.value, OSError)
        assert isinstance(caught.value, LocalError)
        assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)
        assert fetch(first).status_code == 200
        port = first.port
    with Server(port=port) as second:
        assert second.port == port


@pytest.mark.parametrize(("host", "port"), [("192.0.2.1", 0), ("127.0.0.1", 70_000), ("no such name", 0)])
def test_an_address_that_cannot_be_had(host: str, port: int) -> None:
    with pytest.raises(CannotListen, match="port"):
        Server(host=host, port=port).start()


@pytest.mark.parametrize(
    ("host", "url"), [("::1", "http://[::1]:"), ("localhost", "http://localhost:"), ("0.0.0.0", "http://127.0.0.1:")]
)
def test_other_addresses(host: str, url: str) -> None:
    try:
        server = Server(host=host).start()
    except CannotListen:
        pytest.skip(f"this machine has no {host}")
    try:
        assert server.url().startswith(url)
        assert fetch(server).status_code == 200
    finally:
        server.stop()


@pytest.mark.parametrize("host", ["0.0.0.0", "::", ""])
def test_who_else_can_reach_it_is_said_aloud(host: str, caplog: pytest.LogCaptureFixture) -> None:
    """What others can do, in a warning with the address that it listens on, not the one that it has for this machine."""
    try:
        server = Server(host=host).start()
    except CannotListen:
        pytest.skip(f"this machine has no {host}")
    try:
        shown = {"::": "[::]"}.get(host, "0.0.0.0")
        assert server.address == f"http://{shown}:{server.port}"
        (warning,) = [each for each in caplog.records if each.name == "promptport_local"]
        assert warning.levelname == "WARNING"
        text = warning.getMessage()
        assert text.startswith(
            f"The local platform listens on {server.address}, beyond this machine: whoever reaches that"
        )
        for each in (
            "read the prompts, requests and keys that it holds",
            "use and change",
            "script its answers",
            "reset it",
        ):
            assert each in text
        assert fetch(server).status_code == 200
    finally:
        server.stop()


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1", "127.0.0.2", "::ffff:127.0.0.1"])
def test_on_loopback_nothing_is_said(host: str, caplog: pytest.LogCaptureFixture) -> None:
    try:
        server = Server(host=host).start()
    except CannotListen:
        pytest.skip(f"this machine has no {host}")
    server.stop()
    assert caplog.records == []


def test_state_in_a_file_outlives_the_server(tmp_path: Path) -> None:
    data = tmp_path / "state.db"
    with Server(data=data) as server:
        server.backend("xr2").add_prompt("mine", [{"user_prompt": "x"}])
        trace_id = fetch(server).json()["trace_id"]
    with Server(data=str(data)) as server:
        assert [each["slug"] for each in server.backend("xr2").prompts] == ["welcome", "mine"]
        assert [each["trace_id"] for each in server.backend("xr2").traces] == [trace_id]
        with pytest.raises(DataError, match="in use"):
            Server(data=data).start()
        server.reset()
        assert [each["slug"] for each in server.backend("xr2").prompts] == ["welcome"]


def test_a_failed_start_leaves_nothing_behind(tmp_path: Path) -> None:
    before = threads()
    with Server() as probe:
        port = probe.port
    with pytest.raises(DataError):
        Server(port=port, data=tmp_path).start()
    with Server(port=port):
        pass
    assert threads() == before


def test_many_clients_at_once() -> None:
    with Server() as server:
        with ThreadPoolExecutor(16) as pool:
            answers = list(pool.map(lambda _: fetch(server), range(200)))
        assert {answer.status_code for answer in answers} == {200}
        assert len({answer.json()["trace_id"] for answer in answers}) == 200
        assert len(server.requests) == 200
        assert server.backend("xr2").used("alice") == 200


def test_any_key_will_do() -> None:
    """Where that is wanted: for every platform, as for the fixture's own; what was revoked stays so, and no key is none."""
    with Server(any_key=True) as server, httpx.Client(trust_env=False) as client:
        xr2, rails, scope, promptic = (server.url(each) for each in ("xr2", "promptrails", "scope", "promptic"))
        bearer = {"Authorization": "Bearer anything"}
        assert client.get(f"{xr2}/api/v1/check-api-key", headers=bearer).json() == {"ok": True, "user": "alice"}
        assert client.get(f"{rails}/api/v1/agents", headers={"X-API-Key": "test-key"}).json()["data"]
        assert client.get(f"{promptic}/api/v1/components", headers=bearer).json()["data"]
        assert client.get(f"{promptic}/api/v1/workspaces", headers=bearer).json()["data"]
        login = {"account_id": "o", "client_id": "a", "client_secret": "s"}
        for secret in ("s", "other"):
            token = client.post(f"{scope}/v1/auth/applications/login", json={**login, "client_secret": secret}).json()[
                "access_token"
            ]
            path = f"{scope}/api/v1/prompts/my-prompt/production"
            assert client.get(path, headers={"Authorization": f"Bearer {token}"}).status_code == 200
        server.backend("promptrails").add_key("revoked", active=False)
        server.backend("xr2").add_key("revoked", active=False)
        assert client.get(f"{rails}/api/v1/agents", headers={"X-API-Key": "revoked"}).status_code == 401
        assert client.get(f"{xr2}/api/v1/check-api-key", headers={"Authorization": "Bearer revoked"}).status_code == 401
        assert client.get(f"{rails}/api/v1/agents").status_code == 401


def test_a_clock_in_words() -> None:
    with Server(now="fixed:2026-03-01T00:00:00Z") as server:
        assert server.backend("promptrails").records.create("agents", {"name": "a", "type": "simple"})[
            "created_at"
        ] == ("2026-03-01T00:00:00Z")
    with pytest.raises(LocalError, match="there is no clock 'noon'; give `10x`"):
        Server(now="noon")
