"""Proves that clients of one account share an outbox, and that the last one ends it."""

from __future__ import annotations

import gc
import os
import threading
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from promptport.outbox import worker
from promptport.outbox.accounts import Account, Lease, Notes, lease
from promptport.outbox.books import Books
from promptport.outbox.entry import Entry
from promptport.outbox.result import Result

from .things import GOOD, LOST, SMALL

ONE = Account("xr2", "https://xr2.uk", "a1", "events")


class Platform:
    """Takes what comes, or nothing."""

    def __init__(self) -> None:
        self.taken: list[object] = []
        self.well = True
        self.tries = 0

    def __call__(self) -> Platform:
        return self

    async def deliver(self, batch: Sequence[Entry], notes: Notes) -> Result:
        """Take a portion."""
        self.tries += 1
        if not self.well:
            return LOST
        self.taken += [each.body for each in batch]
        return GOOD

    async def aclose(self) -> None:
        """Nothing is open."""


@pytest.fixture
def platform() -> Platform:
    return Platform()


@pytest.fixture
def leased(tmp_path: Path, platform: Platform) -> Callable[..., Lease]:
    return lambda account=ONE: lease(account, platform, SMALL, tmp_path)


def test_clients_of_one_account_share_an_outbox(
    tmp_path: Path, platform: Platform, leased: Callable[..., Lease]
) -> None:
    first, second, other = leased(), leased(), leased(ONE._replace(account="a2"))
    assert list(tmp_path.iterdir()) == []
    assert first.put("event", 1, id="mine") == "mine"
    assert second.put("event", 2)
    other.put("event", 3)
    assert first.flush(60) == second.books == Books(accepted=2, delivered=2)
    second.put("event", 5)
    assert (
        second.close(60) == first.books == Books(accepted=3, delivered=3)
    )  # what waits is delivered, whoever else goes on
    assert second.close(60) == first.books  # it has nothing more to say
    first.put("event", 4)
    assert first.close(60) == Books(accepted=4, delivered=4)
    assert other.close(60) == Books(accepted=1, delivered=1)
    assert sorted(map(str, platform.taken)) == ["1", "2", "3", "4", "5"]
    again = leased()
    assert again.books == Books()
    again.close(60)


async def test_the_last_one_ends_it_in_a_loop(platform: Platform, leased: Callable[..., Lease]) -> None:
    first, second = leased(), leased()
    first.put("event", 1)
    assert (await first.aclose(60)).accepted == 1
    assert (await second.aflush(60)).delivered == 1
    assert await second.aclose(60) == Books(accepted=1, delivered=1)


def test_what_is_put_in_after_the_end_is_the_next_ones(platform: Platform, leased: Callable[..., Lease]) -> None:
    """As from a handler that runs when the process ends."""
    first = leased()
    first.put("event", 1)
    first.close(60)
    first.put("event", 2)
    assert first.books == Books(accepted=2, delivered=1, waiting=1)
    if (child := os.fork()) == 0:
        os._exit(0)
    os.waitpid(child, 0)
    first.shared.outbox._spool.close()  # as the end of the process does
    following = leased()
    following.begin()
    assert following.flush(60) == Books(adopted=1, delivered=1)
    following.close(60)
    assert platform.taken == [1, 2]


def test_a_platform_that_has_just_failed_is_not_waited_for(
    tmp_path: Path, platform: Platform, leased: Callable[..., Lease], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What waits is the next one's, at once."""
    monkeypatch.setattr(worker, "FIRST_PAUSE", 3600.0)
    first = lease(ONE, platform, SMALL._replace(backoff=3600.0), tmp_path)
    platform.well = False
    first.put("event", 1)
    while not first.shared.outbox._worker or not first.shared.outbox._worker.resting:
        threading.Event().wait(0.01)
    tries = platform.tries
    assert first.close(60).waiting == 1
    assert platform.tries == tries
    platform.well = True
    second = leased()
    second.begin()
    assert second.flush(60) == Books(adopted=1, delivered=1)
    second.close(60)


def test_one_that_nobody_closed_leaves_its_outbox_at_work(platform: Platform, leased: Callable[..., Lease]) -> None:
    first, second = leased(), leased()
    outbox = first.shared.outbox
    del first
    gc.collect()
    assert not outbox._closed
    second.put("event", 1)
    assert second.close(60) == Books(accepted=1, delivered=1)
    third = leased()
    shared = third.shared
    del third
    gc.collect()
    fourth = leased()
    assert fourth.shared is shared
    assert fourth.close(60) == Books()
    assert shared.outbox._closed


def test_a_folder_that_is_none_to_keep_anything_in(
    tmp_path: Path, platform: Platform, caplog: pytest.LogCaptureFixture
) -> None:
    """Memory, with a warning."""
    (tmp_path / "elsewhere").mkdir(0o700)
    (tmp_path / "link").symlink_to(tmp_path / "elsewhere")
    found = lease(ONE, platform, SMALL, tmp_path / "link")
    found.begin()
    found.put("event", 1)
    assert found.close(60).delivered == 1
    assert list((tmp_path / "elsewhere").iterdir()) == []
    assert [each.levelname for each in caplog.records] == ["WARNING"]
    assert "symbolic link" in caplog.text
