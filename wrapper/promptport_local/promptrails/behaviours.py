"""From a method of the backend to the behaviour of an operation: what it is given, and how its answer looks."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any

from promptport_local.answer import Answer
from promptport_local.call import Call
from promptport_local.errors import Refusal
from promptport_local.promptrails.backend import Backend
from promptport_local.promptrails.errors import bad_request
from promptport_local.promptrails.events import frames
from promptport_local.promptrails.resource import Json, Resource, Verb
from promptport_local.promptrails.state import DEEPEST
from promptport_local.strict_json import BrokenJson, check_json
from promptport_local.vendor import Behaviour

_RENAMED = {"from": "from_date", "to": "to_date", "q": "query"}


def usual(backend: Backend, resource: Resource, verb: Verb) -> Behaviour:
    """What the operations of all resources do alike."""
    records, versions, name = backend.records, backend.versions, resource.name

    def act(call: Call) -> Answer:
        ids = list(call.path.values())
        parent = ids[0] if ids and resource.parent is not None else None
        filters = {key: value for key, value in call.pairs if key in resource.filters}
        if verb == "page":
            numbers = {key: call.query[key] for key in ("page", "limit") if key in call.query}
            return Answer.json(records.page(name, parent_id=parent, filters=filters, **numbers))
        if verb == "all":
            return _data(records.listed(name, parent, filters))
        if verb == "get":
            return _data(records.get(name, ids[0]))
        if verb == "create":
            return _data(records.create(name, call.body, parent), 201)
        if verb == "change":
            return _data(records.change(name, ids[0], call.body))
        if verb == "create_version":
            return _data(versions.create(name, ids[0], call.body), 201)
        if verb == "promote_version":
            return _data(versions.promote(name, ids[0], call.path["version_id"]))
        records.delete(name, ids[0])
        return Answer(204, b"", None)

    return checked(act)


def empty(act: Callable[[Call], None]) -> Behaviour:
    """Nothing, once it was done."""

    def answer(call: Call) -> Answer:
        act(call)
        return Answer(204, b"", None)

    return checked(answer)


def enveloped(method: Callable[..., Any], status: int = 200) -> Behaviour:
    """What a method answers, under `data`."""
    return checked(lambda call: _data(_called(method, call), status))


def bare(method: Callable[..., Any]) -> Behaviour:
    """What a method answers, without an envelope."""
    return checked(lambda call: Answer.json(_called(method, call)))


def streamed(method: Callable[..., Any]) -> Behaviour:
    """The events that a method answers, as a stream."""
    return checked(lambda call: Answer.stream(frames(_called(method, call))))


def rpc(act: Callable[[Call], Json]) -> Behaviour:
    """What a method answers, or why it does not, as JSON-RPC has it: with the status 200 in either case."""

    def answer(call: Call) -> Answer:
        head = {"jsonrpc": "2.0", "id": call.body["id"]}
        try:
            return Answer.json({**head, "result": act(call)})
        except Refusal as refusal:
            if refusal.status != 200:
                raise
            return Answer.json({**head, **refusal.body})

    return checked(answer)


def checked(act: Behaviour) -> Behaviour:
    """A behaviour that no body reaches which is nested too deeply to be kept."""

    def behave(call: Call) -> Answer:
        try:
            check_json(call.body, DEEPEST)
        except BrokenJson as error:
            raise bad_request(f"the body can't be kept: {error}") from None
        return act(call)

    return behave


def _data(value: Any, status: int = 200) -> Answer:
    return Answer.json({"data": value}, status)


def _called(method: Callable[..., Any], call: Call) -> Any:
    """What a method answers to those parameters and fields that it takes; null is as good as nothing."""
    body = call.body if isinstance(call.body, dict) else {}
    given = {**body, **{_RENAMED.get(name, name): value for name, value in call.query.items()}, **call.path}
    taken = inspect.signature(method).parameters.values()
    every = any(each.kind is each.VAR_KEYWORD for each in taken)
    names = {each.name for each in taken}
    return method(**{name: value for name, value in given.items() if value is not None and (every or name in names)})
