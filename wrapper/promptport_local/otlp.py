"""Exports of OpenTelemetry (OTLP over HTTP), in protobuf and in JSON, as spans that are read."""

from __future__ import annotations

import base64
import binascii
import math
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from promptport_local.clock import written

if TYPE_CHECKING:
    from google.protobuf.internal.containers import RepeatedCompositeFieldContainer
    from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest
    from opentelemetry.proto.common.v1.common_pb2 import AnyValue, KeyValue
    from opentelemetry.proto.trace.v1.trace_pb2 import Span as WireSpan

PROTOBUF = "application/x-protobuf"
_KINDS = ("internal", "internal", "server", "client", "producer", "consumer")
_ERROR = 2
_TRACE_ID, _SPAN_ID = 16, 8
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

Json = dict[str, Any]


class ExportError(Exception):
    """What was sent is no export that can be read. The text says why.

    Attributes:
        status: The HTTP status that says so: 413 for what is too large, else 400.
    """

    def __init__(self, status: int, text: str) -> None:
        super().__init__(text)
        self.status = status


@dataclass(frozen=True)
class Sent:
    """A span as it was sent.

    Attributes:
        trace_id: The trace's id, in hex.
        span_id: Its id, in hex.
        parent: The id of the span that it is a part of, or None.
        name: Its name.
        kind: Its kind in OpenTelemetry, such as `internal`.
        begun: When it began, in nanoseconds since 1970.
        ended: When it ended, in nanoseconds since 1970; 0 where it did not say.
        failed: Whether its status is an error.
        message: What its status says.
        attributes: Its attributes.
        events: What happened within it: `name`, `time` in nanoseconds, `attributes`.
        resource: The attributes of what it comes from.
    """

    trace_id: str
    span_id: str
    parent: str | None
    name: str
    kind: str
    begun: int
    ended: int
    failed: bool
    message: str
    attributes: Json = field(default_factory=dict)
    events: tuple[Json, ...] = ()
    resource: Json = field(default_factory=dict)


@dataclass(frozen=True)
class Export:
    """An export as it was read.

    Attributes:
        spans: Its spans.
        rejected: How many more it had, whose ids are none.
    """

    spans: tuple[Sent, ...]
    rejected: int


@dataclass(frozen=True)
class Taken:
    """What became of an export.

    Attributes:
        rejected: How many of its spans were not taken.
        reasons: Why, in words; each reason once.
    """

    rejected: int = 0
    reasons: tuple[str, ...] = ()

    def answer(self) -> Json:
        """What is answered, in JSON."""
        if not self.rejected:
            return {"partialSuccess": {}}
        return {"partialSuccess": {"rejectedSpans": str(self.rejected), "errorMessage": "; ".join(self.reasons)}}

    def binary_answer(self) -> bytes:
        """What is answered, in protobuf: nothing where every span was taken."""
        from opentelemetry.proto.collector.trace.v1 import trace_service_pb2 as service

        answer = service.ExportTraceServiceResponse()
        if self.rejected:
            answer.partial_success.rejected_spans = self.rejected
            answer.partial_success.error_message = "; ".join(self.reasons)
        return answer.SerializeToString()


def moment(nanoseconds: int) -> str:
    """Nanoseconds since 1970 as a moment."""
    return written(_EPOCH + timedelta(microseconds=nanoseconds // 1000), "milliseconds")


NO_ID = "a trace id has 16 bytes and a span id 8, not all of them zero"


def unpacked(body: bytes, coding: str | None, largest: int) -> bytes:
    """The bytes of a body, out of the coding it was sent in.

    Args:
        body: The body as it came.
        coding: Its `Content-Encoding`.
        largest: How many bytes it may have, packed and unpacked.

    Raises:
        ExportError: It is larger; or it is not of its coding, or that is none we know.
    """
    if coding in (None, "", "identity"):
        plain = body
    elif coding in ("gzip", "deflate"):
        reading = zlib.decompressobj(zlib.MAX_WBITS | 32 if coding == "gzip" else zlib.MAX_WBITS)
        try:
            plain = reading.decompress(body, largest + 1)
        except zlib.error:
            raise ExportError(400, f"The body is not {coding}") from None
        if not reading.eof and len(plain) <= largest:
            raise ExportError(400, f"The body is not whole {coding}")
    else:
        raise ExportError(400, "The Content-Encoding must be gzip, deflate or identity")
    if max(len(plain), len(body)) > largest:
        raise ExportError(413, f"The body is larger than {largest / 1_000_000:g} MB")
    return plain


def read_protobuf(body: bytes) -> Export:
    """Read an export in protobuf.

    Raises:
        ExportError: It is none.
    """
    from google.protobuf.message import DecodeError
    from opentelemetry.proto.collector.trace.v1 import trace_service_pb2 as service

    try:
        return _export(service.ExportTraceServiceRequest.FromString(body))
    except DecodeError:
        raise ExportError(400, "The body is not an ExportTraceServiceRequest in protobuf") from None


def read_json_export(value: Any) -> Export:
    """Read an export in JSON, in which OTLP writes ids in hex.

    Raises:
        ExportError: It is none.
    """
    if not isinstance(value, dict):
        raise ExportError(400, "The body is not an ExportTraceServiceRequest in JSON: it is no object")
    from google.protobuf import json_format
    from opentelemetry.proto.collector.trace.v1 import trace_service_pb2 as service

    try:
        request = json_format.ParseDict(
            _with_binary_ids(value), service.ExportTraceServiceRequest(), ignore_unknown_fields=True
        )
    except json_format.ParseError as error:
        raise ExportError(400, f"The body is not an ExportTraceServiceRequest in JSON: {error}") from None
    return _export(request)


def _with_binary_ids(value: Any, name: str = "") -> Any:
    """A copy with the ids of spans in base64, as protobuf writes bytes in JSON."""
    if isinstance(value, dict):
        return {key: _with_binary_ids(each, key) for key, each in value.items()}
    if isinstance(value, list):
        return [_with_binary_ids(each) for each in value]
    if name in ("traceId", "spanId", "parentSpanId") and isinstance(value, str):
        try:
            return base64.b64encode(binascii.unhexlify(value)).decode()
        except ValueError:
            return ""  # no id: the span is rejected, the others are not
    return value


def _export(request: ExportTraceServiceRequest) -> Export:
    spans: list[Sent] = []
    rejected = 0
    for resource in request.resource_spans:
        about = _attributes(resource.resource.attributes)
        for scope in resource.scope_spans:
            for span in scope.spans:
                if _is_id(span.trace_id, _TRACE_ID) and _is_id(span.span_id, _SPAN_ID):
                    spans.append(_sent(span, about))
                else:
                    rejected += 1
    return Export(tuple(spans), rejected)


def _is_id(id: bytes, length: int) -> bool:
    return len(id) == length and any(id)


def _sent(span: WireSpan, resource: Json) -> Sent:
    return Sent(
        trace_id=span.trace_id.hex(),
        span_id=span.span_id.hex(),
        parent=span.parent_span_id.hex() if any(span.parent_span_id) else None,
        name=span.name,
        kind=_KINDS[span.kind] if 0 <= span.kind < len(_KINDS) else _KINDS[0],
        begun=span.start_time_unix_nano,
        ended=span.end_time_unix_nano,
        failed=span.status.code == _ERROR,
        message=span.status.message,
        attributes=_attributes(span.attributes),
        events=tuple(
            {"name": each.name, "time": each.time_unix_nano, "attributes": _attributes(each.attributes)}
            for each in span.events
        ),
        resource=resource,
    )


def _attributes(pairs: RepeatedCompositeFieldContainer[KeyValue]) -> Json:
    return dict(_named(pairs))


def _named(pairs: RepeatedCompositeFieldContainer[KeyValue]) -> Iterator[tuple[str, Any]]:
    for pair in pairs:
        yield pair.key, _value(pair.value)


def _value(value: AnyValue) -> Any:
    """A value of an attribute as JSON has it."""
    kind = value.WhichOneof("value")
    if kind is None:
        return None
    if kind == "array_value":
        return [_value(each) for each in value.array_value.values]
    if kind == "kvlist_value":
        return _attributes(value.kvlist_value.values)
    if kind == "bytes_value":
        return base64.b64encode(value.bytes_value).decode()
    if kind == "double_value" and not math.isfinite(value.double_value):
        return str(value.double_value)
    return getattr(value, kind)
