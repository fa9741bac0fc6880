"""Proves that the documented names of Promptic's objects are there, and are those of the contract."""

from __future__ import annotations

from typing import get_args

import promptport_api.promptic.models as api

from promptport.promptic import literals, models


def test_every_object_of_the_contract_has_its_name() -> None:
    own = {
        name
        for name, value in vars(api).items()
        if getattr(value, "__module__", "").startswith("promptport_api.promptic") and name[0] != "_"
    }
    listed = set(models.OBJECTS.split())
    assert own - listed == set()
    assert all(getattr(models, name) is getattr(api, name) for name in listed)


def test_every_literal_has_its_values() -> None:
    assert {name: len(get_args(getattr(models, name))) > 0 for name in models.LITERALS.split()} == dict.fromkeys(
        models.LITERALS.split(), True
    )
    assert get_args(literals.ExperimentStatus) == ("pending", "scheduled", "running", "completed", "failed")
