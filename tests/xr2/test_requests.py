"""Proves how arguments are read that the contract does not know as they are."""

from __future__ import annotations

import math

import pytest
from promptport_api.xr2.api.client import check_api_key, get_prompt, track_event

from promptport.model import Request
from promptport.xr2.requests import as_documented


@pytest.mark.parametrize(("given", "read"), [(True, 1), ("1.0", 1), (2.0, 2), (None, None)])
def test_what_is_read_as_the_documented_package_reads_it(given: object, read: object) -> None:
    """A number of a truth value or a text; what is not given stays so."""
    request = get_prompt.request(slug="s", version_number=given)  # type: ignore[arg-type] # as untyped programs pass it
    again = as_documented(request)

    assert again is not None
    assert again.arguments == {"slug": "s", "version_number": read, "status": None}
    assert type(again.arguments["version_number"]) is type(read)


def test_what_the_documented_package_takes_and_json_can_not_express() -> None:
    """It stays as it is."""
    again = as_documented(track_event.request(trace_id="t", event_name="e", value="nan", metadata={"a": object}))  # type: ignore[arg-type]

    assert again is not None
    assert math.isnan(again.arguments["value"])
    assert again.arguments["metadata"] == {"a": object}


@pytest.mark.parametrize(
    "request_",
    [
        get_prompt.request(slug=None),  # type: ignore[arg-type] # as untyped programs pass it
        get_prompt.request(slug="s", version_number="two"),  # type: ignore[arg-type]
        track_event.request(trace_id="t", event_name="e", source_name=5),  # type: ignore[arg-type]
        track_event.request(trace_id="t", event_name="e", metadata=[1]),  # type: ignore[arg-type]
        check_api_key.request(),
    ],
)
def test_what_the_documented_package_refuses(request_: Request) -> None:
    """There is nothing else to be sent; nor of a call without arguments."""
    assert as_documented(request_) is None
