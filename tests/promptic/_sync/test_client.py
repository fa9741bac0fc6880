# Made from tests/promptic/_async/test_client.py by `python tools/unasync.py`: change that file, never this one.
"""Proves what the clients of Promptic send, answer and refuse, method by method."""

from __future__ import annotations

import json
from importlib import import_module
from typing import Any
from urllib.parse import quote

import httpx
import pytest

import promptport
from promptport.errors import ArgumentError, ClosedError
from promptport.model import Operation, Parameter
from promptport.promptic import PrompticClient, PrompticAPIError

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
    elif method == "get_artifact_content":
        assert found == b""
    else:
        assert type(found) is dict
        assert found == example(method).json()


def test_there_are_55_methods_beside_those_that_wait() -> None:
    """The methods of the table are those of the contract's tag `client`."""
    assert METHODS.keys() == {name for name, each in OPERATIONS.items() if each["tags"] == ["client"]}
    assert len(METHODS) == 55


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


def test_answers_are_dicts(client: PrompticClient) -> None:
    """What is done with the vendor's dicts can be done: a null field is there, one may be added, JSON is made of it."""
    found = client.get_experiment("e")
    dataset = client.get_dataset("c", "d")
    trace = client.get_trace("t")

    assert isinstance(found, dict)
    assert (found["errorCode"], "errorCode" in found, found.get("errorCode", "unknown")) == (None, True, None)
    assert found.get("modelUnavailable", "unknown") == "unknown"
    assert found["createdAt"] == "2026-01-15T09:05:00.000Z"
    assert json.loads(json.dumps(found)) == {**found} == dict(found.items())
    found["name"] = "Another"
    assert (found["name"], found["hyperparameters"]["trainSplitRatio"]) == ("Another", 0.7)
    assert dataset["items"][0]["traceDbId"]
    assert trace["spans"][0]["events"][0]["name"] == "first token"
    with pytest.raises(AttributeError):
        found.target_model  # type: ignore[attr-defined] # noqa: B018


ENVELOPES = {name: "data" for name in METHODS if name.startswith("list_")} | {
    "create_dataset_cases": "data", "create_evaluators": "data", "create_observations": "data", "list_traces": "traces",
}  # fmt: skip
DICTS = [name for name in METHODS if example(name).status_code != 204 and name != "get_artifact_content"]
ODD: list[dict[str, Any]] = [
    {}, {"data": "many"}, {"data": [1, None, {"id": []}], "traces": None, "new": {"a": [1]}}, {"traces": 7},
]  # fmt: skip


@pytest.mark.parametrize("odd", ODD, ids=range(len(ODD)))
def test_an_answer_is_kept_as_it_came(odd: dict[str, Any]) -> None:
    """Whatever is below its top; an envelope without its content is none."""
    wire = Wire(*[httpx.Response(200, json=odd) for _ in DICTS])
    with PrompticClient(KEY, transport=wire.transport, retries=0) as client:
        for method in DICTS:
            if method in ENVELOPES and ENVELOPES[method] not in odd:
                with pytest.raises(
                    PrompticAPIError, match=f"{ENVELOPES[method]}: expected a value, found nothing"
                ) as caught:
                    getattr(client, method)(**needed(method))
                assert caught.value.operation == method
            else:
                assert getattr(client, method)(**needed(method)) == odd
    assert not wire.answers


@pytest.mark.parametrize("odd", [[], "text", 3, None])
def test_another_kind_is_no_answer(odd: Any) -> None:
    """The error names the operation."""
    wire = Wire(*[httpx.Response(200, content=json.dumps(odd))] * 2)
    with PrompticClient(KEY, transport=wire.transport, retries=0) as client:
        for method in ("get_experiment", "list_traces"):
            with pytest.raises(PrompticAPIError, match="the answer: expected an object") as caught:
                getattr(client, method)(**needed(method))
            assert caught.value.operation == method


def test_what_a_client_says_of_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """As the vendor's does, of the arguments and the environment; a secret is not seen where Python shows what it holds."""
    for name in ("API_KEY", "ACCESS_TOKEN", "WORKSPACE_ID", "ENDPOINT"):
        monkeypatch.delenv(f"PROMPTIC_{name}", raising=False)
    client = PrompticClient(KEY, timeout=5)
    assert (client.api_key, client.access_token, client.workspace_id) == (KEY, None, None)
    assert (client.endpoint, client.timeout) == ("https://promptic.eu", 5)
    assert KEY not in repr(vars(client))
    assert client.with_options(retries=0).api_key == KEY

    monkeypatch.setenv("PROMPTIC_API_KEY", KEY)
    monkeypatch.setenv("PROMPTIC_WORKSPACE_ID", "w")
    client = PrompticClient(access_token="planted-token-0123", endpoint="https://promptic.example/")
    assert (client.api_key, client.access_token, client.workspace_id) == (KEY, "planted-token-0123", "w")
    assert client.endpoint == "https://promptic.example"
    assert "planted-token-0123" not in repr(vars(client))
    assert PrompticClient(lambda: KEY + "x").api_key is None


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
    assert found["modelUnavailable"] is False


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
