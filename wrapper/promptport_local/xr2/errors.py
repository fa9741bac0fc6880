"""xR2's refusals: everything stands under `detail`, as a text, as an object with `error` and `message`, or as a list."""

from __future__ import annotations

from typing import Any

from promptport_local.call import Call
from promptport_local.errors import Reason, Refusal
from promptport_local.schemas import Problem
from promptport_local.strict_json import BrokenJson, check_json

_CHALLENGE = (("WWW-Authenticate", "Bearer"),)
# What xR2 calls a value that is not of the type it must be.
_TYPE_NAMES = {
    "string": "string_type",
    "integer": "int_type",
    "number": "float_type",
    "boolean": "bool_type",
    "array": "list_type",
    "object": "dict_type",
}


def refused(status: int, text: str) -> Refusal:
    """A refusal in words."""
    return Refusal(status, {"detail": text})


def labelled(error: str, message: str, status: int = 404, **more: Any) -> Refusal:
    """A refusal with one of xR2's labels.

    Args:
        error: The label, such as `Prompt not found`.
        message: What is wrong, in words.
        status: The status.
        more: What stands beside them.
    """
    return Refusal(status, {"detail": {"error": error, "message": message, **more}})


def unknown_key() -> Refusal:
    """The API key is none, or none any more."""
    return Refusal(401, {"detail": "The API key is not known, or was revoked."}, _CHALLENGE)


def rejected(reason: Reason, call: Call | None, missing_key: int) -> Refusal:
    """The refusal of a request that never reaches a call of xR2.

    Args:
        reason: Why.
        call: The request as it was read.
        missing_key: The status where no key is sent, or not as a bearer token.
    """
    if reason is Reason.BROKEN_JSON and call is not None and call.broken is not None:
        return Refusal(422, {"detail": [_broken(call.broken.offset, call.broken.reason)]})
    if reason is Reason.INVALID and call is not None:
        entries = [_entry(problem) for problem in call.problems]
        try:
            check_json(entries)
        except BrokenJson:
            # xR2 can't write as JSON what it has read as such.
            return Refusal(500, {"detail": "The server failed.", "error": "unhandled_exception"})
        return Refusal(422, {"detail": entries})
    status, text = {
        Reason.NO_ROUTE: (404, "Not found"),
        Reason.OTHER_RELEASE: (404, "Not found"),
        Reason.WRONG_VERB: (405, "Method not allowed"),
        Reason.NO_CREDENTIAL: (missing_key, "Not authenticated"),
        Reason.OTHER_SCHEME: (missing_key, "The credentials are not a bearer token."),
    }.get(reason, (500, reason.value))
    return Refusal(status, {"detail": text}, _CHALLENGE if status == 401 else ())


def _broken(offset: int, reason: str) -> dict[str, Any]:
    return {
        "type": "json_invalid",
        "loc": ["body", offset],
        "msg": "The body is not JSON.",
        "input": {},
        "ctx": {"error": reason},
    }


def _entry(problem: Problem) -> dict[str, Any]:
    """One entry of the list in a 422."""
    entry: dict[str, Any] = {
        "type": _type(problem),
        "loc": list(problem.where),
        "msg": f"{'.'.join(map(str, problem.where))} {problem.text}",
        "input": problem.value,
    }
    if problem.rule == "enum" and isinstance(problem.value, str):
        entry["ctx"] = {"pattern": f"^({'|'.join(str(each) for each in problem.expected if each is not None)})$"}
    return entry


def _type(problem: Problem) -> str:
    whole = problem.where == ("body",)
    if problem.rule == "required" or (whole and problem.value is None):
        return "missing"
    if problem.rule == "enum":
        return "string_pattern_mismatch"
    if problem.rule == "media" or whole:
        return "model_attributes_type"
    if problem.rule == "anyOf":  # of a number of a version
        return {str: "int_parsing", float: "int_from_float"}.get(type(problem.value), "int_type")
    kinds = [problem.expected] if isinstance(problem.expected, str) else problem.expected
    if "number" in kinds and isinstance(problem.value, str):
        return "float_parsing"
    named = [_TYPE_NAMES[kind] for kind in kinds if kind in _TYPE_NAMES] if problem.rule == "type" else []
    return named[0] if named else "value_error"
