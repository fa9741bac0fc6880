"""Proves that ours sends what xR2's own client sends: its package, unmodified, in a process of its own, calls every operation."""

from __future__ import annotations

import pytest

import promptport.xr2
from promptport.testing import Platform

from .driven import Ours, operations, signatures, told, vendor_of
from .vendor import Allowed, Call, differing, not_allowed, unused

KEY = "YOUR_PRODUCT_API_KEY"
RELEASES = ("0.3.0",)
ALLOWED = (
    Allowed(
        "check_api_key", "content-type", ["application/json"], [], "a request without a body has no type of a body"
    ),
)


@pytest.mark.promise("C2", "C11")
@pytest.mark.parametrize("world", ["xR2Client", "AsyncxR2Client"])
@pytest.mark.parametrize("release", RELEASES)
def test_every_operation_of_a_release(release: str, world: str, platform: Platform) -> None:
    """Every operation succeeds, the last on the trace that the one before it began; ours sends the same for each."""
    address = platform.url("xr2")
    with vendor_of("xr2-sdk", release) as vendor:
        vendor.client("theirs", f"xr2_sdk.{world}", address, api_key=KEY)
        answer = vendor.call("theirs", "get_prompt", slug="welcome", version_number=1)["answer"]
        event = {"trace_id": answer["data"]["trace_id"], "event_name": "sign_up", "user_id": "u", "metadata": {"a": 1}}
        made = {"get_prompt": {"slug": "welcome", "version_number": 1}, "check_api_key": {}, "track_event": event}
        assert set(signatures(vendor, f"xr2_sdk.{world}")) == set(made)
        for method, arguments in list(made.items())[1:]:
            assert vendor.call("theirs", method, **arguments)["answer"]["ok"]
    theirs = told(platform.requests)
    answered = {each.operation: each.status for each in platform.requests}
    assert answered == dict.fromkeys(operations("xr2", release), 200)
    client = Ours(getattr(promptport.xr2, world)(KEY, base_url=address), promptport.xr2)
    for method, arguments in made.items():
        assert client.call(method, **arguments).ok
    client.close()
    print(f"C11: xr2 {release}, {world}: {len(answered)} operations")
    found = [
        each
        for method, one, other in zip(made, theirs, told(platform.requests)[3:], strict=True)
        for each in differing(Call(method), one, other)
    ]
    assert not_allowed(found, ALLOWED) == []
    assert unused(found, ALLOWED) == []
