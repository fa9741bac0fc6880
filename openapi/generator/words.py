"""Whether each word of a contract is one that the generator heeds: the first part of the check, which looks at all of it."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any
from urllib.parse import unquote

from .grammar import DOCUMENTATION, EXTENSIONS, JUDGED, JUDGING, KINDS
from .places import Place, Refusals
from .quoting import short
from .reading import Json

SHOWN = {"body": "a requestBody", "media": "a media type", "path": "a path", "scheme": "a securityScheme",
         "requirement": "a requirement of security", "any": "a value", "value": "a value of x-values"}  # fmt: skip
VALUES: Mapping[str, tuple[type, ...]] = {"text": (str,), "flag": (bool,), "number": (int, float), "count": (int,)}
WANTED = {"text": "a text: write it in quotes", "flag": "true or false: write one of them, without quotes",
          "number": "a number: write one, without quotes", "count": "a whole number: write one, without quotes"}  # fmt: skip
FLAGS = frozenset({
    "x-alone", "x-by-hand", "x-discard", "x-hidden", "x-null-absent", "x-omit-empty", "x-page", "x-promised",
    "x-redirects", "x-repeatable", "x-secret", "x-spread",
})  # fmt: skip
BESIDE = {"x-repeatable": ("answered",)}  # what a flag may be beside true and false
# What is written instead of words that others know: of older versions, of JSON Schema, of whole files.
MEANT: Mapping[str, Mapping[str, str]] = {
    "schema": {
        "nullable": 'write type: [TYPE, "null"], or anyOf with {type: "null"}',
        "id": "write $id, or take it out",
        **dict.fromkeys(("$defs", "definitions"), "write what is in it as schemas of the components"),
        **dict.fromkeys(("if", "then", "else", "dependentSchemas"), "write the kinds that there are as oneOf"),
        "prefixItems": "write items, with an anyOf of what stands at its places",
        "patternProperties": "write additionalProperties with the schema of the values",
        **dict.fromkeys(("$dynamicRef", "$recursiveRef"), "write $ref, to a schema of the components"),
    },
    "parameter": {
        **dict.fromkeys(
            ("type", "items", "enum", "format", "default", "minimum", "maximum", "pattern"), "write it in schema"
        ),
        "collectionFormat": "write style and explode",
    },
    "response": {"schema": "write content: {application/json: {schema: …}}"},
    "path": {"$ref": "write the operations here, as paths have no references"},
    "components": {"pathItems": "write the operations in paths"},
    "document": {"definitions": "write components: {schemas: …}", "host": "write servers", "basePath": "write servers"},
}
TYPED = {"x-itself": "text", "x-left-out": "{}text", "x-package": "text", "x-positional": "[]text",
         "x-releases": "[]text", "x-result": "text",
         "x-since": "text", "x-until": "text", "x-values": "{}value"}  # fmt: skip
STREAM = frozenset({"events", "ends"})
MAPPINGS = {
    "x-also": "a mapping from other tags to names of methods",
    "x-stream": "events: {NAME: SCHEMA}, and ends: [NAME]",
}


class Words:
    """Looks at every word of a document.

    Args:
        document: The document.
        refusals: Where what is refused is kept.
    """

    def __init__(self, document: Json, refusals: Refusals) -> None:
        self._document, self._refusals = document, refusals
        self.broken: set[Place] = set()

    def check(self) -> None:
        """Refuse every word that is unknown, in a wrong place, or of another type than it has."""
        self._object("document", self._document, ())

    def _refuse(self, problem: str, place: Place) -> None:
        self._refusals.add(problem, place)

    def _breaks(self, problem: str, place: Place) -> None:
        """Refuse what leaves nothing that could be looked at further."""
        self._refuse(problem, place)
        self.broken.add(place)

    def _value(self, spec: str, value: Any, place: Place) -> None:
        spec = spec.rstrip("!")
        kind = spec.removeprefix("[]").removeprefix("{}")
        if spec.startswith("[]"):
            if not isinstance(value, list):
                self._breaks(f"{short(value)} is no list: write [{kind.rstrip('&')}, …]", place)
                return
            for number, each in enumerate(value):
                self._value(kind, each, (*place, number))
        elif spec.startswith("{}"):
            if not isinstance(value, dict):
                self._breaks(f"{short(value)} is no mapping: write NAME: {kind.rstrip('&')}", place)
                return
            for name, each in value.items():
                self._value(kind, each, (*place, name))
        elif kind in VALUES:
            if not isinstance(value, VALUES[kind]) or (kind in ("number", "count") and isinstance(value, bool)):
                self._breaks(f"{short(value)} is not {WANTED[kind]}", place)
        elif kind == "types":
            if not all(isinstance(each, str) for each in (value if isinstance(value, list) else [value])):
                self._breaks(f"{short(value)} is no type: write one, or a list of such", place)
        elif kind == "requirement":
            self._requirement(value, place)
        elif kind != "any":
            self._object(kind, value, place)

    def _object(self, kind: str, value: Any, place: Place) -> None:
        kind, referable = kind.rstrip("&"), kind.endswith("&")
        if kind == "schema" and isinstance(value, bool):
            return
        if not isinstance(value, dict):
            shown = SHOWN.get(kind, f"{'an' if kind[0] in 'aeio' else 'a'} {kind}")
            self._breaks(f"{short(value)} is not {shown}: write a mapping", place)
            return
        if "$ref" in value and (referable or kind == "schema"):
            self._reference(kind, value, place)
            if referable:
                return
        known = KINDS[kind]
        for key, each in value.items():
            if key.startswith("x-"):
                self._extension(kind, key, each, (*place, key))
            elif key in known:
                self._value(known[key], each, (*place, key))
            elif kind == "schema" and key in JUDGING:
                self._value(JUDGING[key], each, (*place, key))
            elif key not in DOCUMENTATION.get(kind, ()):
                self._unknown(kind, key, value, (*place, key))
        for key, spec in known.items():
            if spec.endswith("!") and key not in value:
                self._breaks(f"{kind} has no {key}: write its {key}", place)

    def _unknown(self, kind: str, key: str, value: Json, place: Place) -> None:
        if kind == "schema" and "-" in key:
            return  # no word of JSON Schema has a dash: it is an annotation of somebody's
        words = [*KINDS[kind], *DOCUMENTATION.get(kind, ()), *(JUDGED if kind == "schema" else ())]
        closest = [each for each in get_close_matches(key, words, 1, 0.75) if each not in value]
        remedy = f"write {closest[0]}" if closest else "take it out, or say it in another way"
        if (extension := key.lower().replace("_", "-")) in EXTENSIONS:
            remedy = f"write {extension}"
        remedy = MEANT.get(kind, {}).get(key, remedy)
        self._refuse(f"{short(key)} in {SHOWN.get(kind, kind)} is nothing that the generator knows: {remedy}", place)

    def _extension(self, kind: str, key: str, value: Any, place: Place) -> None:
        if key in EXTENSIONS:
            if kind not in EXTENSIONS[key]:
                where = " or ".join(sorted(EXTENSIONS[key]))
                self._refuse(f"{key} means nothing in {SHOWN.get(kind, kind)}: write it in {where}", place)
            elif key in FLAGS and not isinstance(value, bool) and value not in BESIDE.get(key, ()):
                wanted = " or ".join(("true", "false", *BESIDE.get(key, ())))
                self._breaks(f"{short(value)} is no {key}: write {wanted}", place)
            elif key in TYPED:
                self._value(TYPED[key], value, place)
            elif key == "x-replaced-by":
                self._value("[]text" if isinstance(value, list) else "text", value, place)
            elif key == "x-answers" and value != "dicts":
                self._refuse(f"{short(value)} is no x-answers: write dicts, or take it out", place)
            elif key in MAPPINGS and not isinstance(value, dict):
                self._breaks(f"{short(value)} is no {key}: write {MAPPINGS[key]}", place)
            elif key == "x-stream":
                for each in value.keys() - STREAM:
                    remedy = " or ".join(get_close_matches(each, STREAM, 1) or sorted(STREAM))
                    self._refuse(f"x-stream has no {short(each)}: write {remedy}", (*place, each))
        elif closest := get_close_matches(key, EXTENSIONS, 1, 0.8):
            self._refuse(f"{short(key)} is no extension: write {closest[0]}", place)

    def _requirement(self, value: Any, place: Place) -> None:
        if not isinstance(value, dict):
            self._breaks(f"{short(value)} is no requirement of security: write {{NAME: []}}", place)
            return
        components = self._document.get("components")
        schemes = components.get("securitySchemes") if isinstance(components, dict) else None
        for name, scopes in value.items():
            self._value("[]text", scopes, (*place, name))
            if not isinstance(schemes, dict) or name not in schemes:
                known = (
                    ", ".join([short(each) for each in sorted(schemes or {})][:9]) if isinstance(schemes, dict) else ""
                )
                remedy = f"write {known}, or declare it" if known else "declare it in components"
                self._breaks(f"no securityScheme is called {short(name)}: {remedy}", (*place, name))

    def _reference(self, kind: str, value: Json, place: Place) -> None:
        reference = value["$ref"]
        if not isinstance(reference, str):
            self._breaks(f"{short(reference)} is no reference: write #/components/KIND/NAME", (*place, "$ref"))
            return
        sections = {"schema": "schemas", "body": "requestBodies", "scheme": "securitySchemes"}
        section = sections.get(kind, f"{kind}s")
        try:
            name = named(reference, section)
        except ValueError as problem:
            self._breaks(str(problem), (*place, "$ref"))
            return
        there = self._document.get("components")
        there = there.get(section) if isinstance(there, dict) else None
        if not isinstance(there, dict) or name not in there:
            closest = get_close_matches(name, there, 1) if isinstance(there, dict) else []
            remedy = f"write #/components/{section}/{closest[0] if closest else 'NAME'}"
            self._breaks(f"{short(reference)} leads nowhere: {remedy}", (*place, "$ref"))
        elif kind != "schema":
            for key in value:
                if key not in ("$ref", "description", "summary"):
                    self._refuse(
                        f"{short(key)} beside a $ref is not heeded: write it where the $ref leads", (*place, key)
                    )


def named(reference: str, section: str) -> str:
    """The name that a reference leads to in a section of the components.

    Raises:
        ValueError: It leads elsewhere.
    """
    start = f"#/components/{section}/"
    if not reference.startswith("#"):
        raise ValueError(
            f"{short(reference)} leads out of the document: put what stands there into components, and write {start}NAME"
        )
    if not reference.startswith(start) or "/" in reference.removeprefix(start):
        raise ValueError(f"{short(reference)} leads nowhere: write {start}NAME")
    return unquote(reference.removeprefix(start)).replace("~1", "/").replace("~0", "~")
