"""Proves what a client says of an operation that its server's release lacks: since when, what to use, once, and in the error."""

from __future__ import annotations

import asyncio
import json
import warnings
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

import httpx
import pytest

from promptport import CallError, ConfigurationError, ReleaseWarning
from promptport.http._async.pipeline import AsyncPipeline
from promptport.http._sync.pipeline import Pipeline
from promptport.http.release import Release, release_of
from promptport.http.response import Response
from promptport.http.retry import Policy
from promptport.model import History, Operation, Parameter, Releases, Request, load

from .things import SERVER, Ways, options

RELEASES = Releases("toy", ("1.0", "1.1", "2.0"))
ENDED = History("things.old", until="1.1", removed_in="2.0", replaced_by=("things.new",))
OLD = Operation("things_old", "GET", "/old", SERVER, history=ENDED)
NEW = Operation("things_new", "POST", "/new", SERVER, history=History("things.new", since="2.0"))
ONE = Operation("things_one", "GET", "/things/{id}", SERVER, history=ENDED._replace(name="things.one"),
                parameters=(Parameter("id", "id", "path", "string", required=True),))  # fmt: skip
STAYS = Operation(
    "things_make", "PATCH", "/things", SERVER, content="application/json",
    parameters=(Parameter("state", "state", "query", "string", default="open"), Parameter("tags", "tags", "query", "array"),
                Parameter("fields", "", "fields", "object")),
    history=History("things.make", arguments={
        "state": History(values={"open": History(since="2.0"),
                                 "waiting": History(until="1.0", removed_in="1.1", replaced_by=("held",))}),
        "tags": History(since="1.1", values={"red": History(since="2.0")}),
        "size": History(since="2.0"),
    }),
)  # fmt: skip
GONE = "`things.old` is gone since toy 2.0; use `things.new`."


class Toy(Ways):
    """Rules of a vendor with releases."""

    releases = RELEASES


def pipeline(status: int = 404, body: Any = None, release: str = "") -> Pipeline:
    """A client whose server always answers so."""
    content = (
        body if isinstance(body, bytes) else json.dumps({"message": "Not Found"} if body is None else body).encode()
    )
    kind = "text/html" if content[:1] == b"<" else "application/json"
    carrier = httpx.MockTransport(lambda _: httpx.Response(status, content=content, headers={"Content-Type": kind}))
    made = options()._replace(release=release, policy=Policy(0, 0.0))
    return Pipeline(Toy(), made, transport=carrier)


def failed(client: Pipeline, operation: Operation, **arguments: Any) -> str:
    """What the error of a call says."""
    with pytest.raises(CallError) as error:
        client.send(Request(operation, arguments), load)
    return str(error.value)


def warned(client: Pipeline, operation: Operation, **arguments: Any) -> list[str]:
    """The warnings of a call, whatever becomes of it; each leads to this file."""
    with warnings.catch_warnings(record=True) as found:
        warnings.simplefilter("always")
        with suppress(CallError):
            client.send(Request(operation, arguments), load)
    assert {each.category for each in found} <= {ReleaseWarning}
    assert {each.filename for each in found} <= {__file__}
    return [str(each.message) for each in found]


@pytest.mark.parametrize("status", [404, 405, 410])
def test_a_server_that_lacks_an_operation(status: int) -> None:
    """Once a client, however it is derived; the error says so each time, and is the platform's own."""
    with pipeline(status) as client:
        said = warned(client, OLD)
        assert said == [f"things: The server lacks this operation: {GONE}"]
        assert warned(client, OLD) == warned(client.derived(client.options), OLD) == []
        assert failed(client, OLD).endswith(f"The server lacks this operation: {GONE}")
        assert warned(client, NEW) == ["things: The server lacks this operation: `things.new` is there since toy 2.0."]
    with pipeline(status) as client:
        assert warned(client, OLD) == said


def test_where_warnings_are_errors_the_program_goes_on() -> None:
    """It gets the error that it gets without: nothing is warned of before, and the error itself says all."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        with pipeline() as client:
            assert GONE in failed(client, OLD)
        with pipeline(200, {}) as client:
            assert client.send(Request(OLD, {}), load) == {}


@pytest.mark.parametrize(("operation", "arguments", "status", "body"), [
    (ONE, {"id": "x"}, 404, None),
    (OLD, {}, 404, b"<html>no</html>"),
    (OLD, {}, 405, b"<html>no</html>"),
    (OLD, {}, 410, b"\n<!DOCTYPE html>no"),
    (NEW, {}, 410, b"no"),
])  # fmt: skip
def test_what_may_be_about_a_record_or_another_server(
    operation: Operation, arguments: dict[str, Any], status: int, body: Any
) -> None:
    """Nobody is warned; the error names it as what may be."""
    with pipeline(status, body) as client:
        assert warned(client, operation, **arguments) == []
        assert "The server may lack this operation: `things." in failed(client, operation, **arguments)


def test_what_has_been_seen_is_not_suspected() -> None:
    """A server that has answered what came with a release has it, and what came before; what has ended may have gone since."""
    came = Operation("things_see", "GET", "/seen/{id}", SERVER, history=History("things.see", since="1.1"),
                     parameters=ONE.parameters)  # fmt: skip
    later = came._replace(history=History("things.see", since="2.0"))
    ends = came._replace(history=History("things.see", since="1.1", until="1.1", removed_in="2.0"))
    answers = [200, 404, 404, 404, 404]
    carrier = httpx.MockTransport(lambda _: httpx.Response(answers.pop(0), json={}))
    with Pipeline(Toy(), options()._replace(policy=Policy(0, 0.0)), transport=carrier) as client:
        client.send(Request(came, {"id": "x"}), load)
        said = [failed(client, each, id="y") for each in (came, later, ends, ONE)]
    assert ["lack" in each for each in said] == [False, True, True, True]


def test_what_has_always_been_there_is_not_suspected() -> None:
    with pipeline() as client:
        assert warned(client, STAYS, state="waiting") == []
        assert "lack" not in failed(client, STAYS, state="waiting")
    with pipeline(400) as client:
        assert "lack" not in failed(client, OLD)


@pytest.mark.parametrize(("release", "operation", "arguments", "wanted"), [
    ("2.0", OLD, {}, [GONE]),
    ("1.1", OLD, {}, []),
    ("1.1", NEW, {}, ["`things.new` is there since toy 2.0."]),
    ("1.0", STAYS, {"tags": ["a"]}, ["the argument `tags` of `things.make` is there since toy 1.1."]),
    ("1.1", STAYS, {"tags": ["a", "red"]}, ["the value 'red' of `tags` of `things.make` is there since toy 2.0."]),
    ("1.1", STAYS, {"state": "waiting"}, ["the value 'waiting' of `state` of `things.make` is gone since toy 1.1; use `held`."]),
    ("1.1", STAYS, {"fields": {"size": 3, "other": 4}}, ["the argument `size` of `things.make` is there since toy 2.0."]),
    ("2.0", STAYS, {"fields": {"size": 3}, "tags": ["red"]}, []),
    ("1.0", STAYS, {"state": "open", "tags": None}, []),  # the default is nobody's choice
    ("1.0", STAYS, {}, []),
])  # fmt: skip
def test_a_release_that_is_named(
    release: str, operation: Operation, arguments: dict[str, Any], wanted: Sequence[str]
) -> None:
    """Warned of before it is sent, once; and an error of the call says the same."""
    said = [f"toy {release}, which `release` names, lacks it: {each}" for each in wanted]
    with pipeline(200, {}, release) as client:
        assert warned(client, operation, **arguments) == said
        assert warned(client, operation, **arguments) == []
    with pipeline(400, {}, release) as client, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = failed(client, operation, **arguments)
        assert [each for each in said if each not in found] == []
        assert bool(said) is ("lacks it" in found)


def test_a_refusal_of_the_key_is_about_the_key() -> None:
    with pipeline(401, {}, "2.0") as client, pytest.warns(ReleaseWarning):
        assert "lacks it" not in failed(client, OLD)


def test_a_server_that_lacks_what_its_release_has() -> None:
    """It is another one than was named; where nobody can tell, the one that was named is believed."""
    with pipeline(404, None, "1.0") as client:
        assert warned(client, OLD) == [f"things: The server lacks this operation: {GONE}"]
        assert "lack" not in failed(client, ONE, id="x")


def test_nothing_is_sent_where_the_warning_is_an_error() -> None:
    def carry(_: httpx.Request) -> httpx.Response:
        raise AssertionError("it was sent")

    carrier = httpx.MockTransport(carry)
    with Pipeline(Toy(), options()._replace(release="2.0"), transport=carrier) as client, warnings.catch_warnings():
        warnings.simplefilter("error")
        for _ in range(2):
            with pytest.raises(ReleaseWarning, match=r"things\.new"):
                client.send(Request(OLD, {}), load)


def test_in_asyncio_a_warning_leads_to_who_awaits() -> None:
    async def calls() -> None:
        carrier = httpx.MockTransport(lambda _: httpx.Response(404, json={}))
        async with AsyncPipeline(Toy(), options(), transport=carrier) as client:
            for _ in range(2):
                with pytest.raises(CallError, match=r"things\.new"):
                    await client.send(Request(OLD, {}), load)

    with pytest.warns(ReleaseWarning) as found:
        asyncio.run(calls())
    assert [each.filename for each in found] == [__file__]


def test_which_releases_there_are(monkeypatch: pytest.MonkeyPatch) -> None:
    assert release_of(None, RELEASES, "TOY_RELEASE") == ""
    assert release_of("1.1", RELEASES, "TOY_RELEASE") == "1.1"
    for wrong in ("3.0", "", 2.0):
        with pytest.raises(
            ConfigurationError, match=r"`release` \(or TOY_RELEASE\) must be a release of toy .*: 1.0, 1.1, 2.0."
        ):
            release_of(wrong, RELEASES, "TOY_RELEASE")  # type: ignore[arg-type] # what programs give
    monkeypatch.setenv("TOY_RELEASE", "2.0")
    assert (release_of(None, RELEASES, "TOY_RELEASE"), release_of("1.0", RELEASES, "TOY_RELEASE")) == ("2.0", "1.0")
    monkeypatch.setenv("TOY_RELEASE", "")
    assert release_of(None, RELEASES, "TOY_RELEASE") == ""


def test_rules_without_releases() -> None:
    """A platform of somebody else's, whose contract has a history and whose rules name no releases: nothing is warned of."""
    error = CallError("no")
    Release(Ways(), "1.0").explain(error, OLD, Response(404, {}, b"{}"))
    assert "`things.old` is gone since things 2.0" in str(error)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert Release(Ways(), "1.0").before(Request(OLD, {})) == ""
