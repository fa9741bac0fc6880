"""Proves that the local Promptic lets in whom it should: keys, sessions, workspaces."""

from __future__ import annotations

import httpx
import pytest

from promptport_local import Server
from promptport_local.promptic.backend import Backend
from promptport_local.promptic.resources import Caller

from ..conftest import Clock
from .calls import SESSION, WORKSPACE, error
from .seeded import refused


def test_ids_of_another_workspace_are_not_found(promptic: Backend, me: Caller) -> None:
    promptic.add_workspace("other")
    promptic.add_key("pk_other", workspaceId="other")
    stranger = promptic.caller("pk_other")
    component = promptic.list_components(me)["data"][0]["id"]
    experiment = promptic.list_experiments(me)["data"][0]["id"]
    trace = promptic.list_traces(me)["traces"][0]
    assert promptic.list_components(stranger)["data"] == promptic.list_experiments(stranger)["data"] == []
    assert promptic.list_traces(stranger) == {"traces": [], "total": 0}
    assert promptic.get_stats(stranger)["totalTraces"] == 0
    for act, about in (
        (promptic.get_component, component),
        (promptic.delete_component, component),
        (promptic.list_datasets, component),
        (promptic.get_experiment, experiment),
        (promptic.list_iterations, experiment),
        (promptic.get_trace, trace["traceId"]),
    ):
        assert refused(act, stranger, about) == 404
    mine = promptic.create_component(stranger, {"name": "mine"})["id"]
    assert refused(promptic.deploy, stranger, mine, {"experimentId": experiment}) == 404
    assert refused(promptic.create_dataset, stranger, mine, {"name": "d", "traceIds": [trace["id"]]}) == 404


def test_a_session_needs_a_workspace_of_its_user(server: Server, promptic_client: httpx.Client) -> None:
    def status(path: str, **headers: str) -> int:
        return promptic_client.get(f"/api/v1/{path}", headers={**SESSION, **headers}).status_code

    server.backend("promptic").add_workspace("theirs", members=["user_2"])
    assert status("components") == 400
    assert status("components", **{"X-Workspace-Id": WORKSPACE}) == 200
    assert status("components", **{"X-Workspace-Id": "theirs"}) == 403
    assert status("components", **{"X-Workspace-Id": "nowhere"}) == 403
    assert status("workspaces") == 200
    assert promptic_client.get("/api/v1/workspaces").status_code == 401  # an API key is no person
    listed = promptic_client.get("/api/v1/workspaces", headers=SESSION).json()["data"]
    assert [each["id"] for each in listed] == [WORKSPACE]


def test_a_key_has_its_own_workspace(server: Server, promptic_client: httpx.Client) -> None:
    server.backend("promptic").add_workspace("second")
    server.backend("promptic").add_key("pk_second", workspaceId="second")
    for key, workspace in (("pk_local_dev", WORKSPACE), ("pk_second", "second")):
        for other in (WORKSPACE, "second", "nowhere"):
            headers = {"Authorization": f"Bearer {key}", "X-Workspace-Id": other}
            assert promptic_client.get("/api/v1/workspace", headers=headers).json()["id"] == workspace
    server.backend("promptic").add_key("pk_second", workspaceId="second", active=False)
    answer = promptic_client.get("/api/v1/workspace", headers={"Authorization": "Bearer pk_second"})
    error(answer, 401)


def test_a_session_ends_and_takes_no_traces(server: Server, promptic_client: httpx.Client, clock: Clock) -> None:
    server.backend("promptic").add_session("st_short", expiresAt="2026-01-15T10:00:00Z")
    headers = {"Authorization": "Bearer st_short", "X-Workspace-Id": WORKSPACE}
    assert promptic_client.get("/api/v1/workspace", headers=headers).status_code == 200
    error(promptic_client.post("/api/v1/traces", json={"resourceSpans": []}, headers=headers), 401)
    clock.forward(minutes=30)
    error(promptic_client.get("/api/v1/workspace", headers=headers), 401)
    error(promptic_client.get("/api/v1/workspaces", headers=headers), 401)


NEW, OLD = "X-AI-Application-Id", "X-Workspace-Id"


@pytest.mark.parametrize(("headers", "status"), [
    ({}, 400),
    ({NEW: WORKSPACE}, 200),
    ({OLD: WORKSPACE}, 200),
    ({NEW: WORKSPACE, OLD: WORKSPACE}, 200),
    ({NEW: WORKSPACE, OLD: "other"}, 400),
    ({NEW: "", OLD: WORKSPACE}, 200),
    ({NEW: "nowhere"}, 403),
])  # fmt: skip
@pytest.mark.parametrize("path", ["ai-application", "workspace", "models"])
def test_a_session_names_its_application_by_either_header(
    promptic_client: httpx.Client, headers: dict[str, str], status: int, path: str
) -> None:
    answer = promptic_client.get(f"/api/v1/{path}", headers={**SESSION, **headers})
    assert answer.status_code == status
    beside_a_key = promptic_client.get(f"/api/v1/{path}", headers=headers)
    assert beside_a_key.status_code == 200


def test_an_application_is_a_workspace(promptic_client: httpx.Client) -> None:
    one, old = (promptic_client.get(f"/api/v1/{path}").json() for path in ("ai-application", "workspace"))
    assert one == old
    several, older = (
        promptic_client.get(f"/api/v1/{path}", headers=SESSION).json() for path in ("ai-applications", "workspaces")
    )
    assert several == older == {"data": [one]}


@pytest.mark.parametrize(("release", "header", "status"), [
    ("0.14.2", NEW, 400), ("0.14.2", OLD, 200), ("0.20.0", NEW, 400), ("1.1.0", NEW, 200), ("1.1.0", OLD, 200),
])  # fmt: skip
def test_a_release_knows_the_headers_of_its_time(release: str, header: str, status: int) -> None:
    with Server(releases={"promptic": release}) as server:
        address = server.url("promptic") + "/api/v1/components"
        answer = httpx.get(address, headers={**SESSION, header: WORKSPACE}, trust_env=False)
    assert answer.status_code == status
