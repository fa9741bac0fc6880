"""xR2's HTTP: how its answers and its refusals look."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from promptport_local.answer import Answer, Refused
from promptport_local.call import Call
from promptport_local.contract import Contract, Operation
from promptport_local.platform import Environment, Platform, Refusal
from promptport_local.schemas import Problem
from promptport_local.xr2 import records
from promptport_local.xr2.backend import Backend

_TOO_LARGE = "<html><head><title>413</title></head><body><h1>413: the body is too large</h1></body></html>\n"
# What xR2 calls a value that is not of the type it must be.
_TYPE_NAMES = {
    "string": "string_type",
    "integer": "int_type",
    "number": "float_type",
    "boolean": "bool_type",
    "array": "list_type",
    "object": "dict_type",
}


class Xr2(Platform):
    """xR2, with state and behaviour.

    It checks in the order of xR2: broken JSON (422), the key (403 where none is sent, 401 where it is not known), the
    body (422 with a list), the quota, the call itself.
    """

    broken_json_first = True

    def __init__(self, contract: Contract, environment: Environment) -> None:
        super().__init__(contract, environment)
        self.backend: Backend = Backend(environment)
        self.behaviours = {
            "check_api_key": self._check_api_key,
            "get_prompt": self._get_prompt,
            "track_event": self._track_event,
        }

    def authenticate(self, call: Call, credentials: Mapping[str, str]) -> Any:
        """The record of the key that was sent."""
        return _do(lambda: self.backend.authenticate(credentials["bearer"])) if credentials else None

    def refuse(self, why: Refusal, operation: Operation | None, call: Call | None) -> Answer:
        """Errors as xR2 writes them: everything under `detail`. It answers 403 where no key is sent (`Options.missing_key`)."""
        if why is Refusal.TOO_LARGE:
            return Answer.text(_TOO_LARGE, 413, "text/html")
        if why is Refusal.BROKEN_JSON and call is not None and call.broken is not None:
            return Answer.json({"detail": [_broken(call)]}, 422)
        if why is Refusal.INVALID and call is not None:
            return Answer.json({"detail": [_entry(problem) for problem in call.problems]}, 422)
        missing = self.backend.options.missing_key
        status, text = {
            Refusal.NO_ROUTE: (404, "Not found"),
            Refusal.WRONG_VERB: (405, "Method not allowed"),
            Refusal.NO_CREDENTIAL: (missing, "Not authenticated"),
            Refusal.OTHER_SCHEME: (missing, "The credentials are not a bearer token."),
        }.get(why, (500, why.value))
        return Answer.json({"detail": text}, status, (("WWW-Authenticate", "Bearer"),) if status == 401 else ())

    def _check_api_key(self, call: Call) -> Answer:
        return Answer.json(_do(lambda: self.backend.check_api_key(call.who)))

    def _get_prompt(self, call: Call) -> Answer:
        body = call.body
        number = body.get("version_number")
        return Answer.json(
            _do(
                lambda: self.backend.get_prompt(
                    call.who,
                    body["slug"],
                    body["source_name"],
                    # xR2 reads a text of digits as a number, and so is 1.0 one.
                    None if number is None else int(number),
                    body.get("status"),
                )
            )
        )

    def _track_event(self, call: Call) -> Answer:
        body = call.body
        names = ("user_id", "session_id", "value", "currency", "metadata")
        rest = {name: body[name] for name in names if name in body}
        first = (body["trace_id"], body["event_name"], body["source_name"])
        return Answer.json(_do(lambda: self.backend.track_event(*first, **rest)))


def _do(act: Callable[[], Any]) -> Any:
    try:
        return act()
    except records.Refusal as no:
        raise Refused(Answer.json({"detail": no.detail}, no.status, no.headers)) from no


def _broken(call: Call) -> dict[str, Any]:
    assert call.broken is not None
    return {
        "type": "json_invalid",
        "loc": ["body", call.broken.offset],
        "msg": "The body is not JSON.",
        "input": {},
        "ctx": {"error": call.broken.reason},
    }


def _entry(problem: Problem) -> dict[str, Any]:
    """One entry of the list in a 422."""
    entry: dict[str, Any] = {
        "type": _type(problem),
        "loc": list(problem.where),
        "msg": f"{'.'.join(map(str, problem.where))} {problem.text}",
        "input": problem.value,
    }
    if problem.rule == "enum":
        entry["ctx"] = {"expected": ", ".join(str(each) for each in problem.expected if each is not None)}
    return entry


def _type(problem: Problem) -> str:
    if problem.rule == "required":
        return "missing"
    if problem.rule == "enum":
        return "enum"
    if problem.rule == "media" or problem.where == ("body",):
        return "model_attributes_type"
    if problem.rule == "anyOf" and isinstance(problem.value, str):
        return "int_parsing"
    if problem.rule == "anyOf":
        return "int_type"
    kinds = [problem.expected] if isinstance(problem.expected, str) else problem.expected
    named = [_TYPE_NAMES[kind] for kind in kinds if kind in _TYPE_NAMES] if problem.rule == "type" else []
    return named[0] if named else "value_error"
