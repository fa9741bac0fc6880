"""Which credential a request carries, by the security that the contract states for its operation."""

from __future__ import annotations

from promptport_local.call import Call
from promptport_local.contract import Contract
from promptport_local.errors import Reason
from promptport_local.schemas import Json


def credentials_of(contract: Contract, call: Call) -> dict[str, str] | Reason:
    """The credentials that a request carries, by the names of the contract's security schemes.

    Returns:
        The first of the operation's alternatives that is complete; empty where it asks for none; or why there is none.
    """
    alternatives: list[Json] = call.operation.spec.get("security", [])
    other = False
    for alternative in alternatives:
        found: dict[str, str] = {}
        for name in alternative:
            value, foreign = _find(contract.security_schemes[name], call)
            other = other or foreign
            if value:
                found[name] = value
        if len(found) == len(alternative):
            return found
    if alternatives:
        return Reason.OTHER_SCHEME if other else Reason.NO_CREDENTIAL
    return {}


def _find(scheme: Json, call: Call) -> tuple[str | None, bool]:
    """The value of one scheme, and whether another scheme stands in its place."""
    if scheme["type"] != "apiKey":
        wanted = scheme.get("scheme", "bearer").lower()
        given, _, value = (call.header("authorization") or "").partition(" ")
        if not value:
            return None, False
        return (value, False) if given.lower() == wanted else (None, True)
    name = scheme["name"]
    if scheme["in"] == "header":
        return call.header(name), False
    if scheme["in"] == "query":
        return next((value for key, value in call.pairs if key == name), None), False
    return call.cookies().get(name), False
