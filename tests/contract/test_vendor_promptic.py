"""Proves that the local Promptic serves Promptic's own client, unmodified: both flows end to end, and every operation.

Each scenario runs with both of the vendor's clients, on ids of earlier answers; a test counts which operations they reach.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from promptport.testing import Platform
from promptport_local.contract import Contract

from . import promptic_agents as agents
from . import promptic_optimising as optimising
from .promptic_clients import CLIENTS, Clock, Driver, driver, local_promptic
from .promptic_optimising import NOT_FOUND

CLOCK = Clock()


@pytest.fixture(scope="module")
def running() -> Iterator[Platform]:
    """One local Promptic for the file."""
    with local_promptic(CLOCK) as platform:
        yield platform


@pytest.fixture
def platform(running: Platform) -> Platform:
    """The local Promptic in its one beginning, no request counted."""
    CLOCK.back()
    running.reset()
    return running


@pytest.fixture(params=CLIENTS)
def client(request: pytest.FixtureRequest, platform: Platform) -> Iterator[Driver]:
    """Each of the vendor's clients."""
    with driver(CLIENTS[request.param], platform) as made:
        yield made


Scenario = Callable[[Driver, Clock], None]
SCENARIOS: tuple[Scenario, ...] = (
    *(optimising.flow_1, optimising.components, optimising.experiments, optimising.examples),
    *(optimising.iterations, optimising.deployments),
    *(agents.flow_2, agents.traces, agents.datasets, agents.judgements, agents.evaluations),
)


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario.__name__)
def test_scenario(client: Driver, scenario: Scenario) -> None:
    """Each scenario, from the one beginning, with each of the vendor's clients."""
    scenario(client, CLOCK)


def test_every_operation_is_reached(platform: Platform) -> None:
    """The scenarios have every operation of the client succeed, and every one that takes an id find nothing."""
    seen: dict[str, set[int]] = {}
    for scenario in SCENARIOS:
        CLOCK.back()
        platform.reset()
        with driver(CLIENTS["blocking"], platform) as client:
            scenario(client, CLOCK)
        for each in platform.requests:
            assert each.operation is not None
            assert each.status is not None
            seen.setdefault(each.operation, set()).add(each.status)
    operations = [each for each in Contract.load("promptic").operations if "client" in each.spec["tags"]]
    operations = [each for each in operations if "x-since" not in each.spec]  # that its client knows
    assert len(operations) == 45
    succeeded = {name for name, statuses in seen.items() if statuses & {200, 201, 204}}
    assert succeeded == {each.id for each in operations}
    with_id = {each.id for each in operations if "404" in each.spec["responses"]}
    assert {name for name, statuses in seen.items() if 404 in statuses} == with_id
    assert len(with_id) == 39
    assert seen["upsert_annotation"] >= {200, 201}


def test_a_session_token_and_its_workspace(platform: Platform) -> None:
    """A session token reaches the workspace that is named beside it; another one, or none, is refused."""
    kind = CLIENTS["blocking"]
    backend = platform.backend("promptic")
    backend.add_workspace("mine", name="Mine", members=["user_1"])
    backend.add_workspace("theirs", name="Theirs", members=["user_2"])
    with driver(kind, platform, access_token="st_local_dev", workspace_id="mine") as client:
        assert client.get_workspace()["name"] == "Mine"
        assert client.list_components()["data"] == []
        experiment = client.create_experiment(client.create_component("c")["id"], "m")
        assert experiment["createdByUser"] == "user_1"
    with driver(kind, platform) as client:
        assert client.refused("get_experiment", experiment["id"]) == NOT_FOUND
    for credentials, status in (
        ({"access_token": "st_local_dev", "workspace_id": "theirs"}, 403),
        ({"access_token": "st_local_dev", "workspace_id": "nowhere"}, 403),
        ({"access_token": "st_local_dev"}, 400),
        ({"access_token": "unknown", "workspace_id": "mine"}, 401),
        ({"api_key": "unknown"}, 401),
    ):
        with driver(kind, platform, **credentials) as client:
            assert client.refused("get_workspace")[0] == status
