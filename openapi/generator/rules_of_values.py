"""The values that a schema lists, against what else it says: a default, a constant, an enumeration that no value could be."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import quote

from jsonschema import Draft202012Validator
from jsonschema.exceptions import UnknownType, best_match
from referencing import Registry
from referencing.exceptions import Unresolvable
from referencing.jsonschema import DRAFT202012

from .places import Place, Refusals
from .quoting import short
from .reading import Json

DOCUMENT = "urn:contract"
JUDGE = Draft202012Validator({})


class ValueRules:
    """Looks at the values of schemas.

    Args:
        document: A document whose words are right.
        refusals: Where what is refused is kept.
    """

    def __init__(self, document: Json, refusals: Refusals) -> None:
        self._refusals = refusals
        self._registry: Registry[Any] = Registry().with_resource(DOCUMENT, DRAFT202012.create_resource(document))

    def check(self, schema: Json, place: Place) -> None:
        """Refuse an empty list of values, values of other types than the schema's, and a default that it does not allow."""
        self._listed(schema, place)
        default = schema.get("default")
        if default is None:
            return
        if "enum" in schema and not fits(default, schema["enum"]):
            known = ", ".join(short(each) for each in schema["enum"][:9])
            self._refusals.add(f"{short(default)} is none of its values: write {known}", (*place, "default"))
        elif problem := self._problem(default, place):
            what = f"the default {short(default)} does not fit, {problem}: write another, or take it out"
            self._refusals.add(what, (*place, "default"))

    def _listed(self, schema: Json, place: Place) -> None:
        if "enum" in schema and not schema["enum"]:
            self._refusals.add("no value is listed: write some, or take the word out", (*place, "enum"))
        given = schema.get("type", [])
        types = [given] if isinstance(given, str) else list(given)
        values = [((*place, "enum", number), each) for number, each in enumerate(schema.get("enum", []))]
        values += [((*place, "const"), schema["const"])] if "const" in schema else []
        for there, each in values if types else ():
            if each is not None and not _is_one(each, types):
                what = f"{short(each)} is no {' or '.join(types)}: write a value that is one, or another type"
                self._refusals.add(what, there)

    def _problem(self, value: Any, place: Place) -> str:
        """Why a value is not allowed by the schema at a place; empty where it is, or where nobody can tell."""
        pointer = quote("/".join(str(part).replace("~", "~0").replace("/", "~1") for part in place))
        judge = Draft202012Validator({"$ref": f"{DOCUMENT}#/{pointer}"}, registry=self._registry)
        try:
            found = best_match(judge.iter_errors(value))
        except (
            Unresolvable,
            UnknownType,
            RecursionError,
            re.error,
        ):  # refused elsewhere; or a pattern of JavaScript's alone
            return ""
        return "" if found is None else found.message if len(found.message) < 100 else f"{found.message[:90]}…"


def _is_one(value: Any, types: list[str]) -> bool:
    """Whether a value is of one of some types; or one of these is none, which is refused itself."""
    try:
        return any(JUDGE.is_type(value, each) for each in types)
    except UnknownType:
        return True


def fits(value: Any, values: list[Any]) -> bool:
    """Whether a value is one of several, as JSON tells them apart: true is not 1."""
    return any(value == each and isinstance(value, bool) == isinstance(each, bool) for each in values)
