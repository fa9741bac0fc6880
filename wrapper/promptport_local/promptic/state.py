"""Records of the local Promptic: found or refused, made, changed, and removed with all that belongs to them."""

from __future__ import annotations

import uuid
from typing import Any

from promptport_local.environment import Environment
from promptport_local.promptic.records import KINDS, Json, Options, not_found
from promptport_local.store import Collection


class State:
    """What every subject of the local Promptic stands on.

    Args:
        environment: What it lives on.

    Attributes:
        options: How it behaves. Change its fields, or replace it.
    """

    def __init__(self, environment: Environment) -> None:
        self._environment = environment
        self.options = Options()

    def _collection(self, name: str) -> Collection:
        return self._environment.collection(name)

    def _now(self) -> str:
        return self._environment.moment("milliseconds")

    def _number(self, name: str) -> int:
        """The next of a row of increasing numbers. None comes twice, whatever is removed."""
        counters = self._collection("counters")
        # As one, since a test may call the backend while the server does.
        with self._environment.transaction():
            number: int = (counters.get(name) or 0) + 1
            counters.put(name, value=number)
        return number

    def _uuid(self) -> str:
        # By the number of ids so far, which is kept: with a seed and a file none comes again after a restart.
        source = self._environment.randomness(str(self._number("ids")))
        return str(uuid.UUID(int=source.getrandbits(128), version=4))

    def _make(self, kind: str, fields: Json, given: Json | None = None) -> Json:
        """Keep a new record.

        Args:
            kind: The kind.
            fields: Its fields. `id`, `createdAt` and `updatedAt` are added.
            given: Fields that are as they are given, `id` and `createdAt` among them.
        """
        now = self._now()
        record = {"createdAt": now, "updatedAt": now, **fields, **(given or {})}
        if "id" not in record:
            record["id"] = self._number(kind) if KINDS[kind].numbered else self._uuid()
        return self._put(kind, record)

    def _put(self, kind: str, record: Json) -> Json:
        self._collection(kind).put(record[KINDS[kind].home], str(record["id"]), value=record)
        return record

    def _change(self, kind: str, record: Json, changes: Json) -> Json:
        """Keep a record with changes; it was updated now, and `changed` says how often."""
        changed = record.get("changed", 0) + 1
        return self._put(kind, {**record, **changes, "updatedAt": self._now(), "changed": changed})

    def _find(self, kind: str, home: str, id: str | int) -> Json | None:
        record: Json | None = self._collection(kind).get(home, str(id))
        return record

    def _need(self, kind: str, home: str, id: str | int) -> Json:
        """A record.

        Raises:
            Refusal: 404; there is none of this id there.
        """
        record = self._find(kind, home, id)
        if record is None:
            raise not_found()
        return record

    def _anywhere(self, kind: str, id: str | int) -> Json:
        """A record, wherever it is. For tests, which need not say where.

        Raises:
            ValueError: There is none.
        """
        for record in self._collection(kind).all():
            if record["id"] == id:
                found: Json = record
                return found
        raise ValueError(f"there are no {kind} with the id {id!r}")

    def _under(self, kind: str, home: str, **fields: Any) -> list[Json]:
        """The records of one home with these values, oldest first."""
        rows = self._collection(kind).under(home)
        return [row for row in rows if all(row[name] == value for name, value in fields.items())]

    def _newest(self, kind: str, home: str, **fields: Any) -> list[Json]:
        """The same, newest first; of one moment, that which was made last."""
        return newest_first(self._under(kind, home, **fields))

    def _remove(self, kind: str, record: Json) -> None:
        """Remove a record with everything that belongs to it."""
        for part, field in KINDS[kind].parts:
            home = str(record.get(KINDS[part].home, record["id"]))
            for each in self._under(part, home, **{field: record["id"]}):
                self._remove(part, each)
        self._collection(kind).remove(record[KINDS[kind].home], str(record["id"]))


def newest_first(rows: list[Json], moment: str = "createdAt") -> list[Json]:
    """Records in the order of a moment, the latest first; of one moment, that which was made last."""
    return sorted(rows, key=lambda row: str(row[moment]))[::-1]


def chosen(body: Json) -> Json:
    """The fields of a new record that its maker chose. Only what is seeded has any: a request can't say them."""
    return {name: body[name] for name in ("id", "createdAt") if name in body}


def listed(rows: list[Json]) -> Json:
    """Records as lists are answered."""
    return {"data": rows}
