"""What the local Promptic holds: records in collections, found or refused, made, changed, and removed with their parts."""

from __future__ import annotations

import random
import uuid
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from promptport_local.clock import written
from promptport_local.platform import Environment
from promptport_local.promptic.errors import not_found
from promptport_local.promptic.options import Options
from promptport_local.promptic.resources import RESOURCES, Json
from promptport_local.store import Collection

PREFIX = "promptic."


class State:
    """The records, ids and options that every subject of the local Promptic works on.

    All but `options` lies in the store, the counters of ids too, so that a copy of the database is a copy of the state.

    Args:
        environment: What it lives on.

    Attributes:
        store: Where the collections lie.
        options: How it behaves. Change its fields, or replace it.
    """

    def __init__(self, environment: Environment) -> None:
        self._environment = environment
        self.store = environment.store
        self.options = Options()

    def reset(self) -> None:
        """Forget every record and counter, and take the usual options."""
        self.store.clear(PREFIX)
        self.options = Options()

    def collection(self, name: str) -> Collection:
        """The collection of a resource, or of something else that is kept, such as `keys`."""
        return self.store.collection(PREFIX + name)

    def now(self) -> datetime:
        """The present moment."""
        return self._environment.now()

    def moment(self, seconds: float = 0) -> str:
        """The moment in so many seconds, as Promptic writes it."""
        return written(self.now() + timedelta(seconds=seconds), "milliseconds")

    def number(self, name: str) -> int:
        """The next of a row of increasing numbers. None comes twice, whatever is removed."""
        counters = self.collection("counters")
        # As one, since a test may call the backend while the server does.
        with self.store.transaction():
            number: int = (counters.get(name) or 0) + 1
            counters.put(name, value=number)
        return number

    def randomness(self, name: str) -> random.Random:
        """A source of randomness of its own for the next thing of this name."""
        # By a number that is kept: with a seed and a file nothing comes again after a restart.
        return self._environment.randomness(f"{PREFIX}{name}:{self.number(name)}")

    def uuid(self) -> str:
        """A new id."""
        return str(uuid.UUID(int=self.randomness("ids").getrandbits(128), version=4))

    def make(self, name: str, fields: Json, given: Json | None = None) -> Json:
        """Keep a new record.

        Args:
            name: The resource.
            fields: Its fields. `id`, `createdAt` and `updatedAt` are added.
            given: Fields that are as they are given, `id` and `createdAt` among them.
        """
        now = self.moment()
        record = {"createdAt": now, "updatedAt": now, **fields, **(given or {})}
        if "id" not in record:
            record["id"] = self.number(name) if RESOURCES[name].numbered else self.uuid()
        return self.put(name, record)

    def put(self, name: str, record: Json) -> Json:
        """Keep a record as it is, in place of the one with its id."""
        self.collection(name).put(record[RESOURCES[name].home], str(record["id"]), value=record)
        return record

    def change(self, name: str, record: Json, changes: Json) -> Json:
        """Keep a record with changes; it was updated now, and `changed` says how often."""
        changed = record.get("changed", 0) + 1
        return self.put(name, {**record, **changes, "updatedAt": self.moment(), "changed": changed})

    def find(self, name: str, home: str, id: str | int) -> Json | None:
        """The record of a resource with this id, or None where there is none under this home."""
        record: Json | None = self.collection(name).get(home, str(id))
        return record

    def need(self, name: str, home: str, id: str | int) -> Json:
        """The record of a resource with this id.

        Raises:
            Refusal: 404; there is none under this home.
        """
        record = self.find(name, home, id)
        if record is None:
            raise not_found()
        return record

    def under(self, name: str, home: str, /, **fields: Any) -> list[Json]:
        """The records of one home with these values, oldest first."""
        rows = self.collection(name).under(home)
        return [row for row in rows if all(row[field] == value for field, value in fields.items())]

    def remove(self, name: str, record: Json) -> None:
        """Remove a record with everything that belongs to it."""
        for part, field in RESOURCES[name].parts:
            home = str(record.get(RESOURCES[part].home, record["id"]))
            for each in self.under(part, home, **{field: record["id"]}):
                self.remove(part, each)
        self.collection(name).remove(record[RESOURCES[name].home], str(record["id"]))


def anywhere(state: State, name: str, id: str | int) -> Json:
    """A record, wherever its home is. For tests, which need not say where.

    Raises:
        ValueError: There is none.
    """
    for record in state.collection(name).all():
        if record["id"] == id:
            found: Json = record
            return found
    raise ValueError(f"there are no {name} with the id {id!r}")


def newest_first(rows: Iterable[Json], moment: str = "createdAt") -> list[Json]:
    """Records in the order of a moment, the latest first; of one moment, that which was made last."""
    return sorted(rows, key=lambda row: str(row[moment]))[::-1]


def chosen(body: Json) -> Json:
    """The fields of a new record that its maker chose. Only what is seeded has any: a request can't say them."""
    return {name: body[name] for name in ("id", "createdAt") if name in body}


def listed(rows: list[Json]) -> Json:
    """Records as lists are answered."""
    return {"data": rows}
