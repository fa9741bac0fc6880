"""Who may call: what each security scheme of a contract asks for, and which of them an operation accepts."""

from __future__ import annotations

from .contract import METHODS, Json, hidden, target
from .quoting import Code, code, joined, literal, short


def names(operation: Json) -> list[str]:
    """The schemes that an operation accepts, alone or together with another."""
    return list(dict.fromkeys(name for each in operation["security"] for name in each))


def alternatives(operation: Json) -> Code:
    """The schemes that are accepted together, as a literal; empty where each of them does alone."""
    if all(len(each) == 1 for each in operation["security"]):
        return code("")
    together = [literal(tuple(each)) for each in operation["security"]]
    return code("({},)" if len(together) == 1 else "({})", joined(", ", together))


def schemes(document: Json) -> dict[str, Code]:
    """The schemes of a contract by their names, each as a `Scheme`.

    Raises:
        ValueError: One asks for what is not sent.
    """
    found = document["components"].get("securitySchemes", {})
    return {name: scheme(target(document, found[name], "securitySchemes")) for name in used(document)}


def used(document: Json) -> list[str]:
    """The names of the schemes that operations accept."""
    operations = [item[each] for item in document["paths"].values() for each in METHODS if each in item]
    accepted = {name for each in operations if not hidden(each) for name in names(each)}
    return [name for name in document["components"].get("securitySchemes", {}) if name in accepted]


def scheme(about: Json) -> Code:
    """What a scheme asks for.

    Raises:
        ValueError: It is not sent.
    """
    kind, called = about.get("type"), str(about.get("scheme", "")).lower()
    if kind == "apiKey":
        return code("Scheme({}, {})", literal(str(about["in"])), literal(str(about["name"])))
    if kind == "http" and called in ("basic", "bearer"):
        return code("Scheme({})", literal(called))
    if kind in ("oauth2", "openIdConnect"):
        return code("Scheme('bearer')")
    raise ValueError(f"{short(called or kind)} is not sent: write another scheme, or take it out")
