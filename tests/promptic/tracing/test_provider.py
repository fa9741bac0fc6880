"""Proves which tracer provider is used, and what a second `init` does, of the same and of another key."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from opentelemetry import trace
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import TracerProvider

from promptport.promptic import ai_component
from promptport.promptic.tracing import is_tracing_configured
from promptport.testing import Platform

from .traced import KEY, begin, begin_anew, flush, received, sent, span

pytestmark = pytest.mark.one_python("what goes over the wire is the same on all")


def test_one_of_ours(platform: Platform, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the resource that OpenTelemetry makes of the environment."""
    monkeypatch.setenv("OTEL_RESOURCE_ATTRIBUTES", "deployment.environment.name=test,service.name=a")
    monkeypatch.setenv("OTEL_SERVICE_NAME", "b")
    assert not is_tracing_configured()
    begin(platform)
    assert is_tracing_configured()
    assert isinstance(trace.get_tracer_provider(), TracerProvider)
    span("a")
    flush()
    about = received(platform)["a"]["trace"]["metadata"]
    assert (about["service.name"], about["deployment.environment.name"]) == ("b", "test")


def test_its_name(platform: Platform, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OTEL_SERVICE_NAME", "b")
    begin(platform, service_name="shop")
    span("a")
    flush()
    assert received(platform)["a"]["trace"]["metadata"]["service.name"] == "shop"


def test_twice_the_same_is_once(platform: Platform, caplog: pytest.LogCaptureFixture) -> None:
    begin(platform)
    provider = trace.get_tracer_provider()
    begin(platform, endpoint=platform.url("promptic") + "/")
    span("a")
    flush()
    assert trace.get_tracer_provider() is provider
    assert {*received(platform)} == {"a"}
    assert len(sent(platform)) == 1
    assert caplog.records == []


def test_threads_at_once_set_it_up_once(platform: Platform) -> None:
    with ThreadPoolExecutor(8) as threads:
        list(threads.map(lambda _: begin(platform), range(8)))
    span("a")
    flush()
    assert {*received(platform)} == {"a"}
    assert len(sent(platform)) == 1


def test_another_key_has_no_effect_and_is_told(platform: Platform, caplog: pytest.LogCaptureFixture) -> None:
    begin(platform)
    begin(platform, api_key="pk_planted_0123456789")
    span("a")
    flush()
    assert [each.header("authorization") for each in sent(platform)] == [f"Bearer {KEY}"]
    assert "set up before, for another key or address, which still counts" in caplog.text
    assert "pk_planted" not in caplog.text


@pytest.fixture
def own() -> TracerProvider:
    """The application's own provider."""
    made = TracerProvider(resource=Resource.create({"service.name": "theirs"}), shutdown_on_exit=False)
    trace.set_tracer_provider(made)
    return made


def test_an_applications_own_is_joined(
    platform: Platform, own: TracerProvider, caplog: pytest.LogCaptureFixture
) -> None:
    begin(platform)
    begin(platform)
    assert trace.get_tracer_provider() is own
    assert is_tracing_configured()
    with ai_component("c"):
        span("a")
    flush()
    assert received(platform)["a"]["trace"]["metadata"]["service.name"] == "theirs"
    assert [each.getMessage() for each in caplog.records] == [
        "There is a tracer provider already: its spans go to Promptic besides."
    ]


def test_it_can_be_given_no_name_any_more(
    platform: Platform, own: TracerProvider, caplog: pytest.LogCaptureFixture
) -> None:
    begin(platform, service_name="shop")
    assert caplog.records[0].getMessage().endswith("`service_name` has no effect on it.")


def test_one_that_takes_no_processors_is_told_of(platform: Platform, caplog: pytest.LogCaptureFixture) -> None:
    trace.set_tracer_provider(trace.NoOpTracerProvider())
    begin(platform)
    assert not is_tracing_configured()
    assert "NoOpTracerProvider, which takes no processors: nothing goes to Promptic" in caplog.text


def test_after_the_end_it_begins_anew(platform: Platform, caplog: pytest.LogCaptureFixture) -> None:
    """The vendor's tracing is over for good then."""
    begin(platform)
    provider: Any = trace.get_tracer_provider()
    provider.shutdown()
    assert not is_tracing_configured()
    span("lost")
    begin(platform)
    assert is_tracing_configured()
    with ai_component("c"):
        span("a")
    assert flush()
    assert {*received(platform)} == {"a"}
    begin_anew()
    begin(platform)
    span("b")
    assert flush()
    assert {*received(platform)} == {"a", "b"}
    assert caplog.records == []


def test_an_account_has_a_name(platform: Platform, monkeypatch: pytest.MonkeyPatch) -> None:
    """So that what one key has left behind is sent with the next one."""
    monkeypatch.setenv("PROMPTIC_ACCOUNT", "prod")
    begin(platform, api_key="pk_revoked_0123456789")
    span("a")
    assert not flush(300)
    provider: Any = trace.get_tracer_provider()
    provider.shutdown()
    begin_anew()
    begin(platform)
    span("b")
    assert flush()
    assert {*received(platform)} == {"a", "b"}
