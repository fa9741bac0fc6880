"""Where the platforms keep their state: one SQLite database, in memory or in a file."""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from weakref import WeakSet

from promptport_local.database import in_file, in_memory

_BEGINS = "collection >= ? AND collection < ?"

# Made once: `json.dumps` with arguments makes an encoder for every call.
_encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode

Row = tuple[int, str, str, str]


class _Transaction:
    """One that is under way, for as long as its block is: however that ends."""


class Store:
    """Records of JSON in named collections. Safe to use from several threads.

    Args:
        data: A file, made (mode 0600, since it holds keys) where there is none; None for memory.

    Attributes:
        on_change: Is told how the names of the collections begin that have changed, such as `xr2`, once a transaction has ended
            well; by the thread that did it. None where nobody wants to know.

    Raises:
        DataError: The file is not one of ours, its folder is missing, or another local platform has it open.
    """

    def __init__(self, data: str | os.PathLike[str] | None = None) -> None:
        self._lock = threading.RLock()
        self._open: WeakSet[_Transaction] = WeakSet()  # those that are under way, one inside of the other
        self._connection = in_memory() if data is None else in_file(Path(data))
        self._touched: set[str] = set()
        self.on_change: Callable[[set[str]], None] | None = None

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All that is done inside is done as one, and alone; an exception undoes it. May be nested."""
        with self._lock:
            mark, outermost = _Transaction(), not self._open
            try:
                self._open.add(mark)
                if outermost:
                    if self._connection.in_transaction:  # an interrupt has let go of the last one
                        self._connection.execute("ROLLBACK")
                    self._connection.execute("BEGIN IMMEDIATE")
                yield
            except BaseException:
                if outermost and self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise
            else:
                if outermost:
                    self._connection.execute("COMMIT")
                    if self._touched and self.on_change is not None:
                        self.on_change(self._touched)
            finally:
                self._open.discard(mark)
                if outermost:
                    self._touched = set()

    def collection(self, name: str) -> Collection:
        """The collection of this name; a platform's begin with its own name and a dot, such as `xr2.prompts`."""
        return Collection(self, name)

    def clear(self, prefix: str) -> None:
        """Remove every record of the collections whose names begin so."""
        self.change(prefix, f"DELETE FROM records WHERE {_BEGINS}", *_range(prefix))

    def rows(self, prefix: str) -> list[Row]:
        """Every record of the collections whose names begin so, as they lie in the database."""
        return self.run(f"SELECT position, collection, key, value FROM records WHERE {_BEGINS}", *_range(prefix))

    def put_back(self, prefix: str, rows: list[Row]) -> None:
        """Let the collections whose names begin so hold these rows and no others, each in its old place.

        Args:
            prefix: How the names begin.
            rows: What `rows` gave for it, of this store.
        """
        with self.transaction():
            self.clear(prefix)
            self._connection.executemany("INSERT INTO records VALUES (?, ?, ?, ?)", rows)

    def close(self) -> None:
        """Close the database. What is in memory is gone."""
        with self._lock:
            self._connection.close()

    def run(self, statement: str, *values: Any) -> list[Any]:
        """Run one statement and fetch its rows. For collections; platforms use those."""
        with self.transaction():
            return self._connection.execute(statement, values).fetchall()

    def change(self, name: str, statement: str, *values: Any) -> list[Any]:
        """Run one statement that changes the collection of a name, or those whose names begin so, and fetch its rows."""
        with self.transaction():
            self._touched.add(name.partition(".")[0])
            return self._connection.execute(statement, values).fetchall()


class Collection:
    """Records of one kind, each under a key of texts, in the order in which they were first put.

    Args:
        store: The store it lies in.
        name: Its name.
    """

    def __init__(self, store: Store, name: str) -> None:
        self._store = store
        self._name = name

    def put(self, *key: str, value: Any) -> None:
        """Keep a value of JSON under a key; it replaces an earlier one, in its place.

        Raises:
            ValueError: The value or the key cannot be written as JSON in UTF-8.
        """
        self._store.change(
            self._name,
            "INSERT INTO records (collection, key, value) VALUES (?, ?, ?)"
            " ON CONFLICT (collection, key) DO UPDATE SET value = excluded.value",
            self._name,
            _key(key),
            _encode(value),
        )

    def get(self, *key: str) -> Any:
        """The value under a key, or None."""
        statement = "SELECT value FROM records WHERE collection = ? AND key = ?"
        rows = self._store.run(statement, self._name, _key(key))
        return json.loads(rows[0][0]) if rows else None

    def remove(self, *key: str) -> bool:
        """Remove the value under a key; whether there was one."""
        statement = "DELETE FROM records WHERE collection = ? AND key = ? RETURNING position"
        return bool(self._store.change(self._name, statement, self._name, _key(key)))

    def under(self, *key: str) -> list[Any]:
        """The values whose keys begin with these parts and have more of them, oldest first."""
        statement = "SELECT value FROM records WHERE collection = ? AND key > ? AND key < ? ORDER BY position"
        # What begins so goes on with a comma, a blank and a quotation mark, after which comes the number sign.
        begin = f"{_key(key)[:-1]}, "
        return [json.loads(value) for (value,) in self._store.run(statement, self._name, f'{begin}"', f"{begin}#")]

    def all(self) -> list[Any]:
        """All values, oldest first."""
        statement = "SELECT value FROM records WHERE collection = ? ORDER BY position"
        return [json.loads(value) for (value,) in self._store.run(statement, self._name)]

    def last(self, count: int) -> list[Any]:
        """The newest values, newest first."""
        statement = "SELECT value FROM records WHERE collection = ? ORDER BY position DESC LIMIT ?"
        return [json.loads(value) for (value,) in self._store.run(statement, self._name, count)]

    def __len__(self) -> int:
        return int(self._store.run("SELECT count(*) FROM records WHERE collection = ?", self._name)[0][0])


def _range(prefix: str) -> tuple[str, str]:
    """The names that begin so lie from the one to before the other: a range, which the index finds."""
    return prefix, prefix[:-1] + chr(ord(prefix[-1]) + 1)


def _key(parts: tuple[str, ...]) -> str:
    # As JSON, so that no text in one part can look like the border between two.
    return _encode(parts)
