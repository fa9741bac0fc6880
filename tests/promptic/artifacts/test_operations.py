"""Proves where bytes go, as the platform says it, and that the operations are those of the contract."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import yaml

from promptport.model import Unreadable
from promptport.promptic.artifacts.operations import CREATE, PRESIGN, create, presign, read_object, target_of
from promptport.promptic.artifacts.reference import Content

pytestmark = pytest.mark.one_python("what goes over the wire is the same on all")

CONTRACT = yaml.safe_load((Path(__file__).parents[3] / "openapi" / "promptic.yaml").read_text("utf-8"))
CONTENT = Content(b"hello", "text/plain", "notes.txt")
TOLD = {"storageObjectId": "o", "uploadUrl": "https://store.example:444/a/b?token=0123456789abcdef&x=1"}


@pytest.mark.parametrize("operation", [CREATE, PRESIGN])
def test_they_are_those_of_the_contract(operation: Any) -> None:
    described = CONTRACT["paths"][operation.path][operation.method.lower()]
    assert described["operationId"] == operation.id
    assert operation.content in described["requestBody"]["content"]
    assert operation.repeatable is described.get("x-repeatable", operation is PRESIGN)
    schemas = CONTRACT["components"]["schemas"]
    for request, name in ((presign(CONTENT), "StorageUploadInput"), (create(CONTENT, {}), "ArtifactInput")):
        assert {*request.arguments["body"]} <= {*schemas[name]["properties"]}


def test_bytes_are_put_where_they_go() -> None:
    target = target_of({**TOLD, "headers": {"x-acl": "private", "Content-Type": "text/html"}}, "https://promptic.eu")
    assert target is not None
    operation, arguments = target.request(CONTENT)
    assert (operation.method, operation.server, operation.path) == (
        "PUT",
        "https://store.example:444",
        "/a/b?token=0123456789abcdef&x=1",
    )
    assert (operation.security, operation.content, arguments) == ((), "text/html", {"x-acl": "private", "": b"hello"})
    assert target.secrets == ["0123456789abcdef"]
    assert "0123456789abcdef" not in repr(target)


def test_or_brought_by_a_form() -> None:
    target = target_of({**TOLD, "method": "post", "fields": {"key": "k"}}, "https://promptic.eu")
    assert target is not None
    operation, arguments = target.request(CONTENT)
    assert (operation.method, operation.content) == ("POST", "multipart/form-data")
    assert list(arguments.items()) == [("key", "k"), ("file", ("notes.txt", b"hello", "text/plain"))]


@pytest.mark.parametrize(
    "told",
    [
        {},
        {**TOLD, "storageObjectId": ""},
        {**TOLD, "storageObjectId": 7},
        {**TOLD, "uploadUrl": ""},
        {**TOLD, "uploadUrl": None},
        {**TOLD, "uploadUrl": "ftp://store.example/a"},
        {**TOLD, "uploadUrl": "https:///a"},
        {**TOLD, "uploadUrl": "https://user:word@store.example/a"},
        {**TOLD, "uploadUrl": "https://store.example/a b"},
        {**TOLD, "uploadUrl": "https://store.example/a\r\nX: 1"},
        {**TOLD, "uploadUrl": "https://störe.example/"},
        {**TOLD, "uploadUrl": "http://store.example/a"},  # without encryption, from a platform that has it
    ],
)
def test_there_is_no_such_place(told: dict[str, Any]) -> None:
    assert target_of(told, "https://promptic.eu") is None


def test_a_local_platform_has_no_encryption_at_all() -> None:
    target = target_of(
        {**TOLD, "uploadUrl": "http://localhost:1?a#b", "headers": ["no"], "fields": 7}, "http://127.0.0.1:1"
    )
    assert target is not None
    assert (target.server, target.path) == ("http://localhost:1", "?a")
    assert urlsplit(target.server).port == 1


def test_an_answer_is_an_object() -> None:
    assert read_object(b'{"id": "a"}') == {"id": "a"}
    for content in (b"<html>", b"[]", b""):
        with pytest.raises(Unreadable):
            read_object(content)
