"""What the tests of the local platform share: a server, clients, backends by themselves, and a clock that stands."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest

from promptport_local import Server
from promptport_local.contract import Contract
from promptport_local.environment import Environment
from promptport_local.promptic.backend import Backend as PrompticBackend
from promptport_local.promptrails.backend import Backend as PromptRailsBackend
from promptport_local.store import Store
from promptport_local.xr2.backend import Backend

from .trees import served as served

HERE = Path(__file__).parent
KEY = "YOUR_PRODUCT_API_KEY"
PROMPTIC_KEY = "pk_local_dev"


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What it answers is judged on one Python: on the others it serves the tests of every client."""
    for each in items:
        if each.path.is_relative_to(HERE):
            each.add_marker(pytest.mark.one_python("the tests of the clients run on it, on every Python"))


class Clock:
    """A clock that moves only when it is told to."""

    def __init__(self) -> None:
        self.back()

    def back(self) -> None:
        """Begin anew."""
        self.moment = datetime(2026, 1, 15, 9, 30, 0, 123456, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.moment

    def forward(self, **by: float) -> None:
        """Move, by what `timedelta` understands."""
        self.moment += timedelta(**by)


@pytest.fixture(scope="session")
def one_clock() -> Clock:
    """The clock of all tests, since they share a server."""
    return Clock()


@pytest.fixture
def clock(one_clock: Clock) -> Clock:
    one_clock.back()
    return one_clock


@pytest.fixture(scope="session")
def one_server(one_clock: Clock) -> Iterator[Server]:
    """The server of all tests, since starting one takes longer than most of them."""
    with Server(seed=1, now=one_clock) as running:
        yield running


@pytest.fixture
def server(clock: Clock, one_server: Server) -> Iterator[Server]:
    """A server as it starts, with a standing clock and a seed. No answer of its own may break the contract."""
    one_server.reset()
    one_server.violations.clear()
    yield one_server
    assert one_server.violations == []


@pytest.fixture
def client(server: Server) -> Iterator[httpx.Client]:
    headers = {"Authorization": f"Bearer {KEY}"}
    with httpx.Client(base_url=server.url("xr2") + "/api/v1", headers=headers, trust_env=False, verify=False) as made:
        yield made


@pytest.fixture
def control(server: Server) -> Iterator[httpx.Client]:
    """A client of the control surface."""
    with httpx.Client(base_url=server.url(), trust_env=False, verify=False) as made:
        yield made


@pytest.fixture
def environment(clock: Clock) -> Iterator[Environment]:
    """What xR2 lives on."""
    with closing(Store()) as store:
        yield Environment("xr2", store, clock, seed=1)


@pytest.fixture
def backend(environment: Environment) -> Backend:
    """xR2 without HTTP, with its fixture."""
    made = Backend(environment)
    made.reset()
    return made


@pytest.fixture
def promptic(clock: Clock) -> Iterator[PrompticBackend]:
    """Promptic without HTTP, with its fixture."""
    with closing(Store()) as store:
        made = PrompticBackend(Environment("promptic", store, clock, seed=1))
        made.reset()
        yield made


@pytest.fixture
def rails(clock: Clock) -> Iterator[PromptRailsBackend]:
    """PromptRails without HTTP, with its fixture."""
    with closing(Store()) as store:
        made = PromptRailsBackend(Contract.load("promptrails"), Environment("promptrails", store, clock, seed=1))
        made.reset()
        yield made


@pytest.fixture
def promptic_client(server: Server) -> Iterator[httpx.Client]:
    """A client of Promptic's REST API, with the default key."""
    headers = {"Authorization": f"Bearer {PROMPTIC_KEY}"}
    with httpx.Client(base_url=server.url("promptic"), headers=headers, trust_env=False, verify=False) as made:
        yield made


def get(backend: Backend, slug: str = "welcome", token: str = KEY, **choice: Any) -> dict[str, Any]:
    """Fetch a prompt without HTTP."""
    return backend.get_prompt(backend.authenticate(token), slug, "python_sdk", **choice)
