"""Scope's HTTP: which behaviour an operation has, and how its refusals look there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from promptport_local.answer import Answer
from promptport_local.call import Call
from promptport_local.contract import Contract, Operation
from promptport_local.environment import Environment
from promptport_local.errors import Reason, Refusal
from promptport_local.schemas import Problem
from promptport_local.scope.backend import Backend
from promptport_local.scope.errors import flat, refused, rejected
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


class Scope(VendorServer):
    """Scope, with state and behaviour: the token exchange and the prompt API, which share one address here.

    It checks in this order: the version of the interface (404), the token (401, 403), the rest.
    """

    def __init__(self, contract: Contract, environment: Environment) -> None:
        super().__init__(contract, environment)
        self.backend: Backend = Backend(environment)
        self.authoring = self.backend.authoring
        self.behaviours = {
            "auth_login": self._exchange,
            "auth_sdk_token": self._exchange,
            "prompts_get_production": self._fetch(self.backend.get_production, "prompt"),
            "prompts_get_latest": self._fetch(self.backend.get_latest, "prompt"),
            "prompts_get_version": self._fetch(self.backend.get_version, "prompt", "version_id"),
        }

    def authenticate(self, call: Call, credentials: Mapping[str, str]) -> Any:
        """The record of the application that the token was issued to; None for the exchange."""
        if not credentials:
            return None
        if _of_no_version(call):
            raise rejected(Reason.NO_ROUTE)
        return self.backend.authenticate(credentials["bearer"])

    def reject(self, reason: Reason, operation: Operation | None, call: Call | None) -> Answer:
        """Errors as Scope writes them. A version of the interface that there is not is a path that leads nowhere."""
        if operation is not None and operation.id in _EXCHANGES:
            if reason is Reason.INVALID and call is not None:
                # It may be the other exchange's names that are not what this operation takes.
                return self._exchange(call)
            return self._flat(rejected(reason))
        if call is not None and _of_no_version(call):
            reason = Reason.NO_ROUTE
        return self.refused(rejected(reason), call)

    def refused(self, refusal: Refusal, call: Call | None) -> Answer:
        """The answer to a refusal: flat in the exchange and where `options` say so; with the request's name elsewhere."""
        if call is not None and call.operation.id in _EXCHANGES:
            return self._flat(refusal)
        body = flat(refusal).body if self.backend.options.flat_errors else refusal.body
        return Answer.json(body, refusal.status, (*self._request_id(call), *refusal.headers))

    def _flat(self, refusal: Refusal) -> Answer:
        return Answer.json(flat(refusal).body, refusal.status)

    def _exchange(self, call: Call) -> Answer:
        problems = [each for each in call.problems if not _under_other_name(each, call.body)]
        if problems:
            text = "; ".join(f"{'.'.join(map(str, each.where))} {each.text}" for each in problems)
            raise refused(400, "invalid_request", text)
        body = call.body
        org_id, api_key, api_secret = (
            body[name] if name in body else body[_OTHER_NAME[name]] for name in _EXCHANGES[call.operation.id]
        )
        return Answer.json(self.backend.exchange(org_id, api_key, api_secret))

    def _fetch(self, get: Callable[..., Any], *names: str) -> Callable[[Call], Answer]:
        """The behaviour of an operation that answers a version, chosen by parameters of the path."""

        def behave(call: Call) -> Answer:
            version = get(call.who, *(call.path[name] for name in names))
            return Answer.json(version, headers=self._request_id(call))

        return behave

    def _request_id(self, call: Call | None) -> tuple[tuple[str, str], ...]:
        """The request's own name, sent back, or a new one."""
        sent = call.header("x-request-id") if call else None
        return (("X-Request-ID", sent or self.environment.uuid()),)


def _of_no_version(call: Call) -> bool:
    """Whether the request is for a version of the interface that there is not: a path that leads nowhere."""
    return any(problem.where == ("path", "api_version") for problem in call.problems)


def _under_other_name(problem: Problem, body: Any) -> bool:
    """Whether it is said only that a field is missing, which came under its other name."""
    other = _OTHER_NAME.get(str(problem.where[-1]))
    return problem.rule == "required" and isinstance(body, dict) and isinstance(body.get(other), str)
