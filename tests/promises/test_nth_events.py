"""Promise D20 for events and spans: whichever operation fails, no error is foreign, and what was accepted is counted once."""

from __future__ import annotations

import gc
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest

from promptport import Client, Error
from promptport.client.reporting import destination
from promptport.outbox.books import Books
from promptport.promptrails.tracing import Tracer
from promptport.testing import Platform

from ..client.blocking import mind_no_tale
from .nth import ERRORS, nth_fails, servers

pytestmark = [
    pytest.mark.one_python("what may fail on the way to a disk and a server is the same on every Python"),
    # An event loop that fails to set an option of a new connection leaves it to the collector, which tells so.
    pytest.mark.filterwarnings("ignore:.*_SelectorTransport.__del__:pytest.PytestUnraisableExceptionWarning"),
    pytest.mark.filterwarnings("ignore:Exception ignored in. <socket.socket:pytest.PytestUnraisableExceptionWarning"),
]
KINDS = (*ERRORS, None)


class Reporter(NamedTuple):
    """What accepts something and delivers it.

    Attributes:
        accept: Accepts something of a name; False where it says that it did not.
        flush: Delivers what waits, so many seconds at the most.
    """

    accept: Callable[[str], object]
    flush: Callable[[float], Books]


@contextmanager
def events(platform: Platform, folder: Path) -> Iterator[Reporter]:
    """Events of xR2."""
    client = Client(
        "xr2", api_key="YOUR_PRODUCT_API_KEY", base_url=platform.url("xr2"), disk=False, spool=folder, retries=0
    )
    with client:
        prompt = client.get("welcome")

        def accept(name: str) -> object:
            rendered = prompt.render(customer_name="Alice")
            return client.track(rendered, "sign_up", user_id=name).id is not None

        yield Reporter(accept, client.flush)


@contextmanager
def spans(platform: Platform, folder: Path) -> Iterator[Reporter]:
    """Spans of PromptRails."""
    tracer = Tracer("your-api-key", base_url=platform.url("promptrails"), flush_interval=0, spool=folder)

    def accept(name: str) -> None:
        with tracer.span(name):
            pass

    try:
        yield Reporter(accept, tracer.flush)
    finally:
        tracer.shutdown()


def counted(platform: Platform) -> Counter[str]:
    """How often the platform counts each."""
    tracked = Counter(str(each["user_id"]) for each in platform.backend("xr2").events)
    traced = Counter(str(each["name"]) for each in platform.backend("promptrails").state()["traces"])
    return tracked + traced


def descriptors() -> int:
    """How many descriptors are open; 0 where the system does not tell."""
    gc.collect()
    return len(list(Path("/proc/self/fd").iterdir())) if sys.platform == "linux" else 0


@pytest.mark.promise("D20")
@pytest.mark.parametrize("kind", [events, spans], ids=lambda each: each.__name__)
def test_d20_events(
    kind: Callable[[Platform, Path], Iterator[Reporter]],
    platform: Platform,
    tmp_path: Path,
    size: float,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """D20: accepting and delivering, with another operation failing each time; then the next one is accepted and delivered."""
    monkeypatch.setattr(destination, "EVENTS", destination.EVENTS._replace(settle=0.05))
    mind_no_tale()
    accepted: list[str] = []

    def once(number: int, error: int | None) -> int:
        folder = tmp_path / f"{error}-{number}"
        with kind(platform, folder) as reporter:  # type: ignore[attr-defined]
            with nth_fails(number, error, servers()) as nth:
                try:
                    for each in range(2):
                        name = f"{error}-{number}-{each}"
                        if reporter.accept(name) is not False:
                            accepted.append(name)
                    reporter.flush(2)
                except Error:
                    pass  # one of ours; any other fails the test
            accepted.append(f"{error}-{number}-after")
            assert reporter.accept(accepted[-1]) is not False, nth.failed
            for _ in range(20):
                books = reporter.flush(0.5)
                if not books.waiting:
                    break
            assert (books.waiting, books.aside) == (0, {}), (number, error, nth.failed, books)
        if list(
            folder.rglob("*.spool")
        ):  # what an operation that failed could not take away goes with the next process
            with kind(platform, folder) as reporter:  # type: ignore[attr-defined]
                reporter.flush(2)
        assert not list(folder.rglob("*.spool")), (number, error, nth.failed)
        return nth.count

    once(0, ERRORS[0])  # what is imported and made once
    counts = {error: once(0, error) for error in (ERRORS[1], None)}
    before, runs = descriptors(), 0
    for at, error in enumerate(KINDS):
        every = 1 if size == 1 else 12
        for number in range(1 + at % every, counts[None if error is None else ERRORS[1]] + 1, every):
            once(number, error)
            runs += 1
    assert descriptors() <= before + 4
    found = counted(platform)
    assert {name: found[name] for name in accepted if found[name] != 1} == {}
    print(
        f"D20: {kind.__name__}: {counts[ERRORS[1]]} operations, {runs} failed, {len(accepted)} accepted and counted once"
    )
