"""Proves what becomes of a span when it begins and when it ends, and that `force_flush` tells the truth in time."""

from __future__ import annotations

import atexit
from collections.abc import Callable
from typing import Any

import pytest
from opentelemetry import trace
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.sampling import ALWAYS_OFF

from promptport.outbox.books import Books
from promptport.promptic import ai_component
from promptport.promptic.tracing import processors
from promptport.promptic.tracing.processors import LabelProcessor, SpoolProcessor, watch_the_end
from promptport.testing import Platform

from .traced import begin, begin_anew, flush, received, sent, span

pytestmark = pytest.mark.one_python("what goes over the wire is the same on all")


class Leased:
    """An outbox in memory that says what it is told to."""

    def __init__(self) -> None:
        self.put_in: list[Any] = []
        self.books = Books()
        self.failure: Exception | None = None
        self.full = self.closed = False
        self.timeouts: list[float] = []

    def put(self, kind: str, body: bytes) -> str | None:
        if self.failure is not None:
            raise self.failure
        self.put_in.append((kind, body))
        return None if self.full else "id"

    def flush(self, timeout: float) -> Books:
        self.timeouts.append(timeout)
        return self.books

    def close(self) -> Books:
        self.closed = True
        return self.books


@pytest.fixture
def leased() -> Leased:
    return Leased()


def tracer(leased: Leased, **more: Any) -> tuple[trace.Tracer, SpoolProcessor]:
    provider = TracerProvider(shutdown_on_exit=False, **more)
    processor = SpoolProcessor(leased)  # type: ignore[arg-type]
    provider.add_span_processor(LabelProcessor())
    provider.add_span_processor(processor)
    return provider.get_tracer("t"), processor


def test_a_span_is_labelled_when_it_begins(leased: Leased) -> None:
    """Not one that is open already, nor once the block is over; what it was given of that name is overwritten."""
    made, _ = tracer(leased)
    with made.start_as_current_span("open") as before, ai_component("c"):
        late = made.start_span("late", attributes={"promptic.ai_component": "mine", "a": 1})
    late.end()
    assert dict(late.attributes) == {"promptic.ai_component": "c", "a": 1}  # type: ignore[attr-defined]
    assert "promptic.ai_component" not in before.attributes  # type: ignore[attr-defined]


def test_a_span_is_kept_when_it_ends(leased: Leased) -> None:
    made, processor = tracer(leased)
    one = made.start_span("a")
    assert leased.put_in == []
    one.end()
    ((kind, body),) = leased.put_in
    assert (kind, b"telemetry.sdk.name" in body) == ("span", True)
    processor.shutdown()
    processor.shutdown()
    made.start_span("b").end()
    assert (len(leased.put_in), leased.closed, processor.closed) == (1, True, True)


def test_what_is_not_sampled_is_not(leased: Leased) -> None:
    made, _ = tracer(leased, sampler=ALWAYS_OFF)
    made.start_span("a").end()
    assert leased.put_in == []


@pytest.mark.parametrize("books", [Books(1, 0, 1, 0), Books(5, 3, 8, 0)])
def test_force_flush_says_that_all_is_delivered(leased: Leased, books: Books) -> None:
    _, processor = tracer(leased)
    leased.books = books
    assert processor.force_flush(1500)
    assert processor.force_flush()
    assert leased.timeouts == [1.5, 30.0]


def fail(leased: Leased) -> None:
    leased.failure = ValueError("too large")


def fill(leased: Leased) -> None:
    leased.full = True


def wait(leased: Leased) -> None:
    leased.books = Books(2, 0, 1, 1)


def refuse(leased: Leased) -> None:
    leased.books = Books(2, 0, 1, 0, {"no such dataset": 1})


@pytest.mark.parametrize("happens", [fail, fill, wait, refuse])
def test_force_flush_says_that_it_is_not(
    leased: Leased, happens: Callable[[Leased], None], caplog: pytest.LogCaptureFixture
) -> None:
    """A span that can't be kept breaks nothing; of what is lost it tells once, of what waits each time."""
    made, processor = tracer(leased)
    happens(leased)
    made.start_span("a").end()
    made.start_span("b").end()
    assert not processor.force_flush(0)
    assert processor.force_flush(0) is (happens is not wait)
    told = ["The span 'a' can't be kept: too large"] if happens is fail else []
    assert [each.getMessage() for each in caplog.records] == told


def test_a_child_tells_of_its_own(leased: Leased) -> None:
    _, processor = tracer(leased)
    leased.books = Books(2, 0, 1, 0, {"no such dataset": 1})
    assert not processor.force_flush()
    leased.books = Books()  # as after a fork
    processor.after_fork()
    assert processor.force_flush()
    leased.books = Books(1, 0, 0, 0, {"no such dataset": 1})
    assert not processor.force_flush()


def test_force_flush_keeps_to_its_limit(platform: Platform) -> None:
    """A platform that hangs: what waits is sent later, and `force_flush` says that it was not."""
    begin(platform)
    platform.script("promptic", {"delay": 1.5})
    span("a")
    assert not flush(200)
    assert flush()
    assert {*received(platform)} == {"a"}


def test_the_end_of_the_process_is_the_outboxes_own(leased: Leased, monkeypatch: pytest.MonkeyPatch) -> None:
    """All of them together have the time of one; a provider that ends before them takes none."""
    registered: list[Any] = []
    monkeypatch.setattr(atexit, "register", registered.append)
    watch_the_end()
    try:
        registered[0]()
        _, processor = tracer(leased)
        processor.shutdown()
        assert (processor.closed, leased.closed) == (True, False)
    finally:
        processors._ending.clear()


def test_nothing_is_sent_of_what_is_switched_off(platform: Platform, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in (("OTEL_SDK_DISABLED", "true"), ("OTEL_TRACES_SAMPLER", "always_off")):
        with monkeypatch.context() as patch:
            patch.setenv(name, value)
            begin(platform)
            span("a")
            assert flush()
            begin_anew()
    assert sent(platform) == []
