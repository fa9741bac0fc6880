"""Proves that differences from a contract are counted, logged once a field, told to hooks, and take no memory without end."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from threading import Thread
from typing import Any

import pytest

import promptport
from promptport.http.contract_log import DIFFERENCES, MOST, Differences
from promptport.http.hooks import Hooks
from promptport.model import Difference

ODD = Difference("data[].input_schema", "array", "object")


@pytest.fixture
def counted() -> Differences:
    return Differences()


@pytest.fixture(autouse=True)
def nothing_before() -> Iterator[None]:
    DIFFERENCES.clear()
    yield
    DIFFERENCES.clear()


def test_logged_once_a_field(counted: Differences, caplog: pytest.LogCaptureFixture) -> None:
    """However often, and whatever kinds come; another operation's field is another."""
    for found in (ODD, ODD, ODD._replace(found="string")):
        counted.add("promptrails", "prompts_list", [found])
    counted.add("promptrails", "prompts_get", [ODD])
    told = [each for each in caplog.records if each.name == "promptport.contract"]
    assert [each.levelno for each in told] == [logging.WARNING] * 2
    assert [each.getMessage() for each in told] == [
        "promptrails prompts_list: data[].input_schema is an array, the contract says object",
        "promptrails prompts_get: data[].input_schema is an array, the contract says object",
    ]
    assert [(each.operation, each.found, each.times) for each in counted.all()] == [
        ("prompts_list", "array", 2), ("prompts_list", "string", 1), ("prompts_get", "array", 1),
    ]  # fmt: skip


def test_memory_has_a_bound(counted: Differences, caplog: pytest.LogCaptureFixture) -> None:
    """Past it nothing new is counted or logged; what is known goes on."""
    for number in range(MOST + 50):
        counted.add("p", "o", [ODD._replace(field=f"f{number}")])
    counted.add("p", "o", [ODD._replace(field="f0")])
    assert (len(counted.all()), counted.all()[0].times, len(caplog.records)) == (MOST, 2, MOST)


def test_counted_by_many_threads(counted: Differences) -> None:
    """None is lost."""

    def count() -> None:
        for _ in range(500):
            counted.add("p", "o", [ODD])

    threads = [Thread(target=count) for _ in range(8)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert counted.all()[0].times == 4_000


class Watching:
    """An observer that asks for differences."""

    detailed = False

    def __init__(self) -> None:
        self.found: list[Any] = []

    def before(self, attempt: Any) -> None:
        """Not asked for."""

    def after(self, attempt: Any, result: Any) -> None:
        """Not asked for."""

    def differs(self, difference: promptport.ContractDifference) -> None:
        """Keep it."""
        self.found.append(difference)


class Failing(Watching):
    """An observer with a mistake."""

    def differs(self, difference: promptport.ContractDifference) -> None:
        """Fail."""
        raise LookupError("a mistake of its own")


class Plain:
    """An observer of attempts alone."""

    def before(self, attempt: Any) -> None:
        """Nothing."""

    def after(self, attempt: Any, result: Any) -> None:
        """Nothing."""


def test_hooks_are_told(caplog: pytest.LogCaptureFixture) -> None:
    """Each difference of each answer, with its count; one that does not ask is left alone, and a mistake of one is logged."""
    watching = Watching()
    hooks = Hooks((Plain(), Failing(), watching))
    for _ in range(2):
        hooks.differs("scope", "prompts_get", [ODD])
    assert [(str(each), each.times) for each in watching.found] == [
        ("scope prompts_get: data[].input_schema is an array, the contract says object", times) for times in (1, 2)
    ]
    assert [each.getMessage() for each in caplog.records if each.name == "promptport"] == [
        "a hook failed where prompts_get differs"
    ] * 2
    assert promptport.contract_differences() == [watching.found[-1]]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system can't fork")
def test_a_child_has_a_lock_of_its_own(counted: Differences) -> None:
    """Also where its parent held it."""
    counted._lock.acquire()
    holder = counted._lock
    counted.after_fork()
    assert counted._lock is not holder
    Thread(target=counted.add, args=("p", "o", [ODD])).run()
    assert len(counted.all()) == 1
