"""Proves that the local Promptic answers over HTTP as Promptic does: who is let in, what is refused and how, every field."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

import httpx
import pytest

from promptport_local import Server
from promptport_local.contract import Contract, Operation

from ..conftest import Clock

CONTRACT = Contract.load("promptic")
OPERATIONS = {each.id: each for each in CONTRACT.operations}
# The ids of the fixture; numbers are given out in order.
IDS = {
    "componentId": "0c9a1f52-3f0e-4a6b-8f0d-2b7f6c1e9d10",
    "experimentId": "7d4e2b6a-91c3-4f58-a0d2-6e1b3c5f8a24",
    "observationId": "1",
    "evaluatorId": "e3a8c1d4-5b7f-4e29-8c60-1f9d2a4b7e35",
    "iterationId": "1",
    "traceId": "4bf92f3577b34da6a3ce929d0e0e4736",
    "datasetId": "2f6b9d0c-8e14-4a73-b5c1-9d3e7f0a2c46",
    "runId": "a1c5e7f9-2d4b-4c68-9e0f-3b5d7a9c1e57",
    "annotationId": "9e7c5a3b-1d2f-4b80-a6c4-7f0e2d4b8a79",
    "evaluationId": "6a2c4e80-9b1d-4f3a-8d5e-0c7b9f1a3e8a",
}
WORKSPACE = "5b0f2c1e-7a34-4d1c-9a57-0f6f3a1d2c4b"
SESSION = {"Authorization": "Bearer st_local_dev"}
# What can be changed only as long as its experiment is pending; the fixture's is completed.
PENDING = {
    "update_experiment", "start_experiment", "create_observations", "update_observation", "delete_observation",
    "create_evaluators", "update_evaluator", "delete_evaluator",
}  # fmt: skip
OPTIONAL = {"modelUnavailable"}


def send(client: httpx.Client, operation: Operation, ids: dict[str, str] = IDS, **changes: Any) -> httpx.Response:
    """Send an operation's own example, with ids of the fixture."""
    path = operation.template
    for name, value in ids.items():
        path = path.replace(f"{{{name}}}", quote(value, safe=""))
    body = operation.spec.get("requestBody", {}).get("content", {}).get("application/json", {}).get("example")
    headers = SESSION if operation.id == "workspaces_list" else {}
    given = {"headers": headers, **({} if body is None else {"json": body}), **changes}
    return client.request(operation.method, path, **given)


def error(answer: httpx.Response, status: int) -> str:
    """The text of an error, which is nothing but that."""
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/json"
    value = answer.json()
    assert list(value) == ["error"]
    assert isinstance(value["error"], str)
    return str(value["error"])


# Every operation


@pytest.mark.one_python("many operations that go the same way")
@pytest.mark.parametrize("name", OPERATIONS)
def test_every_operation_behaves(server: Server, promptic_client: httpx.Client, name: str) -> None:
    """No answer is the contract's example, whatever it says; the fixture has something for each operation."""
    operation = OPERATIONS[name]
    answer = send(promptic_client, operation)
    assert "X-Example" not in answer.headers
    if name in PENDING:
        error(answer, 409)
    elif name == "login_poll_token":
        assert answer.json()["error"] == "invalid_grant"
    else:
        assert str(answer.status_code) in operation.spec["responses"]
        assert answer.is_success, answer.text
        assert (answer.content == b"") == (answer.status_code == 204)


@pytest.mark.one_python("many operations that go the same way")
@pytest.mark.parametrize("name", [name for name in OPERATIONS if name not in PENDING and name != "login_poll_token"])
def test_every_field_is_there_and_no_other(promptic_client: httpx.Client, name: str) -> None:
    """What is answered has the fields of its schema, all of them, through all its levels."""
    operation = OPERATIONS[name]
    answer = send(promptic_client, operation)
    said = operation.spec["responses"][str(answer.status_code)].get("content", {})
    if said:
        check_fields(said["application/json"]["schema"], answer.json(), name)


def check_fields(schema: Any, value: Any, where: str) -> None:
    schema = CONTRACT.follow(schema)
    for each in schema.get("oneOf", []):
        if CONTRACT.follow(each).get("type") == {dict: "object", type(None): "null"}[type(value)]:
            check_fields(each, value, where)
    if isinstance(value, list):
        for each in value:
            check_fields(schema["items"], each, f"{where}[]")
    elif isinstance(value, dict) and "properties" in schema:
        lacking = set(schema["properties"]) - set(value) - OPTIONAL
        if not where.endswith((".details", ".hyperparameters")):  # every field of these may be absent
            assert (
                lacking - ({"refresh_token", "error", "error_description"} if "token" in where else set()) == set()
            ), where
        assert set(value) <= set(schema["properties"]), where
        for name, each in value.items():
            check_fields(schema["properties"][name], each, f"{where}.{name}")


@pytest.mark.parametrize("unknown", ["invalid-id", "00000000-0000-4000-8000-000000000000", "a/b", "ä\n", "9" * 400])
def test_whatever_is_no_id_is_not_found(promptic_client: httpx.Client, unknown: str) -> None:
    """Each id of each path in turn, whatever text it is."""
    sent = 0
    for operation in OPERATIONS.values():
        for each in (each for each in IDS if f"{{{each}}}" in operation.template):
            assert error(send(promptic_client, operation, {**IDS, each: unknown}), 404) == "Not found"
            sent += 1
    assert sent == 53


# Who is let in


@pytest.mark.parametrize("given", [None, "", "Bearer", "Bearer unknown", "Basic cGs6", "pk_local_dev"])
def test_every_operation_asks_for_credentials(promptic_client: httpx.Client, given: str | None) -> None:
    """All but the login of a device, which has none yet."""
    del promptic_client.headers["Authorization"]
    headers = {} if given is None else {"Authorization": given}
    asking = [each for each in OPERATIONS.values() if each.spec["security"]]
    for operation in asking:
        assert error(send(promptic_client, operation, headers=headers), 401) == "Invalid or missing API key"
    assert len(asking) == 47


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


def test_annotations_are_of_who_wrote_them(promptic_client: httpx.Client, server: Server) -> None:
    server.backend("promptic").add_session("st_two", userId="user_2")
    server.backend("promptic").add_workspace(WORKSPACE, members=["user_1", "user_2"])
    path = f"/api/v1/components/{IDS['componentId']}/runs/{IDS['runId']}/annotations"
    body = {"traceDbId": "c4d8f2a6-0b1e-4d39-8a7c-5e9f1b3d6c68", "rating": "negative"}
    theirs = {"Authorization": "Bearer st_two", "X-Workspace-Id": WORKSPACE}
    answers = [promptic_client.post(path, json=body, headers=headers) for headers in ({}, theirs, theirs)]
    assert [each.status_code for each in answers] == [200, 201, 200]
    assert [each.json()["userId"] for each in answers] == ["user_1", "user_2", "user_2"]


# What is refused


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ({}, "name is required"),
        ({"name": ""}, "name must not be empty"),
        ({"name": 5}, "name must be string"),
        ({"name": "n", "other": 1}, "body holds a field that is not known"),
        ([], "body must be object"),
    ],
)
def test_a_wrong_body_is_told(promptic_client: httpx.Client, body: Any, text: str) -> None:
    assert error(promptic_client.post("/api/v1/components", json=body), 400) == text


def test_unknown_fields_are_passed_over_where_that_is_wanted(server: Server, promptic_client: httpx.Client) -> None:
    server.backend("promptic").seed({"options": {"strict": False}})
    body = {"name": "n", "other": 1, "id": "mine", "createdAt": "2020-01-01T00:00:00Z"}
    made = promptic_client.post("/api/v1/components", json=body).json()["id"]
    assert made != "mine"
    component = promptic_client.get(f"/api/v1/components/{made}").json()
    assert "other" not in component
    assert component["createdAt"] == "2026-01-15T09:30:00.123Z"
    body = {"aiComponentId": made, "targetModel": "m", "hyperparameters": {"epochs": 2, "other": 1}}
    experiment = promptic_client.post("/api/v1/experiments", json=body).json()
    assert experiment["hyperparameters"] == {"epochs": 2, "numFewShots": 8}
    error(promptic_client.post("/api/v1/components", json={"other": 1}), 400)
    free = [{"variables": {"any": {"thing": 1}}, "expected": "e", "other": 1}]
    (added,) = promptic_client.post(f"/api/v1/experiments/{experiment['id']}/observations", json=free).json()["data"]
    assert added["variables"] == {"any": {"thing": 1}}


def test_one_observation_is_a_list_of_it(promptic_client: httpx.Client) -> None:
    body = {"aiComponentId": IDS["componentId"], "targetModel": "m"}
    experiment = promptic_client.post("/api/v1/experiments", json=body).json()["id"]
    path = f"/api/v1/experiments/{experiment}/observations"
    answer = promptic_client.post(path, json={"variables": {}, "expected": "e"})
    assert (answer.status_code, len(answer.json()["data"])) == (201, 1)
    assert error(promptic_client.post(path, json={"expected": "e"}), 400) == "0.variables is required"
    many = [{"variables": {}, "expected": "e"}] * 1001
    error(promptic_client.post(path, json=many), 400)
    assert len(promptic_client.post(path, json=many[:1000]).json()["data"]) == 1000


def test_other_refusals_look_alike(promptic_client: httpx.Client) -> None:
    error(promptic_client.get("/api/v1/nothing"), 404)
    error(promptic_client.put("/api/v1/components"), 405)
    error(promptic_client.post("/api/v1/components", content=b"{"), 400)
    error(promptic_client.post("/api/v1/components", content=b"name=n", headers={"Content-Type": "text/plain"}), 400)
    error(promptic_client.post("/api/v1/components", content=b" " * 10_000_001), 413)


def test_what_is_half_done_is_not_done(promptic_client: httpx.Client) -> None:
    component = f"/api/v1/components/{IDS['componentId']}"
    before = promptic_client.get(f"{component}/datasets").json()
    traces = ["c4d8f2a6-0b1e-4d39-8a7c-5e9f1b3d6c68", "unknown"]
    error(promptic_client.post(f"{component}/datasets", json={"name": "n", "traceIds": traces}), 404)
    error(promptic_client.post(f"{component}/runs", json={"datasetId": IDS["datasetId"], "traceIds": traces}), 404)
    assert promptic_client.get(f"{component}/datasets").json() == before


# Times


def test_changes_move_the_moment(promptic_client: httpx.Client, clock: Clock) -> None:
    body = {"aiComponentId": IDS["componentId"], "targetModel": "m"}
    made = promptic_client.post("/api/v1/experiments", json=body).json()
    assert made["createdAt"] == made["updatedAt"] == "2026-01-15T09:30:00.123Z"
    clock.forward(minutes=1)
    changed = promptic_client.patch(f"/api/v1/experiments/{made['id']}", json={}).json()
    assert (changed["createdAt"], changed["updatedAt"]) == (made["createdAt"], "2026-01-15T09:31:00.123Z")


def test_the_newest_are_first_even_of_one_moment(promptic_client: httpx.Client) -> None:
    made = [promptic_client.post("/api/v1/components", json={"name": str(n)}).json()["id"] for n in range(5)]
    listed = [each["id"] for each in promptic_client.get("/api/v1/components").json()["data"]]
    assert listed == [*reversed(made), IDS["componentId"]]


def test_the_same_seed_gives_the_same_ids(clock: Clock) -> None:
    seen = []
    for _ in range(2):
        with Server(seed=7, now=clock) as server:
            backend = server.backend("promptic")
            me = backend.caller("pk_local_dev")
            seen.append([backend.create_component(me, {"name": "c"})["id"] for _ in range(2)])
            server.reset()
            seen.append([backend.create_component(me, {"name": "c"})["id"] for _ in range(2)])
    assert all(each == seen[0] for each in seen)
    assert len(set(seen[0])) == 2


# Logins of devices


def login(client: httpx.Client) -> dict[str, Any]:
    answer = client.post("/api/auth/device/code", json={"client_id": "promptic-cli", "scope": "openid"})
    assert answer.status_code == 200
    codes: dict[str, Any] = answer.json()
    return codes


def poll(client: httpx.Client, codes: dict[str, Any], **changes: str) -> tuple[int, Any]:
    grant = "urn:ietf:params:oauth:grant-type:device_code"
    body = {"grant_type": grant, "device_code": codes["device_code"], "client_id": "promptic-cli", **changes}
    answer = client.post("/api/auth/device/token", json=body)
    value = answer.json()
    return answer.status_code, value.get("error", value)


def test_a_device_waits_slows_down_and_gets_a_token(
    server: Server, promptic_client: httpx.Client, clock: Clock
) -> None:
    del promptic_client.headers["Authorization"]
    server.backend("promptic").seed({"options": {"login_pending": 2, "login_slow_down": 1, "session_seconds": 60}})
    codes = login(promptic_client)
    assert (codes["interval"], codes["expires_in"]) == (5, 1800)
    assert codes["verification_uri"] == server.url()
    assert codes["verification_uri_complete"] == f"{server.url()}?user_code={codes['user_code']}"
    assert codes["user_code"] in promptic_client.get(codes["verification_uri_complete"]).text
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


# The control surface and the page


def test_no_credential_is_shown(server: Server, promptic_client: httpx.Client, control: httpx.Client) -> None:
    server.backend("promptic").options.login_pending = 0
    codes = login(promptic_client)
    _, answer = poll(promptic_client, codes)
    tokens = ["st_local_dev", answer["access_token"]]
    assert len(server.backend("promptic").state()["sessions"]) == len(tokens)
    for path in ("", "_local/state", "_local/requests"):
        text = control.get(path).text
        for secret in ("pk_local_dev", codes["device_code"], *tokens):
            assert secret not in text


def test_seeding_over_http(control: httpx.Client, promptic_client: httpx.Client) -> None:
    seed = {"promptic": {"components": [{"name": "mine", "experiments": [{"observations": [], "name": "e"}]}]}}
    assert control.post("/_local/seed", json=seed).json() == {"ok": True}
    assert [each["name"] for each in promptic_client.get("/api/v1/experiments").json()["data"]] == ["e", "First try"]
    state = control.get("/_local/state").json()["promptic"]
    assert [each["name"] for each in state["components"]] == ["welcome", "mine"]
    wrong = {"promptic": {"components": [{"name": "other", "colour": "red"}]}}
    answer = control.post("/_local/seed", json=wrong)
    assert (answer.status_code, "promptic.components.0" in answer.json()["error"]) == (400, True)
    control.post("/_local/reset")
    assert len(promptic_client.get("/api/v1/components").json()["data"]) == 1


def test_the_page_lists_what_is_held(server: Server, control: httpx.Client) -> None:
    evil = "<script>alert(1)</script>"
    server.backend("promptic").add_component(
        evil, experiments=[{"name": evil, "iterations": [{"prompt": evil}], "deployed": True}]
    )
    page = control.get("/").text
    assert "<script" not in page
    for text in ("Welcome {{customer_name}} and offer your help.", "First try", "January", "Monday", "positive"):
        assert text in page
