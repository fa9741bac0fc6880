"""Proves that copies in memory are found, bounded by weight, forgotten on demand, and safe between threads."""

from __future__ import annotations

import random
from threading import Thread

import pytest

from promptport.cache.memory import MOST, Copy, Memory


def copy(value: str, size: int = 10) -> Copy[str]:
    """A copy that takes so many bytes."""
    return Copy(value, since=1.0, until=2.0, size=size)


def kept(memory: Memory[str], keys: str) -> str:
    """Which of the keys are there, without asking for them."""
    return "".join(key for key in keys if key in memory.copies)


def test_put_and_get() -> None:
    """A copy is found under its key until another takes its place, or it is dropped."""
    memory: Memory[str] = Memory()
    assert memory.get("a") is None
    memory.put("a", copy("1"))
    memory.put("b", copy("2"))
    memory.put("a", copy("3"))
    found = memory.get("a")
    assert found is not None
    assert (found.value, found.since, found.until, len(memory)) == ("3", 1.0, 2.0, 2)
    memory.drop("a")
    memory.drop("a")
    assert memory.get("a") is None
    assert (len(memory), memory._size) == (1, 10)


def test_clear_forgets_what_is_on_its_way_too() -> None:
    """What was asked for before a `clear` is not kept when it comes."""
    memory: Memory[str] = Memory()
    before = memory.epoch
    memory.put("a", copy("1"), before)
    memory.clear()
    memory.put("b", copy("2"), before)
    assert (len(memory), memory._size) == (0, 0)
    memory.put("b", copy("2"), memory.epoch)
    assert len(memory) == 1


def test_bound() -> None:
    """However much is put in, no more is held than may be."""
    memory: Memory[str] = Memory(most=100)
    for at in range(1000):
        memory.put(at, copy("x", 7))
        assert memory._size <= 100
    assert len(memory) == 14
    assert sum(each.size for each in memory.copies.values()) == memory._size == 98


def test_what_is_in_use_stays() -> None:
    """Of those that were asked for, none goes before those that were not."""
    memory: Memory[str] = Memory(most=30)
    for key in "abc":
        memory.put(key, copy(key))
    memory.get("a")
    memory.get("b")
    memory.put("d", copy("d"))
    assert kept(memory, "abcd") == "abd"
    memory.get("d")
    memory.put("e", copy("e"))
    assert kept(memory, "abde") == "bde"  # `a` has had its second chance


def test_new_copy_is_kept_though_all_others_are_in_use() -> None:
    """What has just come is never the one that goes."""
    memory: Memory[str] = Memory(most=30)
    for key in "abc":
        memory.put(key, copy(key))
        memory.get(key)
    memory.put("d", copy("d"))
    assert memory.get("d") is not None
    assert len(memory) == 3


def test_copy_that_is_too_large() -> None:
    """One that would fill the whole memory is not kept, drives nothing else out, and leaves no older one in its place."""
    memory: Memory[str] = Memory(most=30)
    memory.put("a", copy("1"))
    memory.put("b", copy("2"))
    memory.put("b", copy("large", 31))
    assert kept(memory, "ab") == "a"
    memory.put("c", copy("all of it", 30))
    assert kept(memory, "abc") == "c"
    assert MOST >= 2**20


@pytest.mark.parametrize("seed", range(3))
def test_books_balance(seed: int) -> None:
    """After any sequence of operations, the size is the sum of what is held, and within its bound."""
    chance = random.Random(seed)
    memory: Memory[int] = Memory(most=500)
    for step in range(3000):
        key = chance.randrange(40)
        what = chance.random()
        if what < 0.5:
            memory.put(key, Copy(step, 0.0, 1.0, chance.randrange(1, 120)), chance.choice([None, memory.epoch, -1]))
        elif what < 0.9:
            memory.get(key)
        elif what < 0.99:
            memory.drop(key)
        else:
            memory.clear()
        assert memory._size == sum(each.size for each in memory.copies.values()) <= 500


def test_threads_share_it() -> None:
    """Threads that put, get, drop and clear at once leave the books balanced."""
    memory: Memory[int] = Memory(most=1000)
    failed: list[BaseException] = []

    def use(seed: int) -> None:
        chance = random.Random(seed)
        try:
            for step in range(2000):
                key = chance.randrange(50)
                memory.get(key)
                memory.put(key, Copy(step, 0.0, 1.0, chance.randrange(1, 100)))
                if step % 50 == 0:
                    memory.drop(key)
                if step % 500 == 0:
                    memory.clear()
        except BaseException as error:  # told below
            failed.append(error)

    threads = [Thread(target=use, args=(seed,)) for seed in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    assert memory._size == sum(each.size for each in memory.copies.values()) <= 1000


def test_an_interrupt_between_a_copy_and_its_count() -> None:
    """What was counted twice, or not at all, is counted anew by the next change, and the bound holds."""
    memory: Memory[str] = Memory(100)
    for odd in (10_000, -10_000):
        memory._changes += 1
        memory._size = odd
        for at in range(20):
            memory.put(at, Copy("x", 0.0, 1.0, 10))
        assert (len(memory), memory._size) == (10, 100)


def test_a_change_within_a_change(monkeypatch: pytest.MonkeyPatch) -> None:
    """A signal handler that keeps something meanwhile leaves the books right."""
    memory: Memory[str] = Memory(100)
    real = memory._make_room
    within: list[int] = []

    def make_room(size: int) -> None:
        real(size)
        if not within:
            within.append(1)
            memory.put("inner", Copy("x", 0.0, 1.0, 30))

    monkeypatch.setattr(memory, "_make_room", make_room)
    memory.put("outer", Copy("x", 0.0, 1.0, 20))
    memory.drop("nothing")
    assert (len(memory), memory._size) == (2, 50)
