"""The fault table of PromptRails, as data: every operation of the contract, and how its calls end whatever happens.

The calls are made from the contract: identifiers and bodies are its examples, so no operation can be forgotten.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib.resources import files
from typing import Any, NamedTuple

from promptport_local.contract import Contract, Operation

CONTRACT = Contract.load("promptrails")
SCHEMAS = json.loads((files("promptport_api.promptrails") / "contract.json").read_text("utf-8"))["components"][
    "schemas"
]
# JSON-RPC is wrapped by hand: its arguments are none of the body's fields.
BY_HAND: Mapping[str, Mapping[str, Any]] = {
    "a2a_send_message": {"agent_id": "agent-id", "message": "Hello"},
    "a2a_get_task": {"task_id": "task-id"},
    "a2a_cancel_task": {"task_id": "task-id"},
}
# A PUT that may append is sent once; the room sends one again that overwrites, as here.
OVERWRITES = {"agent_vfs_write"}
HTML = {"headers": {"Content-Type": "text/html"}, "body": "<html><head><title>Sorry, busy</title></head></html>"}


class Call(NamedTuple):
    """One operation, as a call of our client.

    Attributes:
        id: The operation's id.
        resource: The client's attribute.
        method: The method.
        arguments: What it is called with.
        repeatable: Whether it may be sent twice.
        stream: Whether it answers events.
        reads: Whether it reads its answer.
        example: Its answer, as a scripted one.
    """

    id: str
    resource: str
    method: str
    arguments: Mapping[str, Any]
    repeatable: bool
    stream: bool
    reads: bool
    example: Mapping[str, Any]


def example(operation: Operation) -> dict[str, Any]:
    """The example of an operation's success, as a scripted answer."""
    answer = operation.success()
    assert answer is not None
    return {
        "status": answer.status,
        "headers": {"Content-Type": answer.media or "text/plain"},
        "body": answer.body.decode(),
    }


def named(schema: Mapping[str, Any], example: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a body by their names in Python."""
    name = schema.get("$ref", "").rpartition("/")[2]
    fields = SCHEMAS[name]["properties"] if name else {}
    return {fields.get(wire, {}).get("x-python-name", wire): value for wire, value in example.items()}


def call(operation: Operation) -> Call:
    """An operation of the contract, called with its examples."""
    spec = operation.spec
    needed = [each for each in spec["parameters"] if each.get("required")]
    arguments = {each.get("x-python-name", each["name"]): each["example"] for each in needed}
    if "requestBody" in spec:
        media = spec["requestBody"]["content"]["application/json"]
        whole = media["schema"].get("x-python-name")
        arguments |= {whole: media["example"]} if whole else named(media["schema"], media["example"])
    tag = spec["tags"][0]
    return Call(
        operation.id,
        tag,
        operation.id.removeprefix(f"{tag}_"),
        BY_HAND.get(operation.id, arguments),
        spec["x-repeatable"] or operation.id in OVERWRITES,
        "x-stream" in spec,
        not spec.get("x-discard") and example(operation)["status"] != 204,
        example(operation),
    )


CALLS = {each.id: call(each) for each in CONTRACT.operations}
# How a call ends depends on this, and on nothing else of its operation.
CLASSES = {each.id: (each.repeatable, each.stream, each.reads) for each in CALLS.values()}


class Row(NamedTuple):
    """A fault that meets every operation.

    Attributes:
        meets: The scripted answers, in order; what is left of the call meets the operation's example.
        error: The class of the error of an operation that may not be sent twice; empty for a success.
        status: Its status.
        words: A part of its text.
        again: The same of an operation that may be sent twice: class and number of requests.
        unread: Whether an operation that reads no answer does not notice.
        begins: What it is for a stream, beside the beginning of its example, where it is something else.
    """

    meets: list[dict[str, Any]]
    error: str
    status: int
    words: str
    again: tuple[str, int]
    unread: bool = False
    begins: Mapping[str, Any] = {}


def told(status: int, message: str, code: str = "code", **more: Any) -> dict[str, Any]:
    """An error of the standard shape."""
    return {"status": status, "json": {"error": {"code": code, "message": message}}, **more}


ROWS: dict[str, Row] = {
    "nothing": Row([], "", 200, "", ("", 1)),
    "one 503": Row([told(503, "Later.")], "ServerError", 503, "Later.", ("", 2)),
    "500 for ever": Row([told(500, "Broken.", times=4)], "ServerError", 500, "Broken.", ("ServerError", 4)),
    "502, a page": Row([{"status": 502, "times": 4, **HTML}], "ServerError", 502, "Sorry, busy", ("ServerError", 4)),
    "closed without an answer": Row([{"drop": True}], "PromptRailsError", 0, "The connection broke", ("", 2)),
    "429": Row(
        [told(429, "Slowly.", headers={"Retry-After": "1"})], "RateLimitError", 429, "Slowly.", ("", 2)
    ),
    "400": Row([told(400, "No.")], "ValidationError", 400, "No.", ("ValidationError", 1)),
    "401": Row([told(401, "Who?")], "UnauthorizedError", 401, "PROMPTRAILS_API_KEY", ("UnauthorizedError", 1)),
    "403": Row([told(403, "Not you.")], "ForbiddenError", 403, "Not you.", ("ForbiddenError", 1)),
    "404": Row([told(404, "Nothing.")], "NotFoundError", 404, "Nothing.", ("NotFoundError", 1)),
    "409": Row([told(409, "Clash.")], "PromptRailsError", 409, "Clash.", ("PromptRailsError", 1)),
    "302": Row(
        [{"status": 302, "headers": {"Location": "http://127.0.0.1:9/"}}], "PromptRailsError", 302, "redirects",
        ("PromptRailsError", 1),
    ),
    "200, a page": Row(
        [{"status": 200, **HTML}], "PromptRailsError", 0, "can't be read", ("PromptRailsError", 1)
    ),
    "200, a number": Row(
        [{"status": 200, "json": 3}], "PromptRailsError", 0, "can't be read", ("PromptRailsError", 1), unread=True
    ),
    "200, cut": Row(
        [{"status": 200, "body": "[" * 50, "truncate": 5}], "PromptRailsError", 0, "The connection broke", ("", 2),
        begins={"truncate": 5},
    ),
}  # fmt: skip
