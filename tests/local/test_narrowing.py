"""Proves that a platform which is as of one release neither takes nor tells what is of others."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Iterator
from contextlib import closing
from typing import Any

import httpx
import pytest

from promptport_local import Server
from promptport_local.answer import Answer
from promptport_local.call import Call
from promptport_local.clock import utc_now
from promptport_local.contract import Contract
from promptport_local.endpoint import Endpoint
from promptport_local.environment import Environment
from promptport_local.request_log import RequestLog, Violation
from promptport_local.scripts import Scripts
from promptport_local.store import Store
from promptport_local.vendor import VendorServer

JSON = "application/json"
KINDS = {
    "sapling": {"x-since": "2.0.0"},
    "sprout": {"x-until": "1.0.0", "x-replaced-by": "sapling"},
    "bonsai": {"x-since": "2.0.0"},
}
TAGS = {"type": "array", "items": {"type": "string", "x-values": {"old": {"x-until": "1.0.0"}}}, "x-since": "1.5.0"}
TREE = {
    "type": "object",
    "required": ["name", "kind"],
    "properties": {
        "name": {"type": "string"},
        "kind": {"type": "string", "enum": ["oak", "sprout", "sapling", "bonsai"], "x-values": KINDS},
        "tags": TAGS,
        "owner": {"anyOf": [{"$ref": "#/components/schemas/Owner"}, {"type": "null"}]},
        "leaves": {"oneOf": [{"type": "integer"}, {"type": "object", "x-since": "2.0.0"}]},
        "more": {"type": "object", "additionalProperties": {"$ref": "#/components/schemas/Owner"}},
        "top": {"type": "string", "x-values": {"high": {"x-since": "2.0.0"}}},
    },
}
MAIL = {"type": "string", "x-since": "2.0.0"}
OWNER = {"type": "object", "properties": {"name": {"type": "string"}, "mail": MAIL}}
SPELL = {"type": "string", "format": "password", "x-since": "2.0.0"}
MADE = {"type": "object", "properties": {"name": {"type": "string"}, "tags": TAGS, "owner": OWNER, "spell": SPELL}}
COST = {"type": "number", "x-since": "2.0.0"}
DONE = {"type": "object", "properties": {"tree": {"$ref": "#/components/schemas/Tree"}, "cost": COST}}


def reference(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


def operation(name: str, answer: dict[str, Any], **rest: Any) -> dict[str, Any]:
    answers: dict[str, Any] = {str(status): {"content": {JSON: {}}} for status in (400, 404, 422)}
    return {"operationId": name, "responses": {"200": {"content": {JSON: {"schema": answer}}}, **answers}, **rest}


def body(schema: dict[str, Any]) -> dict[str, Any]:
    return {"content": {JSON: {"schema": schema}}}


PARAMETERS = [
    {"name": "all", "in": "query", "schema": {"type": "boolean"}},
    {"name": "tag", "in": "query", "schema": {"type": "string"}, "x-since": "2.0.0"},
    {"name": "kind", "in": "query", "schema": {"type": "string", "x-values": KINDS}},
]
DOCUMENT: dict[str, Any] = {
    "x-releases": ["1.0.0", "1.5.0", "2.0.0"],
    "components": {"schemas": {"Tree": TREE, "Owner": OWNER, "Done": DONE}},
    "paths": {
        "/trees": {
            "get": operation("trees_list", {"type": "array", "items": reference("Tree")}, parameters=PARAMETERS),
            "post": operation("trees_make", reference("Tree"), requestBody=body({**MADE, "additionalProperties": False})),
            "put": operation("trees_set", reference("Tree"), requestBody=body(MADE)),
        },
        "/trees/latest": {"get": operation("trees_latest", reference("Tree"), **{"x-since": "2.0.0"})},
        "/trees/{name}": {
            "get": operation("trees_get", reference("Tree"), parameters=[{"name": "name", "in": "path", "required": True}]),
            "delete": operation("trees_drop", {}, **{"x-until": "1.0.0"}),
        },
        "/old": {"get": operation("trees_old", reference("Tree"), **{"x-until": "1.5.0"})},
        "/events": {
            "get": {
                "operationId": "trees_events",
                "x-stream": {"events": {"done": "#/components/schemas/Done"}},
                "responses": {"200": {"content": {"text/event-stream": {}}}},
            }
        },
    },
}  # fmt: skip


class Served:
    """The invented contract as of a release, or with all that there is, served without a network."""

    def __init__(self, store: Store, release: str | None) -> None:
        self.vendor = VendorServer(Contract("trees", DOCUMENT), Environment("trees", store, utc_now))
        if release is not None:
            self.vendor.serve_as(release)
        self.requests = RequestLog()
        self.calls: list[Call] = []
        self.violations: list[Violation] = []
        self._endpoint: Any = Endpoint(self.vendor, self.requests, Scripts(), self.violations, asyncio.Event())

    def answers(self, operation: str, value: Any) -> None:
        """Say what an operation answers, and note what reaches it."""

        def behave(call: Call) -> Answer:
            self.calls.append(call)
            return value if isinstance(value, Answer) else Answer.json(value)

        self.vendor.behaviours[operation] = behave

    def __call__(self, method: str, target: str, **rest: Any) -> httpx.Response:
        async def send() -> httpx.Response:
            transport = httpx.ASGITransport(self._endpoint)
            async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
                return await client.request(method, f"/trees{target}", **rest)

        return asyncio.run(send())


Serve = Callable[[str | None], Served]


@pytest.fixture
def serve() -> Iterator[Serve]:
    with closing(Store()) as store:
        yield lambda release: Served(store, release)


OAK = {"name": "oak", "kind": "oak"}


def test_operations_of_other_releases_are_unknown(serve: Serve) -> None:
    """As that server would answer: an unknown path, a verb that a path has not, or another operation that the path fits."""
    last, first = serve("2.0.0"), serve("1.0.0")
    for each in (last, first):
        for name in ("trees_latest", "trees_get", "trees_old", "trees_drop"):
            each.answers(name, {**OAK, "name": name})

    assert last("GET", "/old").status_code == 404
    assert first("GET", "/old").json()["name"] == "trees_old"
    assert last("DELETE", "/trees/elm").status_code == 405
    assert last("DELETE", "/trees/elm").headers["Allow"] == "GET"
    assert last("GET", "/trees/latest").json()["name"] == "trees_latest"
    assert first("GET", "/trees/latest").json()["name"] == "trees_get"
    assert [each.operation for each in last.requests.all()] == [None, None, None, "trees_latest"]


def test_a_field_that_the_release_lacks_is_refused_where_unknown_fields_are(serve: Serve) -> None:
    sent = {"name": "oak", "tags": ["x"]}
    for release, statuses in ((None, (200, 200)), ("1.5.0", (200, 200)), ("1.0.0", (422, 200))):
        served = serve(release)
        served.answers("trees_make", OAK)
        served.answers("trees_set", OAK)
        assert (
            served("POST", "/trees", json=sent).status_code,
            served("PUT", "/trees", json=sent).status_code,
        ) == statuses

    assert [each.body for each in served.calls] == [{"name": "oak"}]
    assert served.requests.all()[-1].ignored == ["body.tags"]
    assert served.requests.all()[-1].shown()["ignored"] == ["body.tags"]
    assert json.loads(served.requests.all()[-1].body) == sent


def test_a_secret_that_the_release_lacks_stays_one(serve: Serve) -> None:
    served = serve("1.0.0")
    served.answers("trees_set", OAK)
    served("PUT", "/trees", json={"spell": "abracadabra"})
    assert served.requests.all()[0].ignored == ["body.spell"]
    assert "abracadabra" not in str(served.requests.all()[0].shown())


def test_a_field_inside_of_another_is_taken_out(serve: Serve) -> None:
    served = serve("1.5.0")
    served.answers("trees_set", OAK)
    served("PUT", "/trees", json={"name": "oak", "owner": {"name": "Ann", "mail": 7, "other": 1}})
    assert served.calls[0].body == {"name": "oak", "owner": {"name": "Ann", "other": 1}}
    assert served.requests.all()[0].ignored == ["body.owner.mail"]


def test_a_parameter_that_the_release_lacks_is_passed_over(serve: Serve) -> None:
    for release, query, pairs in (
        ("1.5.0", {}, [("all", "true")]),
        ("2.0.0", {"tag": "x"}, [("all", "true"), ("tag", "x")]),
    ):
        served = serve(release)
        served.answers("trees_list", [])
        assert served("GET", "/trees?all=true&tag=x").status_code == 200
        assert (served.calls[0].query, served.calls[0].pairs) == ({"all": True, **query}, pairs)
        assert served.requests.all()[0].ignored == ([] if query else ["query.tag"])


@pytest.mark.parametrize(("release", "statuses"), [(None, [200, 200]), ("1.0.0", [422, 200]), ("2.0.0", [200, 422])])
def test_a_value_that_the_release_lacks_is_refused(serve: Serve, release: str | None, statuses: list[int]) -> None:
    served = serve(release)
    served.answers("trees_list", [])
    assert [served("GET", f"/trees?kind={kind}").status_code for kind in ("sapling", "sprout")] == statuses


def test_answers_lose_fields(serve: Serve) -> None:
    whole = {
        **OAK, "tags": ["a", "old"], "owner": {"name": "Ann", "mail": "a@b"}, "leaves": {"green": 3}, "own": {"tags": 1},
        "more": {"one": {"name": "Bob", "mail": "b@c"}, "two": {}}, "top": "high",
    }  # fmt: skip
    bare = {**OAK, "owner": {"name": "Ann"}, "own": {"tags": 1}, "more": {"one": {"name": "Bob"}, "two": {}}}
    wanted: dict[str | None, Any] = {
        None: whole,
        "2.0.0": {**whole, "tags": ["a"]},
        "1.5.0": {**bare, "tags": ["a"]},
        "1.0.0": bare,
    }
    for release, found in wanted.items():
        served = serve(release)
        served.answers("trees_get", whole)
        assert served("GET", "/trees/oak").json() == found
        assert served.violations == []


def test_a_value_is_told_by_the_name_that_the_release_has(serve: Serve) -> None:
    for release, kinds in (("1.0.0", ["sprout", "sprout"]), ("2.0.0", ["sapling", "sapling"])):
        served = serve(release)
        served.answers("trees_list", [{**OAK, "kind": kind} for kind in ("sprout", "sapling")])
        assert [each["kind"] for each in served("GET", "/trees").json()] == kinds
        assert served.violations == []


def test_what_has_no_such_value_is_not_there(serve: Serve) -> None:
    """It is left out of lists; by itself it is not found."""
    bonsai = {"name": "tiny", "kind": "bonsai"}
    for release, names, status in (("1.5.0", ["oak"], 404), ("2.0.0", ["oak", "tiny"], 200)):
        served = serve(release)
        served.answers("trees_list", [OAK, bonsai])
        served.answers("trees_get", bonsai)
        assert [each["name"] for each in served("GET", "/trees").json()] == names
        assert served("GET", "/trees/tiny").status_code == status
        assert served.violations == []


def test_events_lose_fields(serve: Serve) -> None:
    data = {"cost": 3, "tree": {**OAK, "tags": ["a"]}}
    parts = [f"event: begun\ndata: {json.dumps(data)}\n\n", f"event: done\ndata: {json.dumps(data)}\n\n"]
    for release, found in (("1.0.0", {"tree": OAK}), ("2.0.0", data)):
        served = serve(release)
        for answer in (Answer.stream(parts), Answer.text("".join(parts), media="text/event-stream")):
            served.answers("trees_events", answer)
            blocks = served("GET", "/events").text.split("\n\n")[:-1]
            assert [json.loads(each.split("data: ")[1]) for each in blocks] == [data, found]


def test_an_answer_that_the_release_could_not_give_is_told(serve: Serve) -> None:
    """What the release asks for must be there, also where it is not of every release."""
    served = serve("1.0.0")
    served.answers("trees_get", {"name": "oak"})
    assert served("GET", "/trees/oak").status_code == 500
    assert "kind is required" in served.violations[0].text


def test_without_a_release_nothing_is_looked_at(serve: Serve) -> None:
    """The answer of a platform with all that there is goes out as its behaviour gave it."""
    served = serve(None)
    assert (served.vendor.release, served.vendor.narrowing) == (None, None)
    served.answers("trees_get", Answer(200, b'{"name":  "oak", "kind": "oak"}', JSON))
    assert served("GET", "/trees/oak").content == b'{"name":  "oak", "kind": "oak"}'


OLD, NEW = {"promptrails": "0.3.0", "promptic": "0.14.2"}, {"promptrails": "0.9.2", "promptic": "1.1.0"}
HEADERS = {"promptrails": {"X-API-Key": "your-api-key"}, "promptic": {"Authorization": "Bearer pk_local_dev"}}


@pytest.fixture(scope="module")
def generations() -> Iterator[list[Server]]:
    """Both vendors as of the first and of the last release."""
    with Server(releases=OLD, seed=1) as old, Server(releases=NEW, seed=1) as new:
        yield [old, new]


@pytest.fixture
def ask(generations: list[Server]) -> Iterator[Callable[..., list[httpx.Response]]]:
    """Sends a request to both, or to one of them, and answers what they say; neither may have broken its contract."""
    for each in generations:
        each.reset()
    with httpx.Client(trust_env=False, verify=False) as client:

        def send(
            platform: str, method: str, path: str, only: Server | None = None, **rest: Any
        ) -> list[httpx.Response]:
            asked = generations if only is None else [only]
            return [
                client.request(method, each.url(platform) + path, headers=HEADERS[platform], **rest) for each in asked
            ]

        yield send
    for each in generations:
        assert each.violations == []


Ask = Callable[..., list[httpx.Response]]
UNKNOWN = {"promptrails": ({"message": "Not Found"}, {"message": "Method Not Allowed"}), "promptic": ({"error": "Not found"},
    {"error": "Method not allowed"})}  # fmt: skip


@pytest.mark.parametrize("name", UNKNOWN)
def test_a_vendors_operations_of_other_releases(generations: list[Server], ask: Ask, name: str) -> None:
    """Each is a path or a verb that the platform does not know, in its own words; or another operation, for which it is an id."""
    union = Contract.load(name)
    for server in generations:
        own = Contract(name, union.as_of(server.releases[name] or "").made())
        for operation in {*union.operations} - {*own.operations}:
            path = operation.template.replace("{", "").replace("}", "")
            [answer] = ask(name, operation.method, path, server, json={})
            assert answer.status_code in (404, 405), operation.id
            if own.match(operation.method, operation.template).operation is None:
                assert answer.json() == UNKNOWN[name][answer.status_code == 405], operation.id
        assert own.operations


def test_promptrails_passes_over_fields_and_refuses_values(generations: list[Server], ask: Ask) -> None:
    old, new = ask("promptrails", "POST", "/api/v1/agents", json={"name": "a", "type": "agent"})
    assert (old.status_code, new.status_code) == (400, 201)
    assert old.json()["error"]["message"] == "type holds a value that is not known"
    old, new = ask("promptrails", "POST", "/api/v1/agents", json={"name": "a", "type": "chain"})
    assert (old.status_code, new.status_code) == (201, 400)
    [agent] = {each.backend("promptrails").records.all("agents")[0]["id"] for each in generations}
    sent = {"version": "9.0.0", "config": {"nodes": [], "type": "workflow"}, "cache_timeout": 60}
    old, new = ask("promptrails", "POST", f"/api/v1/agents/{agent}/versions", json=sent)
    assert "cache_timeout" not in old.json()["data"]
    assert new.json()["data"]["cache_timeout"] == 60
    assert [each.requests[-1].ignored for each in generations] == [["body.cache_timeout"], []]


def test_promptrails_answers_in_the_form_of_the_release(ask: Ask) -> None:
    old, new = (each.json()["data"] for each in ask("promptrails", "GET", "/api/v1/llm-models/available"))
    assert old
    assert [each.keys() for each in old] == [each.keys() for each in new["groups"]]
    old, new = (each.json()["meta"] for each in ask("promptrails", "GET", "/api/v1/prompts"))
    assert old.keys() == {"total", "page", "limit", "total_pages"}
    assert new.keys() == {"total", "page", "limit", "pages"}


def test_promptic_refuses_fields_and_tells_its_own(ask: Ask) -> None:
    [components, _] = ask("promptic", "GET", "/api/v1/components")
    component = components.json()["data"][0]
    assert "workspaceId" in component
    assert "aiApplicationId" not in component
    made = {
        "aiComponentId": component["id"],
        "taskType": "textGeneration",
        "targetModel": "gpt-4.1-nano",
        "provider": "openai",
    }
    sent = {**made, "inputVariables": [{"name": "a", "column": "b"}]}
    old, new = ask("promptic", "POST", "/api/v1/experiments", json=sent)
    assert (old.status_code, new.status_code) == (400, 201)
    assert old.json() == {"error": "body holds a field that is not known"}
