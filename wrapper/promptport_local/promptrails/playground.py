"""Agents tried out with other prompts than those that they have: a trace stays behind, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from promptport_local.promptrails.figures import RUN
from promptport_local.promptrails.prompt_runs import render
from promptport_local.promptrails.resource import Json
from promptport_local.promptrails.sampling import Sampling
from promptport_local.promptrails.spans import Spans
from promptport_local.promptrails.state import State
from promptport_local.promptrails.versions import Versions


class Playground:
    """Tries out agents.

    Args:
        state: What is held.
        versions: The versions of the agents.
        sampling: Which model versions run on.
        spans: Where the spans go.
    """

    def __init__(self, state: State, versions: Versions, sampling: Sampling, spans: Spans) -> None:
        self._state = state
        self._versions = versions
        self._sampling = sampling
        self._spans = spans

    def run(
        self,
        agent_id: str,
        input: Mapping[str, Any],
        prompt_override: Mapping[str, Any],
        version_id: str | None = None,
    ) -> Json:
        """Run an agent with another prompt. No version, no execution and no request for approval stays behind.

        Args:
            agent_id: The agent.
            input: What it is given.
            prompt_override: `system_prompt` and `user_prompt`, each in place of the agent's own.
            version_id: The version that runs otherwise, in place of the current one.

        Returns:
            What running it answers, without an execution.

        Raises:
            Refusal: 404; there is no such agent, or no such version of it.
        """
        state = self._state
        with state.environment.transaction():
            agent = state.need("agents", agent_id)
            version = self._versions.chosen("agent_versions", agent, version_id or None) or {}
            figures = self._sampling.figures(version, RUN)
            failure = state.options.failure
            texts = (prompt_override.get(name) for name in ("system_prompt", "user_prompt"))
            asked = "\n".join(render(each, input) for each in texts if isinstance(each, str) and each)
            content = f"This is the simulated answer of {agent['name']} to: {asked or ', '.join(input) or 'nothing'}"
            execution: Json = {
                "id": None,
                "agent_id": agent_id,
                "agent_version_id": version.get("id"),
                "user_id": None,
                "session_id": None,
                "trace_id": state.mint(),
                "input": dict(input),
                "started_at": state.moment(),
                "status": "completed" if failure is None else "failed",
                "output": {"content": content, "type": "text"} if failure is None else None,
                "error": failure or "",
            }
            self._spans.write(execution, version, figures)
            told = ("agent_id", "agent_version_id", "trace_id", "status", "output", "error")
            return {
                "execution_id": None,
                **{name: execution[name] for name in told},
                "token_usage": figures.usage,
                "cost": figures.cost,
                "duration_ms": figures.milliseconds,
            }
