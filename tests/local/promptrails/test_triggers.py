"""Proves that the local PromptRails' triggers run their agents, whichever door they were made at."""

from __future__ import annotations

import hashlib
import hmac

from promptport_local.promptrails.backend import Backend

from .rails import refused


def test_a_trigger_runs_its_agent(rails: Backend) -> None:
    made = rails.triggers.create("Nightly", "agent-id", generate_secret=True)
    assert made["token"].startswith(made["token_prefix"])
    assert (made["has_secret"], made["secret"][:6], made["is_active"]) == (True, "whsec_", True)
    shown = rails.records.get("agent_triggers", made["id"])
    assert (shown["token"], shown["last_used_at"], "secret" in shown) == ("", None, False)
    run = rails.triggers.call(made["token"], {"event": 1})
    assert (run["input"], run["cost"], run["duration_ms"]) == ({"event": 1}, 0.0018, 200)
    assert rails.records.get("agent_triggers", made["id"])["last_used_at"] == "2026-01-15T09:30:00.123456Z"
    rails.triggers.change(made["id"], is_active=False)
    with refused(400, "bad_request"):
        rails.triggers.call(made["token"], {})
    with refused(404, "not_found"):
        rails.triggers.call("unknown", {})
    assert "secret" not in rails.triggers.create("Plain", "agent-id")


def test_a_trigger_has_a_source(rails: Backend) -> None:
    made = rails.triggers.create(
        "t", "agent-id", "schedule", source_config={"cron_expression": "0 * * * *"}, reply_config={}
    )
    assert (made["source"], made["source_config"]) == ("schedule", {"cron_expression": "0 * * * *"})
    assert [rails.triggers.create("t", "agent-id", each)["source"] for each in ("", "generic")] == ["generic"] * 2
    changed = rails.triggers.change(made["id"], source="slack", reply_config={"channel": "C1"}, name="u")
    assert (changed["source"], changed["reply_config"], changed["name"]) == ("slack", {"channel": "C1"}, "u")
    assert rails.triggers.change(made["id"], source="")["source"] == "slack"
    with refused(400, "bad_request"):
        rails.triggers.create("t", "agent-id", "pigeon")
    with refused(400, "bad_request"):
        rails.triggers.change(made["id"], source="pigeon")


def test_a_call_is_signed_where_there_is_a_secret(rails: Backend) -> None:
    made = rails.triggers.create("t", "agent-id", generate_secret=True)
    body = '{"a": "é"}'.encode()
    good = hmac.new(made["secret"].encode(), body, hashlib.sha256).hexdigest()
    for signature in (good, f"sha256={good}", good.upper()):
        rails.triggers.verify(made["token"], body, signature)
    for wrong in (None, "", "é", good[:-1], f"sha1={good}"):
        with refused(401, "unauthorized"):
            rails.triggers.verify(made["token"], body, wrong)
    with refused(401, "unauthorized"):
        rails.triggers.verify(made["token"], body + b" ", good)
    rails.triggers.verify(rails.triggers.create("t", "agent-id")["token"], body, None)
    with refused(404, "not_found"):
        rails.triggers.verify("unknown", body, good)


def test_triggers_are_seeded_with_their_secrets_and_go_with_their_agent(rails: Backend) -> None:
    for name in ("agent_triggers", "webhook_triggers"):
        rails.seed({name: [{"id": name, "agent_id": "agent-id", "token": name, "secret": "mine"}]})
        rails.triggers.verify(name, b"", hmac.new(b"mine", b"", "sha256").hexdigest())
        assert rails.records.get("agent_triggers", name)["has_secret"]
        assert "mine" not in str(rails.state()["agent_triggers"])
    rails.records.delete("agents", "agent-id")
    assert rails.records.all("agent_triggers") == []
