"""Proves how artifacts are brought to the platform, and which way is taken where one fails.

The blocking twin is made from this file by `tools/unasync.py`.
"""

from __future__ import annotations

import json
from base64 import b64decode
from hashlib import sha256
from typing import Any, Literal

import pytest

from promptport.http._async.pipeline import AsyncPipeline
from promptport.promptic import AsyncPrompticClient
from promptport.promptic._async.uploads import AsyncUploads
from promptport.promptic.artifacts.reference import MOST, Content
from promptport.promptic.artifacts.uploading import UploadError, road
from promptport.testing import Platform

pytestmark = pytest.mark.one_python("what goes over the wire is the same on all")

KEY = "pk_local_dev"
CONTENT = Content(b"hello", "text/plain", "notes.txt", "manual", "n", "hel")
PRESIGN, CREATE, STORE = "presign_storage_object", "create_artifact", ""


def uploads(url: str, key: str = KEY) -> AsyncUploads:
    rules, options = road(key, url)
    options = options._replace(policy=options.policy._replace(factor=0.0), timeout=2.0, deadline=5.0)
    return AsyncUploads(AsyncPipeline(rules, options))


def sent(platform: Platform) -> list[tuple[str, int | None]]:
    return [(each.operation or "", each.status) for each in platform.requests]


@pytest.mark.parametrize("method", ["PUT", "POST"])
async def test_by_where_the_bytes_go(platform: Platform, method: Literal["PUT", "POST"]) -> None:
    """The storage, another origin, is told neither the key nor who asks."""
    platform.backend("promptic").options.upload_method = method
    async with uploads(platform.url("promptic")) as made:
        found = await made.upload(CONTENT)
    digest = sha256(b"hello").hexdigest()
    assert (found.mime_type, found.size_bytes, found.sha256, found.name) == ("text/plain", 5, digest, "n")
    assert found.ref == f"promptic-artifact://{found.id}"
    assert [each.status for each in platform.requests] == [200, 200 if method == "PUT" else 204, 201]
    asked, stored, created = platform.requests
    assert json.loads(asked.body) == {
        "folder": "trace-artifacts", "filename": "notes.txt", "contentType": "text/plain", "access": "private",
        "sizeBytes": 5, "maxSizeBytes": 52_428_800,
    }  # fmt: skip
    assert stored.header("authorization") is None
    told = json.loads(created.body)
    told.pop("storageObjectId")
    assert told == {
        "name": "n", "mimeType": "text/plain", "sizeBytes": 5, "sha256": digest, "sourcePath": "notes.txt",
        "sourceField": "manual", "source": "direct_upload", "preview": "hel",
    }  # fmt: skip
    async with AsyncPrompticClient(KEY, endpoint=platform.url("promptic")) as client:
        assert await client.get_artifact_content(found.id) == b"hello"


@pytest.mark.parametrize(
    ("script", "way"),
    [
        ({"operation": PRESIGN, "status": 404, "json": {"error": "Not found"}}, [(PRESIGN, 404), (CREATE, 201)]),
        ({"operation": PRESIGN, "status": 403, "json": {"error": "no"}}, [(PRESIGN, 403), (CREATE, 201)]),
        ({"operation": PRESIGN, "status": 200, "json": {"uploadUrl": ""}}, [(PRESIGN, 200), (CREATE, 201)]),
        ({"operation": PRESIGN, "status": 200, "body": "<html>"}, [(PRESIGN, 200), (CREATE, 201)]),
    ],
)
async def test_or_by_the_platform_itself(platform: Platform, script: dict[str, Any], way: list[Any]) -> None:
    platform.script("promptic", script)
    async with uploads(platform.url("promptic")) as made:
        found = await made.upload(CONTENT)
    assert sent(platform) == way
    body = json.loads(platform.requests[-1].body)
    assert b64decode(body.pop("contentBase64")) == b"hello"
    assert body == {
        "name": "n", "mimeType": "text/plain", "sourcePath": "notes.txt", "sourceField": "manual", "preview": "hel",
    }  # fmt: skip
    assert found.size_bytes == 5
    platform.violations.clear()  # what was scripted


async def test_a_storage_that_refuses(platform: Platform) -> None:
    """As one that has no such place, or has been put away meanwhile."""
    url = platform.url("promptic").replace("127.0.0.1", "localhost") + "/storage/gone?token=0123456789abcdef"
    platform.script(
        "promptic", {"operation": PRESIGN, "status": 200, "json": {"uploadUrl": url, "storageObjectId": "gone"}}
    )
    async with uploads(platform.url("promptic")) as made:
        await made.upload(CONTENT)
    assert sent(platform) == [(PRESIGN, 200), (STORE, 403), (CREATE, 201)]
    platform.violations.clear()


async def test_there_is_no_other_way(platform: Platform) -> None:
    """A key that is refused is refused everywhere; and where nobody knows whether there is an artifact, there is no second."""
    async with uploads(platform.url("promptic"), "pk_planted_0123456789") as made:
        with pytest.raises(UploadError, match=r"notes\.txt could not be uploaded: \[401\]") as refused:
            await made.upload(CONTENT)
    assert (refused.value.unreachable, len(platform.requests)) == (True, 1)
    assert "pk_planted" not in f"{refused.value!r}{refused.value.__cause__!r}"
    async with uploads("http://127.0.0.1:1") as made:
        with pytest.raises(UploadError, match="no connection to the platform") as refused:
            await made.upload(CONTENT)
    assert refused.value.unreachable
    platform.script("promptic", {"operation": CREATE, "drop": True})
    async with uploads(platform.url("promptic")) as made:
        with pytest.raises(UploadError, match="The connection broke"):
            await made.upload(CONTENT)
    assert [name for name, _ in sent(platform)].count(CREATE) == 1


async def test_what_is_too_large_is_not_sent(platform: Platform) -> None:
    async with uploads(platform.url("promptic")) as made:
        with pytest.raises(
            UploadError, match=r"The artifact: 52,428,801 bytes are too many, 52,428,800 are the most\."
        ):
            await made.upload(Content(bytes(MOST + 1), "text/plain"))
        platform.script(
            "promptic",
            {"operation": PRESIGN, "status": 404, "json": {"error": "Not found"}},
            {"operation": CREATE, "status": 201, "json": {"name": "n"}},
        )
        with pytest.raises(UploadError, match="did not say which artifact"):
            await made.upload(CONTENT)
    platform.violations.clear()
