"""Proves that whoever asks where a stored object is must be allowed to, and is told."""

from __future__ import annotations

from urllib.parse import urlsplit

import httpx

from promptport_local import Server

from .calls import IDS, error

ADDRESS = f"/api/v1/storage-objects/{IDS['storageObjectId']}"
PRESIGN = {"folder": "trace-artifacts", "filename": "f", "contentType": "a/b"}


def test_objects_of_another_application_are_not_found(server: Server, promptic_client: httpx.Client) -> None:
    backend = server.backend("promptic")
    backend.add_workspace("other")
    backend.add_key("pk_other", workspaceId="other")
    promptic_client.headers["Authorization"] = "Bearer pk_other"
    for path in (f"{ADDRESS}/url", f"{ADDRESS}/content", f"/api/v1/artifacts/{IDS['artifactId']}/content"):
        assert error(promptic_client.get(path), 404) == "Not found"


def test_what_has_not_been_brought_can_not_be_fetched(promptic_client: httpx.Client) -> None:
    made = promptic_client.post("/api/v1/storage-objects/presign", json=PRESIGN).json()["storageObjectId"]
    for path in ("url", "content"):
        assert "uploaded" in error(promptic_client.get(f"/api/v1/storage-objects/{made}/{path}"), 400)


def test_what_was_scripted_goes_before(server: Server, promptic_client: httpx.Client) -> None:
    """Storage can be let fail by its path, as any operation by its name."""
    place = promptic_client.get(f"{ADDRESS}/content").headers["location"]
    server.script("promptic", {"path": urlsplit(place).path.removeprefix("/promptic"), "status": 503})
    del promptic_client.headers["Authorization"]
    assert [promptic_client.get(place).status_code for _ in range(2)] == [503, 200]
