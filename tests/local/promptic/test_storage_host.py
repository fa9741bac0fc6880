"""Proves that bytes are brought and fetched over HTTP at another origin, which takes permissions and no credentials."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest

from promptport_local import Server
from promptport_local.promptic.storage_host import content_answer

from .calls import IDS, SESSION, WORKSPACE, error

PRESIGN = "/api/v1/storage-objects/presign"
BODY = {"folder": "trace-artifacts", "filename": "a.png", "contentType": "image/png", "sizeBytes": 4}
CONTENT = f"/api/v1/artifacts/{IDS['artifactId']}/content"


@pytest.fixture
def anybody(server: Server) -> Iterator[httpx.Client]:
    """Somebody without a key."""
    with httpx.Client(trust_env=False, verify=False) as made:
        yield made


def test_an_object_is_brought_by_put(promptic_client: httpx.Client, anybody: httpx.Client) -> None:
    told = promptic_client.post(PRESIGN, json=BODY).json()
    assert (told["method"], told["fields"], told["strategy"]) == ("PUT", {}, "url")
    assert told["expiresAt"] == "2026-01-15T09:45:00.123Z"
    headers = {**told["headers"], "Content-Type": "image/png"}
    assert anybody.put(told["uploadUrl"], content=b"abcd", headers={"Content-Type": "image/png"}).status_code == 403
    assert anybody.put(told["uploadUrl"], content=b"abc", headers=headers).status_code == 400
    assert anybody.post(told["uploadUrl"], content=b"abcd", headers=headers).status_code == 405
    assert anybody.delete(told["uploadUrl"]).status_code == 405
    assert anybody.put(told["uploadUrl"], content=b"abcd", headers=headers).status_code == 200
    where = promptic_client.get(f"/api/v1/storage-objects/{told['storageObjectId']}/url").json()
    assert (where["storageObjectId"], where["expiresAt"]) == (told["storageObjectId"], "2026-01-15T09:35:00.123Z")
    fetched = anybody.get(where["downloadUrl"])
    assert (fetched.content, fetched.headers["content-type"]) == (b"abcd", "image/png")


def test_an_object_is_brought_by_a_form(server: Server, promptic_client: httpx.Client, anybody: httpx.Client) -> None:
    server.backend("promptic").options.upload_method = "POST"
    told = promptic_client.post(PRESIGN, json=BODY).json()
    assert (told["method"], told["headers"]) == ("POST", {})
    file = {"file": ("a.png", b"abcd", "image/png")}
    assert anybody.post(told["uploadUrl"], files=file).status_code == 403
    assert anybody.post(told["uploadUrl"], data=told["fields"], files={"other": file["file"]}).status_code == 400
    assert anybody.put(told["uploadUrl"], content=b"abcd").status_code == 405
    assert anybody.post(told["uploadUrl"], data=told["fields"], files=file).status_code == 204
    made = {"storageObjectId": told["storageObjectId"], "mimeType": "image/png", "sourcePath": "a.png"}
    assert promptic_client.post("/api/v1/artifacts", json=made).json()["sizeBytes"] == 4


@pytest.mark.parametrize("path", [CONTENT, f"/api/v1/storage-objects/{IDS['storageObjectId']}/content"])
def test_content_is_at_another_origin(
    server: Server, promptic_client: httpx.Client, anybody: httpx.Client, path: str
) -> None:
    answer = promptic_client.get(path)
    assert (answer.status_code, answer.content) == (302, b"")
    place = urlsplit(answer.headers["location"])
    assert (place.hostname, place.port) == ("localhost", server.port)
    assert anybody.get(answer.headers["location"]).content == b"hello"
    back = promptic_client.get(path, headers={"Host": f"localhost:{server.port}"}).headers["location"]
    assert urlsplit(back).hostname == "127.0.0.1"


def test_whoever_shows_a_key_there_is_found_out(server: Server, promptic_client: httpx.Client) -> None:
    place = promptic_client.get(CONTENT).headers["location"]
    assert promptic_client.get(place).status_code == 400
    del promptic_client.headers["Authorization"]
    assert promptic_client.get(place, headers={"X-AI-Application-Id": WORKSPACE}).status_code == 200
    *_, refused, seen = (each for each in server.requests if each.path.startswith("/storage/"))
    assert (refused.status, seen.status, seen.operation) == (400, 200, None)
    assert seen.header("x-ai-application-id") == WORKSPACE  # it is not refused; a test looks for it here
    assert place.partition("token=")[2] not in repr(seen) + str(seen.shown())


@pytest.mark.parametrize(("named", "header", "status"), [
    (WORKSPACE, None, 302), (WORKSPACE, WORKSPACE, 302), ("other", WORKSPACE, 400), ("other", None, 403), (None, None, 400),
])  # fmt: skip
def test_the_address_of_a_content_may_name_the_application(
    promptic_client: httpx.Client, named: str | None, header: str | None, status: int
) -> None:
    headers = {**SESSION, **({"X-AI-Application-Id": header} if header else {})}
    query = {"workspaceId": named} if named else {}
    assert promptic_client.get(CONTENT, headers=headers, params=query).status_code == status
    assert promptic_client.get(CONTENT, params=query).status_code == 302  # a key has its own


@pytest.mark.parametrize("changed", ["token=", "token=unknown", "", "token=a&token="])
def test_an_address_that_is_not_good_is_refused(
    promptic_client: httpx.Client, anybody: httpx.Client, changed: str
) -> None:
    place = promptic_client.get(CONTENT).headers["location"]
    answer = anybody.get(f"{place.partition('?')[0]}?{changed}")
    assert (answer.status_code, answer.headers["content-type"]) == (403, "text/plain; charset=utf-8")


def test_it_can_answer_at_once_and_name_another_host(server: Server, promptic_client: httpx.Client) -> None:
    options = server.backend("promptic").options
    options.storage_host = "files.localhost"
    assert urlsplit(promptic_client.get(CONTENT).headers["location"]).hostname == "files.localhost"
    options.storage_redirects = False
    answer = promptic_client.get(CONTENT, params={"disposition": "attachment", "filename": "ä b.txt"})
    assert (answer.status_code, answer.content) == (200, b"hello")
    assert answer.headers["content-type"] == "text/plain"
    assert answer.headers["content-disposition"] == "attachment; filename*=UTF-8''%C3%A4%20b.txt"


def test_how_it_is_shown_goes_along(promptic_client: httpx.Client, anybody: httpx.Client) -> None:
    for asked, told in (
        ({"disposition": "attachment"}, "attachment"),
        ({"filename": "a.txt"}, "inline; filename*=UTF-8''a.txt"),
        ({"disposition": "other"}, None),
        ({}, None),
    ):
        place = promptic_client.get(CONTENT, params=asked).headers["location"]
        assert anybody.get(place).headers.get("content-disposition") == told


@pytest.mark.parametrize("media", ["text/plain\r\nX: y", "ä/b", "none", "", "text/plain; \x00"])
def test_a_type_that_is_none_is_answered_as_bytes(media: str) -> None:
    assert content_answer(b"", media, None, None).media == "application/octet-stream"


def test_the_storage_is_large_enough_for_what_artifacts_may_be(
    promptic_client: httpx.Client, anybody: httpx.Client
) -> None:
    size = 10_000_001  # more than any other body
    told = promptic_client.post(PRESIGN, json={**BODY, "sizeBytes": size}).json()
    headers: dict[str, Any] = {**told["headers"], "Content-Type": "image/png"}
    assert anybody.put(told["uploadUrl"], content=bytes(size), headers=headers).status_code == 200
    error(promptic_client.post(PRESIGN, json={**BODY, "sizeBytes": 52_428_801}), 413)
