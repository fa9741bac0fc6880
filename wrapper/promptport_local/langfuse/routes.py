"""Langfuse's HTTP: which behaviour an operation has, and how its refusals look there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from promptport_local.answer import Answer
from promptport_local.call import Call
from promptport_local.clock import read
from promptport_local.contract import Contract, Operation
from promptport_local.environment import Environment
from promptport_local.errors import Reason, Refusal
from promptport_local.langfuse.backend import Backend
from promptport_local.langfuse.errors import bare, malformed, refused, rejected
from promptport_local.langfuse.exports import read_export
from promptport_local.langfuse.issues import issues_of
from promptport_local.langfuse.neighbours import Neighbours
from promptport_local.langfuse.observations import unreadable
from promptport_local.langfuse.reading import read_creation, read_labels
from promptport_local.langfuse.requests import read_again
from promptport_local.langfuse.state import PROJECT
from promptport_local.request_log import LoggedRequest
from promptport_local.vendor import VendorServer

RELEASE = "4.16.0"
_LARGEST_JSON = 1_048_576
_LARGE = ("/api/public/otel/", "/api/public/ingestion")
_EXPORT, _SCORE = "opentelemetry_export_traces", "scores_create"
# Those whose refusals for want of a good key have a message alone.
_BARE = ("prompt_version_update", _SCORE, "scores_delete", _EXPORT)
_NO_PAGE = (
    "<!DOCTYPE html><html><head><title>404</title></head><body><h1>404: there is no such page</h1></body></html>\n"
)


class Langfuse(VendorServer):
    """Langfuse, with state and behaviour.

    It checks in this order: the verb (405), the keys (401), their kind (403), the limit (429), the query and the body
    (400), what is held (404, 409, 400).
    """

    def __init__(self, contract: Contract, environment: Environment) -> None:
        super().__init__(contract, environment)
        self.backend: Backend = Backend(environment)
        self._neighbours = Neighbours(self.backend)
        self.authoring = self.backend.authoring
        self.behaviours = {
            "prompts_get": self._get,
            "prompts_list": self._list,
            "prompts_create": lambda call: Answer.json(self.backend.create(read_creation(call.body)), 201),
            "prompts_delete": self._delete,
            "prompt_version_update": self._give,
            _SCORE: self._score,
            "scores_delete": lambda call: Answer.json(self.backend.delete_score(call.path["scoreId"]), 202),
            _EXPORT: self._take_spans,
            "projects_get": lambda call: Answer.json({"data": [PROJECT]}),
            "health_health": lambda call: Answer.json({"status": "OK", "version": RELEASE}),
        }

    def authenticate(self, call: Call, credentials: Mapping[str, str]) -> Any:
        """The pair of keys that was sent, whose request is counted; None where none is asked for."""
        if not credentials:
            return None
        pair = self.backend.authenticate(credentials["basic"])
        self.backend.spend(call.operation.id)
        return pair

    def look_at(self, call: Call) -> None:
        """Read the query as Langfuse does, and leave the bodies of exports, which may be packed, to their behaviour."""
        read_again(call)
        if call.operation.id == _EXPORT:
            call.broken, call.problems = None, [each for each in call.problems if each.rule == "media"]

    def beside(self, request: LoggedRequest) -> Answer | None:
        """What is called beside the contract: media of spans, and the ingest of older clients."""
        return self._neighbours.answer(request)

    def largest_body(self, path: str) -> int:
        """Only exports of spans and batches are large."""
        return super().largest_body(path) if path.startswith(_LARGE) else _LARGEST_JSON

    def reject(self, reason: Reason, operation: Operation | None, call: Call | None) -> Answer:
        """Errors as Langfuse writes them; the pages and texts of its web framework where no code of its own is reached."""
        if reason is Reason.NO_ROUTE:
            return Answer.text(_NO_PAGE, 404, "text/html; charset=utf-8")
        if reason is Reason.TOO_LARGE:
            return Answer.text("Body exceeded 1mb limit", 413)
        if reason is Reason.BROKEN_JSON:
            return Answer.text("Invalid JSON", 400)
        if reason is Reason.OTHER_SCHEME and call is not None:
            return self._by_public_key(call)
        if reason is Reason.INVALID and call is not None:
            if call.operation.id == _EXPORT:
                return self.refused(unreadable(call.problems[0].text), call)
            return self.refused(malformed(issues_of(call.problems)), call)
        return self.refused(rejected(reason), call)

    def refused(self, refusal: Refusal, call: Call | None) -> Answer:
        """The answer to a refusal: with nothing but its message for keys, where labels, scores and spans are asked for."""
        if refusal.status in (401, 403) and call is not None and call.operation.id in _BARE:
            refusal = bare(refusal)
        return super().refused(refusal, call)

    def _by_public_key(self, call: Call) -> Answer:
        """The answer to a request that carries a bearer token: the public key alone, which makes scores."""
        scheme, _, token = (call.header("authorization") or "").partition(" ")
        if scheme.lower() != "bearer":
            raise rejected(Reason.OTHER_SCHEME)
        call.who = self.backend.authenticate_public(token.strip(), call.operation.id == _SCORE)
        self.backend.spend(call.operation.id)
        if call.broken:
            return self.reject(Reason.BROKEN_JSON, call.operation, call)
        if call.problems:
            return self.reject(Reason.INVALID, call.operation, call)
        return self.behaviours[call.operation.id](call)

    def _get(self, call: Call) -> Answer:
        version, label = _choice(call)
        return Answer.json(self.backend.get(call.path["promptName"], version, label, call.query.get("resolve", True)))

    def _list(self, call: Call) -> Answer:
        query = dict(call.query)
        for name, new in (("fromUpdatedAt", "changed_from"), ("toUpdatedAt", "changed_before")):
            if name in query:
                query[new] = _moment(query.pop(name))
        return Answer.json(self.backend.list_prompts(**query))

    def _delete(self, call: Call) -> Answer:
        self.backend.delete(call.path["promptName"], *_choice(call))
        return Answer(204, b"", None)

    def _score(self, call: Call) -> Answer:
        """One score, as servers before the client 5.0 take it, or a list of them."""
        if not isinstance(call.body, list):
            return Answer.json({"id": self.backend.create_score(call.body)})
        taken = self.backend.create_scores(call.body)
        return Answer.json(taken, 207 if "rejected" in taken else 202)

    def _take_spans(self, call: Call) -> Answer:
        ingestion = call.header("x-langfuse-ingestion-version")
        return Answer.json(self.backend.take_spans(read_export(call), ingestion))

    def _give(self, call: Call) -> Answer:
        labels = read_labels(call.body)
        return Answer.json(self.backend.give(call.path["name"], call.path["version"], labels))


def _choice(call: Call) -> tuple[int | None, str | None]:
    """The number and the label that a query chooses a version by.

    Raises:
        Refusal: 400; there are both.
    """
    version, label = call.query.get("version"), call.query.get("label")
    if version is not None and label is not None:
        raise refused(400, "A version is chosen by its number or by a label, not by both.")
    return version, label


def _moment(text: str) -> Any:
    """The moment that a query names.

    Raises:
        Refusal: 400; there is no such day or hour.
    """
    try:
        return read(text)
    except ValueError as error:
        raise refused(400, f"A moment {error}.") from None
