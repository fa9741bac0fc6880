"""Proves that a document is read whatever it is written in, and that what is none is refused with what to do."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from tools.published.document import Document, Unreadable

pytestmark = pytest.mark.one_python("maintainers run it on the oldest")

WRITTEN = """
openapi: 3.0.1
info: {title: Quill, version: "7"}
paths:
  /v1/prompts/{slug}/of/{owner}:
    parameters:
      - {name: owner, in: path, required: true, schema: {type: string}}
      - {$ref: "#/components/parameters/Slug"}
    patch:
      operationId: change
      parameters:
        - {name: X-Team, in: header, schema: {type: string}}
        - {name: accept, in: header, schema: {type: string}}
        - {name: at, in: query, schema: {type: integer, nullable: true}}
      requestBody: {content: {application/json; charset=utf-8: {schema: {type: string, nullable: true}}}}
      responses:
        "200": {description: changed, content: {application/json: {schema: {type: string}}}}
        "202": {description: later, content: {application/json: {schema: {type: integer}}}}
        "404": {description: none, content: {application/json: {schema: {type: object}}}}
        "204": {description: nothing}
components:
  parameters:
    Slug: {name: slug, in: path, required: true, schema: {type: string}}
"""


def test_an_operation_is_its_verb_and_path(tmp_path: Path) -> None:
    file = tmp_path / "quill.yaml"
    file.write_text(WRITTEN)
    document = Document.read(file)
    [(key, found)] = document.operations.items()

    assert (document.title, key, found.name) == ("Quill 7", "PATCH /v1/prompts/{}/of/{}", "change")
    assert sorted(found.parameters) == ["header x-team", "path 1", "path 2", "query at"]
    assert found.parameters["query at"]["schema"] == {"type": ["integer", "null"]}
    assert found.bodies == {"application/json": {"type": ["string", "null"]}}
    assert found.answers == {"application/json": {"anyOf": [{"type": "string"}, {"type": "integer"}]}}


def test_json_and_what_is_packed_are_read_as_well(tmp_path: Path) -> None:
    (tmp_path / "quill.yaml").write_text(WRITTEN)
    (tmp_path / "quill.yaml.gz").write_bytes(gzip.compress(WRITTEN.encode()))
    document = {"openapi": "3.1.0", "info": {}, "paths": {"/a": {"get": {"responses": {}}, "summary": "A"}}}
    (tmp_path / "quill.json").write_text(json.dumps(document))

    assert Document.read(tmp_path / "quill.yaml.gz").operations == Document.read(tmp_path / "quill.yaml").operations
    assert list(Document.read(tmp_path / "quill.json").operations) == ["GET /a"]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("none.yaml", None, "can't be read"),
        ("broken.yaml", b"a: [", "can't be read"),
        ("cut.gz", gzip.compress(WRITTEN.encode(), mtime=0)[:40], "can't be read"),
        ("page.yaml", b"<html>not found</html>", "has no paths"),
        ("list.json", b"[]", "has no paths"),
        ("old.json", b'{"swagger": "2.0", "paths": {}}', "convert it to OpenAPI 3.1"),
    ],
)
def test_what_is_no_document_is_refused(tmp_path: Path, name: str, content: bytes | None, said: str) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)

    with pytest.raises(Unreadable, match=said) as refused:
        Document.read(tmp_path / name)
    assert name in str(refused.value)
