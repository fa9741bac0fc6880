"""xR2's HTTP: which behaviour an operation has, and what a request must be to reach it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from promptport_local.answer import Answer
from promptport_local.call import Call
from promptport_local.contract import Contract, Operation
from promptport_local.environment import Environment
from promptport_local.errors import Reason
from promptport_local.vendor import VendorServer
from promptport_local.xr2.backend import Backend
from promptport_local.xr2.errors import rejected
from promptport_local.xr2.reading import read_again

_TOO_LARGE = "<html><head><title>413</title></head><body><h1>413: the body is too large</h1></body></html>\n"


class Xr2(VendorServer):
    """xR2, with state and behaviour.

    It checks in the order of xR2: broken JSON (422), the key (403 where none is sent, 401 where it is not known), the
    body (422 with a list), the quota, the call itself. A slash at the end of a path is redirected.
    """

    broken_json_first = True

    def __init__(self, contract: Contract, environment: Environment) -> None:
        super().__init__(contract, environment)
        self.backend: Backend = Backend(environment)
        self.authoring = self.backend.authoring
        self.behaviours = {
            "check_api_key": self._check_api_key,
            "get_prompt": self._get_prompt,
            "track_event": self._track_event,
        }

    def authenticate(self, call: Call, credentials: Mapping[str, str]) -> Any:
        """The record of the key that was sent."""
        return self.backend.authenticate(credentials["bearer"]) if credentials else None

    def look_at(self, call: Call) -> None:
        """Read the body as xR2 does, which takes more than the contract says."""
        if "requestBody" in call.operation.spec:
            read_again(self.contract, call, self.backend.options.wrap_500)

    def redirect(self, path: str) -> str | None:
        """The same path without the slash at its end, where it has one, or with it, where that leads somewhere."""
        other = path[:-1] if path.endswith("/") else f"{path}/"
        match = self.contract.match("GET", other)
        return other if match.operation or match.allowed else None

    def reject(self, reason: Reason, operation: Operation | None, call: Call | None) -> Answer:
        """Errors as xR2 writes them, and a page of HTML for a body that is too large."""
        if reason is Reason.TOO_LARGE:
            return Answer.text(_TOO_LARGE, 413, "text/html")
        return self.refused(rejected(reason, call, self.backend.options.missing_key), call)

    def _check_api_key(self, call: Call) -> Answer:
        return Answer.json(self.backend.check_api_key(call.who))

    def _get_prompt(self, call: Call) -> Answer:
        body = call.body
        number, status = body.get("version_number"), body.get("status")
        return Answer.json(self.backend.get_prompt(call.who, body["slug"], body["source_name"], number, status))

    def _track_event(self, call: Call) -> Answer:
        body = call.body
        names = ("user_id", "session_id", "value", "currency", "metadata")
        rest = {name: body[name] for name in names if name in body}
        event = body["trace_id"], body["event_name"], body["source_name"]
        return Answer.json(self.backend.track_event(*event, **rest, key=call.who))
