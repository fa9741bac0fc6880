"""Proves that what the vendor's clients call beside the contract is answered: media, and batches of older ones."""

from __future__ import annotations

import base64
import hashlib
from typing import Any

import httpx
import pytest

from promptport_local import Server

SCORE = {"name": "n", "value": 1, "traceId": "t"}


def test_a_medium_is_there_already(client: httpx.Client) -> None:
    """Its id is the beginning of its hash, as the vendor's client makes it too."""
    digest = hashlib.sha256(b"\xff" * 40).digest()
    answer = client.post("/media", json={"sha256Hash": base64.b64encode(digest).decode(), "traceId": "t"})
    assert (answer.status_code, answer.json()["uploadUrl"]) == (201, None)
    assert answer.json()["mediaId"] == base64.urlsafe_b64encode(digest).decode()[:22]
    wrong: list[Any] = [{}, {"sha256Hash": "%"}, []]
    for body in wrong:
        assert client.post("/media", json=body).status_code == 400


def test_a_batch_is_taken_item_by_item(client: httpx.Client, server: Server) -> None:
    items = [
        {"id": "1", "type": "score-create", "body": SCORE}, {"id": "2", "type": "score-create", "body": {}},
        {"id": "3", "type": "trace-create", "body": {}}, {"type": "trace-create"}, 4,
    ]  # fmt: skip
    answer = client.post("/ingestion", json={"batch": items})
    assert answer.status_code == 207
    assert answer.json()["successes"] == [{"id": "1", "status": 201}, {"id": "3", "status": 201}]
    assert [(each["id"], each["status"]) for each in answer.json()["errors"]] == [("2", 400), ("", 400), ("", 400)]
    assert [each["traceId"] for each in server.backend("langfuse").scores] == ["t"]
    assert client.post("/ingestion", json={"batch": 1}).json()["errors"]


@pytest.mark.parametrize("path", ["/media", "/ingestion"])
def test_keys_come_first(client: httpx.Client, path: str) -> None:
    for headers in ({"Authorization": "Basic eDp5"}, {"Authorization": "Bearer x"}, {"Authorization": ""}):
        answer = httpx.post(f"{client.base_url}{path[1:]}", content=b"{", headers=headers, trust_env=False)
        assert (answer.status_code, list(answer.json())) == (401, ["message"])
    assert client.post(path, content=b"{").status_code == 400
    assert client.get(path).status_code == 404
