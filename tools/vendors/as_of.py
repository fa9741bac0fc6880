"""A contract as of one release of the vendor: without what came later, and what had ended before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from generator.contract import METHODS, Json

from promptport_local.releases import DocumentView, Release
from tools.report.schemas import reached


def number(release: str) -> tuple[tuple[int, ...], int, str]:
    """A release as something that can be ordered: `0.9.2` comes before `0.10.0`, and `1.0.0rc1` before `1.0.0`."""
    found = re.match(r"\d+(?:\.\d+)*", release)
    figures = [*map(int, (found.group() if found else "0").split("."))]
    while figures[-1:] == [0]:
        figures.pop()
    rest = release[found.end() if found else 0 :]
    return tuple(figures), int(not rest or rest.startswith((".post", "+"))), rest


def covered(releases: Sequence[str], release: str) -> str:
    """The newest of a contract's releases that is not after a release; the oldest where all are."""
    return max((each for each in releases if number(each) <= number(release)), key=number, default=releases[0])


def as_of(document: Json, releases: Sequence[str], release: str) -> Json:
    """A resolved contract as of a release; what no operation of it reaches any more is gone too. One without a history stays.

    Args:
        document: The contract, which is left alone.
        releases: The releases that it covers.
        release: The release. One that the contract doesn't cover has what the one before it has.
    """
    if "x-releases" not in document:
        return document
    which = Release(covered(releases, release), tuple(releases))
    found: Json = DocumentView(document, which).made()
    found["paths"] = {path: item for path, item in found["paths"].items() if any(each in item for each in METHODS)}
    schemas = found["components"]["schemas"]
    known = reached(schemas, found["paths"], set())
    found["components"]["schemas"] = {name: each for name, each in schemas.items() if name in known and which.has(each)}
    _narrow(found, which)
    return found


def _narrow(node: Any, which: Release) -> None:
    """Take the values of other releases out of what a schema says of its values."""
    if isinstance(node, list):
        for each in node:
            _narrow(each, which)
    elif isinstance(node, dict):
        if isinstance(node.get("x-values"), dict):
            node["x-values"] = {value: marks for value, marks in node["x-values"].items() if which.has(marks)}
        for each in node.values():
            _narrow(each, which)
