"""Proves that a recording is read: requests put together, paths with the names of arguments, types and where they are."""

from __future__ import annotations

from pathlib import Path

from tools.vendors.recorded import recorded as record
from tools.vendors.release import Method, Parameter, release, renamed

from .made_up import PACKAGE, RELEASE, install
from .watched import recorded, sent


def test_a_method() -> None:
    found = release(recorded()).clients["acme.Acme"]["things.create"]

    assert found.signature == "things.create(*, name, note='')"
    (request,) = found.requests
    assert (request.verb, request.path, request.query, request.body) == (
        "POST", "/things", {}, {"name": "name-1", "note": "note-1"},
    )  # fmt: skip
    assert found.read == ("data", "data.id")
    assert found.arguments == {"name": "name-1", "note": "note-1"}


def test_a_path_has_the_names_of_arguments() -> None:
    (request,) = release(recorded()).clients["acme.Acme"]["things.get"].requests

    assert (request.path, request.shape) == ("/things/{thing_id}", "/things/{}")


def test_calls_are_put_together() -> None:
    """What each call sends is told, and what all of them send."""
    recording = recorded()
    least = next(each for each in recording["calls"] if each["method"] == "things.create")
    recording["calls"].append({**least, "requests": [sent("POST", "/things", {"name": "name-1"})]})

    (request,) = release(recording).clients["acme.Acme"]["things.create"].requests

    assert {*(request.body or {})} == {"name", "note"}
    assert request.always == {"name"}


def test_signatures() -> None:
    kinds = (
        Parameter("a", "POSITIONAL_OR_KEYWORD", True), Parameter("b", "KEYWORD_ONLY", False, "1"),
        Parameter("more", "VAR_KEYWORD", True),
    )  # fmt: skip

    assert Method("get", kinds).signature == "get(a, *, b=1, **more)"


def test_types_have_the_names_that_the_contract_has_for_them() -> None:
    found = renamed(release(recorded()), {"Thing": "Object", "Nothing": "Void", "Part": "Thing"})

    assert {*found.types} == {"Object", "Part"}
    assert found.clients["acme.Acme"]["things.list"].returns == "list[Object]"


def test_the_recording_of_a_package(tmp_path: Path) -> None:
    """What is recorded is what is read: a package of two clients, with types of each kind."""
    install(tmp_path)

    found = release(record(PACKAGE, RELEASE, folder=tmp_path))

    assert [*found.clients] == ["acme.Acme", "acme.AsyncAcme"]
    get = found.clients["acme.Acme"]["things.get"]
    assert get.requests[0].path == "/things/{thing_id}"
    assert {*get.requests[0].query} == {"deep", "colour"}
    assert found.types["Colour"].values == ("red", "blue")
    assert found.types["Order"].fields == {"amount": "int", "note": "str"}
    assert found.names["Thing"] == "acme.models"
