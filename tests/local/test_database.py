"""Proves that the file of a store is its owner's alone, and that no other file is touched."""

from __future__ import annotations

import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from promptport_local import DataError
from promptport_local.store import Store


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
