"""Proves that what happens once is noticed by all who wait, and that nobody else's end harms them."""

from __future__ import annotations

from promptport.concurrency.happening import Happening, Told

from ..together.blocking import begin, ended, until


def test_all_who_wait_are_told() -> None:
    """Those who wait, and those who come later; saying it again does no harm."""
    happening = Happening()
    waiting = [begin(lambda: happening.wait(20)) for _ in range(4)]
    until(lambda: len(happening.waiters) == 4)
    happening.set()
    happening.set()
    assert [ended(each) for each in waiting] == [True] * 4
    assert happening.wait(None)
    assert not happening.waiters


def test_waiting_has_an_end() -> None:
    """Whoever has waited for long enough leaves nothing behind."""
    happening = Happening()
    assert not happening.wait(0.01)
    assert not happening.wait(-1)
    assert (happening.happened, happening.waiters) == (False, [])


def test_whoever_is_told() -> None:
    """Once, whether it has happened or will; not where it is forgotten before."""
    happening, tales = Happening(), []
    first, second, late = (Told(lambda at=at: tales.append(at)) for at in range(3))  # type: ignore[misc] # of its time
    happening.tell(first)
    happening.tell(second)
    assert happening.forget(second)
    assert not happening.forget(second)
    happening.set()
    happening.set()
    happening.tell(late)
    assert tales == [0, 2]
