# Made from tests/promises/_async/test_withdrawals.py by `python tools/unasync.py`: change that file, never this one.
"""D17, second half: what a platform says is gone is gone, everywhere and for everybody, until it is there again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from promptport import Client, CallError, NotFound
from promptport.testing import Platform

from ...client.blocking import HALF, until
from ...client.conftest import Clock
from ..refusals import NAME, TEXT, VENDORS, Vendor
from ..withdrawals import WITHDRAWALS, Withdrawal
from .places import PLACES, keeping

TTL, STALE, LONG = 60.0, 600.0, 1e6
ROWS = [(vendor, row) for vendor, rows in WITHDRAWALS.items() for row in rows]


class Scene:
    """A platform that withdraws a prompt, and what its clients then get.

    Args:
        vendor: The platform.
        row: How it says so.
        platform: The local platforms.
        keep: The settings of what a client keeps copies in.
    """

    def __init__(self, vendor: Vendor, row: Withdrawal, platform: Platform, keep: Callable[[], dict[str, Any]]) -> None:
        self.vendor, self.row, self.platform, self._keep = vendor, row, platform, keep

    def opened(self, stale: float = STALE) -> Client:
        """A client, as of a process of its own: it shares nothing but the place of copies."""
        settings = self.vendor.settings(self.platform, **self._keep())
        return Client(self.vendor.name, ttl=TTL, stale=stale, **settings)

    def get(self, client: Client, **more: Any) -> str:
        """What a client gets: a text, or the class of an error."""
        try:
            return str((client.get(NAME, **self.row.asked, **more)).messages[-1].content)
        except (NotFound, CallError) as error:
            return "NotFound" if isinstance(error, NotFound) else "CallError"

    def answers(self, answer: Any) -> None:
        """Let the platform answer so from now on."""
        self.platform.script(self.vendor.name, {"times": None, **answer})


@pytest.mark.one_python("what is believed is decided alike on all")
@pytest.mark.promise("D17")
@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(("name", "row"), ROWS, ids=[": ".join(each) for each in ROWS])
def test_d17_what_is_withdrawn_is_gone(
    name: str,
    row: str,
    place: str,
    platform: Platform,
    wall: Clock,
    size: float,
    cache_folder: Path,
    request: pytest.FixtureRequest,
) -> None:
    """D17: the platform's own no is believed, remembered, and known to whoever shares the copies, also when it is gone itself."""
    if size < 1 and place != PLACES[(ROWS.index((name, row)) + (HALF == "_sync")) % len(PLACES)]:
        return  # at full size each row has each place
    scene = Scene(VENDORS[name], WITHDRAWALS[name][row], platform, keeping(place, request))
    scene.vendor.put(platform, TEXT, scene.row.label)
    with scene.opened() as one, scene.opened() as other, scene.opened(LONG) as third:
        assert [scene.get(each) for each in (one, other, third)] == [TEXT] * 3
        wall.ahead += TTL + STALE + 100
        scene.answers({"operation": scene.row.operation, **scene.row.answer})
        assert scene.get(one, fallback="else") == "NotFound"
        asked = len(platform.requests)
        assert [scene.get(one), scene.get(one, fallback="else")] == ["NotFound"] * 2
        assert len(platform.requests) == asked  # it is remembered
        assert not one._cache.state.memory.copies
        kept = [each.read_bytes() for each in cache_folder.rglob("*") if each.is_file()]
        if place == "redis":
            kept += request.getfixturevalue("redis_server").held().values()
        assert not [each for each in kept if TEXT.encode() in each]
        platform.reset()

        scene.answers({"status": 503})
        wall.ahead += 10
        assert scene.get(one) == "CallError"
        with scene.opened() as later:
            assert scene.get(later) == "CallError"
        if place != "memory":  # else nobody has told the others
            assert scene.get(other) == "CallError"
            scene.get(third)  # which answers at once, while it finds out
            until(lambda: not third._cache.state.refreshing)
            assert scene.get(third) == "CallError"

        platform.reset()
        scene.vendor.put(platform, "It is there again.", scene.row.label)
        wall.ahead += 60
        with scene.opened() as later:
            for each in (later, one, other):
                assert scene.get(each) == "It is there again."
