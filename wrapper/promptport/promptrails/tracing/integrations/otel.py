"""OpenTelemetry's spans, delivered to PromptRails."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from os import PathLike
from typing import TYPE_CHECKING, Any

from ...sharing import SharedHttp
from ..exporter import SpanExporter
from ..tracer import of_key

if TYPE_CHECKING:
    from opentelemetry.sdk.trace import ReadableSpan
    from opentelemetry.sdk.trace.export import SpanExporter as Base
    from opentelemetry.sdk.trace.export import SpanExportResult

    from ..._async.client import AsyncPromptRails
    from ..._sync.client import PromptRails
else:
    try:
        from opentelemetry.sdk.trace.export import SpanExporter as Base
        from opentelemetry.sdk.trace.export import SpanExportResult
    except ImportError:
        Base, SpanExportResult = object, None

MISSING = "`PromptRailsSpanExporter` needs the OpenTelemetry SDK: `pip install opentelemetry-sdk`."
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
KINDS = {
    **dict.fromkeys(("chat", "text_completion", "completion", "generate_content"), "llm"),
    **dict.fromkeys(("execute_tool", "tool"), "tool"),
    **dict.fromkeys(("embeddings", "embedding"), "embedding"),
}
MODELS = ("gen_ai.response.model", "gen_ai.request.model")
TOKENS = {"prompt_tokens": "gen_ai.usage.input_tokens", "completion_tokens": "gen_ai.usage.output_tokens"}


class PromptRailsSpanExporter(Base):
    """An exporter of OpenTelemetry, for a processor of spans.

    What it is given is on disk at once, and delivered from there. With a `SimpleSpanProcessor` that is every span as soon as it
    has ended; a `BatchSpanProcessor` keeps spans in memory for a while before.

    Args:
        api_key: An API key with the scope `traces:write`; the environment variable PROMPTRAILS_API_KEY where None.
        base_url: Where the platform is; else PROMPTRAILS_BASE_URL, else https://api.promptrails.ai.
        http: A client, or the `_http` of one, whose key, address and options are used instead.
        spool: Where spans wait: True for the person's own folder, False for memory only, or a folder.

    Raises:
        ImportError: There is no OpenTelemetry SDK.
        ConfigurationError: There is no key. It is a `ValueError`.
    """

    def __init__(
        self,
        api_key: str | None = None,
        *,
        base_url: str | None = None,
        http: SharedHttp | PromptRails | AsyncPromptRails | None = None,
        spool: bool | str | PathLike[str] = True,
    ) -> None:
        if SpanExportResult is None:
            raise ImportError(MISSING)
        self._exporter = SpanExporter(http or of_key(api_key, base_url, 30.0, 3), spool=spool)

    def export(self, spans: Sequence[ReadableSpan]) -> SpanExportResult:
        """Accept spans; a failure where there was no room for one."""
        accepted = [self._exporter.accept(otel_span_to_payload(each)) for each in spans]
        return SpanExportResult.SUCCESS if all(accepted) else SpanExportResult.FAILURE

    def force_flush(self, timeout_millis: int = 30_000) -> bool:
        """Deliver what waits, now.

        Args:
            timeout_millis: Milliseconds to wait at the most.

        Returns:
            Whether nothing waits any more.
        """
        return not self._exporter.flush(timeout_millis / 1000).waiting

    def shutdown(self) -> None:
        """Deliver what waits, for a second and a half at the most, and let go."""
        self._exporter.shutdown()


def otel_span_to_payload(span: Any) -> dict[str, Any]:
    """A span of OpenTelemetry, as PromptRails takes it.

    Args:
        span: A `ReadableSpan`, or what has its attributes.
    """
    context = span.get_span_context() if hasattr(span, "get_span_context") else span.context
    attributes = dict(span.attributes or {})
    payload = {
        "trace_id": f"{context.trace_id:032x}",
        "span_id": f"{context.span_id:016x}",
        "name": span.name,
        "kind": KINDS.get(str(attributes.get("gen_ai.operation.name")), "chain"),
        "status": _status(span),
        "started_at": _moment(span.start_time),
        "attributes": attributes,
    }
    if (parent := getattr(span, "parent", None)) is not None:
        payload["parent_span_id"] = f"{parent.span_id:016x}"
    if span.end_time:
        payload["ended_at"] = _moment(span.end_time)
    return payload | _of_model(attributes)


def _of_model(attributes: Mapping[str, Any]) -> dict[str, Any]:
    """The model and the tokens that the attributes tell."""
    fields: dict[str, Any] = {}
    if model := next((attributes[name] for name in MODELS if attributes.get(name)), None):
        fields["model_name"] = model
    for name, attribute in TOKENS.items():
        try:
            fields[name] = int(attributes[attribute])
        except (KeyError, TypeError, ValueError, OverflowError):
            continue  # not told, or no count
    if len(fields.keys() & TOKENS.keys()) == len(TOKENS):
        fields["total_tokens"] = sum(fields[name] for name in TOKENS)
    return fields


def _status(span: Any) -> str:
    code = getattr(getattr(span, "status", None), "status_code", None)
    return "error" if getattr(code, "name", "") == "ERROR" else "ok"


def _moment(nanoseconds: int) -> str:
    return (EPOCH + timedelta(microseconds=nanoseconds // 1000)).isoformat()
