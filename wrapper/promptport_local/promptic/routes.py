"""Promptic's HTTP: how requests become calls, and how answers and refusals look."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from promptport_local import otlp
from promptport_local.answer import Answer
from promptport_local.call import Call, read_call
from promptport_local.contract import Contract, Operation
from promptport_local.environment import Environment
from promptport_local.errors import Reason
from promptport_local.promptic.access import SCOPES
from promptport_local.promptic.backend import Backend
from promptport_local.promptic.errors import refused, rejected
from promptport_local.promptic.projection import project
from promptport_local.promptic.spans import ATTRIBUTES
from promptport_local.promptic.storage import LARGEST_OBJECT
from promptport_local.promptic.storage_door import StorageDoor
from promptport_local.promptic.storage_host import StorageHost
from promptport_local.request_log import LoggedRequest
from promptport_local.vendor import Behaviour, VendorServer

_Read = TypeVar("_Read")

_EXPORT = "ingest_otlp_traces"
# Promptic takes one thing for a list of it; its client never sends that, so the contract has the list alone.
_LISTS = ("create_observations", "create_dataset_cases")
# What nobody's client sends, so that the contract has it not; Promptic's own pages do.
_FILTERS = {"list_traces": ("ai_component", "service", "environment"), "get_stats": ("service", "environment")}
# Its address may name the AI application too, for who follows it from a page.
_CONTENT = "get_artifact_content"
_NO_BENCHMARKS = (
    "Agent Gym, an alpha for administrators of the platform, is not part of the local one; use promptic_sdk for it"
)


class Promptic(VendorServer):
    """Promptic, with state and behaviour.

    An operation is the method of its name of the backend: it gets the caller, what stands in the path, the body and the
    query, and what it returns is answered as far as the contract knows its fields, with the operation's status.
    """

    def __init__(self, contract: Contract, environment: Environment) -> None:
        super().__init__(contract, environment)
        self.backend: Backend = Backend(environment)
        self.authoring = self.backend.authoring
        self.behaviours = {
            each.id: self._behaviour(each) for each in contract.operations if hasattr(self.backend, each.id)
        }
        self._host = StorageHost(self.backend, f"/{contract.name}")
        self.behaviours |= {
            _EXPORT: self._take_export,
            **{name: self._whole(act) for name, act in StorageDoor(self.backend, self._host).behaviours.items()},
            "login_request_code": self._request_code,
            "login_poll_token": self._poll_token,
        }

    def authenticate(self, call: Call, credentials: Mapping[str, str]) -> Any:
        """The caller; a user where the operation asks for a session without an application; nobody for logins."""
        if not credentials:
            return None
        token = credentials.get("session") or credentials["key"]
        taken = {name for alternative in call.operation.spec["security"] for name in alternative}
        if taken == {"session"}:
            return self.backend.person(token)
        scopes = [call.header(name) or "" for name, since in SCOPES.items() if self._knows({"x-since": since})]
        if call.operation.id == _CONTENT:
            scopes += [value for name, value in call.pairs if name == "workspaceId"]
        return self.backend.caller(token, *scopes, sessions="session" in taken)

    def beside(self, request: LoggedRequest) -> Answer | None:
        """What the storage answers, which is another host to a client; and why there are no benchmarks here."""
        if request.path.split("/")[1:4] == ["api", "v1", "benchmarks"] and self._knows({"x-since": "0.22.0"}):
            return self.refused(refused(501, _NO_BENCHMARKS), None)
        with self.environment.transaction():
            return self._host.answer(request)

    def largest_body(self, path: str) -> int:
        """A stored object may be larger than what is said of it, and larger still in base64."""
        if path.startswith("/storage/") or path == "/api/v1/artifacts":
            return 4 * LARGEST_OBJECT // 3 + 100_000
        return super().largest_body(path)

    def look_at(self, call: Call) -> None:
        """Unpack exports, take one thing for a list of it, pass over unknown fields where that is wanted."""
        if call.operation.id == _EXPORT:
            self._unpack(call)
            if not call.raw and (call.header("content-type") or "").startswith(otlp.PROTOBUF):
                call.problems = []  # an export without anything in it has no bytes in protobuf
        if call.operation.id in _LISTS and isinstance(call.body, dict):
            call.body = [call.body]
            pointer = (*call.operation.pointer, "requestBody", "content", "application/json", "schema")
            call.problems = self.contract.schemas.problems(pointer, call.body, ("body",))
        if call.body is not None and not self.backend.options.strict:
            media = call.operation.spec["requestBody"]["content"]["application/json"]
            call.body = project(self.contract, media["schema"], call.body)
            call.problems = [each for each in call.problems if each.rule != "additionalProperties"]

    def reject(self, reason: Reason, operation: Operation | None, call: Call | None) -> Answer:
        """Errors as Promptic writes them."""
        return self.refused(rejected(reason, operation, call), call)

    def _knows(self, marks: Mapping[str, str]) -> bool:
        """Whether the release that it is served as has something; the union has everything."""
        return self.release is None or self.release.has(marks)

    def _behaviour(self, operation: Operation) -> Behaviour:
        act = getattr(self.backend, operation.id)
        status = min(status for status in operation.spec["responses"] if status.startswith("2"))
        content = operation.spec["responses"][status].get("content")
        filters = _FILTERS.get(operation.id, ())

        def behave(call: Call) -> Answer:
            body = [] if call.body is None else [call.body]
            query = {**call.query, **{name: value for name, value in call.pairs if name in filters}}
            value = self._do(lambda: act(call.who, *call.path.values(), *body, **query))
            if content is None:
                return Answer(int(status), b"", None)
            # An annotation is the one thing that is made or changed by the same operation.
            made = "201" in operation.spec["responses"] and "changed" not in value
            schema = content["application/json"]["schema"]
            return Answer.json(project(self.contract, schema, value), 201 if made else int(status))

        return behave

    def _whole(self, behaviour: Behaviour) -> Behaviour:
        return lambda call: self._do(lambda: behaviour(call))

    def _do(self, act: Callable[[], Any]) -> Any:
        """What the backend answers; whole or not at all, whatever it refuses half-way."""
        with self.environment.transaction():
            return act()

    def _request_code(self, call: Call) -> Answer:
        # The page of the local platform lists the logins, so that is where the user is sent.
        page = f"http://{call.header('host') or 'localhost'}/"
        fields = {name: call.body[name] for name in ("client_id", "scope") if name in call.body}
        return Answer.json(self._do(lambda: self.backend.login_request_code(**fields, at=page)))

    def _poll_token(self, call: Call) -> Answer:
        names = ("device_code", "client_id", "grant_type")
        value = self._do(lambda: self.backend.login_poll_token(*(call.body[name] for name in names)))
        return Answer.json(value, 400 if "error" in value else 200)

    def _take_export(self, call: Call) -> Answer:
        binary = call.body is None
        export = _read(lambda: otlp.read_protobuf(call.raw) if binary else otlp.read_json_export(call.body))
        unknown = frozenset(name for name, marks in ATTRIBUTES.items() if not self._knows(marks))
        taken = self._do(lambda: self.backend.ingest_otlp_traces(call.who, export, unknown))
        return Answer(200, taken.binary_answer(), otlp.PROTOBUF) if binary else Answer.json(taken.answer())

    def _unpack(self, call: Call) -> None:
        """Put the body of an export in place of what it was packed as."""
        coding = (call.header("content-encoding") or "").strip().lower()
        raw = _read(lambda: otlp.unpacked(call.raw, coding, self.backend.options.largest_export))
        if raw != call.raw:
            headers = [(name, value) for name, value in call.headers if name.lower() != "content-encoding"]
            again = read_call(self.contract, call.operation, call.path, "", headers, raw)
            call.raw, call.body, call.broken, call.problems = again.raw, again.body, again.broken, again.problems


def _read(read: Callable[[], _Read]) -> _Read:
    """What is read of an export. Raises Refusal where it can't be."""
    try:
        return read()
    except otlp.ExportError as error:
        raise refused(error.status, str(error)) from None
