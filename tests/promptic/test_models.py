"""Proves that the documented names of Promptic's objects are there, and are those of the contract."""

from __future__ import annotations

from typing import get_args

import promptport_api.promptic.models as api

from promptport.promptic import literals, models

LITERALS = {name for name, value in vars(literals).items() if get_args(value)}
NAMES = {"DatasetWithItems", "JSONValue", "ToolSelectionTestCase", "ToolSelectionTool", "Workspace", "WorkspaceList"}


def test_every_object_of_the_contract_has_its_name() -> None:
    listed = {*models.__all__} - LITERALS - NAMES
    assert {*api.__all__} - listed == set()
    assert all(getattr(models, name) is getattr(api, name) for name in listed)


def test_every_literal_has_its_name() -> None:
    assert {*models.__all__} >= LITERALS
    assert all(getattr(models, name) is getattr(literals, name) for name in LITERALS)
    assert get_args(literals.ExperimentStatus) == ("pending", "scheduled", "running", "completed", "failed")
