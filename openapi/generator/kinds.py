"""The kinds of unions: how those without names are called, and which tag of a discriminator means which."""

from __future__ import annotations

from typing import Any

from .class_names import capitals
from .merging import CALLED, UNIONS, Merging
from .quoting import short
from .reading import Json
from .words import named


def subtypes(schemas: Json, merging: Merging) -> dict[str, list[str]]:
    """The schemas that are made of one that has a discriminator and no union: its kinds."""
    found: dict[str, list[str]] = {}
    for base, there in schemas.items():
        if isinstance(there, dict) and "discriminator" in there and not any(each in there for each in UNIONS):
            several = [name for name in schemas if name != base and merging.derives(name, base)]
            found |= {base: several} if several else {}
    return found


def endings(kinds: list[Json], taken: bool = False) -> list[str]:
    """What the names of the kinds of a union end in.

    Nothing, where one alone has no name of its own; else the constant that tells it from the others, or its number.

    Args:
        kinds: The kinds, written out.
        taken: Whether the union has the name that a kind would have by an empty ending.
    """
    inline = [number for number, each in enumerate(kinds) if each.get("properties") and "$ref" not in each]
    within = [number for number, each in enumerate(kinds) if "items" in each or "additionalProperties" in each]
    alone = [within] if taken else [inline, within]
    found = ["" if [number] in alone else str(number + 1) for number in range(len(kinds))]
    for field in kinds[inline[0]]["properties"] if len(inline) > 1 or (inline and taken) else ():
        own = [capitals(_constant(kinds[number]["properties"].get(field))) for number in inline]
        if all(own) and len({*own}) == len(own):
            return [own[inline.index(number)] if number in inline else each for number, each in enumerate(found)]
    return ["" if CALLED in kinds[number] else each for number, each in enumerate(found)]


def discriminator(given: Json, written: list[Json], variants: list[Json]) -> Json:
    """A discriminator whose mapping names the kinds as they are called now; `names` has what they were called as written.

    Args:
        given: The discriminator.
        written: The kinds as they were.
        variants: The kinds as they are.

    Raises:
        ValueError: The mapping names what is none of them.
    """
    names = {}
    for before, after in zip(written, variants, strict=True):
        name = named(before["$ref"], "schemas") if "$ref" in before else before.get(CALLED)
        if name is not None and "$ref" in after:
            names[name] = after["$ref"]
    mapping = {}
    for value, reference in given.get("mapping", {}).items():
        name = named(reference, "schemas") if reference.startswith("#") else reference
        if name not in names:
            raise ValueError(
                f"{short(reference)} is none of the kinds: write {', '.join(map(short, names)) or 'a reference to one'}"
            )
        mapping[value] = names[name]
    return {"propertyName": given["propertyName"], "mapping": mapping, "names": names}


def _constant(field: Any) -> str:
    """The one text that a field can have; empty where it can have others."""
    values = [field.get("const"), *field.get("enum", [])] if isinstance(field, dict) else []
    texts = [each for each in values if each is not None]
    return texts[0] if len(texts) == 1 and isinstance(texts[0], str) else ""
