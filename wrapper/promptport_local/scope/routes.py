"""Scope's HTTP: how its answers and its refusals look."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from promptport_local.answer import Answer
from promptport_local.call import Call
from promptport_local.contract import Contract, Operation
from promptport_local.environment import Environment
from promptport_local.errors import Reason, Refusal
from promptport_local.schemas import Problem
from promptport_local.scope import records
from promptport_local.scope.backend import Backend
from promptport_local.vendor import VendorServer

# The fields of each exchange: the organisation, the key, the secret. Either takes the other's names too.
_EXCHANGES = {
    "auth_login": ("account_id", "client_id", "client_secret"),
    "auth_sdk_token": ("account_id", "key_id", "key_secret"),
}
_OTHER_NAME = {
    "client_id": "key_id",
    "client_secret": "key_secret",
    "key_id": "client_id",
    "key_secret": "client_secret",
}
_REFUSED = {
    Reason.NO_ROUTE: (404, "not_found"),
    Reason.WRONG_VERB: (405, "method_not_allowed"),
    Reason.TOO_LARGE: (413, "too_large"),
    Reason.BROKEN_JSON: (400, "broken_json"),
    Reason.NO_CREDENTIAL: (401, "missing_token"),
    Reason.OTHER_SCHEME: (401, "missing_token"),
    Reason.INVALID: (400, "invalid_request"),
}


class Scope(VendorServer):
    """Scope, with state and behaviour: the token exchange and the prompt API, which share one address here.

    It checks in this order: the version of the interface (404), the token (401, 403), the rest.
    """

    def __init__(self, contract: Contract, environment: Environment) -> None:
        super().__init__(contract, environment)
        self.backend: Backend = Backend(environment)
        held = self.backend
        self.behaviours = {
            "auth_login": self._exchange,
            "auth_sdk_token": self._exchange,
            "prompts_get_production": self._fetch(held.get_production, "prompt"),
            "prompts_get_latest": self._fetch(held.get_latest, "prompt"),
            "prompts_get_version": self._fetch(held.get_version, "prompt", "version_id"),
        }

    def authenticate(self, call: Call, credentials: Mapping[str, str]) -> Any:
        """The record of the application that the token was issued to; None for the exchange."""
        if not credentials:
            return None
        if _of_no_version(call):
            raise self._refusal(call, 404, "not_found", Reason.NO_ROUTE.value)
        return self._do(call, lambda: self.backend.authenticate(credentials["bearer"]))

    def reject(self, reason: Reason, operation: Operation | None, call: Call | None) -> Answer:
        """Errors as Scope writes them: a code and a message under `error`, those of the exchange a flat `message`."""
        if operation is not None and operation.id in _EXCHANGES:
            if reason is Reason.INVALID and call is not None:
                # It may be the other exchange's names that are not what this operation takes.
                return self._exchange(call)
            return Answer.json({"message": reason.value}, _REFUSED[reason][0])
        if call is not None and _of_no_version(call):
            reason = Reason.NO_ROUTE
        status, code = _REFUSED[reason]
        return self._error(call, status, code, reason.value)

    def _exchange(self, call: Call) -> Answer:
        problems = [each for each in call.problems if not _under_other_name(each, call.body)]
        if problems:
            told = "; ".join(f"{'.'.join(map(str, each.where))} {each.text}" for each in problems)
            return Answer.json({"message": told}, 400)
        body = call.body
        org_id, api_key, api_secret = (
            body[name] if name in body else body[_OTHER_NAME[name]] for name in _EXCHANGES[call.operation.id]
        )
        try:
            return Answer.json(self.backend.exchange(org_id, api_key, api_secret))
        except records.Refusal as no:
            return Answer.json({"message": no.message}, no.status)

    def _fetch(self, get: Callable[..., Any], *names: str) -> Callable[[Call], Answer]:
        """The behaviour of an operation that answers a version, chosen by parameters of the path."""

        def behave(call: Call) -> Answer:
            version = self._do(call, lambda: get(call.who, *(call.path[name] for name in names)))
            return Answer.json(version, headers=self._request_id(call))

        return behave

    def _do(self, call: Call, act: Callable[[], Any]) -> Any:
        try:
            return act()
        except records.Refusal as no:
            raise self._refusal(call, no.status, no.code, no.message) from no

    def _error(self, call: Call | None, status: int, code: str, message: str) -> Answer:
        return self.refused(self._refusal(call, status, code, message), call)

    def _refusal(self, call: Call | None, status: int, code: str, message: str) -> Refusal:
        flat = self.backend.options.flat_errors
        body = {"message": message} if flat else {"error": {"code": code, "message": message}}
        challenge = (("WWW-Authenticate", "Bearer"),) if status == 401 else ()
        return Refusal(status, body, (*self._request_id(call), *challenge))

    def _request_id(self, call: Call | None) -> tuple[tuple[str, str], ...]:
        """The request's own name, sent back, or a new one."""
        sent = call.header("x-request-id") if call else None
        return (("X-Request-ID", sent or self.backend.mint_uuid()),)


def _of_no_version(call: Call) -> bool:
    """Whether the request is for a version of the interface that there is not: a path that leads nowhere."""
    return any(problem.where == ("path", "api_version") for problem in call.problems)


def _under_other_name(problem: Problem, body: Any) -> bool:
    """Whether it is said only that a field is missing, which came under its other name."""
    other = _OTHER_NAME.get(str(problem.where[-1]))
    return problem.rule == "required" and isinstance(body, dict) and isinstance(body.get(other), str)
