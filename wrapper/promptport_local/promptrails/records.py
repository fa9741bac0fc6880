"""Records of every kind: made, read, changed, listed, filtered, paged and removed in one way, as the table of kinds says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from copy import deepcopy
from datetime import datetime
from random import Random
from types import MappingProxyType
from typing import Any

from promptport_local.clock import read
from promptport_local.contract import Contract
from promptport_local.environment import Environment
from promptport_local.promptrails.ids import hexadecimal, ksuid
from promptport_local.promptrails.kind import Embedded, Filter, Json, Kind
from promptport_local.promptrails.kinds import KINDS, WORKSPACE
from promptport_local.promptrails.refusal import Options, bad_request, not_found
from promptport_local.schemas import Problem
from promptport_local.store import Collection

USUAL_LIMIT, LARGEST_LIMIT = 20, 100
# What a field holds where nothing was given; one that may be null holds null, unless it is an object or a list.
_USUAL: dict[str, Any] = {"string": "", "boolean": False, "integer": 0, "number": 0.0, "object": {}, "array": []}
_MOMENTS = ("created_at", "updated_at", "started_at")


class Records:
    """The state of the local PromptRails.

    A record is an object with an `id`. As it is kept it may have fields whose names begin with `_`; as it is shown
    (`view`) it has the records besides that belong into it. The methods that a client's calls end in raise `Refusal`.

    Args:
        contract: PromptRails' contract, which says of what types the fields are.
        environment: What it lives on.

    Attributes:
        options: How it behaves where PromptRails leaves a choice. Change its fields, or replace it.
    """

    def __init__(self, contract: Contract, environment: Environment) -> None:
        self.options = Options()
        self._contract = contract
        self._environment = environment
        self._collections = {name: environment.collection(name) for name in KINDS}
        self._blank = {name: self._blanks(kind) for name, kind in KINDS.items()}

    def reset(self) -> None:
        """Forget every record, take the usual options, and begin randomness anew."""
        self._environment.clear()
        self.options = Options()

    # Records as they are kept

    @property
    def random(self) -> Random:
        """Where randomness comes from."""
        return self._environment.random

    def transaction(self) -> AbstractContextManager[None]:
        """All that is done inside is done as one, and alone; an exception undoes it."""
        return self._environment.transaction()

    def now(self) -> datetime:
        """The present moment."""
        return self._environment.now()

    def moment(self) -> str:
        """The present moment as PromptRails writes it."""
        return self._environment.moment()

    def mint(self, name: str | None = None) -> str:
        """A new id, for a record of this kind or for anything."""
        while True:
            ident = ksuid(self.now(), self._environment.random)
            # With a seed and a file the same digits come again after a restart.
            if name is None or self._collections[name].get(ident) is None:
                return ident

    def digits(self, count: int) -> str:
        """So many new hexadecimal digits, as spans are named."""
        return hexadecimal(count, self._environment.random)

    def collection(self, name: str) -> Collection:
        """The collection of a kind."""
        return self._collections[name]

    def known(self, name: str, ident: str | None) -> Json | None:
        """The record of this kind and id, or None."""
        found: Json | None = None if ident is None else self._collections[name].get(ident)
        return found

    def find(self, name: str, ident: str) -> Json:
        """The record of this kind and id.

        Raises:
            Refusal: 404; there is none.
        """
        found = self.known(name, ident)
        if found is None:
            raise not_found(KINDS[name].noun)
        return found

    def all(self, name: str, /, **fields: Any) -> list[Json]:
        """The records of a kind with these fields, oldest first."""
        found = self._collections[name].all()
        return [each for each in found if all(each.get(key) == value for key, value in fields.items())]

    def add(self, name: str, /, **fields: Any) -> Json:
        """Keep a new record; what is not given is as the table of kinds says."""
        blank: Json = deepcopy(self._blank[name])
        record = {"id": fields.get("id") or self.mint(name), **blank}
        unsaid = [key for key in _MOMENTS if key in blank and key not in fields]
        record.update(dict.fromkeys(unsaid, self.moment()) if unsaid else {}, **fields)
        self._collections[name].put(record["id"], value=record)
        return record

    def put(self, name: str, record: Json) -> None:
        """Keep a record that was changed."""
        self._collections[name].put(record["id"], value=record)

    def remove(self, name: str, ident: str) -> None:
        """Remove a record, and what goes with it."""
        self._collections[name].remove(ident)
        for child, field in KINDS[name].drops.items():
            for each in self.all(child, **{field: ident}):
                self.remove(child, each["id"])

    def fields(self, name: str) -> list[str]:
        """The names of the fields of a kind, `id` first."""
        return ["id", *self._blank[name]]

    # What a client's calls end in

    def check(self, name: str, given: Mapping[str, Any]) -> None:
        """Refuse what no record of this kind can hold.

        Raises:
            Refusal: 400; its details name every field that is wrong.
        """
        problems = self.problems(KINDS[name].schema, {"id": "", **given})
        told = {".".join(map(str, each.where)): each.text for each in problems}
        if told:
            raise bad_request("; ".join(f"{key} {text}" for key, text in told.items()), told)

    def problems(self, schema: str, value: Any) -> Sequence[Problem]:
        """What is wrong with a value by one of the contract's schemas; nothing if it is fine."""
        return self._contract.schemas.problems(("components", "schemas", schema), value)

    def create(self, name: str, given: Mapping[str, Any], parent_id: str | None = None, /, **fields: Any) -> Json:
        """Make a record.

        Args:
            name: Its kind.
            given: What the client gave for it; what the kind does not take is passed over.
            parent_id: What it belongs to, where the kind belongs to something.
            fields: Further fields, which no client gives.

        Returns:
            The record as it is shown.

        Raises:
            Refusal: 404 where what it belongs to must be there and is not; 400 where a field is of a wrong type.
        """
        kind = KINDS[name]
        taken = {key: given[key] for key in kind.takes if key in given}
        self.check(name, taken)
        with self._environment.transaction():
            if kind.parent is not None and parent_id is not None:
                if kind.parent.known:
                    self.find(kind.parent.kind, parent_id)
                fields[kind.parent.field] = parent_id
            return self.view(name, self.add(name, **(kind.derive(taken) if kind.derive else taken), **fields))

    def get(self, name: str, ident: str) -> Json:
        """A record as it is shown.

        Raises:
            Refusal: 404; there is none.
        """
        with self._environment.transaction():
            return self.view(name, self.find(name, ident))

    def change(self, name: str, ident: str, given: Mapping[str, Any]) -> Json:
        """Change a record: what is absent stays, and so does what is given as null, unless it is a free object.

        Raises:
            Refusal: 404; there is none. 400; a field is of a wrong type.
        """
        kind = KINDS[name]
        taken = {key: given[key] for key in kind.changes if key in given}
        kept = {key: value for key, value in taken.items() if value is not None or self._is_free(name, key)}
        self.check(name, kept)
        with self._environment.transaction():
            record = self.find(name, ident)
            record.update(kind.derive(kept) if kind.derive else kept)
            if "updated_at" in record:
                record["updated_at"] = self.moment()
            self.put(name, record)
            return self.view(name, record)

    def delete(self, name: str, ident: str) -> None:
        """Remove a record, and what goes with it.

        Raises:
            Refusal: 404; there is none.
        """
        with self._environment.transaction():
            self.find(name, ident)
            self.remove(name, ident)

    def listed(
        self, name: str, parent_id: str | None = None, filters: Mapping[str, str] = MappingProxyType({})
    ) -> Sequence[Json]:
        """The records of a kind as they are shown, in the order of the kind.

        Args:
            name: The kind.
            parent_id: What they belong to, where the kind belongs to something.
            filters: By the parameters of the kind's table; an empty text lets all pass.

        Raises:
            Refusal: 404; what they belong to must be there and is not.
        """
        with self._environment.transaction():
            return [self.view(name, each) for each in self._chosen(name, parent_id, filters)]

    def page(
        self,
        name: str,
        page: int = 1,
        limit: int = USUAL_LIMIT,
        parent_id: str | None = None,
        filters: Mapping[str, str] = MappingProxyType({}),
    ) -> Json:
        """A page of such a list: `data` and `meta`.

        Args:
            name: The kind.
            page: Its number; one below 1 is the first.
            limit: How many records a page has: 20 where it is below 1, 100 at the most.
            parent_id: As in `listed`.
            filters: Likewise.

        Raises:
            Refusal: As in `listed`.
        """
        with self._environment.transaction():
            return paged(self._chosen(name, parent_id, filters), page, limit, lambda record: self.view(name, record))

    def view(self, name: str, record: Json) -> Json:
        """A record as it is shown."""
        kind = KINDS[name]
        shown = {key: value for key, value in record.items() if not key.startswith("_")}
        shown.update(self._embedded(record, kind.embeds))
        for field, embeds in kind.lists.items():
            shown[field] = [{**item, **dict(self._embedded(item, embeds))} for item in record[field]]
        return shown

    def _embedded(self, record: Json, embeds: Mapping[str, Embedded]) -> Iterator[tuple[str, Json]]:
        for field, (name, key) in embeds.items():
            found = self.known(name, record.get(key))
            if found is not None:
                yield field, self.view(name, found)

    def _chosen(self, name: str, parent_id: str | None, filters: Mapping[str, str]) -> list[Json]:
        kind = KINDS[name]
        found = self.all(name)
        if kind.parent is not None and parent_id is not None:
            if kind.parent.known:
                self.find(kind.parent.kind, parent_id)
            found = [each for each in found if each[kind.parent.field] == parent_id]
        for parameter, text in filters.items():
            if text:
                found = [each for each in found if _fits(each, kind.filters[parameter], text)]
        if kind.order == "newest":
            return sorted(found, key=lambda each: read(each["created_at"]))[::-1]
        return found if kind.order == "oldest" else sorted(found, key=lambda each: each[kind.order])

    def _blanks(self, kind: Kind) -> Json:
        """Every field of a kind but `id`, with what it holds where nothing was given."""
        blank: Json = {}
        for name, schema in self._properties(kind).items():
            if name != "id" and name not in kind.embeds:
                kinds = _types(schema)
                free = next((each for each in kinds if each in ("object", "array")), None)
                usual = _USUAL[free] if free else None if "null" in kinds or not kinds else _USUAL[kinds[0]]
                # Copied one by one: a copy of all at once would keep two lists the one that they were.
                blank[name] = deepcopy(kind.defaults.get(name, usual))
        return {**blank, "workspace_id": WORKSPACE} if "workspace_id" in blank else blank

    def _properties(self, kind: Kind) -> Json:
        schema = self._contract.follow({"$ref": f"#/components/schemas/{kind.schema}"})
        properties: Json = schema["properties"]
        return properties

    def _is_free(self, name: str, field: str) -> bool:
        types = _types(self._properties(KINDS[name]).get(field, {}))
        return "object" in types and "null" in types


def paged(found: Sequence[Any], page: int, limit: int, view: Any = lambda item: item) -> Json:
    """A page of a list: `data` and `meta`. A page past the end is empty and tells the true total.

    Args:
        found: The whole list.
        page: As in `Records.page`.
        limit: Likewise.
        view: How an item is shown.
    """
    page = max(page, 1)
    limit = min(limit, LARGEST_LIMIT) if limit >= 1 else USUAL_LIMIT
    data = [view(each) for each in found[(page - 1) * limit : page * limit]]
    meta = {"total": len(found), "page": page, "limit": limit, "total_pages": -(-len(found) // limit)}
    return {"data": data, "meta": meta}


def _fits(record: Json, wanted: Filter, text: str) -> bool:
    return any(
        text.casefold() in _told(record, field).casefold() if wanted.part else text == _told(record, field)
        for field in wanted.fields
    )


def _told(record: Json, field: str) -> str:
    """A field as a parameter of a query would name it."""
    value: Any = record
    for step in field.split("."):
        value = value.get(step) if isinstance(value, dict) else None
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)


def _types(schema: Json) -> list[str]:
    kinds = schema.get("type", [])
    return [kinds] if isinstance(kinds, str) else list(kinds)
