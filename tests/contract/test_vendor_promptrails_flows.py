"""Proves that what PromptRails' own client starts on the local platform has the consequences that it expects.

Runs, approvals, streams, searches, sums, tasks and secrets; on two platforms whose data differ.
"""

from __future__ import annotations

import promptrails
import pytest
from promptrails.exceptions import (
    NotFoundError,
    ServerError,
    UnauthorizedError,
    ValidationError,
)

from .promptrails_clients import Asked, rest, told


def test_a_run(both: list[Asked]) -> None:
    """An agent that was made here is run: its execution, its trace, its session and its costs are there, and no others."""
    outputs = []
    for asked in both:
        client = asked.client
        agent = client.agents.create(name=f"Runner {asked.name}", type="simple")
        version = client.agents.create_version(agent.id, version="1", config=promptrails.SimpleAgentConfig("p1"))
        preview = client.agents.preview(agent.id, input={"message": "x"}, version_id=version.id)
        result = client.agents.execute(
            agent.id, input={"message": "x"}, session_id=f"s-{asked.name}", version_id=version.id, sync=True
        )
        # What its own type reads: the output, the identifiers, and costs that are a number.
        assert (result.status, result.output["type"], f"{result.cost:.6f}") == ("completed", "text", "0.002300")
        assert preview == result.output
        execution = client.executions.get(result.execution_id)
        assert (execution.agent_id, execution.agent_version_id, execution.session_id, execution.trace_id) == (
            agent.id,
            version.id,
            f"s-{asked.name}",
            result.trace_id,
        )
        for filters in ({"agent_id": agent.id}, {"session_id": f"s-{asked.name}"}):
            assert [each.id for each in client.executions.list(**filters, status="completed").data] == [execution.id]
            assert client.executions.list(**filters, status="failed").meta.total == 0
        root, child = client.traces.get_by_trace_id(result.trace_id)
        assert (root.parent_span_id, child.parent_span_id, root.kind, child.kind) == ("", root.span_id, "agent", "llm")
        assert client.traces.list(trace_id=result.trace_id).meta.total == 2
        assert [each.id for each in client.traces.list(trace_id=result.trace_id, kind="llm").data] == [child.id]
        session = client.sessions.get(f"s-{asked.name}")
        assert (session.trace_count, session.total_tokens, session.total_cost) == (1, 230, 0.0023)
        assert f"s-{asked.name}" in [each.session_id for each in client.sessions.list(limit=100).data]
        today = execution.created_at[:10]
        assert client.costs.get_agent_summary(agent.id).total_executions == 1
        assert client.costs.get_agent_summary(agent.id, from_date=today, to_date=today).daily_costs[0]["date"] == today
        assert client.costs.get_agent_summary(agent.id, to_date="2020-01-01").total_executions == 0
        whole = client.costs.get_summary(from_date=today)
        assert whole.total_cost >= 0.0023
        usage = {each["agent_id"]: each["executions"] for each in client.dashboard.get_metrics(days=7).agent_usage}
        assert usage[agent.id] == 1
        events = list(client.executions.stream(result.execution_id))
        assert (events[0].execution_id, events[-1].output) == (result.execution_id, result.output)
        outputs.append((result.output["content"], result.execution_id, root.span_id))
    assert all(one != other for one, other in zip(*outputs, strict=True))


def test_prompts_run(both: list[Asked]) -> None:
    for asked in both:
        prompt = asked.client.prompts.create(name="Runs")
        version = asked.client.prompts.create_version(prompt.id, version="1", user_prompt=f"{asked.name}: {{{{ x }}}}")
        shown = asked.client.prompts.preview(prompt.id, input={"x": "y"}, version_id=version.id)
        assert f"{asked.name}: y" in shown["content"]
        run = asked.client.prompts.run_prompt(
            prompt.id, {"user_prompt": "{{ x }}!", "input": {"x": asked.name}, "max_tokens": 1}
        )
        assert f"{asked.name}!" in run.content
        assert run.token_usage["completion_tokens"] == 1
        with pytest.raises(NotFoundError):
            asked.client.prompts.run_prompt("invalid-id", {"user_prompt": "x"})


def test_the_prompt_welcome(both: list[Asked]) -> None:
    """It is found by its name, and greets a customer as on every platform."""
    for asked in both:
        (found,) = [each for each in asked.client.prompts.list(limit=100).data if each.name == "welcome"]
        version = asked.client.prompts.get(found.id).current_version
        assert version.system_prompt == "You are a friendly assistant. Answer in {{language}}."
        assert version.user_prompt == "Welcome {{customer_name}} and offer your help."
        assert version.input_schema["required"] == ["customer_name"]
        assert version.input_schema["properties"]["language"]["default"] == "en"


def test_approvals(both: list[Asked]) -> None:
    """A run waits, is listed, is decided, and goes on; a decision is made once."""
    for asked, decision, status in zip(both, ("approved", "rejected"), ("completed", "rejected"), strict=True):
        client = asked.client
        agent = client.agents.create(name="Careful", type="simple")
        config = promptrails.SimpleAgentConfig("p1", approval_required=True, approval_checkpoint_name=asked.name)
        client.agents.create_version(agent.id, version="1", config=config, set_current=True)
        run = client.agents.execute(agent.id, input={"amount": 5})
        assert (run.status, run.output) == ("awaiting_approval", None)
        (approval,) = [
            each for each in client.approvals.list(status="pending").data if each.execution_id == run.execution_id
        ]
        assert (approval.checkpoint_name, approval.payload, approval.agent_id) == (
            asked.name,
            {"input": {"amount": 5}},
            agent.id,
        )
        decided = client.approvals.decide(approval.id, decision=decision, reason=f"because {asked.name}")
        assert told(client.approvals.get(approval.id)) == told(decided)
        assert (decided.status, decided.reason) == (decision, f"because {asked.name}")
        assert approval.id in [each.id for each in client.approvals.list(status=decision).data]
        assert client.executions.get(run.execution_id).status == status
        with pytest.raises(ValidationError) as no:
            client.approvals.decide(approval.id, decision="approved")
        assert (no.value.status_code, no.value.code) == (400, "bad_request")
        assert client.approvals.get("approval-id").status == "pending"


def test_guardrails_and_memories(both: list[Asked]) -> None:
    for asked in both:
        client = asked.client
        agent = client.agents.create(name="Remembers", type="simple")
        rail = client.agents.create_guardrail(
            agent.id, type="input", scanner_type="pii", action="log", config={"a": asked.name}
        )
        assert (rail.is_active, rail.config) == (True, {"a": asked.name})
        assert client.guardrails.update(rail.id, action="redact", is_active=False, config=None).config is None
        assert [(each.action, each.is_active) for each in client.agents.list_guardrails(agent.id)] == [
            ("redact", False)
        ]
        client.guardrails.delete(rail.id)
        assert client.agents.list_guardrails(agent.id) == []
        with pytest.raises(NotFoundError):
            client.guardrails.delete(rail.id)

        given = {"importance": 0.9, "metadata": {"k": asked.name}, "chat_session_id": "session-id"}
        first = client.agents.create_memory(agent.id, content=f"Likes {asked.name} tea", memory_type="fact", **given)
        second = client.agents.create_memory(agent.id, content="Lives in Rome", memory_type="fact")
        assert {name: getattr(first, name) for name in given} == given
        assert (second.importance, told(client.memories.get(second.id))) == (0.5, told(second))
        assert [each.id for each in client.agents.list_memories(agent.id, limit=1, page=2).data] == [first.id]
        assert [each.id for each in client.agents.search_memories(agent.id, query=f"LIKES {asked.name}")] == [first.id]
        assert len(client.agents.search_memories(agent.id, query="lives tea", threshold=0.5, limit=9)) == 2
        client.memories.delete(second.id)
        with pytest.raises(NotFoundError):
            client.memories.get(second.id)
        assert client.agents.delete_all_memories(agent.id) is None
        assert client.agents.list_memories(agent.id).meta.total == 0


def test_score_aggregates(both: list[Asked]) -> None:
    for asked, values in zip(both, ((1.0, 2.0, 6.0), (5.0,)), strict=True):
        for value in values:
            asked.client.scores.create(trace_id=f"t-{asked.name}", name="sum", value=value)
        asked.client.scores.create(trace_id="elsewhere", name="sum", value=100.0)
        (found,) = asked.client.scores.get_aggregates(trace_id=f"t-{asked.name}")
        assert told(found) == {
            "name": "sum",
            "count": len(values),
            "avg": sum(values) / len(values),
            "min": min(values),
            "max": max(values),
        }
        assert [each.max for each in asked.client.scores.get_aggregates(name="sum")] == [100.0]


def test_chats(both: list[Asked]) -> None:
    """A turn that is sent and one that is streamed leave their messages; every kind of event but an error arrives."""
    for asked in both:
        chat = asked.client.chat
        session = chat.create_session(agent_id="agent-id")
        answer = chat.send_message(session.id, content=f"Hello {asked.name}")
        assert (answer.role, f"Hello {asked.name}" in answer.content, answer.token_count) == ("assistant", True, 160)
        events = list(chat.send_message_stream(session.id, content=f"Bye {asked.name}"))
        kinds = [type(each) for each in events]
        assert list(dict.fromkeys(kinds)) == [
            promptrails.ExecutionEvent,
            promptrails.ThinkingEvent,
            promptrails.ToolStartEvent,
            promptrails.ToolEndEvent,
            promptrails.ContentEvent,
            promptrails.DoneEvent,
        ]
        assert events[-1].token_usage.total_tokens == 160
        messages = chat.list_messages(session.id, page=1, limit=3)
        assert [each.role for each in messages.data] == ["user", "assistant", "user"]
        assert (messages.meta.total, messages.data[2].id) == (4, events[0].user_message_id)
        said = "".join(each.content for each in events if isinstance(each, promptrails.ContentEvent))
        assert said == chat.list_messages(session.id, page=2, limit=3).data[0].content
        assert asked.client.executions.get(events[0].execution_id).session_id == session.id
        chat.delete_session(session.id)
        with pytest.raises(NotFoundError):
            chat.list_messages(session.id)


def test_an_error_ends_a_stream(both: list[Asked]) -> None:
    for asked in both:
        options = asked.platform.backend("promptrails").options
        options.failure = f"no model for {asked.name}"
        try:
            events = list(asked.client.chat.send_message_stream("session-id", content="x"))
            assert (type(events[-1]), events[-1].message) == (promptrails.ErrorEvent, f"no model for {asked.name}")
            with pytest.raises(ServerError):
                asked.client.chat.send_message("session-id", content="x")
        finally:
            options.failure = None


def test_tools_and_templates(both: list[Asked]) -> None:
    for asked in both:
        client = asked.client
        (template,) = client.mcp_templates.list(
            category="development", type="remote_mcp", search="GITH", is_active=True
        ).data
        for filters in (
            {"category": "x"},
            {"type": "x"},
            {"search": "x-y"},
            {"is_active": False, "category": "development"},
        ):
            assert client.mcp_templates.list(**filters).data == []
        assert (
            told(client.mcp_templates.get(template.id))
            == told(client.mcp_templates.get_by_slug(template.slug))
            == told(template)
        )
        with pytest.raises(ValidationError):
            client.mcp_templates.install(template.slug, name="x")
        installed = client.mcp_templates.install(template.slug, name=f"Mine {asked.name}", parameters={"token": "t"})
        assert (client.mcp_tools.get(installed.id).name, installed.template_id) == (f"Mine {asked.name}", template.id)
        (tool,) = client.mcp_tools.discover_tools("tool-id").tools
        assert (tool.name, tool.input_schema) == ("search", {"type": "object"})
        called = client.mcp_tools.call_tool("tool-id", tool_name=tool.name, arguments={"q": asked.name})
        assert (called.is_error, asked.name in called.content[0].text) == (False, True)
        assert [each.kind for each in client.traces.get_by_trace_id(called.trace_id)] == ["mcp_call"]
        assert client.mcp_tools.call_tool("tool-id", tool_name="nonsense").is_error
        (flow,) = client.templates.list(status="published", category="research").data
        assert told(client.templates.get(flow.id)) == told(flow)
        assert client.templates.list(status="draft").data == client.templates.list(category="x").data == []
        for get in (client.mcp_templates.get, client.mcp_templates.get_by_slug, client.templates.get):
            with pytest.raises(NotFoundError):
                get("invalid-id")


def test_sources_and_credentials(both: list[Asked]) -> None:
    for asked in both:
        client = asked.client
        source = client.data_sources.create(name="S", type="mysql")
        client.data_sources.create_version(source.id, version="1", query_template="SELECT {{ x }}", set_current=True)
        assert client.data_sources.query(source.id, parameters={"x": asked.name})["query"] == f"SELECT {asked.name}"
        assert client.data_sources.query(source.id)["row_count"] == 2
        shown = client.data_sources.preview_query(source.id, query_template="{{ y }}", parameters={"y": asked.name})
        assert (shown["query"], len(shown["rows"][0])) == (asked.name, 3)
        assert client.data_sources.test_connection(source.id) == {"ok": True}
        secret = client.credentials.create(
            name="n", type="openai", category="llm", value=f"{asked.name}-secret-{asked.name}"
        )
        assert secret.masked_content == f"{asked.name}-********-{asked.name}"[:4] + "*" * 6 + f"-{asked.name}"
        assert client.credentials.check_connection(secret.id) == {"ok": True}
        assert client.credentials.set_default(secret.id).is_default
        defaults = [each.id for each in client.credentials.list(limit=100).data if each.is_default]
        assert defaults == [secret.id]
        client.credentials.set_default("credential-id")


def test_models_and_media(both: list[Asked]) -> None:
    for asked in both:
        client = asked.client
        asked.platform.backend("promptrails").seed(
            {"llm_models": [{"id": asked.name, "provider": asked.name, "model_id": "m"}]}
        )
        assert [each.id for each in client.llm_models.list(provider=asked.name).data] == [asked.name]
        page = client.llm_models.list(page=2, limit=2)
        assert (page.meta.total, page.meta.pages, len(page.data)) == (6, 3, 2)
        groups = {
            each.provider: [model.model_id for model in each.models] for each in client.llm_models.list_available()
        }
        assert (groups[asked.name], "gpt-3.5-turbo" in groups["openai"]) == (["m"], False)
        assert [
            each.id for each in client.media_models.list(provider="openai", media_type="image", is_active=True)
        ] == ["media-model-id"]
        assert len(client.media_models.list()) == 3
        made = client.media.generate(
            provider=asked.name,
            media_type="speech",
            model="m",
            prompt="p",
            input_url="u",
            config={"a": 1},
            guardrails=[{}],
        )
        asset = client.assets.get(made.asset_id)
        assert (asset.type, asset.provider, asset.metadata["prompt"]) == ("speech", asked.name, "p")
        for filters in ({"type": "speech"}, {"provider": asked.name}):
            assert [each.id for each in client.assets.list(**filters).data] == [asset.id]
        for filters in ({"execution_id": "x"}, {"agent_id": "x"}):
            assert client.assets.list(**filters).data == []
        assert client.assets.get_signed_url(asset.id).url.startswith(made.url.partition("?")[0])
        client.assets.delete(asset.id)
        for gone in (client.assets.get, client.assets.get_signed_url, client.assets.delete):
            with pytest.raises(NotFoundError):
                gone(asset.id)


def test_agents_call_agents(both: list[Asked]) -> None:
    for asked in both:
        client = asked.client
        card = client.a2a.get_agent_card("agent-id")
        assert (card.name, card.url) == ("Support", asked.platform.url("promptrails") + "/a2a/agents/agent-id")
        task = client.a2a.send_message("agent-id", f"Hello {asked.name}", context_id=f"c-{asked.name}")
        assert (task.status.state, task.messages[0].parts[0].text) == ("completed", f"Hello {asked.name}")
        again = client.a2a.send_message("agent-id", "And?", task_id=task.id)
        assert (again.id, len(again.messages), told(again)["id"]) == (task.id, 4, task.id)
        assert told(client.a2a.get_task(task.id))["artifacts"] == again.artifacts
        later = client.a2a.send_message("agent-id", "Later", blocking=False, context_id=f"c-{asked.name}")
        assert later.status.state == "submitted"
        assert client.a2a.cancel_task(later.id).status.state == "canceled"
        assert [each.id for each in client.a2a.list_tasks(context_id=f"c-{asked.name}").data] == [later.id, task.id]
        assert [each.id for each in client.a2a.list_tasks(context_id=f"c-{asked.name}", status="canceled").data] == [
            later.id
        ]
        # The package takes the envelope of an error for a task.
        assert client.a2a.get_task("invalid-id").id == 1
        with pytest.raises(NotFoundError):
            client.a2a.send_message("invalid-id", "x")


def test_webhooks_tell_their_secrets_once(both: list[Asked]) -> None:
    for asked in both:
        made = asked.client.webhook_triggers.create(name="Hook", agent_id="agent-id", generate_secret=True)
        shown = asked.client.webhook_triggers.get(made.id)
        assert made.token.startswith(shown.token_prefix)
        assert (len(made.token), shown.token, made.has_secret, bool(made.secret)) == (27, "", True, True)
        assert asked.client.webhook_triggers.create(name="Hook", agent_id="agent-id").secret is None
        asked.platform.backend("promptrails").triggers.call(made.token, {"event": 1})
        assert asked.client.webhook_triggers.get(made.id).last_used_at is not None


def test_what_the_documents_call_and_the_client_lacks(both: list[Asked]) -> None:
    """A run with `metadata`, a version without a label, a verdict of yes or no: sent over plain HTTP."""
    for asked in both:
        run = rest(
            asked, "POST", "/api/v1/agents/agent-id/execute", json={"input": {}, "metadata": {"source": asked.name}}
        )
        assert asked.client.executions.get(run.json()["data"]["id"]).metadata == {"source": asked.name}
        made = rest(asked, "POST", "/api/v1/prompts/prompt-id/versions", json={"user_prompt": "Summarize: {{ text }}"})
        assert made.json()["data"]["version"] == "1.0.1"
        config = {"type": "simple", "prompt_id": "prompt-id"}
        made = rest(asked, "POST", "/api/v1/agents/agent-id/versions", json={"config": config})
        assert made.json()["data"]["version"] == "1.0.1"
        given = {"trace_id": "t", "name": "ok", "bool_value": True, "data_type": "boolean"}
        assert rest(asked, "POST", "/api/v1/scores", json=given).json()["data"]["bool_value"] is True


def test_errors_are_told_apart(both: list[Asked]) -> None:
    for asked in both:
        with pytest.raises(NotFoundError) as no:
            asked.client.agents.execute(agent_id="invalid-id", input={})
        assert no.value.message == "agent not found"
        with pytest.raises(ValidationError) as wrong:
            asked.client.prompts.create(name="")
        assert wrong.value.details == {"name": "must not be empty"}
        with (
            promptrails.PromptRails("wrong", base_url=asked.platform.url("promptrails")) as stranger,
            pytest.raises(UnauthorizedError),
        ):
            stranger.agents.list()
