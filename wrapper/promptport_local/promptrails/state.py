"""What the local PromptRails holds: records by resource, and the options that it goes by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from promptport_local.environment import Environment
from promptport_local.promptrails.errors import not_found
from promptport_local.promptrails.fields import Fields
from promptport_local.promptrails.ids import hexadecimal, ksuid
from promptport_local.promptrails.resource import Json
from promptport_local.promptrails.resources import RESOURCES
from promptport_local.store import Collection

DEEPEST = 100
"""How deeply a record may be nested: it comes back inside of others, and an answer may have twice as many levels."""

_MOMENTS = ("created_at", "updated_at", "started_at")


@dataclass
class Options:
    """How the local PromptRails behaves where PromptRails leaves a choice.

    Attributes:
        failure: With which words every agent fails from now on; None where they succeed. An execution is then `failed`,
            its stream ends with `error`, and a chat message is answered with 500.
        flat_errors: Whether an error is told as `{"error": "text"}`, as a few places of PromptRails do, and not with a
            code and a message.
        denied_runs_go_on: Whether an execution that a person denied a tool or a sub-agent goes on, and ends `completed`, as
            PromptRails' documents have it; it ends `rejected` otherwise, as in the tests of its client.
    """

    failure: str | None = None
    flat_errors: bool = False
    denied_runs_go_on: bool = False


class State:
    """Every record of the local PromptRails as it is kept.

    A record is an object with an `id`. It may have fields whose names begin with `_`, which are never shown. All but
    `options` lies in the collections and in the randomness of the environment.

    Args:
        environment: What it lives on.
        fields: The fields of the resources.

    Attributes:
        environment: What it lives on: the clock, randomness, transactions.
        options: How it behaves. Change its fields, or replace it.
    """

    def __init__(self, environment: Environment, fields: Fields) -> None:
        self.environment = environment
        self.options = Options()
        self._fields = fields
        self._collections = {name: environment.collection(name) for name in RESOURCES}

    def clear(self) -> None:
        """Forget every record, take the usual options, and begin randomness anew."""
        self.environment.clear()
        self.options = Options()

    def moment(self) -> str:
        """The present moment as PromptRails writes it."""
        return self.environment.moment()

    def mint(self, name: str | None = None) -> str:
        """A new id, for a record of this resource or for anything."""
        while True:
            ident = ksuid(self.environment.now(), self.environment.random)
            # With a seed and a file the same digits come again after a restart.
            if name is None or self.find(name, ident) is None:
                return ident

    def digits(self, count: int) -> str:
        """So many new hexadecimal digits, as spans are named."""
        return hexadecimal(count, self.environment.random)

    def collection(self, name: str) -> Collection:
        """The collection of a resource."""
        return self._collections[name]

    def find(self, name: str, ident: str | None) -> Json | None:
        """The record of this resource and id, or None."""
        found: Json | None = None if ident is None else self._collections[name].get(ident)
        return found

    def need(self, name: str, ident: str) -> Json:
        """The record of this resource and id.

        Raises:
            Refusal: 404; there is none.
        """
        found = self.find(name, ident)
        if found is None:
            raise not_found(RESOURCES[name].noun)
        return found

    def all(self, name: str, /, **fields: Any) -> list[Json]:
        """The records of a resource with these fields, oldest first."""
        found = self._collections[name].all()
        return [each for each in found if all(each.get(key) == value for key, value in fields.items())]

    def add(self, name: str, /, **fields: Any) -> Json:
        """Keep a new record; what is not given is as the table of resources says."""
        blank = self._fields.blank(name)
        record = {"id": fields.get("id") or self.mint(name), **blank}
        unsaid = [key for key in _MOMENTS if key in blank and key not in fields]
        record.update(dict.fromkeys(unsaid, self.moment()) if unsaid else {}, **fields)
        return self.put(name, record)

    def put(self, name: str, record: Json) -> Json:
        """Keep a record as it is, in place of the one with its id."""
        self._collections[name].put(record["id"], value=record)
        return record

    def remove(self, name: str, ident: str) -> None:
        """Remove a record, and what goes with it."""
        self._collections[name].remove(ident)
        for child, key in RESOURCES[name].drops.items():
            for each in self.all(child, **{key: ident}):
                self.remove(child, each["id"])
