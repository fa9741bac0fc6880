"""Proves that the models which the local Promptic lists are of all kinds, and that those that are gone are not among them."""

from __future__ import annotations

from promptport_local.promptic.backend import Backend
from promptport_local.promptic.resources import Caller


def test_models_of_every_group(promptic: Backend, me: Caller) -> None:
    rows = promptic.models_list(me)["data"]
    assert {each["group"] for each in rows} == {"openai", "platform", "google", "custom", "openrouter"}
    assert {each.get("region") for each in rows} == {"eu", "us", "global", None}
    assert {each["group"] for each in rows if each["judgeEligible"]} == {"openai"}
    promptic.options.unavailable_models = [rows[0]["id"]]
    assert promptic.models_list(me)["data"] == rows[1:]
