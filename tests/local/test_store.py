"""Proves that the store keeps records through threads and restarts, and never touches a file that is not its own."""

from __future__ import annotations

import sqlite3
import stat
import threading
from contextlib import closing
from pathlib import Path

import pytest

from promptport_local import DataError
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


def test_a_file_is_the_owners_alone_and_outlives_the_store(tmp_path: Path) -> None:
    path = tmp_path / "data.db"
    with closing(Store(path)) as store:
        store.collection("x.things").put("a", value=1)
        assert {stat.S_IMODE(each.stat().st_mode) for each in tmp_path.iterdir()} == {0o600}
    assert [each.name for each in tmp_path.iterdir()] == ["data.db"]
    with closing(Store(path)) as store:
        assert store.collection("x.things").get("a") == 1


def test_an_empty_file_is_taken(tmp_path: Path) -> None:
    path = tmp_path / "data.db"
    path.touch()
    with closing(Store(path)) as store:
        assert len(store.collection("x.things")) == 0


@pytest.mark.parametrize("content", [b"hello", b"SQLite format 3\x00", b"SQLite format 3\x00" + b"\xff" * 200])
def test_another_file_is_left_as_it_is(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(content)
    with pytest.raises(DataError, match=r"notes\.txt is .* left as it is: give another file"):
        Store(path)
    assert path.read_bytes() == content
    assert [each.name for each in tmp_path.iterdir()] == ["notes.txt"]


def test_another_programs_database_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "theirs.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE records (a)")
        connection.commit()
    before = path.read_bytes()
    with pytest.raises(DataError, match="another program"):
        Store(path)
    assert path.read_bytes() == before


def test_a_newer_format_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "data.db"
    Store(path).close()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("PRAGMA user_version = 2")
    with pytest.raises(DataError, match="format 2"):
        Store(path)


def test_a_damaged_database_is_named(tmp_path: Path) -> None:
    path = tmp_path / "data.db"
    Store(path).close()
    content = path.read_bytes()
    path.write_bytes(content[:100] + b"\xff" * (len(content) - 100))
    with pytest.raises(DataError, match=r"data\.db cannot be used"):
        Store(path)


def test_a_folder_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"nowhere does not exist; make it first"):
        Store(tmp_path / "nowhere" / "data.db")
    with pytest.raises(DataError, match="cannot be read"):
        Store(tmp_path)


def test_a_file_in_use_is_not_shared(tmp_path: Path) -> None:
    path = tmp_path / "data.db"
    with closing(Store(path)), pytest.raises(DataError, match="in use by another local platform"):
        Store(path)
