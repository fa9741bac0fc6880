"""The bodies of exports, read: in protobuf or in JSON, packed or not."""

from __future__ import annotations

from promptport_local.call import Call
from promptport_local.langfuse.observations import unreadable
from promptport_local.otlp import PROTOBUF, Export, ExportError, read_json_export, read_protobuf, unpacked
from promptport_local.strict_json import BrokenJson, read_json

LARGEST = 64 * 1024 * 1024


def read_export(call: Call) -> Export:
    """Read the export that a request brings.

    Raises:
        Refusal: 400; it is none, or unpacked it is too large.
    """
    media = (call.header("content-type") or PROTOBUF).split(";")[0].strip().lower()
    try:
        raw = unpacked(call.raw, (call.header("content-encoding") or "").strip().lower(), LARGEST)
        return read_protobuf(raw) if media == PROTOBUF else read_json_export(read_json(raw))
    except ExportError as error:
        raise unreadable(str(error)) from None
    except BrokenJson as error:
        raise unreadable(f"The body is not JSON: {error}") from None
