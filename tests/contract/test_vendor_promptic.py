"""Proves that the local Promptic serves Promptic's own client of every release, and that ours sends what it sends.

A release's package runs unmodified in a process of its own, with both of its clients, against the platform as of that release
and as of all of them: every operation that it has succeeds, on ids of earlier answers. Then ours does the same: its requests
must be equal.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from promptport.testing import Platform

from . import promptic_agents as agents
from . import promptic_cases as cases
from . import promptic_optimising as optimising
from .driven import operations, told, vendor_of
from .promptic_clients import CLIENTS, OURS, Clock, Driver, ReleaseDriver, driver, local_promptic
from .promptic_optimising import NOT_FOUND
from .vendor import Allowed, Call, Difference, differing, not_allowed, unused

CLOCK = Clock()
Scenario = Callable[[Any, Clock], None]
SCENARIOS: dict[str, tuple[Scenario, ...]] = {
    "0.14.2": (
        *(optimising.flow_1, optimising.components, optimising.experiments, optimising.examples),
        *(optimising.iterations, optimising.deployments),
        *(agents.flow_2, agents.traces, agents.datasets, agents.judgements, agents.evaluations),
    ),
    "1.1.0": (
        *(optimising.components, optimising.experiments, optimising.iterations, optimising.deployments, agents.traces),
        *(cases.flow, cases.cases, cases.datasets, cases.artifacts, cases.tools, cases.catalogue),
    ),
}
ALLOWED = (Allowed("*", "accept", ["*/*"], ["application/json"], "ours says what it reads"),)

ACCOUNT = "5b0f2c1e-7a34-4d1c-9a57-0f6f3a1d2c4b"
WITHOUT_ID = {"models_list"}  # whose application is that of the key


@pytest.mark.promise("C2", "C11")
@pytest.mark.parametrize("world", CLIENTS)
@pytest.mark.parametrize("release", SCENARIOS)
def test_every_operation_of_a_release(
    release: str, world: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each scenario by the vendor's client, on both platforms, and by ours: the same requests, and every operation among them."""
    later = release != "0.14.2"
    monkeypatch.chdir(tmp_path)  # into which a download goes
    with ExitStack() as stack:
        vendor = stack.enter_context(vendor_of("promptic-sdk", release))
        union = stack.enter_context(local_promptic(CLOCK))
        platforms = [union, stack.enter_context(local_promptic(CLOCK, release))]
        reached: dict[str, set[int]] = {}
        found: list[Difference] = []
        for scenario in SCENARIOS[release]:
            theirs = [
                played(scenario, ReleaseDriver(vendor, world, each.url("promptic"), later), each) for each in platforms
            ]
            assert [each.requests for each in theirs[1:]] == [theirs[0].requests] * (len(theirs) - 1), scenario
            for platform in platforms:
                mine = Driver(OURS[world], platform.url("promptic"))
                mine.has_cases = later
                found += differences(scenario.__name__, theirs[0].requests, played(scenario, mine, platform).requests)
            for operation, status in theirs[0].answered:
                reached.setdefault(operation, set()).add(status)
    assert not_allowed(found, ALLOWED) == []
    assert unused(found, ALLOWED) == []
    known = operations("promptic", release)
    called = {name: each for name, each in known.items() if {"client", "models"} & {*each.spec["tags"]}}
    assert {name for name, statuses in reached.items() if statuses & {200, 201, 204, 302}} == set(called)
    missed = {name for name, each in called.items() if "404" in each.spec["responses"]}
    assert {name for name, statuses in reached.items() if 404 in statuses} == missed - WITHOUT_ID
    print(f"C11: promptic {release}, {world}: {len(called)} operations on {len(platforms)} platforms")


class Played:
    """What came of a scenario.

    Attributes:
        requests: What was sent.
        answered: The operations, and their statuses.
    """

    def __init__(self, platform: Platform) -> None:
        self.requests = told(platform.requests)
        # What has no operation is asked of the host that keeps artifacts.
        self.answered = [(each.operation, each.status or 0) for each in platform.requests if each.operation]
        assert [each.ignored for each in platform.requests if each.ignored] == []


def played(scenario: Scenario, client: Any, platform: Platform) -> Played:
    """Play a scenario from the one beginning."""
    CLOCK.back()
    platform.reset()
    scenario(client, CLOCK)
    client.end()
    return Played(platform)


def differences(scenario: str, theirs: list[dict[str, Any]], ours: list[dict[str, Any]]) -> Iterator[Difference]:
    """What differs between the requests of two clients."""
    assert len(theirs) == len(ours), scenario
    for one, other in zip(theirs, ours, strict=True):
        yield from differing(Call(f"{scenario}: {one['method']} {one['path']}"), one, other)


# Beside a session token, ours names the account in the header of each generation.
BOTH = "servers of either generation find the account by the header that they know"
SCOPED = {
    "0.14.2": ("workspace_id", Allowed("*", "x-ai-application-id", [], [ACCOUNT], BOTH)),
    "1.1.0": ("ai_application_id", Allowed("*", "x-workspace-id", [], [ACCOUNT], BOTH)),
}


@pytest.mark.parametrize("world", CLIENTS)
@pytest.mark.parametrize("release", SCOPED)
def test_a_session_token_of_a_release(release: str, world: str) -> None:
    """A token with the account beside it is let in as of each release, and ours sends what theirs sends, and one header more."""
    name, more = SCOPED[release]
    given = {"access_token": "st_local_dev", name: ACCOUNT}
    with ExitStack() as stack:
        vendor = stack.enter_context(vendor_of("promptic-sdk", release))
        for platform in (stack.enter_context(local_promptic(CLOCK, each)) for each in (release, None)):
            url = platform.url("promptic")
            vendor.client("theirs", f"promptic_sdk.{CLIENTS[world].__name__}", url, api_key=None, **given)
            assert vendor.call("theirs", "list_components")["answer"]["data"] != []
            mine = Driver(OURS[world], url, **given)
            assert mine.list_components()["data"] != []
            mine.end()
            theirs, ours = told(platform.requests)
            found = list(differing(Call("list_components"), theirs, ours))
            assert not_allowed(found, (*ALLOWED, more)) == []
            assert unused(found, (*ALLOWED, more)) == []


@pytest.fixture(scope="module")
def running() -> Iterator[Platform]:
    """One local Promptic for the file."""
    with local_promptic(CLOCK) as platform:
        yield platform


def test_a_session_token_and_its_workspace(running: Platform) -> None:
    """A session token reaches the workspace that is named beside it; another one, or none, is refused."""
    kind = CLIENTS["blocking"]
    backend = running.backend("promptic")
    backend.add_workspace("mine", name="Mine", members=["user_1"])
    backend.add_workspace("theirs", name="Theirs", members=["user_2"])
    with driver(kind, running, access_token="st_local_dev", workspace_id="mine") as client:
        assert client.get_workspace()["name"] == "Mine"
        assert client.list_components()["data"] == []
        experiment = client.create_experiment(client.create_component("c")["id"], "m")
        assert experiment["createdByUser"] == "user_1"
    with driver(kind, running) as client:
        assert client.refused("get_experiment", experiment["id"]) == NOT_FOUND
    for credentials, status in (
        ({"access_token": "st_local_dev", "workspace_id": "theirs"}, 403),
        ({"access_token": "st_local_dev", "workspace_id": "nowhere"}, 403),
        ({"access_token": "st_local_dev"}, 400),
        ({"access_token": "unknown", "workspace_id": "mine"}, 401),
        ({"api_key": "unknown"}, 401),
    ):
        with driver(kind, running, **credentials) as client:
            assert client.refused("get_workspace")[0] == status
