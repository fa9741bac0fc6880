"""Records of every resource: made, read, changed, listed and removed in one way, as the table of resources says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from promptport_local.promptrails.fields import Fields
from promptport_local.promptrails.lists import USUAL_LIMIT, filtered, ordered, paged
from promptport_local.promptrails.resource import Embedded, Json
from promptport_local.promptrails.resources import RESOURCES
from promptport_local.promptrails.state import State

_NO_FILTERS: Mapping[str, str] = MappingProxyType({})


class Records:
    """What a client's calls of every resource end in.

    A record is shown (`view`) without the fields whose names begin with `_`, and with the records that belong into it.

    Args:
        state: The records as they are kept.
        fields: The fields of the resources.

    Attributes:
        state: The records as they are kept.
        fields: The fields of the resources.
    """

    def __init__(self, state: State, fields: Fields) -> None:
        self.state = state
        self.fields = fields

    def all(self, name: str, /, **fields: Any) -> list[Json]:
        """The records of a resource with these fields as they are kept, oldest first."""
        return self.state.all(name, **fields)

    def create(self, name: str, given: Mapping[str, Any], parent_id: str | None = None, /, **fields: Any) -> Json:
        """Make a record.

        Args:
            name: Its resource.
            given: What the client gave for it; what the resource does not take is passed over.
            parent_id: What it belongs to, where the resource belongs to something.
            fields: Further fields, which no client gives.

        Returns:
            The record as it is shown.

        Raises:
            Refusal: 404 where what it belongs to must be there and is not; 400 where a field is of a wrong type.
        """
        resource = RESOURCES[name]
        taken = {key: given[key] for key in resource.takes if key in given}
        self.fields.check(name, taken)
        with self.state.environment.transaction():
            if resource.parent is not None and parent_id is not None:
                self._need_parent(name, parent_id)
                fields[resource.parent.field] = parent_id
            derived = resource.derive(taken) if resource.derive else taken
            return self.view(name, self.state.add(name, **derived, **fields))

    def get(self, name: str, ident: str) -> Json:
        """A record as it is shown.

        Raises:
            Refusal: 404; there is none.
        """
        with self.state.environment.transaction():
            return self.view(name, self.state.need(name, ident))

    def change(self, name: str, ident: str, given: Mapping[str, Any]) -> Json:
        """Change a record: what is absent stays, and so does what is given as null, unless it is a free object.

        Raises:
            Refusal: 404; there is none. 400; a field is of a wrong type.
        """
        resource = RESOURCES[name]
        taken = {key: given[key] for key in resource.changes if key in given}
        changes = {key: value for key, value in taken.items() if value is not None or self.fields.is_free(name, key)}
        self.fields.check(name, changes)
        with self.state.environment.transaction():
            record = self.state.need(name, ident)
            record.update(resource.derive(changes) if resource.derive else changes)
            if "updated_at" in record:
                record["updated_at"] = self.state.moment()
            return self.view(name, self.state.put(name, record))

    def delete(self, name: str, ident: str) -> None:
        """Remove a record, and what goes with it.

        Raises:
            Refusal: 404; there is none.
        """
        with self.state.environment.transaction():
            self.state.need(name, ident)
            self.state.remove(name, ident)

    def listed(
        self, name: str, parent_id: str | None = None, filters: Mapping[str, str] = _NO_FILTERS
    ) -> Sequence[Json]:
        """The records of a resource as they are shown, in the order of the resource.

        Args:
            name: The resource.
            parent_id: What they belong to, where the resource belongs to something.
            filters: By the parameters of the resource's table; an empty text lets all pass.

        Raises:
            Refusal: 404; what they belong to must be there and is not.
        """
        with self.state.environment.transaction():
            return [self.view(name, each) for each in self._chosen(name, parent_id, filters)]

    def page(
        self,
        name: str,
        page: int = 1,
        limit: int = USUAL_LIMIT,
        parent_id: str | None = None,
        filters: Mapping[str, str] = _NO_FILTERS,
    ) -> Json:
        """A page of the list that `listed` gives: `data` and `meta`.

        Args:
            name: The resource.
            page: Its number; one below 1 is the first.
            limit: How many records a page has: 20 where it is below 1, 100 at the most.
            parent_id: What they belong to, where the resource belongs to something.
            filters: By the parameters of the resource's table; an empty text lets all pass.

        Raises:
            Refusal: 404; what they belong to must be there and is not.
        """
        with self.state.environment.transaction():
            return paged(self._chosen(name, parent_id, filters), page, limit, lambda record: self.view(name, record))

    def view(self, name: str, record: Json) -> Json:
        """A record as it is shown."""
        resource = RESOURCES[name]
        shown = {key: value for key, value in record.items() if not key.startswith("_")}
        shown.update(self._embedded(record, resource.embeds))
        for field, embeds in resource.lists.items():
            shown[field] = [{**item, **dict(self._embedded(item, embeds))} for item in record[field]]
        return shown

    def _embedded(self, record: Json, embeds: Mapping[str, Embedded]) -> Iterator[tuple[str, Json]]:
        for field, (name, key) in embeds.items():
            found = self.state.find(name, record.get(key))
            if found is not None:
                yield field, self.view(name, found)

    def _chosen(self, name: str, parent_id: str | None, filters: Mapping[str, str]) -> list[Json]:
        resource = RESOURCES[name]
        found = self.state.all(name)
        if resource.parent is not None and parent_id is not None:
            self._need_parent(name, parent_id)
            found = [each for each in found if each[resource.parent.field] == parent_id]
        return ordered(resource, filtered(resource, found, filters))

    def _need_parent(self, name: str, parent_id: str) -> None:
        parent = RESOURCES[name].parent
        if parent is not None and parent.known:
            self.state.need(parent.resource, parent_id)
