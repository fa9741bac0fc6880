"""Proves that the local PromptRails' triggers run their agents."""

from __future__ import annotations

from promptport_local.promptrails.backend import Backend

from .rails import refused


def test_a_webhook_runs_its_agent(rails: Backend) -> None:
    made = rails.webhooks.create("Nightly", "agent-id", generate_secret=True)
    assert made["token"].startswith(made["token_prefix"])
    assert (made["has_secret"], made["secret"][:6], made["is_active"]) == (True, "whsec_", True)
    shown = rails.records.get("webhook_triggers", made["id"])
    assert (shown["token"], shown["last_used_at"], "secret" in shown) == ("", None, False)
    run = rails.webhooks.call(made["token"], {"event": 1})
    assert (run["input"], run["cost"], run["duration_ms"]) == ({"event": 1}, 0.0018, 200)
    assert rails.records.get("webhook_triggers", made["id"])["last_used_at"] == "2026-01-15T09:30:00.123456Z"
    rails.records.change("webhook_triggers", made["id"], {"is_active": False})
    with refused(400, "bad_request"):
        rails.webhooks.call(made["token"], {})
    with refused(404, "not_found"):
        rails.webhooks.call("unknown", {})
    assert "secret" not in rails.webhooks.create("Plain", "agent-id")
