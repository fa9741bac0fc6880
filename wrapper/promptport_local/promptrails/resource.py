"""What can be said of a resource, so that reading and writing it is written once for all resources."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

Json = dict[str, Any]

Verb = Literal["page", "all", "get", "create", "change", "delete", "create_version", "promote_version"]


class Parent(NamedTuple):
    """What the records of a resource belong to.

    Attributes:
        resource: The name of its resource.
        field: The field that holds its id.
        known: Whether there must be such a record.
    """

    resource: str
    field: str
    known: bool = True


class Filter(NamedTuple):
    """What a parameter of a list is compared with.

    Attributes:
        fields: The fields; one of them must fit. A dot goes into an object.
        part: Whether it is enough that they hold what is asked for, in small letters or capitals.
    """

    fields: tuple[str, ...]
    part: bool = False


class Embedded(NamedTuple):
    """A record that is shown inside of another.

    Attributes:
        resource: The name of its resource.
        field: The field that holds its id. Where there is no such record, nothing is shown.
    """

    resource: str
    field: str


@dataclass(frozen=True)
class Resource:
    """One kind of record. A field whose name begins with `_` is kept and never shown.

    Attributes:
        name: Its name, which its collection and its seed have too.
        noun: What one is called.
        schema: The contract's schema of one.
        operations: What can be done with it, by the operations that do it: two may do the same.
        defaults: What its fields hold where nothing was given, if it is not what all fields of their type hold.
        takes: The fields that may be given when one is made.
        changes: The fields that may be given when one is changed.
        parent: What it belongs to.
        filters: By which parameters a list of it is narrowed.
        embeds: Which other records are shown inside of it.
        lists: Which other records are shown inside of the items of a list that it holds, by the name of the list.
        order: How a list of it is ordered: `newest` first, `oldest` first, or by a field.
        drops: What is removed with it: the names of resources, and their fields that hold its id.
        derive: Turns what is given into what is kept, where these are not the same.
        columns: The fields that the page shows.
    """

    name: str
    noun: str
    schema: str
    operations: Mapping[str, Verb]
    defaults: Mapping[str, Any] = field(default_factory=dict)
    takes: tuple[str, ...] = ()
    changes: tuple[str, ...] = ()
    parent: Parent | None = None
    filters: Mapping[str, Filter] = field(default_factory=dict)
    embeds: Mapping[str, Embedded] = field(default_factory=dict)
    lists: Mapping[str, Mapping[str, Embedded]] = field(default_factory=dict)
    order: str = "newest"
    drops: Mapping[str, str] = field(default_factory=dict)
    derive: Callable[[Json], Json] | None = None
    columns: tuple[str, ...] = ("id", "name")


def names(text: str) -> tuple[str, ...]:
    """Names that are written with blanks between them."""
    return tuple(text.split())


def exact(text: str) -> dict[str, Filter]:
    """Filters that are named as the fields they are compared with, written with blanks between them."""
    return {name: Filter((name,)) for name in names(text)}


def operations(tag: str, suffix: str = "", without: tuple[Verb, ...] = ()) -> dict[str, Verb]:
    """The five operations of a resource under their usual names: `list`, `get`, `create`, `update` and `delete`.

    Args:
        tag: What they begin with.
        suffix: What they end with; the list has an `s` behind it.
        without: Those that there are not.
    """
    words: dict[Verb, str] = {"page": "list", "get": "get", "create": "create", "change": "update", "delete": "delete"}
    return {
        f"{tag}_{word}{suffix}{'s' if suffix and verb == 'page' else ''}": verb
        for verb, word in words.items()
        if verb not in without
    }
