"""PromptRails' HTTP: which behaviour an operation has, and how its refusals look."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from promptport_local.answer import Answer
from promptport_local.call import Call
from promptport_local.contract import Contract, Operation
from promptport_local.environment import Environment
from promptport_local.errors import Reason, Refusal
from promptport_local.promptrails.backend import Backend
from promptport_local.promptrails.behaviours import bare, checked, enveloped, rpc, streamed, usual
from promptport_local.promptrails.errors import flat, rejected
from promptport_local.promptrails.file_routes import file_behaviours
from promptport_local.promptrails.hooks import Hooks
from promptport_local.promptrails.resources import RESOURCES
from promptport_local.promptrails.scanners import scanners
from promptport_local.promptrails.shapes import reshaped
from promptport_local.releases import Release
from promptport_local.request_log import LoggedRequest
from promptport_local.vendor import Behaviour, VendorServer

_OK, _CREATED = 200, 201
# Whose reads show what runs leave behind.
_SHOW_RUNS = ("a2a", "executions", "traces", "sessions", "costs", "dashboard")
# The two doors to one kind of record.
_TRIGGERS = ("agent_triggers", "webhook_triggers")
# What runs on an input, which may be left out.
_INPUTS = ("agents_execute", "agents_preview", "prompts_preview", "prompts_run_prompt")


class PromptRails(VendorServer):
    """PromptRails, with state and behaviour.

    It checks in this order: the key (401, 403), the body and the parameters (400), the call itself.
    """

    def __init__(self, contract: Contract, environment: Environment) -> None:
        super().__init__(contract, environment)
        self.backend: Backend = Backend(contract, environment)
        self.authoring = self.backend.authoring
        for resource in RESOURCES.values():
            for operation, verb in resource.operations.items():
                self.behaviours[operation] = usual(self.backend, resource, verb)
        self._hooks = Hooks(self.backend.triggers)
        self.behaviours |= {**_runs(self.backend), **_figures(self.backend), **_tasks(self.backend)}
        self.behaviours |= {**_tools(self.backend), **file_behaviours(self.backend)}
        self.behaviours |= {"a2a_get_agent_card": checked(self._card), "traces_ingest": self._ingest()}
        for each in contract.operations:
            if each.id == "a2a_get_task" or (each.method == "GET" and each.id.partition("_")[0] in _SHOW_RUNS):
                self.behaviours[each.id] = self._moving(self.behaviours[each.id])

    def authenticate(self, call: Call, credentials: Mapping[str, str]) -> Any:
        """The record of the key that was sent."""
        return self.backend.authenticate(credentials["key"])

    def look_at(self, call: Call) -> None:
        """Pass over an input that is missing, and a body that says nothing: so does the vendor's emulator."""
        of_input = call.operation.id in _INPUTS
        if not call.raw and (of_input or call.operation.id.endswith("_promote_version")):
            call.problems = [each for each in call.problems if each.where != ("body",)]
            call.body = {}
        if of_input and isinstance(call.body, dict) and call.body.get("input") is None:
            call.body = {**call.body, "input": {}}
            call.problems = [each for each in call.problems if each.where != ("body", "input")]

    def reject(self, reason: Reason, operation: Operation | None, call: Call | None) -> Answer:
        """Errors as PromptRails writes them: a code, a message and details under `error`, or a `message` alone."""
        return self.refused(rejected(reason, call), call)

    def refused(self, refusal: Refusal, call: Call | None) -> Answer:
        """The answer to a refusal; its message alone where errors are flat (`Options.flat_errors`)."""
        return super().refused(flat(refusal) if self.backend.options.flat_errors else refusal, call)

    def beside(self, request: LoggedRequest) -> Answer | None:
        """The answer of a trigger that was called; None at any other address."""
        try:
            answer = self._hooks.answer(request)
            return None if answer is None else self._whole_execution(answer)
        except Refusal as refusal:
            return self.refused(refusal, None)

    def reshape(self, operation: Operation, answer: Answer, release: Release) -> Answer:
        """The form of a release, where it is another one."""
        shown = self._whole_execution(answer) if operation.id == "agents_execute" else answer
        return reshaped(operation, shown, release)

    def _whole_execution(self, answer: Answer) -> Answer:
        """An answer that holds more of an execution than its schema says, as the release that it is served as has it."""
        if self.narrowing is None or answer.status != _CREATED:
            return answer
        (read,) = (each for each in self.contract.operations if each.id == "executions_get")
        shown = self.narrowing.narrow_answer(read, replace(answer, status=_OK))
        return answer if shown is None else replace(shown, status=_CREATED)

    def _moving(self, read: Behaviour) -> Behaviour:
        """A read of what runs leave behind, which goes on with those that nobody waited for."""

        def behave(call: Call) -> Answer:
            self.backend.settle()
            return read(call)

        return behave

    def _ingest(self) -> Behaviour:
        def behave(call: Call) -> Answer:
            self.backend.allow(call.who, "traces:write")
            return Answer.json({"data": self.backend.ingest.take(call.body["spans"])})

        return checked(behave)

    def _card(self, call: Call) -> Answer:
        base = f"http://{call.header('host') or 'localhost'}/{self.contract.name}"
        return Answer.json(self.backend.tasks.card(call.path["agent_id"], base))


def _runs(backend: Backend) -> dict[str, Behaviour]:
    """Agents, prompts, and what talks to them."""
    return {
        "agents_create": enveloped(backend.agents.create, 201),
        "agents_execute": enveloped(backend.runs.execute, 201),
        "agents_preview": enveloped(backend.runs.preview),
        "agents_search_memories": enveloped(backend.memories.search),
        "agents_delete_all_memories": enveloped(backend.memories.forget),
        "prompts_preview": enveloped(backend.prompt_runs.preview),
        "prompts_run_prompt": enveloped(backend.prompt_runs.run),
        "executions_stream": streamed(backend.runs.replay),
        "approvals_decide": enveloped(backend.approvals.decide),
        "chat_send_message": enveloped(backend.chats.send, 201),
        "chat_send_message_stream": streamed(backend.chats.stream),
        "chat_submit_feedback": enveloped(backend.feedback.submit),
        "executions_tree": enveloped(backend.executions.show),
        "executions_approval_inbox": bare(backend.decisions.inbox),
        "executions_approve": enveloped(backend.decisions.approve),
        "executions_deny": enveloped(backend.decisions.deny),
        "executions_cancel": enveloped(backend.decisions.cancel),
        "agents_playground": enveloped(backend.playground.run),
        "guardrails_list_scanners": enveloped(scanners),
        **{f"{tag}_create": enveloped(backend.triggers.create, 201) for tag in _TRIGGERS},
        **{f"{tag}_update": enveloped(backend.triggers.change) for tag in _TRIGGERS},
    }


def _figures(backend: Backend) -> dict[str, Behaviour]:
    """What is found and summed up of runs."""
    return {
        "sessions_list": bare(backend.traces.sessions),
        "sessions_get": enveloped(backend.traces.session),
        "traces_get_by_trace_id": enveloped(backend.traces.spans),
        "traces_get_summary": checked(lambda call: Answer.json({"data": backend.summary.sums(call.pairs)})),
        "traces_pii_report": checked(lambda call: Answer.json({"data": backend.summary.personal_data(call.pairs)})),
        "costs_get_summary": enveloped(backend.aggregates.costs),
        "costs_get_agent_summary": enveloped(backend.aggregates.costs),
        "scores_get_aggregates": enveloped(backend.aggregates.scores),
        "dashboard_get_metrics": enveloped(backend.aggregates.metrics),
        "llm_models_list_available": enveloped(backend.models.available),
    }


def _tools(backend: Backend) -> dict[str, Behaviour]:
    """Tools, data sources, credentials, media."""
    return {
        "mcp_tools_discover_tools": enveloped(backend.tools.discover),
        "mcp_tools_call_tool": enveloped(backend.tools.call),
        "mcp_templates_get_by_slug": enveloped(backend.tools.template),
        "mcp_templates_install": enveloped(backend.tools.install, 201),
        "credentials_set_default": enveloped(backend.sources.set_default),
        "credentials_check_connection": enveloped(backend.sources.check),
        "data_sources_preview_query": enveloped(backend.sources.preview),
        "data_sources_test_connection": enveloped(backend.sources.test),
        "data_sources_query": enveloped(backend.sources.query),
        "media_generate": enveloped(backend.media.generate, 201),
        "assets_get_signed_url": enveloped(backend.media.sign),
    }


def _tasks(backend: Backend) -> dict[str, Behaviour]:
    """Tasks between agents, over JSON-RPC."""
    tasks = backend.tasks
    return {
        "a2a_send_message": rpc(lambda call: tasks.send(call.path["agent_id"], call.body["params"])),
        "a2a_get_task": rpc(lambda call: tasks.get(call.body["params"]["id"])),
        "a2a_cancel_task": rpc(lambda call: tasks.cancel(call.body["params"]["id"])),
    }
