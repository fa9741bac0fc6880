"""Proves that a package runs by itself, and that what it offers, sends, reads and answers is told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tools.vendors.recorded import recorded
from tools.vendors.recording import Answer, RecordingServer
from tools.vendors.vendor import Vendor, VendorError

from .made_up import PACKAGE, RELEASE, install


@pytest.fixture(scope="module")
def vendor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Vendor]:
    """The package's process."""
    with Vendor(PACKAGE, install(tmp_path_factory.mktemp("vendors")), skipped=("acme.inner",)) as made:
        yield made


@pytest.fixture(scope="module")
def surface(vendor: Vendor) -> dict[str, Any]:
    """What the package offers."""
    return vendor.surface()


@pytest.fixture
def server(vendor: Vendor) -> Iterator[RecordingServer]:
    """A server, and a client of each kind that talks to it."""
    with RecordingServer() as made:
        vendor.client("blocking", "acme.Acme", made.url)
        vendor.client("asyncio", "acme.AsyncAcme", made.url, api_key="another")
        yield made


def test_the_surface(surface: dict[str, Any]) -> None:
    """Modules, clients with the methods of their resources, signatures as text, and the fields of types."""
    assert surface["modules"]["acme"]["names"] == sorted(
        ["Acme", "AsyncAcme", "Config", "Simple", "Thing", "Colour", "Order", "Pick", "VERSION"]
    )
    assert "acme.inner" not in surface["modules"]
    assert surface["unimportable"] == {"acme.extra": "ModuleNotFoundError: No module named 'no_such_module'"}
    blocking, waiting = surface["clients"]["acme.Acme"], surface["clients"]["acme.AsyncAcme"]
    assert set(surface["clients"]) == {"acme.Acme", "acme.AsyncAcme"}
    assert (blocking["asyncio"], waiting["asyncio"]) == (False, True)
    assert blocking["resources"] == ["things"]
    assert sorted(blocking["methods"]) == [
        "close", "ping", "things.content", "things.create", "things.get", "things.names", "things.plain",
    ]  # fmt: skip
    assert blocking["methods"]["things.get"] == {
        "kind": "function",
        "parameters": [
            {"name": "thing_id", "kind": "POSITIONAL_OR_KEYWORD", "type": "str"},
            {"name": "colour", "kind": "KEYWORD_ONLY", "default": "None", "type": "Optional[Colour]"},
            {"name": "deep", "kind": "KEYWORD_ONLY", "default": "True", "type": "bool"},
        ],
        "returns": "Thing",
    }
    assert waiting["methods"]["things.get"]["kind"] == "coroutine"
    assert waiting["methods"]["things.names"]["kind"] == "async generator"
    types = surface["types"]
    assert types["acme.Colour"] == {"kind": "literal", "values": ["red", "blue"]}
    assert types["acme.Pick"] == {"kind": "union", "members": ["acme.models.Order", "acme.models.Thing"]}
    assert types["acme.models.Order"]["fields"] == {
        "amount": {"type": "int", "required": True},
        "note": {"type": "str", "required": False},
    }
    assert types["acme.models.Simple"]["fields"]["n"] == {"type": "int", "required": False, "default": "0"}
    assert types["acme.models.Simple"]["bases"] == ["acme.models.Config"]
    assert types["acme.models.Thing"]["fields"]["parts"]["default"] == "list()"
    assert types["acme.client.AcmeError"]["kind"] == "exception"
    assert "acme.client.send" in surface["functions"]


def test_a_call(vendor: Vendor, server: RecordingServer) -> None:
    """What is sent, what is answered, and which keys of the answer are asked for."""
    server.answer = Answer(body=b'{"data": {"id": "t1", "other": 1, "parts": [{"id": "t2"}]}, "meta": {}}')
    for client, key in (("blocking", "key"), ("asyncio", "another")):
        told = vendor.call(client, "things.get", "a/b", colour="red")
        (request,) = server.taken()
        assert (request.method, request.path, request.body) == ("GET", "/things/a%2Fb", None)
        assert request.query == [("deep", "true"), ("colour", "red")]
        assert ("x-api-key", key) in request.headers
        inner = {"$type": "acme.models.Thing", "id": "t2", "parts": [], "short": "t"}
        assert told["answer"] == {"$type": "acme.models.Thing", "id": "t1", "parts": [inner], "short": "t"}
        assert told["read"] == {
            "data": True, "data.id": True, "data.parts": True, "data.parts.[].id": True, "data.parts.[].parts": False,
        }  # fmt: skip
        assert (told["same"], told["kept"], told["warned"]) == (None, [], [])


def test_what_is_sent(vendor: Vendor, server: RecordingServer) -> None:
    """Objects of the vendor's are made by it; a body is told as it was sent."""
    server.answer = Answer(body=b'{"data": {}}')
    config = {"$new": "acme.Simple", "named": {"prompt_id": "p"}}
    vendor.call("blocking", "things.create", config, orders=[{"amount": 1}], extra=None)
    (request,) = server.taken()
    assert request.body == '{"type": "simple", "prompt_id": "p", "orders": [{"amount": 1}], "extra": null}'
    assert request.json()["query"] == []


def test_other_answers(vendor: Vendor, server: RecordingServer) -> None:
    """What is handed on as it came, what is yielded, bytes, warnings, and what is raised."""
    server.answer = Answer(body=b'{"data": {"a": {"b": 1}}, "items": [{"name": "n"}]}')
    told = vendor.call("blocking", "things.plain")
    assert (told["answer"], told["same"], told["kept"]) == ({"a": {"b": 1}}, "data", ["data", "data.a"])
    assert told["warned"] == ["DeprecationWarning: old"]
    assert vendor.call("blocking", "things.names")["answer"] == ["n"]
    assert vendor.call("asyncio", "things.names")["answer"] == ["n"]
    assert vendor.call("blocking", "things.content")["answer"] == {"$bytes": "AAE="}
    server.answer = Answer(status=404)
    raised = vendor.call("blocking", "ping")["raised"]
    assert raised == {"type": "acme.client.AcmeError", "text": "status 404", "fields": {"status": 404}}


def test_what_is_made(vendor: Vendor) -> None:
    """An object of the vendor's is told as an answer is; one that can't be made says why."""
    assert vendor.make({"$new": "acme.models.Thing", "named": {"id": "t"}})["short"] == "t"
    assert vendor.make({"$new": "acme.models.Simple.to_dict", "arguments": [{"$new": "acme.Simple", "arguments": ["p"]}]}) == {
        "type": "simple", "prompt_id": "p",
    }  # fmt: skip
    with pytest.raises(VendorError, match="TypeError"):
        vendor.make({"$new": "acme.Simple"})
    with pytest.raises(VendorError, match="No module named 'none'"):
        vendor.make({"$new": "none.Kind"})


def test_a_program(vendor: Vendor, server: RecordingServer) -> None:
    """A program runs where the package is, awaits on its top level, and finds what those before it made."""
    server.answer = Answer(body=b'{"data": {"id": "t"}}')
    vendor.run("from acme import AsyncAcme\nclient = AsyncAcme('k', base_url=URL)", URL=server.url)
    told = vendor.run("result = (await client.things.get('t')).id\nprint('said')\nprint('twice')")
    assert told == {"result": "t", "printed": ["said", "twice"], "raised": "", "why": ""}
    told = vendor.run("print(result)\nclient.none")
    assert (told["printed"], told["raised"]) == (["None"], "AttributeError")
    assert "'AsyncAcme' object has no attribute 'none'" in told["why"]


def test_it_is_by_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is there but the package and the driver: nothing of this project or its environment, and no key."""
    monkeypatch.setenv("ACME_API_KEY", "secret")
    home = install(tmp_path)
    look = "class Looking:\n    def __init__(self, api_key, base_url): import os; self.found = dict(os.environ)\n"
    look += "    def look(self): return self.found\n"
    (home / "acme/looking.py").write_text(look, encoding="utf-8")
    with Vendor(PACKAGE, home) as vendor:
        vendor.client("c", "acme.looking.Looking", "http://127.0.0.1:9")
        found = vendor.call("c", "look")["answer"]
        assert "ACME_API_KEY" not in found
        assert found["HOME"] != str(Path.home())
        for module in ("promptport", "promptport_local", "pytest", "httpx"):
            with pytest.raises(VendorError, match=f"No module named '{module}'"):
                vendor.client("d", f"{module}.Client", "http://127.0.0.1:9")
        with pytest.raises(VendorError, match="KeyError"):
            vendor.call("none", "ping")


def test_a_client_that_can_t_be_made(tmp_path: Path) -> None:
    """It says why, and the others are told all the same."""
    home = install(tmp_path)
    closed = "class Closed:\n    def __init__(self, api_key, base_url): raise ValueError('a licence, too')\n"
    closed += "__all__ += ['Closed']\n"
    with (home / "acme/__init__.py").open("a", encoding="utf-8") as file:
        file.write(closed)
    with Vendor(PACKAGE, home) as vendor:
        found = vendor.surface()["clients"]
    assert (found["acme.Closed"]["failed"], found["acme.Closed"]["methods"]) == ("ValueError: a licence, too", {})
    assert found["acme.Acme"]["methods"]
    assert [
        each["client"] for each in recorded(PACKAGE, RELEASE, folder=tmp_path)["calls"] if "Closed" in each["client"]
    ] == []


def test_what_does_not_end(tmp_path: Path) -> None:
    """A process that says nothing in time is ended; one that could not begin tells why."""
    home = install(tmp_path)
    (home / "acme/__init__.py").write_text("import time; time.sleep(60)\n", encoding="utf-8")
    with (
        Vendor(PACKAGE, home, seconds=0.2) as vendor,
        pytest.raises(VendorError, match="did not end `surface` within"),
    ):
        vendor.surface()
    (home / "acme/__init__.py").write_text("raise RuntimeError('no, never')\n", encoding="utf-8")
    with Vendor(PACKAGE, home) as vendor, pytest.raises(VendorError, match="no, never"):
        vendor.surface()
