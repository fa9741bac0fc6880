"""Proves that ours sends what xR2's own client sends and answers what it answers, call by call, in both worlds.

The calls are made from the vendor's signatures, so that a parameter it gains is called for here. Both clients call the
same local platform from the same beginning: what differs differs because of the client, and has its row and reason.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import chain
from typing import Any
from unittest.mock import ANY

import pytest

from promptport.testing import Platform

from .vendor import ABSENT, Allowed, Call, Difference, Samples, calls, differing, incomplete_calls, not_allowed
from .vendor import sent, unused, without_sample
from .xr2_clients import WORLDS, driver, local_xr2, prepare

TRACE = "<the trace id>"
SAMPLES: Samples = {
    "slug": ("welcome", "nowhere", "", "Grüße 漢/🎉?"),
    "version_number": (2, "2", 0, 99),
    "status": ("production", "testing", "deprecated", "nonsense", ""),
    "trace_id": (TRACE, "unknown"),
    "event_name": ("sign_up", "purchase_completed", "undefined"),
    "source_name": ("shop", ""),
    "user_id": ("user_123", "", 'Zoë "Z" \\'),
    "session_id": ("session_1", ""),
    "value": (99.99, 5, 0, -0.5),
    "currency": ("USD", ""),
    "metadata": ({"order_id": "o1", "none": None, "deep": {"漢": [1, 1.5, True, "é"]}}, {}),
}
WRONG: Samples = {
    "slug": (None, 5),
    "version_number": ("two", 2.5, True),
    "status": (5,),
    "trace_id": (None,),
    "event_name": (b"sign_up",),
    "source_name": (5,),
    "user_id": (5,),
    "session_id": ([],),
    "value": ("much", math.nan),
    "currency": (5,),
    "metadata": ("text", [1], {"at": date(2026, 1, 15)}),
}
EARLY = "we say what is wrong with an argument by raising, always; they answer it as a value where JSON is what refuses it"
ALLOWED = (
    Allowed("check_api_key", "content-type", ["application/json"], [], "a request without a body has no type of a body"),
    Allowed("get_prompt", "error", ANY, ANY, "they show the list of a 422 as Python writes it, we in words", {"status": ""}),
    Allowed("get_prompt", "error", ANY, ANY, "as above", {"status": "nonsense"}),
    Allowed("*", "to_dict.data.*", None, ABSENT, "`to_dict` of ours leaves out what is None"),
    Allowed("get_prompt", "to_dict.data.prompt_model_config", {}, ABSENT, "`to_dict` of ours has the wire's names"),
    Allowed("get_prompt", "to_dict.data.model_config", ABSENT, {}, "`to_dict` of ours has the wire's names"),
    Allowed("get_prompt", "requests", 1, 0, "True is no version; they ask for version 1", {"version_number": True}),
    Allowed("get_prompt", "outcome", ANY, "raises", "True is no version", {"version_number": True}),
    Allowed("track_event", "outcome", "value", "raises", EARLY, {"value": math.nan}),
    Allowed("track_event", "outcome", "value", "raises", EARLY, {"metadata": {"at": date(2026, 1, 15)}}),
)


def every_call() -> Iterator[Call]:
    """The calls, good and bad: those of one world stand for both, since a test compares their signatures."""
    theirs = WORLDS["blocking"][0]
    good = {name: (values[0],) for name, values in SAMPLES.items()}
    wrong = {name: (*good[name], *values) for name, values in WRONG.items()}
    return chain(calls(theirs, SAMPLES), incomplete_calls(theirs, SAMPLES), list(calls(theirs, wrong))[0:])


def observe(platform: Platform, client: Any, call: Call) -> tuple[dict[str, Any], Any]:
    """Make a call from the platform's one beginning: what it sent and how it ended, and the response itself."""
    trace_id = prepare(platform)
    arguments = {name: trace_id if value == TRACE else value for name, value in call.arguments.items()}
    response = None
    outcome = "value"
    try:
        response = client.call(call.method, **arguments)
    except (TypeError, ValueError):  # the vendor's validation errors, and ours, are ValueErrors
        outcome = "raises"
    seen: dict[str, Any] = {"requests": len(platform.requests), "outcome": outcome}
    for request in platform.requests:
        seen |= sent(request)
    return seen, response
