"""Proves that nothing of values is told unless that is asked for, and that odd values break nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from opentelemetry.exporter.otlp.proto.common.trace_encoder import encode_spans

from promptport.client.watched_render import Rendering, counted, quoted
from promptport.errors import ArgumentError
from promptport.platform import Fetched
from promptport.prompt.prompt import Prompt

from ..telemetry.recorded import Recorded

pytestmark = pytest.mark.one_python("OpenTelemetry is the same on all")

PROMPT = Prompt.of(Fetched("p", ({"role": "user", "content": "{{a}}"},)), "xr2", "network")
VARIABLE = "gen_ai.prompt.variable."


class Odd:
    """What can't be written."""

    def __str__(self) -> str:
        raise RuntimeError("planted")


def told(recorded: Recorded, watch: Callable[..., Rendering], values: object, variables: dict[str, Any]) -> Any:
    """The attributes of a rendering."""
    with watch(PROMPT, values, variables):
        pass
    (span,) = recorded.spans()
    recorded.clear()
    return dict(span.attributes or {})


def test_what_is_counted(recorded: Recorded) -> None:
    found = told(recorded, counted, {"a": "planted", "b": 1}, {"b": "planted", "c": Odd()})
    assert found["promptport.variables"] == 3
    assert "planted" not in str(found)


def test_what_is_quoted(recorded: Recorded) -> None:
    found = told(recorded, quoted, {"a": True, "b": {"x": None}}, {"odd": Odd(), "a": "said"})
    assert found["promptport.variables"] == 3
    assert {name: value for name, value in found.items() if VARIABLE in name} == {
        f"{VARIABLE}a": "said",
        f"{VARIABLE}b": '{"x": null}',
    }


def test_what_no_exporter_can_send(recorded: Recorded) -> None:
    """It would take all spans of its batch with it."""
    prompt = Prompt.of(Fetched("p\ud800", (), version="\ud800", label="\ud800"), "xr2", "network")
    with pytest.raises(ArgumentError), quoted(prompt, None, {"a\ud800": "b\ud800"}):
        raise ArgumentError("planted \ud800")
    assert encode_spans(recorded.spans())
    assert "\ud800" not in recorded.spans()[0].to_json()


@pytest.mark.parametrize("watch", [counted, quoted])
@pytest.mark.parametrize("values", [3, "text", [1], {1: 2}])
def test_what_has_no_names(recorded: Recorded, watch: Callable[..., Rendering], values: object) -> None:
    """The rendering itself says so; here nothing breaks."""
    assert "promptport.variables" in told(recorded, watch, values, {})
