"""Proves that ours reads each answer of xR2 that the vendor's package reads, and takes each argument, and that programs go on."""

from __future__ import annotations

import copy
import json
import pickle
import random
from collections.abc import Callable
from functools import partial
from importlib import import_module, resources
from types import ModuleType
from typing import Any

import httpx
import pytest
from generator import contract
from promptport_api.xr2.api.client import check_api_key, get_prompt, track_event

import promptport.xr2.models
from promptport.http.contract_log import DIFFERENCES
from promptport.model import Unreadable
from promptport.xr2 import xR2Client

# Named this way, since a type checker need not have the vendor's package.
THEIRS: Any = import_module("xr2_sdk.models")
OURS: Any = promptport.xr2.models
CONTRACT = contract.unpacked((resources.files("promptport_api.xr2") / "contract.json").read_text(encoding="utf-8"))
LEAVES: list[Any] = [
    None, True, False, 0, 1, -1, 1.0, 1.5, 10**20, 1e308, 1_700_000_000, "", "7", "1.0", "1_0", "true", "nan", "{{a}} {b}",
    "\ud800", "é🎉", "\x00", "2026-01-15T09:00:00Z", "2026-01-15", "2026-01-15 09:00", "2026-01-15T09:00:00.1234567+02:00",
    "1700000000",
]  # fmt: skip
NAMES = [
    "name",
    "default",
    "defaultValue",
    "required",
    "a",
    "",
    "é",
    "items",
    "get",
    "slug",
    "model_dump",
    "__class__",
    "_keys",
]
READ: dict[str, tuple[ModuleType, str]] = {
    "get_prompt": (get_prompt, "PromptContentResponse"),
    "track_event": (track_event, "EventResponse"),
    "check_api_key": (check_api_key, "CheckAPIKeyResponse"),
}
# What programs do with an answer.
USES: dict[str, Callable[[Any], Any]] = {
    "attributes": lambda each: [getattr(each, name) for name in type(each).model_fields],
    "a dump": lambda each: each.model_dump(),
    "JSON": lambda each: json.loads(each.model_dump_json()),
    "some of JSON": lambda each: each.model_dump(mode="json", exclude_none=True, exclude_unset=True, by_alias=True),
    "a dict": dict,
    "the fields that came": lambda each: each.model_fields_set,
    "texts": lambda each: bool(str(each)) and bool(repr(each)),
    "a pickle": lambda each: pickle.loads(pickle.dumps(each)) == each,
    "copies": lambda each: copy.copy(each) == copy.deepcopy(each) == each.model_copy(update={"trace_id": "z"}),
    "a response": lambda each: import_module(type(each).__module__).Response(each).to_dict(),
    "read again": lambda each: type(each).model_validate_json(each.model_dump_json()) is not None,
    "rendered": lambda each: _rendered(each, {"a": [1, None], "b": "v"}),
    "rendered loosely": lambda each: _rendered(each, None, strict=False, use_defaults=False, array_separator=","),
}


def _rendered(each: Any, values: Any, **options: Any) -> Any:
    return each.render(values, **options).model_dump() if "user_prompt" in type(each).model_fields else None


def anything(chance: random.Random, depth: int = 0) -> Any:
    """Any JSON."""
    kind = chance.random()
    if depth > 3 or kind < 0.6:
        return chance.choice(LEAVES)
    if kind < 0.8:
        return [anything(chance, depth + 1) for _ in range(chance.randrange(4))]
    return {chance.choice(NAMES): anything(chance, depth + 1) for _ in range(chance.randrange(4))}


def example(operation: str) -> dict[str, Any]:
    """The answer of the contract's example."""
    for item in CONTRACT["paths"].values():
        for each in item.values():
            if isinstance(each, dict) and each.get("operationId") == operation:
                found: dict[str, Any] = each["responses"]["200"]["content"]["application/json"]["example"]
                return found
    raise LookupError(operation)


def came(call: Callable[[], Any]) -> Any:
    """What a call of the vendor's package answers, or that it raises."""
    try:
        return call()
    except Exception:  # whatever that raises, ours may raise as well
        return NotImplemented


def as_they_are(data: dict[str, Any], model: Any) -> bool:
    """Whether every field is of its type, so that the vendor's package makes nothing else of it, as moments of numbers."""
    moments = [value for name, value in data.items() if name.endswith("_at")]
    if any(each is not None and "-" not in str(each) for each in moments):
        return False
    return came(partial(model.model_validate_json, json.dumps(data), strict=True)) is not NotImplemented


@pytest.mark.one_python("it compares packages, which a Python does not change")
@pytest.mark.promise("C9")
@pytest.mark.parametrize("operation", READ)
def test_c9_what_theirs_reads_ours_reads(operation: str, size: float) -> None:
    """C9: whatever is in it, what a program can do with theirs it can do with ours; the same where each field is of its type."""
    module, name = READ[operation]
    chance, answer, taken, same = random.Random(operation), example(operation), 0, 0
    for _ in range(int(20_000 * size)):
        odd = {each: anything(chance) if chance.random() < 0.1 else value for each, value in answer.items()}
        odd = {each: value for each, value in odd.items() if chance.random() < 0.98}
        odd |= {each: anything(chance) for each in chance.sample(NAMES, chance.randrange(3)) if each != "slug"}
        try:
            ours = module.parse(json.dumps(odd).encode())
        except Unreadable:
            ours = None
        theirs = came(partial(getattr(THEIRS, name).model_validate, odd))
        if theirs is NotImplemented:
            continue
        taken += 1
        assert ours is not None, odd
        plain = as_they_are(odd, getattr(THEIRS, name))
        for use, call in USES.items():
            wanted = came(partial(call, theirs))
            if wanted is not NotImplemented:
                found = call(ours)  # it may not raise
                assert found == wanted or not plain, (use, odd)
                same += plain
    DIFFERENCES.clear()
    print(f"{operation}: {taken} answers that theirs takes; {same} uses show the same")
    assert taken > 10
    assert same > 100


ARGUMENTS: dict[str, tuple[str, dict[str, Any]]] = {
    "get_prompt": ("GetPromptRequest", {"slug": "s", "version_number": 1, "status": "draft"}),
    "track_event": ("EventRequest", {"trace_id": "t", "event_name": "e", "source_name": "s", "user_id": "u", "session_id": "s",
                                     "value": 1.5, "currency": "USD", "metadata": {"a": 1}}),
}  # fmt: skip


@pytest.mark.one_python("it compares packages, which a Python does not change")
@pytest.mark.promise("C9")
@pytest.mark.parametrize("method", ARGUMENTS)
def test_c9_what_theirs_takes_ours_takes(method: str, size: float) -> None:
    """C9: whatever JSON an argument is, ours raises only where theirs does, and sends the same, or answers that it can't."""
    model, usual = ARGUMENTS[method]
    chance, sent, taken = random.Random(method), list[bytes](), 0

    def answer(request: httpx.Request) -> httpx.Response:
        sent.append(request.content)
        return httpx.Response(200, json=example(method))

    with xR2Client("k", transport=httpx.MockTransport(answer)) as client:
        for _ in range(int(20_000 * size)):
            given = {name: anything(chance) if chance.random() < 0.25 else value for name, value in usual.items()}
            fields = {"source_name": "python_sdk", **given}
            if "metadata" in fields:
                fields["metadata"] = fields["metadata"] or {}  # as theirs has it
            built = came(partial(getattr(THEIRS, model), **fields))
            if built is NotImplemented:
                continue
            taken += 1
            body = built.model_dump(exclude_none=True)
            text = came(partial(json.dumps, body, allow_nan=False))
            sent.clear()
            response = getattr(client, method)(**given)  # it may not raise
            if sent:
                assert json.loads(sent[0]) == json.loads(text), given
            else:
                assert not response.ok, given
                half = text is not NotImplemented and "\\ud800" in text  # of a pair, which UTF-8 can't express
                assert text is NotImplemented or half, given
    DIFFERENCES.clear()
    print(f"{method}: {taken} calls that theirs makes")
    assert taken > 10
