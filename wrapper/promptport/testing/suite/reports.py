"""What a platform is told: events, where it has any."""

from __future__ import annotations

import pytest

from ...client._sync import Client
from ...errors import Error, NotFound, NotSupported
from ...platform import Event, Query
from ..variants import Example, Variant
from .checks import unseen
from .fixtures import SuiteFixtures


class ReportTests(SuiteFixtures):
    """Of what a platform is told."""

    def test_events(self, variant: Variant, example: Example) -> None:
        """Where a platform has events, it gives traces, takes an event, and says in our terms what it does not know."""
        if not hasattr(variant.source, "event"):
            assert example.event is None or variant.kind == "sync", "the asyncio variant has to have events"
            return
        assert example.event is not None, "the example needs an event that the platform takes"
        query = Query(example.name) if example.version is None else Query(example.name, version=example.version)
        traces = [variant.trace(query) for _ in range(2)]
        assert all(isinstance(each, str) and each for each in traces)
        assert traces[0] != traces[1]
        first, second = (Event(each, example.event, 0.0, traces[0]) for each in ("1", "2"))
        assert variant.event(first) is False
        assert variant.event(second) is bool(getattr(variant.source, "once", False))
        with pytest.raises(NotFound) as caught:
            variant.trace(Query("no-such-prompt-here"))
        unseen(example, caught.value)
        error: Error | None = None
        try:
            variant.event(Event("3", example.event, 0.0, "no-such-trace"))
        except Error as raised:
            error = raised
        unseen(example, error)

    def test_reports(self, example: Example) -> None:
        """`Client` delivers events of it, each rendered prompt's on a trace of its own; or says that there are none."""
        with Client(example.source, disk=False, spool=False, **example.settings) as client:
            if example.event is None:
                with pytest.raises(NotSupported):
                    client.track("trace", "event")
                return
            prompt, again = client.get(example.name), client.get(example.name)
            rendered = [each.render(example.values) for each in (prompt, prompt, again)]
            for each in rendered:
                assert client.track(each, example.event).id is not None
            books = client.flush(60.0)
            assert (books.delivered, books.waiting, books.aside) == (3, 0, {})
            assert client.health()["reports"][0]["duplicates"] == 0
