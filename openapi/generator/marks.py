"""What the marks of a history may say, wherever they stand: releases in their order, and replacements that are there still."""

from __future__ import annotations

from collections.abc import Callable
from difflib import get_close_matches

from .grammar import METHODS
from .history import MARKS
from .links import arguments, find, replacements
from .places import Place, Refusals
from .quoting import short
from .reading import Json
from .words import named

Leads = Callable[[str], Json | None]


class MarkRules:
    """Looks at the marks of one part after the other.

    Args:
        document: A document whose words are right.
        refusals: Where what is refused is kept.
        whole: Whether nothing of it was left out, so that what is not there is nowhere.

    Attributes:
        operations: The operations that clients send.
    """

    def __init__(self, document: Json, refusals: Refusals, whole: bool) -> None:
        self._document, self._refusals, self._whole = document, refusals, whole
        self._components: Json = document.get("components", {})
        self._releases: list[str] = document.get("x-releases", [])
        self.operations = [
            each for item in document["paths"].values() for name, each in item.items()
            if name in METHODS and not each.get("x-hidden")
        ]  # fmt: skip

    def _refuse(self, problem: str, *place: str | int) -> None:
        self._refusals.add(problem, place)

    def document(self) -> None:
        """Refuse what the document says of its releases, where it means nothing."""
        releases, package = self._releases, self._document.get("x-package", "")
        if "x-releases" in self._document and not releases:
            self._refuse("no release is listed: write them, the oldest first, or take the word out", "x-releases")
        for number, each in enumerate(releases):
            if each in releases[:number]:
                self._refuse(f"{short(each)} stands there already: write it once", "x-releases", number)
        if releases and not package:
            self._refuse("these are releases of what? write x-package: NAME beside it", "x-releases")

    def check(self, node: Json, place: Place, required: bool = False) -> None:
        """Refuse marks of a part that name no release, or contradict each other."""
        found = [word for word in MARKS if word in node]
        if not found:
            return
        if not self._releases:
            self._refuse(f"{found[0]} names a release, and none is known: write x-releases: [OLDEST, …] in the document",
                         *place, found[0])  # fmt: skip
            return
        positions = [self._position(node, word, place) for word in MARKS[:2]]
        since, until = positions
        if since == 0:
            self._refuse("what has no x-since is in the first release already: take it out", *place, "x-since")
        if until == len(self._releases) - 1:
            self._refuse("the newest release has it, so that it has not ended: take x-until out, or name the next release in "
                         "x-releases", *place, "x-until")  # fmt: skip
        if since is not None and until is not None and since > until:
            self._refuse(
                f"it begins in {node['x-since']} and has ended before: write a later x-until", *place, "x-until"
            )
        if "x-replaced-by" in node and "x-until" not in node and not node.get("deprecated"):
            self._refuse("nothing takes the place of what stays: write x-until, or deprecated: true, beside it",
                         *place, "x-replaced-by")  # fmt: skip
        if required:
            self._refuse(f"it is required, and not in every release: take {found[0]} out, or let it be left out",
                         *place, found[0])  # fmt: skip

    def _position(self, node: Json, word: str, place: Place) -> int | None:
        if word not in node:
            return None
        if node[word] not in self._releases:
            closest = get_close_matches(node[word], self._releases, 1) or self._releases[-1:]
            self._refuse(
                f"{short(node[word])} is none of x-releases: write {closest[0]}, or name it there", *place, word
            )
            return None
        return self._releases.index(node[word])

    def leads(self, node: Json, place: Place, leads: Leads, kind: str) -> None:
        """Refuse a replacement that is not there, or that has ended itself."""
        for number, given in enumerate(replacements(node) if self._whole else ()):
            there = (*place, "x-replaced-by", *([number] if isinstance(node["x-replaced-by"], list) else []))
            found = [leads(given)]
            if found == [None] and kind in ("parameter", "field"):
                found = self._elsewhere(given)
            if None in found:
                remedy = "OPERATION_ID" if kind == "operation" else f"the name of a {kind} beside it"
                remedy += ", or OPERATION_ID.PARAMETER" if kind in ("parameter", "field") else ""
                article = "an" if kind[0] in "aeio" else "a"
                self._refuse(f"{short(given)} is not {article} {kind}: write {remedy}", *there)
            elif any(each and "x-until" in each for each in found):
                self._refuse(f"{short(given)} has ended itself: write what is there still, or take it out", *there)
            elif found == [node]:
                self._refuse(f"{short(given)} is what it stands at: write another", *there)

    def _elsewhere(self, given: str) -> list[Json | None]:
        there, _, name = given.rpartition(".")
        operation = find(self.operations, there) if there else None
        if operation is None:
            return [None]
        shared = next(
            item.get("parameters", []) for item in self._document["paths"].values() if operation in item.values()
        )
        return [operation, self.arguments(operation, shared).get(name)]

    def arguments(self, operation: Json, shared: list[Json]) -> Json:
        """What an operation takes, with the parameters that it shares with others of its path."""
        known = [self.meant(each, "parameters") for each in (*shared, *operation.get("parameters", []))]
        body = self.meant(operation.get("requestBody", {}), "requestBodies")
        return arguments(self._components.get("schemas", {}), {"parameters": known, "requestBody": body})

    def meant(self, node: Json, section: str) -> Json:
        """What a reference stands for; such as loop are refused where they are resolved."""
        met: list[str] = []
        while "$ref" in node and node["$ref"] not in met:
            met.append(node["$ref"])
            there = self._components.get(section, {}).get(named(node["$ref"], section), {})
            node = there if isinstance(there, dict) else {}
        return node
