"""Which types of a package its methods need."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from tools.vendors.release import Method, Release

WORD = re.compile(r"\w+")


def mentioned(release: Release) -> Iterator[str]:
    """The names in the annotations of methods and of fields."""
    for client in release.clients.values():
        for method in client.values():
            yield from WORD.findall(_annotations(method))
    for each in release.types.values():
        yield from WORD.findall(" ".join((each.fields or {}).values()))


def needed_elsewhere(release: Release, kept: Collection[str]) -> set[str]:
    """The types that no other methods than those that are left out need.

    Args:
        release: The release.
        kept: The methods that are not left out.
    """
    every = [(name, each) for client in release.clients.values() for name, each in client.items()]
    left_out, others = ([each for name, each in every if (name in kept) is counts] for counts in (False, True))
    return _reached(release, left_out) - _reached(release, others)


def _reached(release: Release, methods: Iterable[Method]) -> set[str]:
    """The types that methods take and answer, and those that these consist of."""
    found: set[str] = set()
    texts = [_annotations(each) for each in methods]
    while texts:
        for name in WORD.findall(texts.pop()):
            if name in release.types and name not in found:
                found.add(name)
                texts.append(" ".join((release.types[name].fields or {}).values()))
    return found


def _annotations(method: Method) -> str:
    return " ".join([method.returns, *(each.type for each in method.parameters)])
