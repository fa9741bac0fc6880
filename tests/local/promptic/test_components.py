"""Proves that the local Promptic's components go with everything in them."""

from __future__ import annotations

from promptport_local.promptic.backend import Backend
from promptport_local.promptic.resources import Caller


def test_removing_a_component_removes_what_is_in_it(promptic: Backend, me: Caller) -> None:
    component = promptic.list_components(me)["data"][0]["id"]
    promptic.delete_component(me, component)
    state = promptic.state()
    kept = {name for name, rows in state.items() if rows and name != "options"}
    assert kept == {"workspaces", "traces", "spans", "objects", "artifacts", "keys", "sessions"}
    assert {each["aiComponentId"] for each in state["traces"]} == {None}
