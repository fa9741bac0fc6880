"""Proves that xR2 begins with what its documents speak of."""

from __future__ import annotations

from promptport_local.xr2.backend import Backend
from promptport_local.xr2.fixture import FIXTURE
from promptport_local.xr2.seeds import check_seed

from ..conftest import KEY


def test_the_fixture(backend: Backend) -> None:
    """A key, a prompt `welcome` in production, and the events that the quick start tracks."""
    check_seed(FIXTURE)
    assert backend.authenticate(KEY)["user"] == "alice"
    (welcome,) = [each for each in backend.prompts if each["slug"] == "welcome"]
    assert [each["status"] for each in welcome["versions"]] == ["production"]
    events = {each["event_name"] for each in backend.state()["event_definitions"]}
    assert {"sign_up", "purchase_completed"} <= events
