"""What the attributes of a span mean: `promptic.*`, `traceloop.*` and `gen_ai.*`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

from promptport_local.otlp import Sent, moment
from promptport_local.promptic.resources import Json
from promptport_local.promptic.scores import bounded
from promptport_local.strict_json import BrokenJson, read_json

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_REQUEST = "gen_ai.request."
# Where each field of a span is found: the first of these attributes that is there.
_TEXTS = {
    "model": ("gen_ai.response.model", "gen_ai.request.model"),
    "provider": ("gen_ai.provider.name", "gen_ai.system"),
}
_COUNTS = {
    "inputTokens": ("gen_ai.usage.input_tokens", "gen_ai.usage.prompt_tokens"),
    "outputTokens": ("gen_ai.usage.output_tokens", "gen_ai.usage.completion_tokens"),
    "totalTokens": ("gen_ai.usage.total_tokens", "llm.usage.total_tokens"),
}
_COST = ("gen_ai.usage.cost",)
_SESSION = ("session.id", "gen_ai.conversation.id")
_USER = ("user.id", "enduser.id")
_SAID = {
    "input": ("traceloop.entity.input", "gen_ai.input.messages", "gen_ai.tool.call.arguments"),
    "output": ("traceloop.entity.output", "gen_ai.output.messages", "gen_ai.tool.call.result"),
}
# Messages one by one, as older instrumentations write them: gen_ai.prompt.0.role, gen_ai.prompt.0.content, …
_NUMBERED = {
    "input": re.compile(r"gen_ai\.prompt\.(\d{1,6})\.(.+)"),
    "output": re.compile(r"gen_ai\.completion\.(\d{1,6})\.(.+)"),
}
# Those of Promptic's own attributes that not all of its releases know.
ATTRIBUTES = {
    "promptic.dataset": {"x-until": "0.17.0"},
    "promptic.dataset.id": {"x-since": "0.18.0"},
    "promptic.run": {"x-until": "0.21.0"},
}
_LABELS = {
    "component": "promptic.ai_component",
    "dataset": "promptic.dataset",
    "dataset_id": "promptic.dataset.id",
    "run": "promptic.run",
}
TOOLS = "gen_ai.tool.definitions"
TOOL = "gen_ai.tool.name"


class _Attributes:
    """Attributes, and which of them have been used."""

    def __init__(self, attributes: Json) -> None:
        self._all = attributes
        self._used: set[str] = set()

    def take(self, names: tuple[str, ...]) -> Any:
        """The first of these attributes; all of them are used."""
        self._used.update(names)
        return next((self._all[name] for name in names if self._all.get(name) is not None), None)

    def messages(self, names: re.Pattern[str]) -> str | None:
        """Messages that are written one attribute a field, as text."""
        found: dict[int, Json] = {}
        for name, value in self._all.items():
            match = names.fullmatch(name)
            if match:
                self._used.add(name)
                found.setdefault(int(match[1]), {})[match[2]] = value
        return json.dumps([found[number] for number in sorted(found)], ensure_ascii=False) if found else None

    def rest(self) -> Json | None:
        """Those that nobody has used."""
        return {name: value for name, value in self._all.items() if name not in self._used} or None

    def beginning(self, prefix: str) -> Json:
        """Those whose names begin so, by the rest of their names; all of them are used."""
        found = {name: value for name, value in self._all.items() if name.startswith(prefix)}
        self._used.update(found)
        return {name.removeprefix(prefix): value for name, value in found.items()}


def meaning(sent: Sent, unknown: frozenset[str] = frozenset()) -> Json:
    """A span as it is kept: the fields of Promptic's, and what its trace takes from it (`label…`, `sessionId`, …).

    Args:
        sent: The span as it was sent.
        unknown: Attributes of `ATTRIBUTES` that mean nothing.
    """
    attributes = _Attributes(sent.attributes)
    texts: Json = {}
    for field, names in _SAID.items():
        said = _text(attributes.take(names))
        texts[field] = attributes.messages(_NUMBERED[field]) if said is None else said
    counts = {field: _count(attributes.take(names)) for field, names in _COUNTS.items()}
    if counts["totalTokens"] is None:
        counts["totalTokens"] = added(counts["inputTokens"], counts["outputTokens"])
    named = {field: _text(attributes.take(names)) for field, names in _TEXTS.items()}
    request = attributes.beginning(_REQUEST)
    parameters = {name: value for name, value in request.items() if name != "model"}
    kind = _text(attributes.take(("traceloop.span.kind",)))
    cost = attributes.take(_COST)
    return {
        "spanId": sent.span_id,
        "parentSpanId": sent.parent,
        "name": sent.name,
        "kind": kind or ("llm" if request else sent.kind),
        "startTime": moment(sent.begun),
        "endTime": moment(sent.ended) if sent.ended else None,
        "durationMs": lasted(sent.begun, sent.ended),
        "status": "error" if sent.failed else "ok",
        "statusMessage": sent.message or None,
        **texts,
        **named,
        **counts,
        "costUsd": bounded(cost) if isinstance(cost, int | float) and not isinstance(cost, bool) else None,
        "modelParameters": parameters or None,
        "events": [
            {"name": each["name"], "timestamp": moment(each["time"]), "body": each["attributes"]}
            for each in sent.events
        ],
        "begun": sent.begun,
        "sessionId": _text(attributes.take(_SESSION)),
        "userId": _text(attributes.take(_USER)),
        "labels": {
            label: None if name in unknown else _text(attributes.take((name,))) for label, name in _LABELS.items()
        },
        "resource": sent.resource or None,
        "metadata": attributes.rest(),
    }


def tool_of(span: Json) -> str | None:
    """The tool that a span calls; None where it calls none."""
    metadata = span["metadata"]
    if isinstance(metadata, dict) and isinstance(metadata.get(TOOL), str):
        return str(metadata[TOOL])
    return str(span["name"]) if span["kind"] == "tool" else None


def declared_tools(span: Json) -> list[str]:
    """The tools that a span declares to a model."""
    metadata = span["metadata"]
    declared = metadata.get(TOOLS) if isinstance(metadata, dict) else None
    if isinstance(declared, str):
        try:
            declared = read_json(declared.encode("utf-8"))
        except BrokenJson:
            return []
    names = []
    for each in declared if isinstance(declared, list) else []:
        about = each.get("function", each) if isinstance(each, dict) else None
        if isinstance(about, dict) and isinstance(about.get("name"), str):
            names.append(about["name"])
    return names


def nanoseconds(moment: datetime) -> int:
    """A moment as nanoseconds since 1970."""
    return (moment - _EPOCH) // timedelta(microseconds=1) * 1000


def lasted(begun: int, ended: int) -> int | None:
    """How many milliseconds lie between two nanoseconds; None where there is no end."""
    return max(0, round((ended - begun) / 1_000_000)) if ended else None


def added(*counts: int | None) -> int | None:
    """The sum of what is known; None where nothing is."""
    known = [each for each in counts if each is not None]
    return sum(known) if known else None


def total(rows: Iterable[Json], field: str) -> Any:
    """The sum of a field over those records that have it; None where none has."""
    values = [each[field] for each in rows if each[field] is not None]
    return sum(values) if values else None


def _text(value: Any) -> str | None:
    """A value of an attribute as text."""
    return value if value is None or isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _count(value: Any) -> int | None:
    return int(value) if isinstance(value, int | float) and not isinstance(value, bool) else None
