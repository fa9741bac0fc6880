"""Runs of agents and prompts: what an execution leaves behind, and how it goes on after people have decided."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import timedelta
from typing import Any, NamedTuple

from promptport_local.clock import read, written
from promptport_local.promptrails.kind import Json
from promptport_local.promptrails.records import Records
from promptport_local.promptrails.refusal import Refusal
from promptport_local.promptrails.versions import Versions

_VARIABLE = re.compile(r"\{\{\s*([^{}\s]+)\s*\}\}")
_MODEL_SHARE_MS = 50


class Figures(NamedTuple):
    """What a simulated run takes.

    Attributes:
        model: The model's name.
        read: How many tokens the model reads.
        wrote: How many it writes.
        cost: In dollars.
        milliseconds: How long it takes.
    """

    model: str
    read: int
    wrote: int
    cost: float
    milliseconds: int

    @property
    def usage(self) -> Json:
        """The tokens as PromptRails writes them."""
        return {
            "prompt_tokens": self.read,
            "completion_tokens": self.wrote,
            "total_tokens": self.read + self.wrote,
        }


RUN = Figures("gpt-4o", 150, 80, 0.0023, 250)
CHAT = Figures("gpt-4o-mini", 100, 60, 0.0016, 200)
HOOK = Figures("gpt-4o", 120, 60, 0.0018, 200)


class Runs:
    """Runs agents and prompts, without any model.

    Args:
        records: The state.
        versions: The versions in it.
    """

    def __init__(self, records: Records, versions: Versions) -> None:
        self._records = records
        self._versions = versions

    def execute(
        self,
        agent_id: str,
        input: Mapping[str, Any],
        session_id: str | None = None,
        version_id: str | None = None,
        metadata: Mapping[str, Any] | None = None,
        user_id: str | None = None,
    ) -> Json:
        """Run an agent: an execution, a trace and costs stay behind.

        Where the version asks for approval, the execution waits for it, and a request for approval stays behind instead
        (`Approvals.decide`).

        Args:
            agent_id: The agent.
            input: What it is given.
            session_id: The session that the run belongs to; a new one where there is none.
            version_id: The version to run, in place of the current one.
            metadata: What to keep beside the run.
            user_id: On whose behalf it runs.

        Returns:
            The execution as it is shown, its id as `execution_id` too.

        Raises:
            Refusal: 404; there is no such agent, or no such version of it.
        """
        return self.run(RUN, agent_id, input, session_id, version_id, metadata, user_id)

    def run(
        self,
        figures: Figures,
        agent_id: str,
        input: Mapping[str, Any],
        session_id: str | None = None,
        version_id: str | None = None,
        metadata: Mapping[str, Any] | None = None,
        user_id: str | None = None,
    ) -> Json:
        """The same, where the run takes something else than usual."""
        records = self._records
        records.check("executions", {"user_id": user_id})
        with records.transaction():
            agent = records.find("agents", agent_id)
            version = self._versions.chosen("agent_versions", agent, version_id)
            execution = records.add(
                "executions",
                agent_id=agent_id,
                agent_version_id=version["id"] if version else None,
                user_id=user_id,
                session_id=session_id or records.mint(),
                status="running",
                input=dict(input),
                metadata=dict(metadata or {}),
                trace_id=records.mint(),
            )
            config = (version or {}).get("config") or {}
            if config.get("approval_required") is True:
                execution["status"] = "awaiting_approval"
                records.put("executions", execution)
                records.add(
                    "approvals",
                    execution_id=execution["id"],
                    agent_id=agent_id,
                    checkpoint_name=_checkpoint(config),
                    payload={"input": dict(input)},
                )
            else:
                self.finish(execution, self.answer(agent["name"], input), figures)
            return {"execution_id": execution["id"], **records.view("executions", execution)}

    def start(self, agent_id: str, input: Json, session_id: str) -> Json:
        """A new execution that runs, of an agent that need not exist, for `finish` to end."""
        agent = self._records.known("agents", agent_id) or {}
        return self._records.add(
            "executions",
            agent_id=agent_id,
            agent_version_id=agent.get("_current"),
            session_id=session_id,
            status="running",
            input=input,
            trace_id=self._records.mint(),
        )

    def finish(self, execution: Json, content: str, figures: Figures = RUN) -> None:
        """End an execution: it gets its output, its costs and its trace; or, where agents fail, its error."""
        failure = self._records.options.failure
        figures = figures if failure is None else figures._replace(wrote=0, cost=0.0)
        ended = written(read(execution["started_at"]) + timedelta(milliseconds=figures.milliseconds))
        execution.update(
            status="completed" if failure is None else "failed",
            output={"content": content, "type": "text"} if failure is None else None,
            error=failure or "",
            token_usage=figures.usage,
            cost=figures.cost,
            duration_ms=figures.milliseconds,
            completed_at=ended,
            _tool=self._tool(execution, content),
        )
        self._records.put("executions", execution)
        agent = self._records.known("agents", execution["agent_id"])
        name = agent["name"] if agent else execution["agent_id"]
        root = self._span(execution, f"agent.execute({name})", "agent", figures)
        model = figures._replace(milliseconds=figures.milliseconds - _MODEL_SHARE_MS)
        self._span(execution, "llm.generate", "llm", model, parent_span_id=root["span_id"], model_name=figures.model)

    def answer(self, agent: str, input: Mapping[str, Any]) -> str:
        """What an agent says to an input."""
        given = ", ".join(input) or "nothing"
        return f"This is the simulated answer of {agent}, which was given {given}."

    def preview(self, agent_id: str, input: Mapping[str, Any], version_id: str | None = None) -> Json:
        """What an agent would answer. Nothing stays behind.

        Raises:
            Refusal: 404; there is no such agent, or no such version of it.
        """
        agent = self._records.find("agents", agent_id)
        self._versions.chosen("agent_versions", agent, version_id)
        return {"content": self.answer(agent["name"], input), "type": "text"}

    def preview_prompt(self, prompt_id: str, input: Mapping[str, Any], version_id: str | None = None) -> Json:
        """What a prompt would answer. Nothing stays behind.

        Raises:
            Refusal: 404; there is no such prompt, or no such version of it.
        """
        prompt = self._records.find("prompts", prompt_id)
        version = self._versions.chosen("prompt_versions", prompt, version_id) or {}
        return self._generate(prompt, version, input)

    def run_prompt(self, prompt_id: str, input: Mapping[str, Any] | None = None, **settings: Any) -> Json:
        """What a prompt answers with settings of its own, in place of those of its current version. Nothing stays behind.

        Args:
            prompt_id: The prompt.
            input: The values of its variables.
            settings: What a version of a prompt has too: `user_prompt`, `llm_model_id`, `max_tokens` and so on.

        Raises:
            Refusal: 404; there is no such prompt.
        """
        prompt = self._records.find("prompts", prompt_id)
        version = self._versions.chosen("prompt_versions", prompt) or {}
        given = {name: value for name, value in settings.items() if value is not None}
        return self._generate(prompt, {**version, **given}, input or {})

    def render(self, template: str, values: Mapping[str, Any]) -> str:
        """A template with its variables filled in; one that has no value stays as it is written."""
        return _VARIABLE.sub(lambda found: str(values[found[1]]) if found[1] in values else found[0], template)

    def _generate(self, prompt: Json, version: Mapping[str, Any], input: Mapping[str, Any]) -> Json:
        if self._records.options.failure is not None:
            raise Refusal(500, "execution_failed", self._records.options.failure)
        chance = self._records.random
        wrote = chance.randint(30, 200)
        limit = version.get("max_tokens")
        figures = Figures(
            self._model(version),
            chance.randint(50, 300),
            wrote if limit is None else max(min(wrote, int(limit)), 0),
            0.0,
            chance.randint(150, 1500),
        )
        asked = self.render(version.get("user_prompt") or prompt["name"], {**_usual(version), **input})
        return {
            "content": f"This is a simulated answer to: {asked}",
            "token_usage": figures.usage,
            "cost": round(figures.read * 0.000003 + figures.wrote * 0.000015, 6),
            "duration_ms": figures.milliseconds,
            "model": figures.model,
            "trace_id": self._records.digits(32),
        }

    def _model(self, version: Mapping[str, Any]) -> str:
        """The name of the model that a version runs on: its own, or the one that takes over where that is not known."""
        for field in ("llm_model_id", "fallback_llm_model_id"):
            model = self._records.known("llm_models", version.get(field))
            if model is not None:
                return str(model["model_id"])
        return RUN.model

    def _tool(self, execution: Json, content: str) -> Json | None:
        """The tool that an agent calls on its way, where the workspace has one that is switched on."""
        tool = next((each for each in self._records.all("mcp_tools") if each["is_active"]), None)
        if tool is None:
            return None
        return {"id": f"call_{execution['id']}", "name": tool["name"], "summary": f"{len(content)} characters"}

    def _span(self, execution: Json, name: str, kind: str, figures: Figures, **fields: Any) -> Json:
        began = read(execution["started_at"])
        return self._records.add(
            "traces",
            trace_id=execution["trace_id"],
            span_id=self._records.digits(16),
            name=name,
            kind=kind,
            status="error" if execution["error"] else "ok",
            error_message=execution["error"],
            tags=["agent", "execution"] if kind == "agent" else [],
            input=execution["input"],
            output=execution["output"],
            token_usage=figures.usage,
            cost=figures.cost,
            duration_ms=figures.milliseconds,
            agent_id=execution["agent_id"],
            user_id=execution["user_id"],
            session_id=execution["session_id"] or "",
            execution_id=execution["id"],
            started_at=execution["started_at"],
            ended_at=written(began + timedelta(milliseconds=figures.milliseconds)),
            **fields,
        )


def _checkpoint(config: Mapping[str, Any]) -> str:
    # The documents name the field in two ways.
    found = config.get("approval_checkpoint_name") or config.get("checkpoint_name")
    return found if isinstance(found, str) else "approval"


def _usual(version: Mapping[str, Any]) -> Json:
    """The values that a version's variables have where none is given."""
    schema = version.get("input_schema")
    properties = schema.get("properties") if isinstance(schema, dict) else None
    return {
        name: about["default"]
        for name, about in (properties if isinstance(properties, dict) else {}).items()
        if isinstance(about, dict) and "default" in about
    }
