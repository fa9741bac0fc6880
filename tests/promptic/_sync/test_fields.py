# Made from tests/promptic/_async/test_fields.py by `python tools/unasync.py`: change that file, never this one.
"""Proves what callers may write and the wire has not: two spellings, old names, empty filters."""

from __future__ import annotations

from typing import Any

import pytest

from promptport.errors import ArgumentError
from promptport.promptic import PrompticClient

from ..wire import Wire

KEY = "pk_planted_0123456789"


@pytest.fixture
def wire() -> Wire:
    return Wire()


@pytest.fixture
def client(wire: Wire):  # type: ignore[no-untyped-def] # a generator in one world, asynchronous in the other
    with PrompticClient(KEY, transport=wire.transport) as made:
        yield made


def test_empty_filters_are_none(client: PrompticClient, wire: Wire) -> None:
    """As to the vendor's client, an empty text filters nothing."""
    client.list_experiments(component_id="", status="")
    client.list_traces(status="", start_after="", start_before="")

    assert [each.url.query for each in wire.seen] == [b"limit=50&offset=0"] * 2


@pytest.mark.parametrize(
    ("given", "sent"),
    [
        ({"target_model": "m"}, {"targetModel": "m"}),
        ({"targetModel": "m", "name": None}, {"targetModel": "m", "name": None}),
        ({"initial_prediction_model_schema": {"a_b": 1}}, {"initialPredictionModelSchema": {"a_b": 1}}),
        ({"hyperparameters": {"trainSplitRatio": 0.5}}, {"hyperparameters": {"trainSplitRatio": 0.5}}),
        ({}, {}),
    ],
)
def test_update_experiment_takes_both_spellings(
    client: PrompticClient, wire: Wire, given: dict[str, Any], sent: dict[str, Any]
) -> None:
    """Names in snake_case and in camelCase; what is within a value stays as it is."""
    client.update_experiment("e", **given)

    assert wire.body == sent


def test_a_misspelt_update_is_told(client: PrompticClient, wire: Wire) -> None:
    """With what was meant; nothing is sent."""
    with pytest.raises(ArgumentError, match="`targetModl` is no field of it; did you mean `targetModel`"):
        client.update_experiment("e", target_modl="m")
    assert not wire.seen


def test_updates_that_contradict_themselves(client: PrompticClient, wire: Wire) -> None:
    """A field in both spellings, and an observation with two forms of its variables, are refused before anything is sent."""
    with pytest.raises(ArgumentError, match="update_experiment: `targetModel` is given twice"):
        client.update_experiment("e", target_model="a", targetModel="b")
    with pytest.raises(ArgumentError, match="`variables` or `input`, not both"):
        client.update_observation("e", 1, variables={}, input="a")
    with pytest.raises(ArgumentError, match="`variables` or `input`, not both"):
        client.create_observations("e", [{"variables": {}, "input": "a", "expected": "b"}])
    assert not wire.seen


def test_evaluators_are_changed(client: PrompticClient, wire: Wire) -> None:
    """Both spellings again, and null where something is to be cleared."""
    client.update_evaluator("e", "v", scale_min=0, scaleMax=5, config=None)

    assert wire.body == {"scaleMin": 0, "scaleMax": 5, "config": None}


def test_observations_by_their_old_form(client: PrompticClient, wire: Wire) -> None:
    """`input` is the variable of that name, as in the vendor's client."""
    given: Any = [{"input": "a", "expected": "b"}, {"input": None, "variables": {"x": 1}, "expected": "c"}]
    client.create_observations("e", given)
    assert wire.body == [{"expected": "b", "variables": {"input": "a"}}, {"variables": {"x": 1}, "expected": "c"}]

    client.create_observations("e", iter(given))
    assert len(wire.body) == 2
    client.update_observation("e", 1, input="a", split="train")
    assert wire.body == {"split": "train", "variables": {"input": "a"}}
    for odd in ("text", {"a": 1}, 7):
        with pytest.raises(ArgumentError, match="`observations` must be a list"):
            client.create_observations("e", odd)  # type: ignore[arg-type]
