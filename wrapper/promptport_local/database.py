"""The database file of the local platform: made, recognised, opened for one program alone, or left as it is."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from promptport_local.errors import DataError

_MAGIC = b"SQLite format 3\x00"
_APPLICATION = 0x70706C70
_VERSION = 1
_HEAD = 100
_TABLE = """
CREATE TABLE records (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    collection TEXT NOT NULL,
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    UNIQUE (collection, key)
)
"""


def _connect(target: str) -> sqlite3.Connection:
    return sqlite3.connect(target, timeout=0.5, isolation_level=None, check_same_thread=False)


def _create(connection: sqlite3.Connection) -> None:
    connection.execute("BEGIN IMMEDIATE")
    connection.execute(_TABLE)
    connection.execute(f"PRAGMA application_id = {_APPLICATION}")
    connection.execute(f"PRAGMA user_version = {_VERSION}")
    connection.execute("COMMIT")


def in_memory() -> sqlite3.Connection:
    """A new database in memory."""
    connection = _connect(":memory:")
    _create(connection)
    return connection


def in_file(path: Path) -> sqlite3.Connection:
    """The database in a file, made (mode 0600, since it holds keys) where there is none.

    Raises:
        DataError: The file is not one of ours, its folder is missing, or another local platform has it open.
    """
    new = _prepare(path)
    connection = _connect(str(path))
    try:
        # Exclusive, so that a second local platform on the same file is told so instead of mixing its state in.
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        if new:
            _create(connection)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("COMMIT")
        connection.execute("SELECT position, collection, key, value FROM records LIMIT 1").fetchall()
    except sqlite3.Error as error:
        connection.close()
        code = getattr(error, "sqlite_errorcode", 0)  # the module's own errors have none
        if code & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            text = f"{path} is in use by another local platform; stop that one, or give another file as data"
        else:
            text = f"{path} cannot be used as data ({error}); give another file, which is made if there is none"
        raise DataError(text) from error
    return connection


def _prepare(path: Path) -> bool:
    """Make the file if there is none, else see by its head whether it is ours. Returns whether it is empty."""
    try:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
        return True
    except FileExistsError:
        pass
    except FileNotFoundError as error:
        raise DataError(
            f"the folder {path.parent} does not exist; make it first, or give another file as data"
        ) from error
    except OSError as error:
        raise DataError(f"{path} cannot be made as data ({error.strerror}); give another file") from error
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except OSError as error:
        raise DataError(f"{path} cannot be read as data ({error.strerror}); give another file") from error
    if not head:
        return True
    if len(head) < _HEAD or not head.startswith(_MAGIC):
        raise DataError(f"{path} is not a database; it is left as it is: give another file as data")
    version, application = int.from_bytes(head[60:64], "big"), int.from_bytes(head[68:72], "big")
    if application != _APPLICATION:
        raise DataError(f"{path} is a database of another program; it is left as it is: give another file as data")
    if version != _VERSION:
        raise DataError(f"{path} has format {version}, this version reads format {_VERSION}: give another file as data")
    return False
