"""Proves that the local Promptic's artifacts are made, and linked with the traces that refer to them."""

from __future__ import annotations

import base64
import hashlib
import json
from typing import Any

import httpx
import pytest

from promptport_local.promptic.artifacts import referred
from promptport_local.promptic.backend import Backend
from promptport_local.promptic.resources import Caller

from .calls import IDS, error
from .exports import CHILD, ROOT, TRACE, sent, span
from .seeded import refused

CONTENT = b"\x00hello\xff"
BODY = {"contentBase64": base64.b64encode(CONTENT).decode(), "mimeType": "image/png", "sourcePath": "$", "name": None}


def test_of_bytes(promptic: Backend, me: Caller) -> None:
    made = promptic.create_artifact(me, {**BODY, "sourceField": "manual", "preview": "p"})
    assert (made["sizeBytes"], made["sha256"]) == (7, hashlib.sha256(CONTENT).hexdigest())
    assert (made["source"], made["sourceField"], made["preview"], made["name"]) == ("api_upload", "manual", "p", None)
    assert made["uri"] == f"promptic-artifact://{made['id']}"
    assert [made[name] for name in ("traceDbId", "spanDbId", "traceId", "spanId")] == [None] * 4
    assert promptic.object_content(promptic.artifact_object(me, made["id"])["id"]) == CONTENT


def test_of_what_was_stored(promptic: Backend, me: Caller) -> None:
    body = {"folder": "trace-artifacts", "filename": "f", "contentType": "image/png"}
    record, grant = promptic.presign_storage_object(me, body)
    of_it = {"storageObjectId": record["id"], "mimeType": "image/png", "sourcePath": "f", "source": "direct_upload"}
    assert refused(promptic.create_artifact, me, of_it) == 400
    promptic.keep_object(promptic.granted(record["id"], grant.token, "upload"), CONTENT, "image/png")
    facts = {"sizeBytes": 7, "sha256": hashlib.sha256(CONTENT).hexdigest().upper()}
    made = promptic.create_artifact(me, {**of_it, **facts})
    assert (made["storageObjectId"], made["source"], made["storageProvider"]) == (
        record["id"],
        "direct_upload",
        "local",
    )
    assert refused(promptic.create_artifact, me, {**of_it, "sizeBytes": 8}) == 400
    assert refused(promptic.create_artifact, me, {**of_it, "sha256": "0" * 64}) == 400


@pytest.mark.parametrize(("changes", "status"), [
    ({"contentBase64": ...}, 400),
    ({"storageObjectId": IDS["storageObjectId"]}, 400),
    ({"contentBase64": "a"}, 400),
    ({"contentBase64": "a-b_"}, 400),
    ({"contentBase64": "ä"}, 400),
    ({"contentBase64": ..., "storageObjectId": "unknown"}, 404),
])  # fmt: skip
def test_what_is_none_is_refused(promptic: Backend, me: Caller, changes: dict[str, Any], status: int) -> None:
    body = {name: value for name, value in {**BODY, **changes}.items() if value is not ...}
    assert refused(promptic.create_artifact, me, body) == status


def test_another_applications_are_not_found(promptic: Backend) -> None:
    promptic.add_workspace("other")
    promptic.add_key("pk_other", workspaceId="other")
    stranger = promptic.caller("pk_other")
    assert refused(promptic.get_artifact, stranger, IDS["artifactId"]) == 404
    assert refused(promptic.artifact_object, stranger, IDS["artifactId"]) == 404
    assert refused(promptic.list_trace_artifacts, stranger, IDS["traceId"]) == 404
    theirs = {"storageObjectId": IDS["storageObjectId"], "mimeType": "text/plain", "sourcePath": "$"}
    assert refused(promptic.create_artifact, stranger, theirs) == 404


def listed(client: httpx.Client, trace: str = TRACE) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = client.get(f"/api/v1/traces/{trace}/artifacts").json()["data"]
    return rows


def test_spans_are_searched_for_references(promptic_client: httpx.Client) -> None:
    """In attributes of any name, in JSON within them, in lists, and in those of events."""
    ids = [promptic_client.post("/api/v1/artifacts", json=BODY).json()["id"] for _ in range(4)]
    uris = [f"promptic-artifact://{each}" for each in ids]
    event = {
        "name": "e",
        "timeUnixNano": "1",
        "attributes": [{"key": "k", "value": {"stringValue": f"see {uris[2]}!"}}],
    }
    said = {"gen_ai.input.messages": json.dumps([{"url": uris[0]}]), "any": ["x", uris[1]], "upper": uris[3].upper()}
    trace = sent(promptic_client, span("r", attributes=said, events=[event]))
    found = listed(promptic_client)
    assert [each["id"] for each in found] == ids[:3]
    root = trace["spans"][0]
    for each in found:
        links = {"traceDbId": trace["id"], "traceId": TRACE, "spanDbId": root["id"], "spanId": ROOT}
        assert {name: each[name] for name in links} == links
        assert promptic_client.get(f"/api/v1/artifacts/{each['id']}").json() == each


def test_a_link_is_with_the_first_and_every_trace_lists_what_it_refers_to(promptic_client: httpx.Client) -> None:
    made = promptic_client.post("/api/v1/artifacts", json=BODY).json()
    other = "f" * 32
    sent(promptic_client, span("a", attributes={"x": made["uri"]}))
    sent(promptic_client, span("c", CHILD, ROOT, attributes={"x": made["uri"]}))
    sent(
        promptic_client,
        span("b", trace_id=other, attributes={"x": made["uri"], "y": "promptic-artifact://" + "0" * 36}),
    )
    (one,), (same,) = listed(promptic_client), listed(promptic_client, other)
    assert one == same
    assert (one["traceId"], one["spanId"]) == (TRACE, ROOT)
    assert error(promptic_client.get("/api/v1/traces/unknown/artifacts"), 404) == "Not found"


def test_references_in_whatever_stands_there() -> None:
    one = "4e6a8c0d-2f1b-4d3e-9a5c-7b8d0f2e4a61"
    assert referred([{"a": [f"promptic-artifact://{one.upper()}promptic-artifact://{one}"]}, None, 5]) == [one]
    assert referred([one, "promptic-artifact://none", f"promptic://{one}"]) == []
