"""Proves that the local Promptic answers over HTTP as Promptic does: every operation, every field, what is refused and how."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from promptport_local import Server

from .calls import CONTRACT, IDS, OPERATIONS, error, send

# What can be changed only as long as its experiment is pending; the fixture's is completed.
PENDING = {
    "update_experiment", "start_experiment", "create_observations", "update_observation", "delete_observation",
    "create_evaluators", "update_evaluator", "delete_evaluator",
}  # fmt: skip

# Of a copy; of a model; of a selection of tools.
OPTIONAL = {"modelUnavailable", "region", "systemPrompt", "optimizeSystemPrompt", "optimizedSystemPrompt"}

# They send on to where the bytes are.
REDIRECTING = {"get_artifact_content", "get_storage_object_content"}


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
        assert answer.status_code == 302 if name in REDIRECTING else answer.is_success, answer.text
        assert name in REDIRECTING or (answer.content == b"") == (answer.status_code == 204)


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
    assert sent == 71


@pytest.mark.parametrize("given", [None, "", "Bearer", "Bearer unknown", "Basic cGs6", "pk_local_dev"])
def test_every_operation_asks_for_credentials(promptic_client: httpx.Client, given: str | None) -> None:
    """All but the login of a device, which has none yet."""
    del promptic_client.headers["Authorization"]
    headers = {} if given is None else {"Authorization": given}
    asking = [each for each in OPERATIONS.values() if each.spec["security"]]
    for operation in asking:
        assert error(send(promptic_client, operation, headers=headers), 401) == "Invalid or missing API key"
    assert len(asking) == 63


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


def test_one_case_is_a_list_of_it(promptic_client: httpx.Client) -> None:
    path = f"/api/v1/components/{IDS['componentId']}/datasets/{IDS['datasetId']}/cases"
    answer = promptic_client.post(path, json={"inputPayload": {}})
    assert (answer.status_code, len(answer.json()["data"])) == (201, 1)
    assert error(promptic_client.post(path, json={"idx": 1}), 400) == "0.inputPayload is required"
    error(promptic_client.post(path, json=[]), 400)
    error(promptic_client.post(path, json=[{"inputPayload": {}}] * 1001), 400)


def test_benchmarks_are_somewhere_else(promptic_client: httpx.Client) -> None:
    for path in ("benchmarks", "benchmarks/b/cases"):
        assert "promptic_sdk" in error(promptic_client.post(f"/api/v1/{path}", json={}), 501)


def test_an_artifact_in_base64_may_be_larger_than_other_bodies(promptic_client: httpx.Client) -> None:
    body = {"contentBase64": "A" * 10_000_000, "mimeType": "text/plain", "sourcePath": "$"}
    made = promptic_client.post("/api/v1/artifacts", json=body)
    assert (made.status_code, made.json()["sizeBytes"]) == (201, 7_500_000)


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
