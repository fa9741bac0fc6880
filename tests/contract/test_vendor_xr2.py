"""Proves that ours sends what xR2's own client sends and answers what it answers, call by call, in both worlds.

The calls are made from the vendor's signatures, so that a parameter it gains is called for here. Both clients call the
same local platform from the same beginning: what differs differs because of the client, and has its row and reason.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from typing import Any
from unittest.mock import ANY

import pytest

from promptport.testing import Platform

from .vendor import (
    ABSENT,
    Allowed,
    Call,
    Difference,
    calls,
    canonical,
    differing,
    incomplete_calls,
    not_allowed,
    sent,
    unused,
    without_sample,
)
from .xr2_clients import WORLDS, Driver, driver, local_xr2, prepare

TRACE = "<the trace id>"
# The first is a good one; every one is sent, and those that can't be are refused by both.
SAMPLES: dict[str, tuple[Any, ...]] = {
    "slug": ("welcome", "nowhere", "unpublished", "", "Grüße 漢/🎉?", None, 5),
    "version_number": (2, "3", 0, 99, None, "two", 2.5, True, "1.0"),
    "status": ("production", "testing", "deprecated", "nonsense", "", None, 5),
    "trace_id": (TRACE, "unknown", "", None),
    "event_name": ("sign_up", "purchase_completed", "undefined", b"sign_up"),
    "source_name": ("shop", "", 5),
    "user_id": ("user_123", "", 'Zoë "Z" \\', 5),
    "session_id": ("session_1", "", []),
    "value": (99.99, 5, 0, -0.5, "12.5", "much", math.nan, True),
    "currency": ("USD", "", 5),
    "metadata": (
        {"order_id": "o1", "none": None, "deep": {"漢": [1, 1.5, True, "é"]}},
        {},
        "text",
        "",
        [],
        [1],
        {"at": {1, 2}},
        {"at": b"x"},
    ),
}
EARLY = "what JSON refuses is told in our words, which name the argument"
LIST = "the list of a 422 is shown as Python has it by them, and in words by us"
ALLOWED = (
    Allowed(
        "check_api_key", "content-type", ["application/json"], [], "a request without a body has no type of a body"
    ),
    Allowed("get_prompt", "error", ANY, ANY, LIST, {"status": ""}),
    Allowed("get_prompt", "error", ANY, ANY, LIST, {"status": "nonsense"}),
    Allowed("track_event", "*", ANY, ANY, "bytes are no text; they send them as if", {"event_name": b"sign_up"}),
    Allowed("track_event", "error", ANY, ANY, EARLY, {"value": math.nan}),
    Allowed("track_event", "error", ANY, ANY, EARLY, {"metadata": {"at": b"x"}}),
    Allowed(
        "track_event",
        "*",
        ANY,
        ANY,
        "a set goes out as a list; they answer it as a value",
        {"metadata": {"at": {1, 2}}},
    ),
)
# One world's calls stand for both: test_vendor_xr2_surface.py compares the signatures of all four clients.
CALLS = [*calls(WORLDS["blocking"][0], SAMPLES), *incomplete_calls(WORLDS["blocking"][0], SAMPLES)]
Differences = dict[tuple[str, str], list[Difference]]


@pytest.fixture(scope="module")
def found() -> Differences:
    """Every difference, by world and call."""
    with local_xr2() as platform:
        return {
            (world, str(call)): list(compare(platform, theirs, ours, call))
            for world, kinds in WORLDS.items()
            for theirs, ours in [kinds]
            for call in CALLS
        }


def compare(platform: Platform, theirs: Any, ours: Any, call: Call) -> Iterator[Difference]:
    """What differs when both make a call: in what they send, in how it ends, in what the caller reads."""
    with driver(theirs, platform.url("xr2")) as client:
        their_request, their_response = observe(platform, client, call)
    with driver(ours, platform.url("xr2")) as client:
        our_request, our_response = observe(platform, client, call)
    yield from differing(call, their_request, our_request)
    if their_response is not None and our_response is not None:
        fields = list(type(their_response.data).model_fields) if their_response.ok else []
        read, ours_read = answered(their_response, fields), answered(our_response, fields)
        if read["error"] and read["error"] in str(ours_read["error"]):
            ours_read["error"] = read["error"]  # ours says more: which call it was, and what to do about it
        yield from differing(call, read, ours_read)


def observe(platform: Platform, client: Driver, call: Call) -> tuple[dict[str, Any], Any]:
    """Make a call from the platform's one beginning: what was sent and how it ended, and the response."""
    trace_id = prepare(platform)
    # Ours reads xR2's wrapped 500 as the status that it means; what both make of a plain status is compared.
    platform.backend("xr2").options.wrap_500 = False
    arguments = {name: trace_id if value == TRACE else value for name, value in call.arguments.items()}
    outcome, response = "value", None
    try:
        response = client.call(call.method, **arguments)
    except (TypeError, ValueError):  # what a wrong call raises: a missing argument, theirs of a wrong one, and ours
        outcome = "raises"
    seen: dict[str, Any] = {"outcome": outcome, "requests": len(platform.requests)}
    for request in platform.requests:
        seen |= sent(request)
    return seen, response


def answered(response: Any, fields: list[str]) -> dict[str, Any]:
    """What a caller reads off a response."""
    told = response.to_dict()
    return {
        "ok": response.ok,
        "truth": bool(response),
        "status_code": response.status_code,
        "error": response.error,
        "data": response.data is not None,
        **{f"data.{name}": getattr(response.data, name, ABSENT) for name in fields},
        **{f"to_dict.{name}": value for name, value in told.items() if name not in ("data", "error")},
        **{f"to_dict.data.{name}": value for name, value in told.get("data", {}).items()},
        "repr is to_dict": json.loads(repr(response)) == told,
    }


@pytest.mark.parametrize("world", WORLDS)
@pytest.mark.parametrize("call", CALLS, ids=str)
def test_a_call_is_the_same(world: str, call: Call, found: Differences) -> None:
    """Method, path, query, body, three headers, outcome, data, truth and `to_dict` agree, but for the allowed rows."""
    assert not_allowed(found[world, str(call)], ALLOWED) == []


def test_every_allowed_difference_is_there(found: Differences) -> None:
    """No row of the allowed differences is left from former times."""
    assert unused((each for differences in found.values() for each in differences), ALLOWED) == []


def test_every_parameter_has_a_sample() -> None:
    """A parameter that the vendor adds is not passed over; one that it drops leaves no sample behind."""
    theirs = WORLDS["blocking"][0]

    assert without_sample(theirs, SAMPLES) == []
    assert {name for call in CALLS for name in call.arguments} == set(SAMPLES)
    assert len({str(call) for call in CALLS}) == len(CALLS) > 50


def test_differences_are_seen() -> None:
    """The comparison tells apart what JSON and headers tell apart, and nothing else."""
    call = Call("get_prompt", {"slug": "welcome"})
    row = Allowed("*", "b*", 1, ANY, "for the sake of the test", {"slug": "welcome"})
    one, other = {"a": 1, "bb": 1, "c": []}, {"a": 1.0, "bb": True, "d": None}
    found = list(differing(call, one, other))

    assert [each.aspect for each in found] == ["bb", "c", "d"]
    assert [each.aspect for each in not_allowed(found, [row])] == ["c", "d"]
    assert unused(found[1:], [row]) == [row]
    assert canonical(b'{"b": 1, "a": [2.0, true]}') == canonical(b'{"a":[2,true],"b":1.0}') != canonical(b'{"b": "1"}')
