# Made from tests/promptrails/_async/test_vfs.py by `python tools/unasync.py`: change that file, never this one.
"""Proves what the files of an agent send and answer, and that what appends is never sent a second time."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from promptport.promptrails import (
    PromptRails,
    PromptRailsError,
    ServerError,
)

from .conftest import KEY, Wire

FILE = {"id": "f", "path": "/a.md", "size_bytes": 3}


@pytest.mark.parametrize(
    ("arguments", "again"),
    [
        ({}, True),
        ({"mode": "overwrite"}, True),
        ({"mode": None}, True),
        ({"mode": "append"}, False),
        ({"mode": "APPEND"}, False),
        ({"mode": "prepend"}, False),
    ],
    ids=str,
)
@pytest.mark.parametrize("fault", [503, "lost"], ids=str)
def test_what_appends_is_sent_once(arguments: dict[str, Any], again: bool, fault: int | str) -> None:
    """The same PUT overwrites and appends: only the first may be sent again where its answer was lost, or was a failure."""
    seen: list[httpx.Request] = []

    def take(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        if len(seen) == 1 and fault == "lost":
            raise httpx.ReadError("gone", request=request)
        return httpx.Response(fault if len(seen) == 1 and isinstance(fault, int) else 200, json={"data": FILE})

    with PromptRails(KEY, transport=httpx.MockTransport(take)) as client:
        if again:
            assert (client.agent_vfs.write("a", "/a.md", "abc", **arguments)).size_bytes == 3
        else:
            with pytest.raises(PromptRailsError):
                client.agent_vfs.write("a", "/a.md", "abc", **arguments)
    assert len(seen) == (2 if again else 1)


@pytest.mark.parametrize(("call", "times"), [("mkdir", 2), ("move", 1), ("copy", 1), ("delete", 2)])
def test_what_else_is_sent_again(call: str, times: int) -> None:
    """A folder can be made twice and an entry removed twice; what is moved or copied may be elsewhere by then."""
    seen: list[httpx.Request] = []

    def take(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(503 if len(seen) == 1 else 200, json={"data": {"id": "f", "deleted": 1}})

    with PromptRails(KEY, transport=httpx.MockTransport(take)) as client:
        arguments = ("/a", "/b") if call in ("move", "copy") else ("/a",)
        if times == 1:
            with pytest.raises(ServerError):
                getattr(client.agent_vfs, call)("a", *arguments)
        else:
            getattr(client.agent_vfs, call)("a", *arguments)
    assert len(seen) == times


def test_what_is_sent(wire: Wire) -> None:
    """Names of Python stand for names of the wire; what is false or empty stays at home where the documented client keeps it."""
    files = wire.client.agent_vfs
    wire.answers({"data": {"items": []}})
    for arguments, query in (
        ({}, "path=%2F"),
        ({"recursive": True, "offset": 0, "limit": 0}, "path=%2F&recursive=true&offset=0&limit=0"),
        ({"path": ""}, "path="),
    ):
        files.list("a", **arguments)
        assert wire.seen[-1].url.query.decode() == query
    wire.answers({"data": {"matches": []}})
    files.grep("a", "refund", path="", limit=0)
    assert wire.seen[-1].url.query.decode() == "q=refund&limit=0"
    wire.answers({"data": {"items": []}})
    files.glob("a", "*.md", path="/notes")
    assert wire.seen[-1].url.query.decode() == "pattern=%2A.md&path=%2Fnotes"
    wire.answers({"data": {"id": "f"}})
    files.write("a", "/a.md", "", mime_type="")
    assert wire.body == {"path": "/a.md", "content": "", "mode": "overwrite"}
    files.move("a", "/a", "/b")
    assert wire.body == {"from": "/a", "to": "/b"}
    files.copy("a", src="/a", dst="/b")
    assert wire.body == {"from": "/a", "to": "/b"}
    wire.answers({"data": {"deleted": 2}})
    assert files.delete("a", "/a", recursive=True) == 2
    assert wire.seen[-1].url.query.decode() == "path=%2Fa&recursive=true"
    files.delete("a", "/a")
    assert wire.seen[-1].url.query.decode() == "path=%2Fa"


@pytest.mark.parametrize(
    ("call", "body", "wanted"),
    [
        ("list", {"data": {"items": [FILE], "total": 1}}, ["/a.md"]),
        ("list", {"data": {"items": None}}, []),
        ("list", {"data": {}}, []),
        ("list", {"items": [FILE]}, ["/a.md"]),
        ("list", {"nonsense": 1}, PromptRailsError),
        ("list", {}, PromptRailsError),
        ("list", {"data": {"items": 3}}, PromptRailsError),
        ("grep", {"data": {"matches": [{"path": "/a.md"}]}}, ["/a.md"]),
        ("grep", {"data": {}}, []),
        ("glob", {"data": {"items": [FILE]}}, ["/a.md"]),
        ("delete", {"data": {"deleted": 3}}, 3),
        ("delete", {"data": {}}, 0),
        ("delete", 3, PromptRailsError),
        ("usage", {"data": {"bytes_used": 24}}, 24),
        ("usage", {"data": {}}, 0),
        ("usage", {"data": {"bytes_used": None}}, 0),
        ("usage", {"data": [1]}, PromptRailsError),
    ],
)
def test_what_is_answered(wire: Wire, call: str, body: Any, wanted: Any) -> None:
    """What lies inside of the envelope: lists and numbers, empty where it has none; without an envelope there is no answer."""
    wire.answers(body)
    arguments = ("a",) if call in ("list", "usage") else ("a", "/a")
    if isinstance(wanted, type):
        with pytest.raises(wanted):
            getattr(wire.client.agent_vfs, call)(*arguments)
        return
    found = getattr(wire.client.agent_vfs, call)(*arguments)
    assert [each.path for each in found] == wanted if isinstance(wanted, list) else found == wanted


@pytest.mark.parametrize("status", [200, 204])
def test_a_removal_without_a_body(status: int) -> None:
    """Nobody says how many there were."""
    transport = httpx.MockTransport(lambda request: httpx.Response(status))
    with PromptRails(KEY, transport=transport) as client:
        assert client.agent_vfs.delete("a", "/a") == 0


def test_a_file_is_read_as_a_dict(wire: Wire) -> None:
    """As the documented client has it; one that has read nothing says so in nothing."""
    wire.answers({"data": {"file": FILE, "content": "abc", "total_lines": 1, "truncated": False}})
    answer = wire.client.agent_vfs.read("a", "/a.md", line_offset=0)
    assert (answer["content"], answer.get("more"), "file" in answer, next(iter(answer))) == ("abc", None, True, "file")
    assert answer["data"]["file"]["path"] == "/a.md"
    assert wire.seen[-1].url.query.decode() == "path=%2Fa.md&line_offset=0"


def test_numbers_and_words_that_did_not_come(wire: Wire) -> None:
    """They can be formatted and compared."""
    for body in ({"id": "f"}, {"id": "f", "size_bytes": None, "last_writer_kind": None}):
        wire.answers({"data": body})
        found = wire.client.agent_vfs.stat("a", "/a")
        assert (found.size_bytes, found.last_writer_kind, found.is_dir) == (0, "user", False)
    wire.answers({"data": {"matches": [{"line_number": None}]}})
    assert (wire.client.agent_vfs.grep("a", "q"))[0].line_number == 0
