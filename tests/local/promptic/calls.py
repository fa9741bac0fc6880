"""Requests to the local Promptic, and what answers them."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

import httpx

from promptport_local.contract import Contract, Operation

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
    "caseId": "3",
    "artifactId": "4e6a8c0d-2f1b-4d3e-9a5c-7b8d0f2e4a61",
    "storageObjectId": "d0b2f4a6-8c1e-4f35-9b7d-6a0c2e4f8b13",
    "evaluationId": "6a2c4e80-9b1d-4f3a-8d5e-0c7b9f1a3e8a",
}

WORKSPACE = "5b0f2c1e-7a34-4d1c-9a57-0f6f3a1d2c4b"

SESSION = {"Authorization": "Bearer st_local_dev"}


def send(client: httpx.Client, operation: Operation, ids: dict[str, str] = IDS, **changes: Any) -> httpx.Response:
    """Send an operation's own example, with ids of the fixture."""
    path = operation.template
    for name, value in ids.items():
        path = path.replace(f"{{{name}}}", quote(value, safe=""))
    body = operation.spec.get("requestBody", {}).get("content", {}).get("application/json", {}).get("example")
    headers = SESSION if operation.spec["security"] == [{"session": []}] else {}
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
