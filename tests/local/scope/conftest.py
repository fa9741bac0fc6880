"""The local Scope without HTTP, for its tests."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pytest

from promptport_local.environment import Environment
from promptport_local.errors import Refusal
from promptport_local.scope.backend import Backend
from promptport_local.store import Store

from ..conftest import Clock

APPLICATION = ("my-org", "key_abc123", "secret_xyz")


@pytest.fixture
def environment(clock: Clock) -> Iterator[Environment]:
    """What Scope lives on."""
    with closing(Store()) as store:
        yield Environment("scope", store, clock, seed=1)


@pytest.fixture
def scope(environment: Environment) -> Backend:
    """Scope without HTTP, with its fixture."""
    made = Backend(environment)
    made.reset()
    return made


@pytest.fixture
def token(scope: Backend) -> str:
    return issue(scope)


def issue(scope: Backend, *credentials: str) -> str:
    return str(scope.exchange(*(credentials or APPLICATION))["access_token"])


def caller(scope: Backend) -> dict[str, Any]:
    return scope.applications[0]


def production(scope: Backend, prompt: str) -> dict[str, Any]:
    return scope.get_production(caller(scope), prompt)


def named(scope: Backend, name: str) -> dict[str, Any]:
    return next(each for each in scope.prompts if each["name"] == name)


def refused(act: Any, *given: Any) -> tuple[int, str]:
    with pytest.raises(Refusal) as caught:
        act(*given)
    error = caught.value.body["error"]
    assert error["message"]
    return caught.value.status, error["code"]
