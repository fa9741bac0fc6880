# Made from tests/client/_async/test_observation.py by `python tools/unasync.py`: change that file, never this one.
"""Proves what OpenTelemetry is told of `get` and `render`: spans, counts and ages, whenever an application begins to use it."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

import pytest
from opentelemetry import baggage, context, trace
from opentelemetry.propagators.textmap import TextMapPropagator
from opentelemetry.sdk.trace import SpanProcessor
from opentelemetry.trace import StatusCode

from promptport import Client, CallError, ConfigurationError, GetResult, NotFound, NotSupported, RenderError
from promptport.testing import Platform

from ...telemetry.recorded import Recorded
from ..blocking import until
from ..conftest import Clock
from ..known import XR2, at_once

pytestmark = pytest.mark.one_python("OpenTelemetry is the same on all")

CALLS, DURATION, AGE = "promptport.get.calls", "promptport.get.duration", "promptport.get.age"
WELCOME = {
    "promptport.platform": "xr2",
    "gen_ai.prompt.name": "welcome",
    "gen_ai.prompt.version": "1",
    "promptport.label": "production",
}


def own_tracer() -> trace.Tracer:
    """The application's."""
    return trace.get_tracer("application")


def told(span: Any) -> dict[str, Any]:
    """A span's attributes but for its operation and age, which every `get` that answers has."""
    return {
        name: value
        for name, value in span.attributes.items()
        if name not in ("promptport.age", "gen_ai.operation.name")
    }


def traces(platform: Platform) -> list[str | None]:
    """What each request said of its trace, once at the most."""
    said = [[value for name, value in each.headers if name == "traceparent"] for each in platform.requests]
    assert all(len(each) <= 1 for each in said)
    return [each[0] if each else None for each in said]


def shown(span: Any) -> str:
    """A span as `traceparent` has it."""
    found = span.context
    return f"00-{found.trace_id:032x}-{found.span_id:016x}-{found.trace_flags:02x}"


def test_a_get_and_a_hit(recorded: Recorded, platform: Platform) -> None:
    """Each is a span within the application's own; the request is told of the one that waits for it."""
    with Client("xr2", **XR2.settings(platform)) as client:
        with own_tracer().start_as_current_span("work") as work:
            client.get("welcome")
            at_once(client)
            client.get("welcome")
    network, hit = recorded.spans("get_prompt")
    assert [each.name for each in recorded.spans()] == ["work", "get_prompt welcome", "get_prompt welcome"]
    assert {each.parent.span_id for each in (network, hit) if each.parent} == {work.get_span_context().span_id}
    assert told(network) == {**WELCOME, "promptport.source": "network"}
    assert told(hit) == {**WELCOME, "promptport.source": "cache"}
    assert network.attributes
    assert network.attributes["gen_ai.operation.name"] == "get_prompt"
    assert traces(platform) == [shown(network)]
    assert network.instrumentation_scope
    assert network.instrumentation_scope.schema_url == "https://opentelemetry.io/schemas/gen-ai-dev/1.42.0-dev"
    assert network.status.status_code is StatusCode.UNSET
    assert recorded.points(CALLS) == [
        ({**WELCOME, "promptport.source": "network"}, 1),
        ({**WELCOME, "promptport.source": "cache"}, 1),
    ]
    assert [count for _, (count, _) in recorded.points(DURATION)] == [1, 1]
    assert recorded.points(AGE) == []


def test_a_provider_that_comes_late(recorded_later: Recorded, platform: Platform) -> None:
    """The next call is told, a hit as well; before that a hit is the copy itself, and nobody's request has a trace."""
    with Client("xr2", **XR2.settings(platform)) as client:
        client.get("welcome")
        at_once(client)
        assert (client.get("welcome")) is (client.get("welcome"))
        assert client._switch.idle()
        recorded_later.begin()
        (client.get("welcome")).render(customer_name="Alice", language="en")
    assert [each.name for each in recorded_later.spans()] == ["get_prompt welcome", "render_prompt welcome"]
    assert traces(platform) == [None]


def test_what_is_switched_off(recorded: Recorded, platform: Platform, clock: Clock) -> None:
    """Neither spans nor counts, and the platform is told of no trace, whoever asks."""
    with Client("xr2", **XR2.settings(platform, telemetry=False)) as client:
        with own_tracer().start_as_current_span("work"):
            client.get("welcome")
            at_once(client)
            assert (client.get("welcome")) is (client.get("welcome"))
            with pytest.raises(NotSupported):
                client.list()
            clock.ahead += 100
            client.get("welcome")
            until(lambda: not client._cache.state.refreshing)
    assert [each.name for each in recorded.spans()] == ["work"]
    assert recorded.points(CALLS) == []
    assert traces(platform) == [None] * 2


def test_what_is_switched_on(recorded_later: Recorded, platform: Platform) -> None:
    """Also before there is a provider, in whose hands it is then."""
    with Client("xr2", **XR2.settings(platform, telemetry=True)) as client:
        client.get("welcome")
        at_once(client)
        assert not client._switch.idle()
        recorded_later.begin()
        client.get("welcome")
    assert [each.name for each in recorded_later.spans()] == ["get_prompt welcome"]


@pytest.mark.parametrize("value", ["yes", 1, "True"])
def test_a_setting_that_is_none(value: Any) -> None:
    with pytest.raises(ConfigurationError, match="`telemetry` must be"):
        Client("xr2", api_key="k", telemetry=value)


def test_copies_and_fallbacks(recorded: Recorded, platform: Platform, clock: Clock) -> None:
    """Why one stands in for an answer, and how old it is; what is fetched anew has a span of its own, with a link."""
    with Client("xr2", **XR2.settings(platform, retries=0, disk=False)) as client:
        client.get("welcome")
        XR2.fail(platform, status=503)
        recorded.clear()
        clock.ahead += 100
        client.get("welcome")
        until(lambda: not client._cache.state.refreshing)
        client.get("welcome")
        client.get("other", fallback="planted-text")
        asked = traces(platform)
        platform.reset()
    stale, refresh, again, other = recorded.spans()
    assert told(stale) == {**WELCOME, "promptport.source": "stale"}
    assert told(again) == {**WELCOME, "promptport.source": "stale", "promptport.failure": "status"}
    assert told(other) == {
        "promptport.platform": "xr2",
        "gen_ai.prompt.name": "other",
        "promptport.source": "fallback",
        "promptport.failure": "status",
    }
    assert refresh.name == "refresh_prompt welcome"
    assert refresh.parent is None
    assert [each.context for each in refresh.links] == [stale.context]
    assert (refresh.attributes or {})["error.type"] == "status"
    assert asked[1] == shown(refresh)
    ages = [(each["promptport.source"], count) for each, (count, _) in recorded.points(AGE)]
    assert ages == [("stale", 1), ("stale", 1), ("fallback", 1)]
    assert "planted" not in str([each.to_json() for each in recorded.spans()])


def test_errors(recorded: Recorded, platform: Platform) -> None:
    """A failure in our own words. Of names that are none the metrics hold none: there may be any number."""
    with Client("xr2", **XR2.settings(platform, retries=0, disk=False)) as client:
        with pytest.raises(NotFound):
            client.get("nope", label="draft")
        XR2.fail(platform, status=503, json={"detail": "down"})
        with pytest.raises(CallError):
            client.get("welcome", version=3)

        def broken() -> str:
            raise LookupError("planted-text")

        with pytest.raises(LookupError):
            client.get("welcome", fallback=broken)
        platform.reset()
    absent, down, own = recorded.spans()
    assert [each.status.status_code for each in (absent, down, own)] == [StatusCode.ERROR] * 3
    assert (absent.attributes or {})["error.type"] == "NotFound"
    assert told(down) == {
        "promptport.platform": "xr2",
        "gen_ai.prompt.name": "welcome",
        "gen_ai.prompt.version": "3",
        "error.type": "status",
    }
    assert down.status.description == "down"
    (event,) = down.events
    assert dict(event.attributes or {}) == {
        "exception.type": "promptport.xr2.errors.APIError",
        "exception.message": "down",
    }
    assert told(own)["error.type"] == "LookupError"
    assert own.status.description is None
    assert "planted" not in str([each.to_json() for each in recorded.spans()])
    counted = [each for each, _ in recorded.points(CALLS)]
    assert [each.get("gen_ai.prompt.name") for each in counted] == [None, "welcome", "welcome"]


def test_what_is_rendered(recorded: Recorded, platform: Platform) -> None:
    """How many values there are, and nothing of them; what does not fit is told by its names."""
    with Client("xr2", **XR2.settings(platform)) as client:
        rendered = client.render("welcome", customer_name="planted-value", language="en")
        assert "planted-value" in rendered.text
        with pytest.raises(RenderError):
            (client.get("welcome")).options(missing="error").render({"language": 3, "custom": "planted-value"})
    good, bad = recorded.spans("render_prompt")
    assert told(good) == {**WELCOME, "promptport.source": "network", "promptport.variables": 2}
    assert told(bad)["error.type"] == "RenderError"
    assert "missing: customer_name" in str(bad.status.description)
    assert good.parent is None
    assert "planted" not in str([each.to_json() for each in recorded.spans()])


def test_values_that_are_asked_for(recorded: Recorded, platform: Platform) -> None:
    """As they are written, and cut where they are long."""
    with Client("xr2", **XR2.settings(platform, telemetry="values")) as client:
        prompt = (client.get("welcome")).options(strict=False)
        prompt.render({"customer_name": "A" * 20_000}, language=["en", "ü"], more=object)
    (span,) = recorded.spans("render_prompt")
    found = {name: value for name, value in (span.attributes or {}).items() if "variable." in name}
    assert found["gen_ai.prompt.variable.customer_name"] == "A" * 8192
    assert found["gen_ai.prompt.variable.language"] == '["en", "ü"]'


def test_a_fallback_is_rendered_once(recorded: Recorded, platform: Platform) -> None:
    """It takes the values that it has a place for, and is one span."""
    XR2.fail(platform, status=503)
    with Client("xr2", **XR2.settings(platform, retries=0, disk=False)) as client:
        prompt = client.get("welcome", fallback="Hi {{name}}")
        assert prompt.render(name="Bob", other=1).text == "Hi Bob"
        assert repr(prompt).startswith("<Prompt 'welcome'")
        platform.reset()
    assert [each.name for each in recorded.spans("render")] == ["render_prompt welcome"]


def test_whoever_else_watches(recorded: Recorded, platform: Platform) -> None:
    """The hook and the spans are told of the same calls."""
    seen: list[GetResult] = []
    with Client("xr2", **XR2.settings(platform, on_get=seen.append)) as client:
        client.get("welcome")
        client.get("welcome")
        with pytest.raises(NotFound):
            client.get("nope")
        client.prefetch(["welcome"])
    spans = recorded.spans("get_prompt")
    assert [each.name for each in seen] == [str((each.attributes or {})["gen_ai.prompt.name"]) for each in spans]
    assert [each.source for each in seen] == [(each.attributes or {}).get("promptport.source") for each in spans]


def test_retries_and_what_a_caller_says(recorded: Recorded, platform: Platform) -> None:
    """Every attempt is told of the trace and of the baggage; a header that is given stays."""
    platform.script("xr2", {"operation": "get_prompt", "status": 503})
    token = context.attach(baggage.set_baggage("tenant.id", "7"))
    try:
        with Client("xr2", **XR2.settings(platform, disk=False)) as client:
            client.get("welcome")
            client.with_options(headers={"Traceparent": "00-mine"}).get("welcome", refresh=True)
    finally:
        context.detach(token)
    first, _ = recorded.spans("get_prompt")
    assert traces(platform) == [shown(first), shown(first), "00-mine"]
    assert [each.header("baggage") for each in platform.requests] == ["tenant.id=7"] * 3


def test_what_is_delivered_later(recorded: Recorded, platform: Platform) -> None:
    """It belongs to no caller's trace, whoever wakes the background; the prompt that is reported on may be a watched one."""
    with Client("xr2", **XR2.settings(platform)) as client:
        with own_tracer().start_as_current_span("work"):
            rendered = client.render("welcome", customer_name="A", language="en")
            client.track(rendered, "sign_up")
            client.flush()
    assert [each.operation for each in platform.requests] == ["get_prompt", "track_event"]
    assert [said is None for said in traces(platform)] == [False, True]


def test_a_folder(recorded: Recorded, tmp_path: Path) -> None:
    """Prompts of a folder are told as well."""
    (tmp_path / "p.md").write_text("Hi.")
    with Client(f"files:{tmp_path}") as client:
        client.get("p")
    (span,) = recorded.spans()
    assert told(span) == {
        "promptport.platform": "files",
        "gen_ai.prompt.name": "p",
        "promptport.source": "file",
        "gen_ai.prompt.version": "1",
        "promptport.label": "production",
    }


class Broken(SpanProcessor, TextMapPropagator):
    """A processor and a propagator; whatever it is asked, it raises."""

    @property
    def fields(self) -> set[str]:
        return set()

    def on_start(self, span: Any, parent_context: Any = None) -> None:
        raise RuntimeError("planted-text")

    def extract(self, carrier: Any, *given: Any, **named: Any) -> Any:
        raise RuntimeError("planted-text")

    def inject(self, carrier: Any, *given: Any, **named: Any) -> None:
        raise RuntimeError("planted-text")


def test_what_breaks_in_it(
    recorded: Recorded, platform: Platform, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """No call fails for a provider, a processor or a propagator; the log says so once, and not what they say."""
    monkeypatch.setattr("promptport.telemetry.faults._logged", set())
    recorded.tracers.add_span_processor(Broken())
    recorded.propagate_by(Broken())
    remote = trace.NonRecordingSpan(trace.SpanContext(1, 2, is_remote=True))
    with caplog.at_level(logging.WARNING, "promptport"), trace.use_span(remote):
        with Client("xr2", **XR2.settings(platform, disk=False)) as client:
            for _ in range(3):
                rendered = (client.get("welcome", refresh=True)).render(customer_name="A", language="en")
                assert rendered.text
    logged = [each.getMessage() for each in caplog.records if each.name == "promptport"]
    assert len(logged) == len(set(logged))
    assert any("the headers of a request" in each for each in logged)
    assert "planted" not in str(logged)


def test_a_provider_that_breaks(recorded_later: Recorded, platform: Platform) -> None:
    trace._TRACER_PROVIDER = object()  # type: ignore[assignment] # what `set_tracer_provider` sets
    with Client("xr2", **XR2.settings(platform, disk=False)) as client:
        for _ in range(2):
            assert (client.get("welcome")).render(customer_name="A", language="en").text


@pytest.mark.parametrize(
    ("telemetry", "moment"), [(True, "client.watched_get.Span.__init__"), (False, "telemetry.switch.Switch.on")]
)
def test_an_interrupt_before_it_begins(
    recorded: Recorded, platform: Platform, monkeypatch: pytest.MonkeyPatch, telemetry: bool, moment: str
) -> None:
    """What was current is current again, and the next request has its trace."""

    def interrupted(*given: Any, **named: Any) -> Any:
        raise KeyboardInterrupt

    settings = XR2.settings(platform, telemetry=telemetry, disk=False)
    with Client("xr2", **settings) as client, Client("xr2", **XR2.settings(platform)) as other:
        with own_tracer().start_as_current_span("work") as work:
            with monkeypatch.context() as patched:
                patched.setattr(f"promptport.{moment}", interrupted)
                with pytest.raises(KeyboardInterrupt):
                    client.get("welcome")
            assert trace.get_current_span() is work
            other.get("welcome")
    assert traces(platform) == [shown(recorded.spans("get_prompt")[-1])]


def test_after_a_shutdown(recorded: Recorded, platform: Platform) -> None:
    with Client("xr2", **XR2.settings(platform)) as client:
        client.get("welcome")
        recorded.tracers.shutdown()
        recorded.meters.shutdown()
        assert (client.get("welcome")).name == "welcome"
    assert len(recorded.spans()) == 1
