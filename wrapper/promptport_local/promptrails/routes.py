"""PromptRails' HTTP: which behaviour an operation has, and how its answers and its refusals look."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from typing import Any

from promptport_local.answer import Answer
from promptport_local.call import Call
from promptport_local.contract import Contract, Operation
from promptport_local.environment import Environment
from promptport_local.errors import Reason, Refusal
from promptport_local.promptrails import refusal
from promptport_local.promptrails.a2a import RpcError
from promptport_local.promptrails.backend import DEEPEST, Backend
from promptport_local.promptrails.events import events_of, frames
from promptport_local.promptrails.kind import Json, Kind, Verb
from promptport_local.promptrails.kinds import KINDS
from promptport_local.strict_json import BrokenJson, check_json
from promptport_local.vendor import Behaviour, VendorServer

_RENAMED = {"from": "from_date", "to": "to_date"}
# How it is said where the request is no operation's: as the web framework does, without a code.
_PLAIN = {
    Reason.NO_ROUTE: (404, "Not Found"),
    Reason.WRONG_VERB: (405, "Method Not Allowed"),
    Reason.TOO_LARGE: (413, "Request Entity Too Large"),
}
_CODED = {
    Reason.NO_CREDENTIAL: (401, "unauthorized"),
    Reason.OTHER_SCHEME: (401, "unauthorized"),
    Reason.BROKEN_JSON: (400, "bad_request"),
    Reason.INVALID: (400, "bad_request"),
}


class PromptRails(VendorServer):
    """PromptRails, with state and behaviour.

    It checks in this order: the key (401, 403), the body and the parameters (400), the call itself.
    """

    def __init__(self, contract: Contract, environment: Environment) -> None:
        super().__init__(contract, environment)
        self.backend: Backend = Backend(contract, environment)
        held = self.backend
        for kind in KINDS.values():
            for verb, operation in kind.operations.items():
                self.behaviours[operation] = self._usual(kind, verb)
        self.behaviours |= {
            "agents_create": self._enveloped(self._create_agent, 201),
            "agents_execute": self._enveloped(held.runs.execute, 201),
            "agents_preview": self._enveloped(held.runs.preview),
            "agents_search_memories": self._enveloped(held.memories.search),
            "agents_delete_all_memories": self._enveloped(held.memories.forget),
            "prompts_preview": self._enveloped(held.runs.preview_prompt),
            "prompts_run_prompt": self._enveloped(held.runs.run_prompt),
            "executions_stream": self._streamed(self._replay),
            "credentials_set_default": self._enveloped(held.sources.set_default),
            "credentials_check_connection": self._enveloped(held.sources.check),
            "data_sources_preview_query": self._enveloped(held.sources.preview),
            "data_sources_test_connection": self._enveloped(held.sources.test),
            "data_sources_query": self._enveloped(held.sources.query),
            "chat_send_message": self._enveloped(held.chats.send, 201),
            "chat_send_message_stream": self._streamed(held.chats.stream),
            "sessions_list": self._bare(held.sums.sessions),
            "sessions_get": self._enveloped(held.sums.session),
            "traces_get_by_trace_id": self._enveloped(self._trace),
            "costs_get_summary": self._enveloped(held.sums.costs),
            "costs_get_agent_summary": self._enveloped(held.sums.costs),
            "mcp_tools_discover_tools": self._enveloped(held.tools.discover),
            "mcp_tools_call_tool": self._enveloped(held.tools.call),
            "mcp_templates_get_by_slug": self._enveloped(held.tools.template),
            "mcp_templates_install": self._enveloped(held.tools.install, 201),
            "approvals_decide": self._enveloped(held.approvals.decide),
            "scores_get_aggregates": self._enveloped(held.sums.aggregates),
            "dashboard_get_metrics": self._enveloped(held.sums.metrics),
            "a2a_get_agent_card": self._card,
            "a2a_send_message": self._rpc(lambda call: held.tasks.send(call.path["agent_id"], call.body["params"])),
            "a2a_get_task": self._rpc(lambda call: held.tasks.get(call.body["params"]["id"])),
            "a2a_cancel_task": self._rpc(lambda call: held.tasks.cancel(call.body["params"]["id"])),
            "llm_models_list_available": self._enveloped(self._available),
            "webhook_triggers_create": self._enveloped(held.webhooks.create, 201),
            "media_generate": self._enveloped(held.media.generate, 201),
            "assets_get_signed_url": self._enveloped(held.media.sign),
        }

    def authenticate(self, call: Call, credentials: Mapping[str, str]) -> Any:
        """The record of the key that was sent."""
        try:
            return self.backend.authenticate(credentials["key"])
        except refusal.Refusal as no:
            raise Refusal(no.status, self._body(no)) from no

    def reject(self, reason: Reason, operation: Operation | None, call: Call | None) -> Answer:
        """Errors as PromptRails writes them: a code, a message and details under `error`, or a `message` alone."""
        if reason in _PLAIN:
            status, text = _PLAIN[reason]
            return Answer.json({"message": text}, status)
        status, code = _CODED[reason]
        details = None
        text = reason.value
        if reason is Reason.INVALID and call is not None:
            # The first step says whether it stands in the body, the query or the path; a caller knows.
            told = [(".".join(map(str, each.where[1:])) or "the body", each.text) for each in call.problems]
            details = dict(told)
            text = "; ".join(f"{where} {text}" for where, text in told)
        return self._refused(refusal.Refusal(status, code, text, details))

    def _usual(self, kind: Kind, verb: Verb) -> Behaviour:
        """What the operations of all kinds do alike."""
        held, name = self.backend, kind.name

        def act(call: Call) -> Answer:
            ids = list(call.path.values())
            parent = ids[0] if ids and kind.parent is not None else None
            if verb == "page":
                numbers = {each: call.query[each] for each in ("page", "limit") if each in call.query}
                found = held.records.page(name, parent_id=parent, filters=_filters(kind, call), **numbers)
                return Answer.json(found)
            if verb == "all":
                return _data(held.records.listed(name, parent, _filters(kind, call)))
            if verb == "get":
                return _data(held.records.get(name, ids[0]))
            if verb == "create":
                return _data(held.records.create(name, call.body, parent), 201)
            if verb == "change":
                return _data(held.records.change(name, ids[0], call.body))
            if verb == "create_version":
                return _data(held.versions.create(name, ids[0], call.body), 201)
            if verb == "promote_version":
                return _data(held.versions.promote(name, ids[0], call.path["version_id"]))
            held.records.delete(name, ids[0])
            return Answer(204, b"", None)

        return self._refusing(act)

    def _enveloped(self, method: Callable[..., Any], status: int = 200) -> Behaviour:
        """What a method of the backend answers, under `data`."""
        return self._refusing(lambda call: _data(_called(method, call), status))

    def _bare(self, method: Callable[..., Any]) -> Behaviour:
        """The same, as it is."""
        return self._refusing(lambda call: Answer.json(_called(method, call)))

    def _streamed(self, method: Callable[..., Any]) -> Behaviour:
        """The events that a method answers, as a stream."""
        return self._refusing(lambda call: Answer.stream(frames(_called(method, call))))

    def _rpc(self, act: Callable[[Call], Json]) -> Behaviour:
        """What a method answers, or why it does not, as JSON-RPC has it: with the status 200 in either case."""

        def answer(call: Call) -> Answer:
            head = {"jsonrpc": "2.0", "id": call.body["id"]}
            try:
                return Answer.json({**head, "result": act(call)})
            except RpcError as error:
                return Answer.json({**head, "error": {"code": error.code, "message": error.message}})

        return self._refusing(answer)

    def _refusing(self, act: Behaviour) -> Behaviour:
        def behave(call: Call) -> Answer:
            try:
                check_json(call.body, DEEPEST)
                return act(call)
            except BrokenJson as error:
                return self._refused(refusal.bad_request(f"the body can't be kept: {error}"))
            except refusal.Refusal as no:
                return self._refused(no)

        return behave

    def _refused(self, no: refusal.Refusal) -> Answer:
        return Answer.json(self._body(no), no.status)

    def _body(self, no: refusal.Refusal) -> Json:
        if self.backend.options.flat_errors:
            return {"error": no.message}
        details = {} if no.details is None else {"details": no.details}
        return {"error": {"code": no.code, "message": no.message, **details}}

    def _create_agent(self, template_id: str | None = None, **given: Any) -> Json:
        held = self.backend
        with held.records.transaction():
            template = None if template_id is None else held.records.find("templates", template_id)
            agent = held.records.create("agents", given)
            if template is None:
                return agent
            begun = {"config": template["flow_config"] or {}, "message": template["name"], "set_current": True}
            held.versions.create("agent_versions", agent["id"], begun)
            return held.records.get("agents", agent["id"])

    def _replay(self, execution_id: str) -> Any:
        return events_of(self.backend.records.find("executions", execution_id))

    def _trace(self, trace_id: str) -> list[Json]:
        records = self.backend.records
        spans = records.all("traces", trace_id=trace_id)
        if not spans:
            raise refusal.not_found(KINDS["traces"].noun)
        # A parent comes before its children, however they were seeded.
        return [records.view("traces", each) for each in sorted(spans, key=lambda span: bool(span["parent_span_id"]))]

    def _available(self) -> list[Json]:
        """The models that are in use, by their providers."""
        groups: dict[str, list[Json]] = {}
        for model in self.backend.records.listed("llm_models"):
            if model["is_active"]:
                groups.setdefault(model["provider"], []).append(model)
        return [{"provider": provider, "models": models} for provider, models in sorted(groups.items())]

    def _card(self, call: Call) -> Answer:
        base = f"http://{call.header('host') or 'localhost'}/{self.contract.name}"
        return self._refusing(lambda _: Answer.json(self.backend.tasks.card(call.path["agent_id"], base)))(call)


def _data(value: Any, status: int = 200) -> Answer:
    return Answer.json({"data": value}, status)


def _filters(kind: Kind, call: Call) -> dict[str, str]:
    return {name: value for name, value in call.pairs if name in kind.filters}


def _called(method: Callable[..., Any], call: Call) -> Any:
    """What a method answers to those parameters and fields that it takes; null is as good as nothing."""
    body = call.body if isinstance(call.body, dict) else {}
    given = {**body, **{_RENAMED.get(name, name): value for name, value in call.query.items()}, **call.path}
    taken = inspect.signature(method).parameters.values()
    every = any(each.kind is each.VAR_KEYWORD for each in taken)
    names = {each.name for each in taken}
    return method(**{name: value for name, value in given.items() if value is not None and (every or name in names)})
