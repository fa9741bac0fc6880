"""Proves that the generated client of every hard kind of operation sends what its contract says and reads what comes."""

from __future__ import annotations

import json
import pickle
from collections.abc import Callable
from datetime import UTC, datetime
from importlib import import_module, resources
from importlib.util import find_spec
from types import ModuleType
from typing import Any

import httpx
import pytest

from promptport import contract_differences
from promptport.errors import ArgumentError, CallError
from promptport.http._async.pipeline import AsyncPipeline
from promptport.http.contract_log import DIFFERENCES
from promptport.http.options import Options
from promptport.http.retry import Policy
from promptport.http.rules import Rules
from promptport.model import Operation

THING = {
    "id": "1", "name": None, "targetModel": "m", "labels": {"a": "b"}, "parts": [{"name": "p", "size": 2}, None],
    "byName": {"p": {"name": "p"}}, "parent": {"id": "0"}, "madeAt": "2026-01-02T03:04:05Z", "items": [1, 2],
    "shape": {"kind": "box", "inside": [{"kind": "circle", "radius": 1}, {"kind": "star"}]}, "secret": "hush", "newField": 7,
}  # fmt: skip


class ProbeRules(Rules):
    platform = "probe"

    def headers(self, operation: Operation) -> list[tuple[str, str]]:
        return [("X-API-Key", "k")]


class Wire:
    """Answers every request with one answer, and keeps the requests."""

    def __init__(self, package: ModuleType) -> None:
        self.seen: list[httpx.Request] = []
        self.answer: Callable[[httpx.Request], httpx.Response] = lambda request: httpx.Response(200, json={})
        options = Options(1.0, 4.0, Policy(0, 0.0), {"https://login.probe.example": "http://other.example/base"})
        self.pipeline = AsyncPipeline(ProbeRules(), options, httpx.MockTransport(self._take))
        self.client: Any = import_module(f"{package.__name__}.client").AsyncClient(self.pipeline)

    def _take(self, request: httpx.Request) -> httpx.Response:
        self.seen.append(request)
        return self.answer(request)

    def answers(self, body: object, status: int = 200) -> None:
        self.answer = lambda request: httpx.Response(status, content=json.dumps(body))

    @property
    def last(self) -> httpx.Request:
        return self.seen[-1]

    @property
    def body(self) -> Any:
        return json.loads(self.last.content)


@pytest.fixture
async def wire(probe: ModuleType):  # type: ignore[no-untyped-def] # a generator in one world, asynchronous in the other
    made = Wire(probe)
    async with made.pipeline:
        yield made


async def test_page_with_defaults_and_repeated_query(wire: Wire) -> None:
    """Documented defaults are sent, None is not, lists are repeated, items and attributes answer."""
    wire.answers({"data": [THING], "meta": {"total": 1, "total_pages": 3}})

    page = await wire.client.things.list(tag=["a b", "c&d"], x_trace="t")

    assert wire.last.url.query == b"page=1&limit=20&tag=a%20b&tag=c%26d"
    assert wire.last.headers["x-trace"] == "t"
    assert page["data"][0]["targetModel"] == page.data[0].target_model == "m"
    assert page.meta.pages == page["meta"]["total_pages"] == 3


async def test_page_is_a_collection_and_all_pages_are_one(wire: Wire) -> None:
    """A page is iterated and counted; `iter` asks for the next page when its first item is wanted, with the same arguments."""

    def answer(request: httpx.Request) -> httpx.Response:
        page = int(request.url.params["page"])
        return httpx.Response(200, json={"data": [{"id": f"{page}.{n}"} for n in range(2)], "meta": {"pages": 3}})

    wire.answer = answer
    page = await wire.client.things.list()
    assert ([each.id for each in page], len(page), page["meta"]["pages"], page.meta.pages) == (["1.0", "1.1"], 2, 3, 3)
    assert not hasattr(page.meta, "nothing")

    walk = wire.client.things.iter(page=2, tag=["a"])
    assert len(wire.seen) == 1
    assert [(await anext(walk)).id, len(wire.seen)] == ["2.0", 2]
    assert [each.id async for each in walk] == ["2.1", "3.0", "3.1"]
    assert [each.url.query for each in wire.seen[1:]] == [b"page=2&limit=20&tag=a", b"page=3&limit=20&tag=a"]


@pytest.mark.parametrize(
    "body",
    [{"data": [{"id": "1"}]}, {"data": None}, {"data": [], "meta": None}, {"data": [], "meta": {"total_pages": 9}}],
)
async def test_list_without_an_end_ends(wire: Wire, body: dict[str, Any]) -> None:
    """A platform that counts no pages has one; an empty page is the last, whatever is promised; null is an empty page."""
    wire.answers(body)

    assert [each.id async for each in wire.client.things.iter()] == [each["id"] for each in body["data"] or []]
    assert len(wire.seen) == 1


async def test_object_answers_itself(wire: Wire) -> None:
    """With `x-itself`, `["data"]` is the object where it has no such field; another unknown name is a KeyError."""
    wire.answers({"data": THING | {"author": {"name": "p", "data": 5}}})
    thing = await wire.client.things.get("1")
    assert thing["data"] is thing
    assert thing["data"]["data"]["id"] == thing.get("data")["id"] == "1"
    assert thing.author["data"] == 5
    assert "data" in thing
    assert "data" not in thing.to_dict()
    with pytest.raises(KeyError, match="nonsense"):
        thing["nonsense"]
    assert thing.get("nonsense", 3) == 3

    wire.answers({"data": {"steps": 3}})
    for answer in (await wire.client.things.run({"steps": 1}), await wire.client.login.go(plan=thing.author)):
        assert type(answer["data"]["data"]) is type(pickle.loads(pickle.dumps(answer))["data"])
        assert answer == answer["data"] == {"steps": 3}
        with pytest.raises(KeyError, match="nonsense"):
            answer["nonsense"]
    assert wire.body == {"name": "p", "data": 5}
    wire.answers({"data": {"inner": {"data": 1}}})
    assert (await wire.client.things.run({}))["data"] == 1


async def test_what_came_under_another_name(wire: Wire) -> None:
    """A field is found under its second name, on the wire and in Python; where both came, both stay."""
    wire.answers({"data": [], "meta": {"n": 4, "more": 1}})
    meta = (await wire.client.things.list()).meta
    assert (meta.pages, meta["n"], meta["pages"], meta["total_pages"]) == (4, 4, 4, 4)
    assert meta.to_dict() == {"n": 4, "more": 1}
    wire.answers({"data": [], "meta": {"total_pages": 5, "n": 4}})
    meta = (await wire.client.things.list()).meta
    assert (meta.pages, meta["n"], meta["pages"], meta.to_dict()) == (5, 4, 5, {"total_pages": 5, "n": 4})


async def test_what_is_absent_and_what_is_null(wire: Wire) -> None:
    """What stands for an absent field does so where nothing came; null stays null, as in the vendors' clients."""
    wire.answers({"data": THING})
    assert (await wire.client.things.get("1")).cost == 0.0
    wire.answers({"data": THING | {"cost": None}})
    assert (await wire.client.things.get("1")).cost is None


async def test_one_object_stands_for_a_list(wire: Wire) -> None:
    """With `x-alone`; and with `x-omit-empty` an empty text is not sent."""
    for body in ([{"name": "p"}], {"name": "p"}):
        wire.answers(body)
        assert [part.name for part in await wire.client.things.spans()] == ["p"]
    await wire.client.things.spans(name="n")
    assert [each.url.query for each in wire.seen] == [b"", b"", b"name=n"]


async def test_answer_that_nobody_reads(wire: Wire) -> None:
    """With `x-discard` the method answers None, whatever came; with `x-by-hand` there is none."""
    wire.answers(["odd"])
    assert await wire.client.things.forget() is None
    assert not hasattr(wire.client.things, "call")


async def test_envelope_is_unwrapped(wire: Wire) -> None:
    """`x-unwrap` answers the inner object; every nested kind is read; what the contract does not know is kept."""
    wire.answers({"data": THING, "message": "ok"})

    thing = await wire.client.things.get("a/b ?#")

    assert wire.last.url.raw_path == b"/v1/things/a%2Fb%20%3F%23"
    assert thing.parts[0].size == 2
    assert thing.parts[1] is None
    assert thing.by_name["p"].name == "p"
    assert thing.parent.id == "0"
    assert thing.made_at == datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
    assert thing["madeAt"] == thing.get("madeAt") == THING["madeAt"]
    assert type(thing.shape).__name__ == "Box"
    assert thing.shape.inside[0].radius == 1
    assert thing.shape.inside[1] == {"kind": "star"}
    assert thing.new_field == thing["newField"] == 7
    assert thing.cost == 0.0
    assert "hush" not in repr(thing)


@pytest.mark.parametrize("name", ["", ".", ".."])
async def test_name_cannot_leave_its_path(wire: Wire, name: str) -> None:
    """A path parameter is one segment; what would change the path is refused before anything is sent."""
    with pytest.raises(ArgumentError, match="thing_id"):
        await wire.client.things.get(name)
    assert not wire.seen


async def test_patch_sends_null_and_only_what_is_given(wire: Wire) -> None:
    """In a PATCH null clears, absent stays."""
    wire.answers({"data": THING})

    await wire.client.things.update("1", name=None)

    assert wire.last.method == "PATCH"
    assert wire.body == {"name": None}


async def test_create_with_nested_body(wire: Wire) -> None:
    """Nested bodies are JSON; documented and hidden defaults are sent; optional ones are left out."""
    wire.answers({"data": THING}, 201)

    await wire.client.things.create(name="n", settings={"depth": 1, "parts": [{"name": "p"}]})

    assert wire.body == {
        "name": "n", "settings": {"depth": 1, "parts": [{"name": "p"}]}, "color": "red", "labels": {}, "source": "sdk",
    }  # fmt: skip


async def test_bare_arrays(wire: Wire) -> None:
    """An array is a body, and an answer."""
    wire.answers([{"name": "p"}])

    parts = await wire.client.things.add_parts("1", parts=[{"name": "p", "size": 1}])

    assert wire.body == [{"name": "p", "size": 1}]
    assert [part.name for part in parts] == ["p"]


async def test_stream_ends_with_the_last_event(wire: Wire) -> None:
    """Events are read one by one; unknown ones are passed over; after the last nothing more is read."""
    text = 'event: grown\ndata: {"by": 2}\n\nevent: odd\ndata: ?\n\nevent: done\ndata: {"total": 2}\n\nevent: grown\ndata: {}\n\n'
    wire.answer = lambda request: httpx.Response(200, text=text, headers={"content-type": "text/event-stream"})

    async with wire.client.things.watch("1") as events:
        seen = [type(event).__name__ async for event in events]

    assert wire.last.headers["accept"] == "text/event-stream"
    assert seen == ["Grown", "Done"]


async def test_binary_bodies(wire: Wire) -> None:
    """Bytes go out and come in as they are."""
    wire.answer = lambda request: httpx.Response(200, content=request.content[::-1])

    assert await wire.client.things.draw(thing="1/2", picture=b"\x00\xff") == b"\xff\x00"
    assert wire.last.url.raw_path == b"/v1/things/1%2F2/picture"  # whose parameter has another name in Python
    assert wire.last.headers["content-type"] == "application/octet-stream"


async def test_second_host_gets_no_credentials(wire: Wire) -> None:
    """An operation goes to its own host, with the credentials that it asks for: none."""
    wire.answers({"access_token": "t", "expires_in": 60})

    token = await wire.client.login.token(client_id="c")

    assert str(wire.last.url) == "http://other.example/base/oauth/token"
    assert "x-api-key" not in wire.last.headers
    assert "'t'" not in repr(token)
    assert token.access_token == "t"


async def test_text_answer(wire: Wire) -> None:
    """A text is a text."""
    wire.answer = lambda request: httpx.Response(200, text="fine")

    assert await wire.client.login.health() == "fine"


async def test_reserved_names(wire: Wire) -> None:
    """Documented names stay; what Python has taken gets an underscore; the wire has its own."""
    wire.answers({"from": "f", "input": {}, "type": "t", "list": ["l"], "get": "g"})

    echo = await wire.client.things.import_(from_="f", input={}, type="t", list=["l"], class_="c")

    assert wire.body == {"from": "f", "input": {}, "type": "t", "list": ["l"], "class": "c"}
    assert (echo.from_, echo.type, echo.list, echo.get, echo["from"], echo["get"]) == (
        "f",
        "t",
        ["l"],
        "g",
        "f",
        "g",
    )


async def test_union_in_a_list_that_may_be_null(wire: Wire) -> None:
    """A positional argument, a union in a list, and null in its place."""
    wire.answers([{"kind": "circle"}, {"kind": "moon"}])
    found = await wire.client.things.search("round")
    assert type(found[0]).__name__ == "Circle"
    assert found[1] == {"kind": "moon"}
    assert wire.body == {"query": "round", "limit": 5}

    wire.answers(None)
    assert await wire.client.things.search("round") is None


async def test_union_is_read_by_kind(wire: Wire) -> None:
    """A scalar stays, an object becomes its model, a list a list of models; dates beside a model stay dates."""
    part, date = {"name": "p", "size": 2}, "2026-01-02T03:04:05Z"
    for author, due, label in (
        ("Ann", date, 1.5),
        (part, part, {"kind": "circle", "radius": 2}),
        ([part], None, {"kind": "?"}),
    ):
        wire.answers({"data": THING | {"author": author, "due": due, "label": label}})
        thing = await wire.client.things.get("1")
        assert (thing.author, thing.label) == (author, label)
        if author == "Ann":
            assert thing.due == datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
        elif author == part:
            assert (thing.author.size, thing.due.name, thing.label.radius) == (2, "p", 2)
        else:
            assert thing.author[0].name == "p"
        assert thing["author"] == author


async def test_dates_in_lists_and_mappings(wire: Wire) -> None:
    """Dates are dates wherever they stand, made when they are read; a text that is none reads None."""
    first, second = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC), datetime(2026, 1, 3, tzinfo=UTC)
    texts = ["2026-01-02T03:04:05Z", "Sat, 03 Jan 2026 00:00:00 GMT", "soon"]
    wire.answers({"data": THING | {"seenAt": texts, "changes": {"a": texts[0]}}})

    thing = await wire.client.things.get("1")

    assert thing.seen_at == [first, second, None]
    assert thing.changes == {"a": first}
    assert thing.to_dict()["seenAt"] == texts
    wire.answers({"data": THING})
    assert (await wire.client.things.get("1")).seen_at is None
    wire.answers(texts[:2])
    assert await wire.client.things.dates() == [first, second]


@pytest.mark.parametrize(
    ("status", "content", "name"), [(200, '{"name": "p"}', "p"), (200, "null", None), (204, "", None)]
)
async def test_object_or_null_or_nothing(wire: Wire, status: int, content: str, name: str | None) -> None:
    """Where the contract knows a 204 beside an answer that may be null, both are None."""
    wire.answer = lambda request: httpx.Response(status, content=content)

    owner = await wire.client.things.owner("1")

    assert (owner and owner.name) == name


async def test_empty_answer_is_null_where_the_contract_says_so_only(wire: Wire) -> None:
    """Without a 204 in the contract, an empty body is no answer."""
    wire.answer = lambda request: httpx.Response(200)

    with pytest.raises(CallError, match="an empty body"):
        await wire.client.things.search("round")


async def test_hidden_operation_is_no_method(wire: Wire, probe: ModuleType) -> None:
    """What only the local platform serves is in the packed contract, and nowhere in the clients."""
    assert not hasattr(wire.client, "feed")
    assert find_spec(f"{probe.__name__}.api.feed") is None
    packed = json.loads(resources.files(probe).joinpath("contract.json").read_text())
    assert packed["paths"]["/v1/things/{thing_id}/owner"]["put"]["operationId"] == "feed_import"


async def test_no_answer_is_none(wire: Wire) -> None:
    """An operation without an answer answers None, whatever came."""
    wire.answer = lambda request: httpx.Response(204)

    assert await wire.client.things.delete("1") is None


@pytest.mark.parametrize(
    ("body", "where"),
    [
        ({"data": {}}, "id"),
        ({}, "data"),
        ({"message": "down"}, "data"),
        ({"data": [THING]}, "the answer"),
        ({"data": None}, "the answer"),
    ],
)
async def test_what_cannot_be_read_is_named(wire: Wire, body: object, where: str) -> None:
    """A 2xx that is no answer is an error with the operation and the field."""
    wire.answers(body)

    with pytest.raises(CallError, match=f"{where}: expected") as caught:
        await wire.client.things.get("1")

    assert caught.value.kind == "unreadable"
    assert caught.value.operation == "things_get"


@pytest.mark.parametrize(
    ("odd", "found"),
    [
        ({"parts": {}}, "parts is an object, the contract says array"),
        ({"parts": [{"name": "p"}, {}]}, "parts[].name is missing, the contract says string"),
        (
            {"shape": {"kind": "box", "inside": [{"kind": "circle", "radius": []}]}},
            "shape.inside[].radius is an array, the contract says number",
        ),
        ({"byName": {"q": 3}}, "byName{} is an integer, the contract says object"),
        ({"labels": {"q": None}}, "labels{} is null, the contract says string"),
        ({"author": {"size": 2}}, "author.name is missing, the contract says string"),
        ({"author": [{"size": 2}]}, "author[].name is missing, the contract says string"),
        ({"author": 7}, "author is an integer, the contract says array or object or string"),
        ({"label": []}, "label is an array, the contract says number or object"),
        ({"seenAt": ["2026-01-02", {}]}, "seenAt[] is an object, the contract says string"),
        ({"id": None}, "id is null, the contract says string"),
        ({"items": [1, "2"]}, "items[] is a string, the contract says integer"),
        ({"parent": {"id": "0", "cost": "3"}}, "parent.cost is a string, the contract says number"),
    ],
)
async def test_what_differs_is_kept_and_told(
    wire: Wire, odd: dict[str, Any], found: str, caplog: pytest.LogCaptureFixture
) -> None:
    """An odd field is read as it came, and is counted and logged with its place and no value."""
    DIFFERENCES.clear()
    thing = {**THING, "parts": [], **odd}
    wire.answers({"data": thing})
    for _ in range(2):
        assert (await wire.client.things.get("1")).to_dict() == thing

    assert [(str(each), each.times) for each in contract_differences()] == [(f"probe things_get: {found}", 2)]
    assert [each.getMessage() for each in caplog.records if each.name == "promptport.contract"] == [
        f"probe things_get: {found}"
    ]
    DIFFERENCES.clear()


async def test_which_operations_may_be_sent_twice(wire: Wire, probe: ModuleType) -> None:
    """GET, PUT and DELETE, and what the contract says besides."""
    assert {name: import_module(f"{probe.__name__}.api.{name}").OPERATION.repeatable for name in (
        "things.things_list", "things.things_create", "things.things_update", "things.things_delete", "things.things_draw",
        "things.things_search", "login.login_token",
    )} == {
        "things.things_list": True, "things.things_create": False, "things.things_update": False,
        "things.things_delete": True, "things.things_draw": True, "things.things_search": True, "login.login_token": True,
    }  # fmt: skip
