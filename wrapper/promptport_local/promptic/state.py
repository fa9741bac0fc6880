"""What the local Promptic holds: records in collections, found or refused, made, changed, and removed with their parts."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import timedelta
from random import Random
from typing import Any, Literal

from promptport_local.clock import written
from promptport_local.environment import Environment
from promptport_local.promptic.errors import not_found
from promptport_local.promptic.resources import RESOURCES, USER, Json
from promptport_local.store import Collection

Drive = Literal["usual", "reads", "instant", "clock", "manual"]
DRIVES = ("usual", "reads", "instant", "clock", "manual")
BY_READS = ("usual", "reads")
BY_CLOCK = ("usual", "clock")


@dataclass
class Options:
    """How the local Promptic behaves where tests want it one way or another.

    Attributes:
        strict: Whether a field that the contract does not know is refused with a 400; else it is passed over.
        experiments: What moves an experiment that was started, step by step: first it runs, then each step is an
            iteration. `usual`: time and reads, whichever comes first. `reads`: each read that shows it or its parts one
            step. `clock`: every `step_seconds` of the environment's clock. `instant`: the start itself, all of them.
            `manual`: nothing but `Backend.advance_experiment`.
        evaluations: What moves an evaluation on, in the same words; `manual` by `Backend.advance_evaluation`.
        evaluation_steps: With which step an evaluation is over; with the first it runs.
        step_seconds: How long a step takes by the clock.
        experiments_end: How experiments end.
        evaluations_end: How evaluations end.
        most_epochs: How many iterations an experiment writes at the most, whatever it was asked for.
        unavailable_models: Models that are gone from the AI applications.
        listed_models_only: Whether experiments start for models alone that the list of models has; else for any that is
            not gone.
        paid: Whether the plan allows a start; else it is refused with a 402.
        storage_redirects: Whether who asks for the content of an artifact or a stored object is sent on to where it lies
            (302); else the content is answered at once.
        storage_host: The name of the host that objects are brought to and fetched from. None for the other name of this
            machine, `localhost` or `127.0.0.1`, than the one that it was asked under, so that it is another origin.
        upload_method: How an object is brought: `PUT`, or `POST` for a form with fields.
        download_seconds: After how many seconds the address of an object is of no use.
        largest_export: The largest body of an export of traces, in bytes; a larger one is refused with a 413.
        login_pending: How many questions for a token are told to wait.
        login_slow_down: How many of them, before the others, are told to slow down.
        login_end: What comes then.
        login_user: The user who answers.
        login_interval: Seconds between two questions, as the device is told.
        login_seconds: After how many seconds the codes of a device are of no use.
        session_seconds: After how many seconds the token of a device ends.
    """

    strict: bool = True
    experiments: Drive = "usual"
    evaluations: Drive = "usual"
    evaluation_steps: int = 2
    step_seconds: float = 10.0
    experiments_end: Literal["completed", "failed"] = "completed"
    evaluations_end: Literal["completed", "failed"] = "completed"
    most_epochs: int = 100
    unavailable_models: list[str] = field(default_factory=list)
    listed_models_only: bool = False
    paid: bool = True
    storage_redirects: bool = True
    storage_host: str | None = None
    upload_method: Literal["PUT", "POST"] = "PUT"
    download_seconds: int = 300
    largest_export: int = 5_000_000
    login_pending: int = 1
    login_slow_down: int = 0
    login_end: Literal["token", "denied", "expired"] = "token"
    login_user: str = USER
    login_interval: int = 5
    login_seconds: int = 1800
    session_seconds: int = 604_800


class State:
    """The records, ids and options that every subject of the local Promptic works on.

    All but `options` lies in the collections, the counters of ids too, so that a copy of the database is a copy of the state.

    Args:
        environment: What it lives on.

    Attributes:
        environment: What it lives on: the clock, randomness, transactions.
        options: How it behaves. Change its fields, or replace it.
    """

    def __init__(self, environment: Environment) -> None:
        self.environment = environment
        self.options = Options()

    def clear(self) -> None:
        """Forget every record and counter, and take the usual options."""
        self.environment.clear()
        self.options = Options()

    def collection(self, name: str) -> Collection:
        """The collection of a resource, or of something else that is kept, such as `keys`."""
        return self.environment.collection(name)

    def moment(self, seconds: float = 0) -> str:
        """The moment in so many seconds, as Promptic writes it."""
        return written(self.environment.now() + timedelta(seconds=seconds), "milliseconds")

    def number(self, name: str) -> int:
        """The next of a row of increasing numbers. None comes twice, whatever is removed."""
        counters = self.collection("counters")
        # As one, since a test may call the backend while the server does.
        with self.environment.transaction():
            number: int = (counters.get(name) or 0) + 1
            counters.put(name, value=number)
        return number

    def randomness(self, name: str) -> Random:
        """A source of randomness of its own for the next thing of this name."""
        # By a number that is kept: with a seed and a file nothing comes again after a restart.
        return self.environment.randomness(f"{name}:{self.number(name)}")

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
        for part, key in RESOURCES[name].parts:
            home = str(record.get(RESOURCES[part].home, record["id"]))
            for each in self.under(part, home, **{key: record["id"]}):
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
