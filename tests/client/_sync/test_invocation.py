# Made from tests/client/_async/test_invocation.py by `python tools/unasync.py`: change that file, never this one.
"""Proves that the block of `invocation` delivers at its end what was reported in it, and what an earlier process has left."""

from __future__ import annotations

import pytest

from promptport import Client
from promptport.testing import Platform

from ..known import VALUES, XR2

pytestmark = pytest.mark.one_python("it goes over the wire as everything does")


def test_it_delivers_at_its_end(platform: Platform) -> None:
    """Also where the block raises; the error goes on."""
    with Client("xr2", **XR2.settings(platform, disk=False)) as client:
        with client.invocation(60.0):
            client.track((client.get("welcome")).render(VALUES), "sign_up")
        books = client.health()["reports"][0]
        assert (books["delivered"], books["waiting"]) == (1, 0)

        def fail() -> None:
            with client.invocation(60.0):
                client.track((client.get("welcome")).render(VALUES), "sign_up")
                raise ZeroDivisionError

        with pytest.raises(ZeroDivisionError):
            fail()
        books = client.health()["reports"][0]
        assert (books["delivered"], books["waiting"]) == (2, 0)


def test_its_end_takes_no_longer_than_it_may(platform: Platform) -> None:
    """What is not delivered by then waits."""
    with Client("xr2", **XR2.settings(platform, disk=False)) as client:
        platform.script("xr2", {"status": 503, "operation": "track_event", "times": None})
        with client.invocation(timeout=0.05):
            client.track((client.get("welcome")).render(VALUES), "sign_up")
        assert client.health()["reports"][0]["waiting"] == 1
        platform.reset()


def test_a_client_that_is_closed_within_it(platform: Platform) -> None:
    """What was reported is delivered by then; no error hides the one of the block."""
    client = Client("xr2", **XR2.settings(platform, disk=False))
    rendered = (client.get("welcome")).render(VALUES)

    def fail() -> None:
        with client.invocation(60.0):
            client.track(rendered, "sign_up")
            client.close()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert len(platform.backend("xr2").events) == 1
