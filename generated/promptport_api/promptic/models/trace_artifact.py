# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""A file that was sent with a trace, or by itself."""

from __future__ import annotations

from typing import Required

from promptport.model import Fields as _Fields
from promptport.model import (
    describe,
)
from typing_extensions import TypedDict

TraceArtifact = TypedDict(
    "TraceArtifact",
    {
        "id": Required["str"],  # The artifact's id.
        "aiApplicationId": Required["str"],  # Since promptic-sdk 0.21.0. The AI application that it belongs to.
        "workspaceId": Required[
            "str"
        ],  # Gone since promptic-sdk 0.21.0; use `aiApplicationId`. The same by its older name.
        "traceDbId": Required["str | None"],  # The trace's id in the database; null until a trace refers to it.
        "spanDbId": Required["str | None"],  # The span's id in the database.
        "traceId": Required["str | None"],  # The trace's id in OpenTelemetry.
        "spanId": Required["str | None"],  # The span's id in OpenTelemetry.
        "sourcePath": Required["str"],  # Where it came from: a path, or `$` for a value.
        "sourceField": Required["str"],  # Such as `manual` or `metadata`.
        "source": Required["str"],  # How it was sent, such as `direct_upload`.
        "name": "str | None",  # Since promptic-sdk 0.19.0. Its name.
        "mimeType": Required["str"],  # Its media type.
        "sizeBytes": Required["int"],  # How many bytes it has.
        "sha256": Required["str"],  # The SHA-256 of its bytes, in hexadecimal.
        "storageProvider": Required["str"],  # Who stores it.
        "storageKey": Required["str | None"],  # Where it is stored.
        "storageObjectId": "str | None",  # The id of what is stored.
        "preview": Required["str | None"],  # How a text begins.
        "createdAt": Required["str"],  # When it was made.
        "uri": Required["str"],  # `promptic-artifact://` and its id, which stands in a trace in its place.
        "contentUrl": "str",  # Where its bytes are.
    },
    total=False,
)
describe(
    TraceArtifact,
    _Fields(
        {
            "id": "string",
            "aiApplicationId": "string",
            "workspaceId": "string",
            "traceDbId": "string|null",
            "spanDbId": "string|null",
            "traceId": "string|null",
            "spanId": "string|null",
            "sourcePath": "string",
            "sourceField": "string",
            "source": "string",
            "name": "string|null",
            "mimeType": "string",
            "sizeBytes": "integer",
            "sha256": "string",
            "storageProvider": "string",
            "storageKey": "string|null",
            "storageObjectId": "string|null",
            "preview": "string|null",
            "createdAt": "string",
            "uri": "string",
            "contentUrl": "string",
        },
        (
            "id",
            "traceDbId",
            "spanDbId",
            "traceId",
            "spanId",
            "sourcePath",
            "sourceField",
            "source",
            "mimeType",
            "sizeBytes",
            "sha256",
            "preview",
            "createdAt",
            "uri",
        ),
    ),
)
