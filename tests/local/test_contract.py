"""Proves that a new operation is served from its contract alone: authenticated, validated both ways, answered by example."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import httpx
import pytest

from promptport_local.answer import Answer
from promptport_local.call import Call
from promptport_local.clock import utc_now
from promptport_local.contract import Contract
from promptport_local.endpoint import Endpoint
from promptport_local.environment import Environment
from promptport_local.request_log import RequestLog, Violation
from promptport_local.scripts import Scripts
from promptport_local.store import Store
from promptport_local.vendor import VendorServer, create_vendor

JSON = "application/json"
TREE = {"type": "object", "properties": {"leaf": {"type": "string"}, "more": {"$ref": "#/components/schemas/Tree"}}}
QUERY = [
    {"name": "limit", "in": "query", "schema": {"type": "integer", "minimum": 1}},
    {"name": "deep", "in": "query", "schema": {"type": "boolean"}},
    {"name": "score", "in": "query", "schema": {"type": ["number", "null"]}},
    {"name": "tag", "in": "query", "schema": {"type": "array", "items": {"type": "string"}}},
    {"name": "ids", "in": "query", "explode": False, "schema": {"type": "array", "items": {"type": "integer"}}},
    {"name": "X-Trace", "in": "header", "required": True, "schema": {"type": "string", "pattern": "^[0-9]+$"}},
]
ERROR = {"content": {JSON: {"schema": {"type": "object"}, "example": {"error": "Example of an error."}}}}


def operation(name: str, **rest: Any) -> dict[str, Any]:
    answers = {
        "200": {"content": {JSON: {"schema": {"$ref": "#/components/schemas/Tree"}, "example": {"leaf": name}}}},
        "400": {"content": {JSON: {}}},
        "422": {"content": {JSON: {}}},
    }
    return {"operationId": name, "security": [], "responses": answers, **rest}


DOCUMENT: dict[str, Any] = {
    "components": {
        "securitySchemes": {
            "key": {"type": "apiKey", "in": "header", "name": "X-API-Key"},
            "token": {"type": "http", "scheme": "bearer"},
            "workspace": {"type": "apiKey", "in": "query", "name": "workspace"},
            "session": {"type": "apiKey", "in": "cookie", "name": "session"},
        },
        "schemas": {"Tree": TREE},
    },
    "paths": {
        "/trees": {
            "get": operation("trees_list", parameters=QUERY),
            "post": operation(
                "trees_create",
                requestBody={"required": True, "content": {JSON: {"schema": {"$ref": "#/components/schemas/Tree"}}}},
            ),
        },
        "/trees/default": {"get": operation("trees_default")},
        "/trees/{tree_id}": {
            "get": operation("trees_get", parameters=[{"name": "tree_id", "in": "path", "required": True}]),
            "delete": operation("trees_delete", responses={"204": {"description": "Gone."}}),
        },
        "/trees/{tree_id}/leaves/{number}": {
            "get": operation("leaves_get", parameters=[{"name": "number", "in": "path", "schema": {"type": "integer"}}])
        },
        "/secret": {
            "get": operation(
                "secret_get",
                security=[{"key": []}, {"token": [], "workspace": []}, {"session": []}],
                responses={**operation("secret_get")["responses"], "401": ERROR},
            )
        },
        "/stream": {
            "get": operation(
                "stream_get",
                responses={
                    "200": {
                        "content": {
                            JSON: {"example": {"whole": True}},
                            "text/event-stream": {"example": "event: done\ndata: {}\n\n"},
                        }
                    }
                },
            )
        },
        "/null": {
            "get": operation(
                "null_get", responses={"200": {"content": {JSON: {"examples": {"none": {"value": None}}}}}}
            )
        },
        "/bare": {"get": operation("bare_get", responses={"200": {"content": {JSON: {}}}})},
    },
}


class Served:
    """The invented contract, served without a network."""

    def __init__(self, store: Store) -> None:
        self.platform = VendorServer(Contract("trees", DOCUMENT), Environment("trees", store, utc_now))
        self.violations: list[Violation] = []
        self.requests = RequestLog()
        self._endpoint: Any = Endpoint(self.platform, self.requests, Scripts(), self.violations, asyncio.Event())

    def __call__(self, method: str, target: str, **rest: Any) -> httpx.Response:
        async def send() -> httpx.Response:
            transport = httpx.ASGITransport(self._endpoint)
            async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
                return await client.request(method, f"/trees{target}", **rest)

        return asyncio.run(send())


@pytest.fixture
def served() -> Iterator[Served]:
    with closing(Store()) as store:
        yield Served(store)


@pytest.mark.parametrize(
    ("method", "target", "found"),
    [
        ("GET", "/trees/default", "trees_default"),
        ("GET", "/trees/oak", "trees_get"),
        ("GET", "/trees/a%2Fb", "trees_get"),
        ("GET", "/trees/a%0Ab", "trees_get"),
        ("GET", "/trees/%64efault", "trees_default"),
        ("GET", "/trees/oak/leaves/3", "leaves_get"),
    ],
)
def test_paths_are_told_apart_step_by_step(served: Served, method: str, target: str, found: str) -> None:
    answer = served(method, target)
    assert (answer.status_code, answer.json()["leaf"], answer.headers["X-Example"]) == (200, found, "1")
    assert served.requests.all()[0].operation == found
    assert served.requests.all()[0].path == target


@pytest.mark.parametrize("target", ["", "/", "/trees/", "/trees/oak/leaves", "/tree"])
def test_unknown_paths(served: Served, target: str) -> None:
    assert served("GET", target).status_code == 404


def test_a_wrong_verb_hears_the_right_ones(served: Served) -> None:
    """Those of the path as it is written in the contract, and not those of one with a parameter in its place."""
    for path, allowed in {"/trees/other": "DELETE, GET", "/trees/default": "GET"}.items():
        answer = served("PATCH", path)
        assert (answer.status_code, answer.headers["Allow"]) == (405, allowed)


@pytest.mark.parametrize(
    ("query", "read"),
    [
        ("limit=5", {"limit": 5}),
        ("limit=5&limit=6", {"limit": 6}),
        ("deep=true&score=1.5", {"deep": True, "score": 1.5}),
        ("score=-2", {"score": -2}),
        ("tag=a&tag=b", {"tag": ["a", "b"]}),
        ("ids=1,2,3", {"ids": [1, 2, 3]}),
        ("other=1", {}),
    ],
)
def test_queries_are_read_as_their_types(served: Served, query: str, read: dict[str, Any]) -> None:
    seen: list[Call] = []

    def behave(call: Call) -> Answer:
        seen.append(call)
        return Answer.json({"leaf": "x"})

    served.platform.behaviours["trees_list"] = behave
    answer = served("GET", f"/trees?{query}", headers={"X-Trace": "1"})
    assert (answer.status_code, seen[0].query, "X-Example" in answer.headers) == (200, read, False)


@pytest.mark.parametrize(
    ("query", "trace"),
    [
        ("limit=x", "1"),
        ("limit=0", "1"),
        ("limit=" + "9" * 5000, "1"),
        ("deep=yes", "1"),
        ("ids=1,x", "1"),
        ("", "x"),
        ("", "1x"),
        ("", None),
    ],
)
def test_queries_and_headers_that_break_their_schema(served: Served, query: str, trace: str | None) -> None:
    answer = served("GET", f"/trees?{query}", headers={"X-Trace": trace} if trace else {})
    assert answer.status_code == 422


def test_a_path_parameter_is_validated(served: Served) -> None:
    assert served("GET", "/trees/oak/leaves/three").status_code == 422


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b'{"leaf": "x"}', 200),
        (b'{"more": {"more": {"leaf": "x"}}}', 200),
        (b'{"more": {"more": {"leaf": 1}}}', 422),
        (b"", 422),
        (b"{", 400),
        (b'{"more":' * 150 + b"{}" + b"}" * 150, 200),
        (b'{"more":' * 300 + b"{}" + b"}" * 300, 400),
        (b'{"more":' * 50_000, 400),
    ],
)
def test_bodies(served: Served, body: bytes, status: int) -> None:
    answer = served("POST", "/trees", content=body, headers={"Content-Type": JSON})
    if status == 200 and body.count(b"more") == 150:
        # So deep, a schema that refers to itself may be too much: refused like broken JSON, never a failure.
        assert answer.status_code in (200, 400)
    else:
        assert answer.status_code == status
    assert served.violations == []


def test_a_body_of_another_type_is_refused(served: Served) -> None:
    assert served("POST", "/trees", content=b"a=1", headers={"Content-Type": "text/csv"}).status_code == 422
    assert (
        served("POST", "/trees", content=b"{}", headers={"Content-Type": f"{JSON}; charset=utf-8"}).status_code == 200
    )
    assert served("POST", "/trees", content=b"{}").status_code == 200


@pytest.mark.parametrize(
    ("rest", "status"),
    [
        ({}, 401),
        ({"headers": {"X-API-Key": "k"}}, 200),
        ({"headers": {"X-API-Key": ""}}, 401),
        ({"headers": {"Authorization": "Bearer t"}}, 401),
        ({"headers": {"Authorization": "bearer t"}, "params": {"workspace": "w"}}, 200),
        ({"headers": {"Authorization": "Basic t"}, "params": {"workspace": "w"}}, 401),
        ({"headers": {"Cookie": "a=b; session=s"}}, 200),
    ],
)
def test_credentials_of_every_kind(served: Served, rest: dict[str, Any], status: int) -> None:
    answer = served("GET", "/secret", **rest)
    assert answer.status_code == status
    if status == 401:
        assert answer.json() == {"error": "Example of an error."}


def test_examples_of_other_kinds(served: Served) -> None:
    stream = served("GET", "/stream", headers={"Accept": "text/event-stream"})
    assert stream.headers["Content-Type"] == "text/event-stream"
    assert stream.text == "event: done\ndata: {}\n\n"
    assert served("GET", "/stream").json() == {"whole": True}
    assert served("GET", "/null").json() is None
    gone = served("DELETE", "/trees/oak")
    assert (gone.status_code, gone.content, gone.headers["X-Example"]) == (204, b"", "1")


def fail(_: Call) -> Answer:
    raise ZeroDivisionError("by zero")


@pytest.mark.parametrize(
    ("behaviour", "text"),
    [
        (lambda _: Answer.json({"leaf": 1}), "body.leaf must be string"),
        (lambda _: Answer.json({}, 201), "no answer with status 201"),
        (lambda _: Answer.text("hello"), "no body of type text/plain"),
        (lambda _: Answer(200, b"{", JSON), "not JSON"),
        (fail, "ZeroDivisionError: by zero"),
    ],
)
def test_an_answer_that_breaks_the_contract_says_so(served: Served, behaviour: Any, text: str) -> None:
    served.platform.behaviours["trees_default"] = behaviour
    answer = served("GET", "/trees/default")
    assert answer.status_code == 500
    assert text in answer.text
    (violation,) = served.violations
    assert (violation.platform, violation.operation, text in violation.text) == ("trees", "trees_default", True)


def test_an_operation_without_an_example_says_so(served: Served) -> None:
    assert served("GET", "/bare").status_code == 500
    assert "no example" in served.violations[0].text


def test_every_checked_in_contract_has_examples() -> None:
    for name in Contract.names():
        contract = Contract.load(name)
        for each in contract.operations:
            success = each.success()
            assert success is not None, each.id
            assert contract.breach(each, success) is None
            for status in each.spec["responses"]:
                example = each.example(int(status))
                assert example is not None, (each.id, status)
                assert contract.breach(each, example) is None


def test_every_operation_of_a_platform_with_behaviour_has_one() -> None:
    with closing(Store()) as store:
        for name in Contract.names():
            platform = create_vendor(name, Environment(name, store, utc_now))
            if platform.backend is not None:
                assert set(platform.behaviours) == {each.id for each in platform.contract.operations}
