"""Proves that the local PromptRails lists scanners that it can run, each time anew."""

from __future__ import annotations

from promptport_local.promptrails.scanners import scanners


def test_scanners() -> None:
    found = scanners()
    assert [each["type"] for each in found] == ["pii", "prompt_injection", "toxicity"]
    assert all(each["enabled"] and each["category"] == "local" and not each["disabled_reason"] for each in found)
    found[0]["config_fields"].clear()
    assert scanners()[0]["config_fields"] != []
