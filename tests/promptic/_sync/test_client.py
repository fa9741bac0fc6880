# Made from tests/promptic/_async/test_client.py by `python tools/unasync.py`: change that file, never this one.
"""Proves what the clients of Promptic send, answer and refuse, method by method."""

from __future__ import annotations

import copy
import json
import pickle
from datetime import UTC, datetime
from importlib import import_module
from typing import Any
from urllib.parse import quote

import pytest

import promptport
from promptport.errors import ArgumentError, ClosedError
from promptport.model import Operation, Parameter
from promptport.promptic import PrompticClient, Experiment

from ..wire import METHODS, OPERATIONS, Wire, example, needed, operation_of

KEY = "pk_planted_0123456789"
HARD = [
    "a/b",
    "a?b=c",
    "a#b",
    "a%2fb",
    "a b",
    "a\r\nX-Evil: 1",
    "ünïcode ☃",
    "..a",
    "a;b",
    "@",
    "best",
    "%2e%2e",
    "a&b=c",
]
REFUSED = ["", ".", "..", "\ud800"]


def described(method: str) -> Operation:
    """What the generated client knows of a method's operation."""
    found: Operation = import_module(f"promptport_api.promptic.api.client.{method}").OPERATION
    return found


PATHS = [
    pytest.param(method, parameter, id=f"{method}-{parameter.name}")
    for method in METHODS
    for parameter in described(method).parameters
    if parameter.place == "path"
]


@pytest.fixture
def wire() -> Wire:
    return Wire()


@pytest.fixture
def client(wire: Wire):  # type: ignore[no-untyped-def] # a generator in one world, asynchronous in the other
    with PrompticClient(KEY, transport=wire.transport) as made:
        yield made


@pytest.mark.parametrize("method", METHODS)
def test_every_method(client: PrompticClient, wire: Wire, method: str) -> None:
    """Every documented method sends its operation, with the key, and answers what the contract's example says."""
    found = getattr(client, method)(**needed(method))

    assert operation_of(wire.last.method, wire.last.url.raw_path.decode().partition("?")[0]) == method
    assert wire.last.headers["authorization"] == f"Bearer {KEY}"
    assert wire.last.headers["user-agent"].startswith("promptport/")
    assert "x-workspace-id" not in wire.last.headers
    assert wire.last.url.path.startswith("/api/v1/")
    if example(method).status_code == 204:
        assert found is None
    else:
        assert found == example(method).json()
        assert pickle.loads(pickle.dumps(found)) == copy.deepcopy(found) == found
        assert len(found) > 0


def test_there_are_45_methods_beside_those_that_wait() -> None:
    """The methods of the table are those of the contract's tag `client`."""
    assert METHODS.keys() == {name for name, each in OPERATIONS.items() if each["tags"] == ["client"]}
    assert len(METHODS) == 45


@pytest.mark.parametrize(("method", "parameter"), PATHS)
def test_name_stays_in_its_place(
    client: PrompticClient, wire: Wire, method: str, parameter: Parameter
) -> None:
    """S3: whatever an id looks like, it is one step in the path of its own operation; what can't be one is not sent."""
    for name in REFUSED + (HARD if parameter.kind == "integer" else []):
        with pytest.raises(ArgumentError, match=f"{method}: `{parameter.name}`"):
            getattr(client, method)(**needed(method, **{parameter.name: name}))
    assert not wire.seen

    for name in ["7"] if parameter.kind == "integer" else HARD:
        given = needed(method, **{parameter.name: name})
        getattr(client, method)(**given)
        path = described(method).path.format_map({each: quote(str(value), safe="") for each, value in given.items()})
        assert wire.last.url.raw_path.decode().partition("?")[0] == path
        assert "x-evil" not in wire.last.headers


def test_items_and_attributes(client: PrompticClient) -> None:
    """An object is read like the dict of the vendor, and by attributes in snake_case."""
    found = client.get_experiment("e")
    trace = client.get_trace("t")

    assert isinstance(found, Experiment)
    assert found["targetModel"] == found.target_model == "gpt-4.1-nano"
    assert found["hyperparameters"]["trainSplitRatio"] == found.hyperparameters.train_split_ratio == 0.7  # type: ignore[union-attr]
    assert found["createdAt"] == "2026-01-15T09:05:00.000Z"
    assert found.created_at == datetime(2026, 1, 15, 9, 5, tzinfo=UTC)
    assert (found["errorCode"], found.error_code, "errorCode" in found, "targetModel" in found) == (
        None,
        None,
        True,
        True,
    )
    assert found.get("modelUnavailable", "unknown") == "unknown"
    assert trace["spans"][0]["events"][0]["name"] == "first token"
    with pytest.raises(KeyError):
        found["target_model"]


def test_dataset_has_items(client: PrompticClient) -> None:
    """A field that is called `items` is one."""
    dataset = client.get_dataset("c", "d")

    assert dataset["items"][0]["traceDbId"] == dataset.items[0].trace_db_id  # type: ignore[index]


def test_what_is_always_sent(client: PrompticClient, wire: Wire) -> None:
    """Documented defaults are sent; what is not given is not."""
    client.create_experiment("c", "m")
    assert wire.body == {
        "aiComponentId": "c", "targetModel": "m", "taskType": "classification", "provider": "openai", "optimizer": "prompticV2",
    }  # fmt: skip
    client.list_experiments()
    assert wire.last.url.query == b"limit=50&offset=0"
    client.list_traces(status="error", start_after="2026-01-01T00:00:00+01:00")
    assert wire.last.url.query == b"limit=50&offset=0&status=error&start_after=2026-01-01T00%3A00%3A00%2B01%3A00"
    client.get_stats()
    assert wire.last.url.query == b"days_back=30"
    client.create_dataset("c", "d", trace_ids=[])
    assert wire.body == {"name": "d", "traceIds": []}
    client.start_experiment("e")
    assert (wire.body, wire.last.headers.get("content-type")) == (None, None)


@pytest.mark.parametrize(
    ("given", "sent"),
    [
        ({}, {}),
        ({"continue_from_optimized": False}, {}),
        ({"continue_from_optimized": True}, {"continueFromOptimized": True}),
        ({"initial_prompt_override": ""}, {"initialPromptOverride": ""}),
        ({"continue_from_optimized": True, "initial_prompt_override": "p"}, {"continueFromOptimized": True}),
    ],
)
def test_duplicates(client: PrompticClient, wire: Wire, given: dict[str, Any], sent: dict[str, Any]) -> None:
    """The override does not count beside the optimised prompt; whether the model is gone is told."""
    found = client.duplicate_experiment("e", **given)

    assert wire.body == sent
    assert found["modelUnavailable"] is found.model_unavailable is False


def test_other_options_over_the_same_connections(client: PrompticClient, wire: Wire) -> None:
    """`with_options` changes what it names, in the resources beside the calls too, and shares the end."""
    assert client.workspaces is client.workspaces
    other = client.with_options(timeout=2, headers={"X-Team": "a"})
    other.get_workspace()
    other.workspaces.list()
    client.workspaces.list()

    assert [each.headers.get("x-team") for each in wire.seen] == ["a", "a", None]
    assert (client.timeout, other.timeout) == (30.0, 2)
    client.close()
    client.close()
    with pytest.raises(ClosedError):
        other.get_workspace()


def test_answers_as_they_came(client: PrompticClient) -> None:
    """The raw answer of a success can be had."""
    with promptport.answers() as seen:
        client.create_component("n")

    assert seen[-1].status == 201
    assert json.loads(seen[-1].content)["id"]
