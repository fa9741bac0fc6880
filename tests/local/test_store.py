"""Proves that the store keeps records through threads and restarts, and never touches a file that is not its own."""

from __future__ import annotations

import threading
from contextlib import closing, suppress
from pathlib import Path

import pytest

from promptport_local.store import Store


@pytest.mark.parametrize("key", [("a", "b"), ("a\x00b",), ("", ""), ("ä'\"\\",), ('a", "b',)])
def test_any_text_is_a_key(key: tuple[str, ...]) -> None:
    with closing(Store()) as store:
        things = store.collection("x.things")
        things.put(*key, value={"n": 10**40, "text": "a\x00b"})
        things.put("other", value=None)
        assert things.get(*key) == {"n": 10**40, "text": "a\x00b"}
        assert things.get("a") is None
        assert things.remove(*key)
        assert not things.remove(*key)


def test_records_keep_their_order_and_their_place() -> None:
    with closing(Store()) as store:
        things = store.collection("x.things")
        for name in ("b", "a", "c"):
            things.put(name, value=name)
        things.put("b", value="B")
        assert (things.all(), things.last(2), len(things)) == (["B", "a", "c"], ["c", "a"], 3)


def test_records_are_found_by_the_first_parts_of_their_keys() -> None:
    with closing(Store()) as store:
        things = store.collection("x.things")
        keys = [
            ("a", "c"),
            ("a", "b"),
            ("a",),
            ("ab", "c"),
            ('a", "b', "c"),
            ("a", "b", "c"),
            ("a", ""),
            ("", "a"),
            ("a", "ä"),
        ]
        for key in keys:
            things.put(*key, value=list(key))
        store.collection("x.others").put("a", "b", value="another")
        assert things.under("a") == [["a", "c"], ["a", "b"], ["a", "b", "c"], ["a", ""], ["a", "ä"]]
        assert things.under("a", "b") == [["a", "b", "c"]]
        assert things.under("nothing") == []


def test_clearing_one_platform_leaves_the_others() -> None:
    with closing(Store()) as store:
        store.collection("x.things").put("a", value=1)
        store.collection("xy.things").put("a", value=2)
        store.clear("x.")
        assert (store.collection("x.things").all(), store.collection("xy.things").all()) == ([], [2])


@pytest.mark.parametrize("value", [float("nan"), float("inf"), "\ud800", {"\udfff": 1}])
def test_what_cannot_be_written_is_refused(value: object) -> None:
    with closing(Store()) as store, pytest.raises(ValueError, match=r"JSON|surrogate"):
        store.collection("x.things").put("a", value=value)


def fill_and_fail(store: Store) -> None:
    with store.transaction():
        store.collection("x.things").put("a", value=1)
        with store.transaction():
            store.collection("x.things").put("b", value=2)
        raise RuntimeError


def test_a_failed_transaction_leaves_nothing() -> None:
    with closing(Store()) as store:
        with pytest.raises(RuntimeError):
            fill_and_fail(store)
        assert len(store.collection("x.things")) == 0


def test_threads_do_not_lose_each_others_work(tmp_path: Path) -> None:
    with closing(Store(tmp_path / "data.db")) as store:
        counters = store.collection("x.counters")
        counters.put("n", value=0)

        def count() -> None:
            for _ in range(100):
                with store.transaction():
                    counters.put("n", value=counters.get("n") + 1)

        threads = [threading.Thread(target=count) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert counters.get("n") == 800


def test_a_transaction_that_was_let_go_of() -> None:
    """An interrupt may end it without a word: what it did is undone, and the next one is whole."""
    with closing(Store()) as store:
        things = store.collection("x.things")
        things.put("a", value=1)
        with suppress(KeyboardInterrupt), store.transaction():
            things.put("a", value=2)
            raise KeyboardInterrupt
        store._connection.execute("BEGIN IMMEDIATE")
        store._connection.execute("DELETE FROM records")
        with store.transaction(), store.transaction():
            assert things.get("a") == 1
            things.put("b", value=3)
        assert things.get("b") == 3
        assert not store._connection.in_transaction
