"""The types of a vendor's package beside a contract's schemas, and the names that it exports beside ours."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from tools.report.shapes import Shape
from tools.vendors.difference import CHANGED, ENDED, FIELD, NAME, NEW, TYPE, Difference
from tools.vendors.methods import Compared
from tools.vendors.reached import mentioned, needed_elsewhere
from tools.vendors.release import Type
from tools.vendors.values import kinds_differ, new_values, values

DATA = ("dataclass", "typed dict", "pydantic")


def types(by: Compared, kept: Collection[str]) -> Iterator[Difference]:
    """What differs between the types of a release and the schemas of a contract, and between the names of both.

    Args:
        by: What the comparison goes by.
        kept: The methods that are not left out.
    """
    told, used, outside = set(), {*by.release.names, *mentioned(by.release)}, needed_elsewhere(by.release, kept)
    for name, each in by.release.types.items():
        if by.aside.left_out(name, each.home) or name in outside:
            told.add(name)
        elif name in by.expected.schemas and each.fields is not None:
            told.add(name)
            yield from _fields(by, name, each)
        elif each.kind in DATA and name in used and name not in by.known and not _goes_with(by, name):
            told.add(name)
            fields = ", ".join(each.fields or ())
            yield Difference(
                NEW, TYPE, name, f"is new in {each.home}, with {fields}" if fields else f"is new in {each.home}"
            )
    for name in by.expected.schemas:
        # It may be another name of a type by now.
        absent = name not in by.release.types and name not in by.release.names
        if absent and name in by.known and not by.aside.beside(name):
            yield Difference(ENDED, TYPE, name, "is gone")
    for name, home in by.release.names.items():
        if name not in told and name not in by.known and not by.aside.left_out(name, home) and not _goes_with(by, name):
            yield Difference(NEW, NAME, name, f"is exported by {home}")
    for name in by.aside.follows:
        if name in by.known and _goes_with(by, name) and name not in by.release.names:
            yield Difference(ENDED, NAME, name, "is exported no more")


def _goes_with(by: Compared, name: str) -> bool:
    return by.expected.has(by.aside.follows.get(name, ""))


def _fields(by: Compared, name: str, theirs: Type) -> Iterator[Difference]:
    schemas, ours = by.expected.schemas, by.expected.fields(name)
    spelt = {wire: by.expected.spelt(wire, schema) for wire, schema in ours.items()}
    met = set()
    for field, annotation in (theirs.fields or {}).items():
        wire = next((each for each in spelt if {field, theirs.aliases.get(field, field)} & spelt[each]), None)
        if wire is None:
            if not by.aside.left_out(f"{name}.{field}") and not by.aside.beside(f"{name}.{field}"):
                typed = f" ({annotation})" if annotation else ""
                yield Difference(NEW, FIELD, name, f"has {field}{typed}", field)
            continue
        met.add(wire)
        for kind, value in new_values(values(annotation, by.release), ours[wire], schemas):
            what = f"{field} may be {value}" if kind == NEW else f"{field} may be {value} no more"
            yield Difference(kind, FIELD, name, what, f"{field}={value}")
        if (differ := kinds_differ(annotation, ours[wire], schemas)) and not by.aside.beside(f"{name}.{wire}"):
            yield Difference(CHANGED, FIELD, name, f"{field} is {differ[0]}; the contract has {differ[1]}", field)
    for wire, schema in ours.items():
        if wire not in met and "const" not in Shape(schema, schemas).node and not by.aside.beside(f"{name}.{wire}"):
            yield Difference(ENDED, FIELD, name, f"has no {wire} any more", wire)
