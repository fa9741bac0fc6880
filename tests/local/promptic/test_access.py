"""Proves that the local Promptic lets in whom it should: keys, sessions, workspaces."""

from __future__ import annotations

import httpx

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
