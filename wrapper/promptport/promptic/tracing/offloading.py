"""Finds in exported spans what is to become artifacts, and puts references in its place. Nothing here waits."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from google.protobuf.message import DecodeError
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest
from opentelemetry.proto.common.v1.common_pb2 import KeyValue
from opentelemetry.proto.trace.v1.trace_pb2 import Span

from ..artifacts.leaves import SMALLEST, content_of
from ..artifacts.reference import Content

Put = Callable[[Content], str | None]
"""What stands in the place of a content; None where that stays."""


def may_hold_any(body: bytes) -> bool:
    """Whether an export may hold what is to become an artifact, told without reading it."""
    return len(body) >= SMALLEST or b";base64," in body.lower()


def read(body: bytes) -> ExportTraceServiceRequest | None:
    """An export, as it is read; None where it is none."""
    try:
        return ExportTraceServiceRequest.FromString(body)
    except DecodeError:
        return None


def contents(export: ExportTraceServiceRequest) -> list[Content]:
    """What is to become artifacts, in the order in which it stands there; it stays as it is."""
    found: list[Content] = []
    copy = ExportTraceServiceRequest()
    copy.CopyFrom(export)

    def note(content: Content) -> str:
        found.append(content)
        return ""

    replace(copy, note)
    return found


def replace(export: ExportTraceServiceRequest, put: Put) -> None:
    """Put something else in the place of what is to become artifacts.

    Args:
        export: The export.
        put: Answers what.
    """
    for span in spans(export):
        _replace_in(span.attributes, "", put)
        for at, event in enumerate(span.events):
            _replace_in(event.attributes, f"events[{at}].", put)


def spans(export: ExportTraceServiceRequest) -> Iterator[Span]:
    """The spans of an export."""
    for resource in export.resource_spans:
        for scope in resource.scope_spans:
            yield from scope.spans


def _replace_in(attributes: Any, prefix: str, put: Put) -> None:
    attribute: KeyValue
    for attribute in attributes:
        path, value = prefix + attribute.key, attribute.value
        kind = value.WhichOneof("value")
        if kind == "string_value":
            made = _text(value.string_value, path, put)
            if made != value.string_value:
                value.string_value = made
        elif kind == "array_value":
            for at, each in enumerate(value.array_value.values):
                if each.WhichOneof("value") == "string_value":
                    each.string_value = _leaf(each.string_value, f"{path}[{at}]", put)


def _text(text: str, path: str, put: Put) -> str:
    """A text, in which JSON is looked through; where nothing of that is replaced, the text as a whole is a value."""
    if text.lstrip()[:1] in ("[", "{"):
        try:
            found = json.loads(text)
            made = _walked(found, path, put)
            if made is not found:
                return json.dumps(made, separators=(",", ":"))
        except (ValueError, RecursionError):  # it is no JSON, or too deep to be any message
            pass
    return _leaf(text, path, put)


def _walked(value: Any, path: str, put: Put, beside: Mapping[str, Any] | None = None) -> Any:
    """A value of JSON with what was put into it; itself, where nothing was."""
    if isinstance(value, str):
        return _leaf(value, path, put, beside)
    if isinstance(value, list):
        items = [_walked(each, f"{path}[{at}]", put) for at, each in enumerate(value)]
        return items if any(new is not old for new, old in zip(items, value, strict=True)) else value
    if isinstance(value, dict):
        fields = {name: _walked(each, f"{path}.{name}", put, value) for name, each in value.items()}
        return (
            fields if any(new is not old for new, old in zip(fields.values(), value.values(), strict=True)) else value
        )
    return value


def _leaf(text: str, path: str, put: Put, beside: Mapping[str, Any] | None = None) -> str:
    found = content_of(text, path, beside)
    made = put(found) if found is not None else None
    return text if made is None else made
