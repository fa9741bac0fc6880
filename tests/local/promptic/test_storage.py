"""Proves that the objects of the local Promptic are kept to the byte, and fetched by those alone who may."""

from __future__ import annotations

import pytest

from promptport_local.promptic.backend import Backend
from promptport_local.promptic.resources import Caller, Json
from promptport_local.promptic.storage import LARGEST_OBJECT, Grant

from ..conftest import Clock
from .seeded import refused

BODY = {"folder": "trace-artifacts", "filename": "f.txt", "contentType": "text/plain; charset=utf-8"}


def reserved(promptic: Backend, me: Caller, **fields: object) -> tuple[Json, Grant]:
    record, grant = promptic.presign_storage_object(me, {**BODY, **fields})
    return promptic.granted(record["id"], grant.token, "upload"), grant


def test_what_is_brought_is_kept_to_the_byte(promptic: Backend, me: Caller) -> None:
    content = bytes(range(256))
    record, _ = reserved(promptic, me, sizeBytes=256)
    assert refused(promptic.storage_object, me.workspace, record["id"]) == 400  # nothing has come yet
    promptic.keep_object(record, content, "TEXT/plain")
    kept = promptic.storage_object(me.workspace, record["id"])
    assert (kept["sizeBytes"], kept["access"], kept["uploaded"]) == (256, "private", True)
    assert promptic.object_content(record["id"]) == content
    assert refused(promptic.storage_object, "other", record["id"]) == 404


@pytest.mark.parametrize(("content", "media", "status"), [
    (b"abc", "text/plain", 400), (b"abcd", "text/html", 400), (b"abcd", "", 400), (b"abcdefghijk", "text/plain", 413),
])  # fmt: skip
def test_other_bytes_than_were_said_are_refused(
    promptic: Backend, me: Caller, content: bytes, media: str, status: int
) -> None:
    record, _ = reserved(promptic, me, sizeBytes=4, maxSizeBytes=10)
    assert refused(promptic.keep_object, record, content, media) == status
    assert refused(promptic.storage_object, me.workspace, record["id"]) == 400


@pytest.mark.parametrize("fields", [
    {"sizeBytes": LARGEST_OBJECT + 1},
    {"sizeBytes": 11, "maxSizeBytes": 10},
    {"sizeBytes": LARGEST_OBJECT + 1, "maxSizeBytes": 2 * LARGEST_OBJECT},
])  # fmt: skip
def test_what_is_too_large_gets_no_room(promptic: Backend, me: Caller, fields: Json) -> None:
    assert refused(promptic.presign_storage_object, me, {**BODY, **fields}) == 413


def test_a_permission_is_for_one_thing_and_for_a_while(promptic: Backend, me: Caller, clock: Clock) -> None:
    record, upload = reserved(promptic, me)
    promptic.keep_object(record, b"", "text/plain")
    download = promptic.download(promptic.storage_object(me.workspace, record["id"]))
    other, _ = reserved(promptic, me)
    promptic.granted(record["id"], download.token, "download")
    assert refused(promptic.granted, record["id"], upload.token, "download") == 403
    assert refused(promptic.granted, record["id"], download.token, "upload") == 403
    assert refused(promptic.granted, other["id"], download.token, "download") == 403
    assert refused(promptic.granted, record["id"], "", "download") == 403
    clock.forward(seconds=300)
    assert refused(promptic.granted, record["id"], download.token, "download") == 403
    promptic.granted(record["id"], upload.token, "upload")
    clock.forward(seconds=600)
    assert refused(promptic.granted, record["id"], upload.token, "upload") == 403


def test_no_permission_and_no_bytes_are_shown(promptic: Backend, me: Caller) -> None:
    record, upload = reserved(promptic, me)
    promptic.keep_object(record, b"secret bytes", "text/plain")
    shown = str(promptic.state()) + str(promptic.tables()) + repr(upload)
    assert upload.token not in shown
    assert "secret bytes" not in shown
    assert "c2VjcmV0" not in shown
