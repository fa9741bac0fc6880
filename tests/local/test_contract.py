"""Proves that a new operation is served from its contract alone: authenticated, validated both ways, answered by example."""

from __future__ import annotations

from contextlib import closing

import pytest

from promptport_local.clock import utc_now
from promptport_local.contract import Contract
from promptport_local.environment import Environment
from promptport_local.store import Store
from promptport_local.vendor import create_vendor

from .trees import Served


@pytest.mark.parametrize(
    ("method", "target", "found"),
    [
        ("GET", "/trees/default", "trees_default"),
        ("GET", "/trees/oak", "trees_get"),
        ("GET", "/trees/a%2Fb", "trees_get"),
        ("GET", "/trees/a%0Ab", "trees_get"),
        ("GET", "/trees/%64efault", "trees_default"),
        ("GET", "/trees/oak/leaves/3", "leaves_get"),
    ],
)
def test_paths_are_told_apart_step_by_step(served: Served, method: str, target: str, found: str) -> None:
    answer = served(method, target)
    assert (answer.status_code, answer.json()["leaf"], answer.headers["X-Example"]) == (200, found, "1")
    assert served.requests.all()[0].operation == found
    assert served.requests.all()[0].path == target


@pytest.mark.parametrize("target", ["", "/", "/trees/", "/trees/oak/leaves", "/tree"])
def test_unknown_paths(served: Served, target: str) -> None:
    assert served("GET", target).status_code == 404


def test_a_wrong_verb_hears_the_right_ones(served: Served) -> None:
    """Those of the path as it is written in the contract, and not those of one with a parameter in its place."""
    for path, allowed in {"/trees/other": "DELETE, GET", "/trees/default": "GET"}.items():
        answer = served("PATCH", path)
        assert (answer.status_code, answer.headers["Allow"]) == (405, allowed)


def test_every_checked_in_contract_has_examples() -> None:
    for name in Contract.names():
        contract = Contract.load(name)
        for each in contract.operations:
            success = each.success()
            assert success is not None, each.id
            assert contract.breach(each, success) is None
            for status in each.spec["responses"]:
                example = each.example(int(status))
                assert example is not None, (each.id, status)
                assert contract.breach(each, example) is None


def test_every_operation_of_a_platform_with_behaviour_has_one() -> None:
    with closing(Store()) as store:
        for name in Contract.names():
            platform = create_vendor(name, Environment(name, store, utc_now))
            if platform.backend is not None:
                assert set(platform.behaviours) == {each.id for each in platform.contract.operations}
