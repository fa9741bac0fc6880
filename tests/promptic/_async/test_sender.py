"""Proves that a client asks servers of every release, each by the paths that it knows, and none once too often."""

from __future__ import annotations

import hashlib
import json
import warnings
from collections.abc import Mapping
from typing import Any

import httpx
import pytest

from promptport.errors import ArgumentError, ReleaseWarning
from promptport.promptic import AsyncPrompticClient, PrompticAPIError
from promptport.promptic.rules import OTHER_PATHS

from ..wire import example, operation_of

EXPERIMENT = {"id": "e", "aiComponentId": "c", "datasetId": "d"}
CASE = {
    "id": 7, "datasetId": "d", "idx": 0, "inputPayload": {"ticket": "a"}, "expectedPayload": "b", "split": "train",
    "metadata": {}, "createdAt": "t", "updatedAt": "u",
}  # fmt: skip
OBSERVATION = {
    "id": 7, "experimentId": "e", "idx": 0, "variables": {"ticket": "a"}, "expected": "b", "split": "train",
    "createdAt": "t", "updatedAt": "u",
}  # fmt: skip
OBSERVATIONS = ("list_observations", "create_observations", "update_observation", "delete_observation")


class Server:
    """A server of some release: it knows operations, or answers that there is no such path.

    Args:
        answers: By operation, what it answers: JSON, or a status.
        unknown: What it answers to a path that it does not know.

    Attributes:
        asked: The operations that were asked for, known or not.
        bodies: What came with each.
    """

    def __init__(self, answers: Mapping[str, Any], unknown: int = 404) -> None:
        self.answers, self.unknown = answers, unknown
        self.asked: list[str] = []
        self.bodies: list[Any] = []
        self.transport = httpx.MockTransport(self._answer)

    def _answer(self, request: httpx.Request) -> httpx.Response:
        operation = operation_of(request.method, request.url.path)
        self.asked.append(operation)
        self.bodies.append(json.loads(request.content) if request.content else None)
        found = self.answers.get(operation, self.unknown)
        if isinstance(found, int):
            return httpx.Response(found, json={"error": "Not found"} if found >= 400 else None)
        return found if isinstance(found, httpx.Response) else httpx.Response(200, json=found)

    def client(self, **options: Any) -> AsyncPrompticClient:
        """A client of it."""
        arguments = {"access_token": "t", "ai_application_id": "a", "transport": self.transport, "retries": 0}
        return AsyncPrompticClient(**{**arguments, **options})


PAIRS = [
    ("get_workspace", "get_ai_application", lambda client: client.get_workspace()),
    ("get_ai_application", "get_workspace", lambda client: client.get_ai_application()),
    ("workspaces_list", "ai_applications_list", lambda client: client.workspaces.list()),
    ("ai_applications_list", "workspaces_list", lambda client: client.ai_applications.list()),
]


@pytest.mark.parametrize("unknown", [404, 405, 410])
@pytest.mark.parametrize(("own", "other", "call"), PAIRS, ids=[each[0] for each in PAIRS])
async def test_two_paths_of_one_thing(own: str, other: str, call: Any, unknown: int) -> None:
    """A path of its own is the only one that is asked for, where it is there; else the other one, and from then on that alone."""
    both = Server({each: example(each).json() for each in (own, other)})
    async with both.client() as client:
        assert await call(client) == await call(client) == example(own).json()
    assert both.asked == [own, own]

    one = Server({other: example(other).json()}, unknown)
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # there is nothing to warn of
        async with one.client() as client:
            assert await call(client) == await call(client) == example(other).json()
            assert await call(client.with_options(timeout=3)) == example(other).json()
    assert one.asked == [own, other, other, other]


@pytest.mark.parametrize(("own", "other", "call"), PAIRS, ids=[each[0] for each in PAIRS])
async def test_neither_path_is_there(own: str, other: str, call: Any) -> None:
    """The first error is the one that is told; the next call begins anew. Another failure is no sign of another release."""
    server = Server({}, 405)
    with warnings.catch_warnings(record=True) as found:
        warnings.simplefilter("always")  # the other path is nobody's call
        async with server.client() as client:
            for _ in range(2):
                with pytest.raises(PrompticAPIError) as caught:
                    await call(client)
                assert (caught.value.operation, caught.value.status_code) == (own, 405)
    assert (server.asked, found) == ([own, other] * 2, [])

    refusing = Server({own: 403, other: example(other).json()})
    async with refusing.client() as client:
        with pytest.raises(PrompticAPIError, match="403"):
            await call(client)
    assert refusing.asked == [own]


@pytest.mark.parametrize(("release", "asked"), [("0.20.0", "get_workspace"), ("0.21.0", "get_ai_application")])
async def test_the_release_that_is_named_says_which_path(release: str, asked: str) -> None:
    """By either name, without a request more and without a warning."""
    server = Server({each: example(each).json() for each in ("get_workspace", "get_ai_application")})
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        async with server.client(release=release) as client:
            await client.get_workspace()
            await client.get_ai_application()
    assert server.asked == [asked, asked]

    other = OTHER_PATHS[asked]
    server = Server({other: example(other).json()})  # which is of another release than is said
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        async with server.client(release=release) as client:
            for call in (getattr(client, asked), getattr(client, other), getattr(client, other)):
                assert await call() == example(other).json()
    assert server.asked == [asked, other, other, other]


def newer(**other: Any) -> Server:
    """A server that has cases in place of observations."""
    several = {"data": [CASE]}
    cases = {
        "list_dataset_cases": several, "create_dataset_cases": several, "update_dataset_case": CASE, "delete_dataset_case": 204,
    }  # fmt: skip
    return Server({"get_experiment": EXPERIMENT, **cases, **other})


async def test_observations_are_cases() -> None:
    """The four methods go on, with the same answers; where the cases are is asked once an experiment."""
    server = newer()
    async with server.client() as client:
        assert await client.list_observations("e") == {"data": [OBSERVATION]}
        given: Any = [
            {"variables": {"ticket": "a"}, "expected": "b", "split": "train", "idx": 0},
            {"input": "q", "expected": ""},
        ]
        assert await client.create_observations("e", given) == {"data": [OBSERVATION]}
        assert await client.update_observation("e", 7, expected="c") == OBSERVATION
        await client.delete_observation("e", 7)

    assert server.asked == [
        "list_observations", "get_experiment", "list_dataset_cases", "create_dataset_cases", "update_dataset_case",
        "delete_dataset_case",
    ]  # fmt: skip
    assert server.bodies[3] == [
        {"inputPayload": {"ticket": "a"}, "expectedPayload": "b", "split": "train", "idx": 0},
        {"inputPayload": {"input": "q"}, "expectedPayload": ""},
    ]
    assert server.bodies[4] == {"expectedPayload": "c"}


async def test_an_observation_has_no_field_of_a_case() -> None:
    """Also where it is one: nothing is sent, as from a client that does not know that yet."""
    server = newer()
    async with server.client() as client:
        await client.list_observations("e")
        sent = len(server.asked)
        given: Any = {"variables": {"ticket": "a"}, "expected": "b", "inputPayload": {}}
        with pytest.raises(ArgumentError, match=r"create_observations: `inputPayload` .* `variables`"):
            await client.create_observations("e", [given])
        with pytest.raises(ArgumentError, match=r"update_observation: `expectedPayload` .* `expected`"):
            await client.update_observation("e", 7, expected_payload="c")
    assert len(server.asked) == sent


async def test_a_record_that_is_missing_is_no_sign_of_a_release() -> None:
    """A server that is asked for cases has shown that it has them, whatever release it is said to be."""
    server = newer(update_dataset_case=404)
    with warnings.catch_warnings():
        warnings.simplefilter("error", ReleaseWarning)
        async with server.client() as client:
            await client.list_observations("e")
            with pytest.raises(PrompticAPIError) as caught:
                await client.update_observation("e", 8, expected="c")
    assert "lack" not in str(caught.value)


async def calls_of(client: AsyncPrompticClient, method: str) -> Any:
    more: dict[str, Any] = {"create_observations": {"observations": [{"variables": {}, "expected": ""}]}}.get(
        method, {}
    )
    if method in ("update_observation", "delete_observation"):
        more = {"observation_id": 7}
    return await getattr(client, method)("e", **more)


@pytest.mark.parametrize("method", OBSERVATIONS)
@pytest.mark.parametrize("experiment", [404, {"id": "e", "aiComponentId": "c"}, 503])
async def test_a_404_of_the_experiment_stays_one(method: str, experiment: Any) -> None:
    """Where there is no experiment, or one without a dataset, as on servers that have observations, the first error is told."""
    server = newer(get_experiment=experiment)
    async with server.client() as client:
        with pytest.raises(PrompticAPIError) as caught:
            await calls_of(client, method)
    assert (caught.value.operation, caught.value.status_code) == (method, 404)
    assert server.asked == [method, "get_experiment"]


@pytest.mark.parametrize("method", OBSERVATIONS)
async def test_what_has_observations_is_asked_for_nothing_else(method: str) -> None:
    """A success says that the server has them: a 404 after it is one of the thing."""
    server = newer(list_observations={"data": []})
    async with server.client() as client:
        await client.list_observations("e")
        with pytest.raises(PrompticAPIError) as caught:
            await calls_of(client, method if method != "list_observations" else "update_observation")
    assert caught.value.status_code == 404
    assert len(server.asked) == 2


async def test_a_case_that_is_not_there() -> None:
    """The error is that of the observation, and nothing is taken for known."""
    server = newer(update_dataset_case=404)
    async with server.client() as client:
        for _ in range(2):
            with pytest.raises(PrompticAPIError) as caught:
                await client.update_observation("e", 8, expected="c")
            assert caught.value.operation == "update_observation"
    assert server.asked.count("update_observation") == 2


async def test_bytes_that_are_known_are_checked() -> None:
    """By size and SHA-256, as an earlier answer has told; without one there is nothing to check by."""
    good = hashlib.sha256(b"hello").hexdigest()
    artifact = {"id": "x", "sizeBytes": 5, "sha256": good.upper()}
    content = httpx.Response(200, content=b"hello")
    server = Server(
        {"get_artifact_content": content, "get_artifact": artifact, "list_trace_artifacts": {"data": [artifact]}}
    )
    async with server.client() as client:
        assert await client.get_artifact_content("x") == b"hello"
        assert await client.get_artifact("x") == artifact
        assert await client.get_artifact_content("x") == b"hello"
        for wrong, words in (
            ({"sizeBytes": 6}, "5 bytes, and the artifact has 6"),
            ({"sha256": "0" * 64}, "another SHA-256"),
        ):
            server.answers = {
                **server.answers,
                "list_trace_artifacts": {"data": [{**artifact, **wrong}, None, {"id": 3}]},
            }
            await client.list_trace_artifacts("t")
            with pytest.raises(PrompticAPIError, match=words) as caught:
                await client.get_artifact_content("x")
            assert (caught.value.kind, caught.value.status_code) == ("unreadable", 0)
        assert await client.get_artifact_content("another") == b"hello"


async def test_a_selection_of_tools_is_made_by_its_own_call() -> None:
    """Nothing is sent where it is asked for elsewhere."""
    server = newer()
    async with server.client() as client:
        for call in (
            lambda: client.create_experiment("c", "m", task_type="toolSelection"),
            lambda: client.update_experiment("e", task_type="toolSelection"),
            lambda: client.create_evaluators(
                "e", [{"name": "n", "type": "f1"}, {"name": "n", "type": "toolSelection"}]
            ),
            lambda: client.update_evaluator("e", "v", type="toolSelection"),
        ):
            with pytest.raises(ArgumentError, match="create_tool_selection_experiment"):
                await call()
    assert server.asked == []
