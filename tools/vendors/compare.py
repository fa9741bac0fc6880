"""What a release of a vendor's package has that a contract lacks, and the other way round."""

from __future__ import annotations

from collections.abc import Iterator

from tools.vendors.difference import ENDED, METHOD, NEW, Difference, ordered
from tools.vendors.methods import Compared, Methods
from tools.vendors.release import Method
from tools.vendors.types import types

ENDS = ("close", "aclose")  # of a client, which sends nothing


def compare(by: Compared) -> list[Difference]:
    """Compare a release with a contract as of that release."""
    return ordered([*_methods(by), *types(by, methods(by))])


def methods(by: Compared) -> dict[str, Method]:
    """The methods of a release that count: those of its clients but for what is left out."""
    found: dict[str, Method] = {}
    for full, client in by.release.clients.items():
        for name, each in client.items():
            expected = name in by.expected.methods and not by.aside.left_out(full, full)
            if name not in ENDS and (expected or not by.aside.left_out(name, full)):
                found.setdefault(name, each)
    return found


def _methods(by: Compared) -> Iterator[Difference]:
    theirs, ours, follows = methods(by), by.expected.methods, by.aside.follows
    for name, each in theirs.items():
        if name in ours:
            yield from Methods(by, each, ours[name]).differences()
        elif not by.expected.has(follows.get(name, "")):
            sent = ", ".join(f"{one.verb} {one.path}" for one in each.requests) or each.raised or "sends nothing"
            yield Difference(NEW, METHOD, name, f"is new: {sent}")
    for name, one in ours.items():
        if name not in theirs and not by.aside.beside(name):
            yield Difference(ENDED, METHOD, name, f"is gone: {one.operation['method']} {one.operation['path']}")
    for name, goes_with in follows.items():
        if goes_with in ours and name not in theirs and name not in ours:
            yield Difference(ENDED, METHOD, name, f"is gone; it went with {goes_with}")
