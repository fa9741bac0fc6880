# Made from tests/promptic/_async/test_generations.py by `python tools/unasync.py`: change that file, never this one.
"""Proves that one client goes on against servers of every generation, of which the local platform is each."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from promptport.promptic import PrompticClient, PrompticAPIError
from promptport.testing import Platform

pytestmark = pytest.mark.one_python("what is sent is the same on all")
GIVEN = [{"variables": {"ticket": "a"}, "expected": "b", "split": "train"}]
ALL = ""


@contextmanager
def served(release: str) -> Iterator[Platform]:
    """A platform as of a release, or of all of them; nothing warns."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        with Platform(releases={"promptic": release} if release else {}) as platform:
            yield platform


def client_of(platform: Platform) -> PrompticClient:
    """A client of it."""
    return PrompticClient("pk_local_dev", endpoint=platform.url("promptic"))


def paths(platform: Platform, since: int = 0) -> list[str]:
    """The last steps of what was asked for."""
    return [each.path.rpartition("/")[2] for each in platform.requests[since:]]


@pytest.mark.parametrize(
    ("release", "asked"),
    [(ALL, ["workspace", "ai-application"]), ("0.20.0", ["workspace", "ai-application", "workspace"]),
     ("0.21.0", ["workspace", "ai-application", "ai-application"])],
)  # fmt: skip
def test_the_application_has_its_name(release: str, asked: list[str]) -> None:
    with served(release) as platform:
        with client_of(platform) as client:
            assert client.get_workspace() == client.get_ai_application()
            assert paths(platform) == asked
            assert client.get_workspace() == client.get_ai_application()
            assert len(platform.requests) == len(asked) + 2  # each knows its path now


@pytest.mark.parametrize(("release", "more"), [(ALL, 0), ("0.14.2", 0), ("0.17.0", 0), ("0.18.0", 2), ("1.1.0", 2)])
def test_observations_go_on(release: str, more: int) -> None:
    """As cases, where a server has those in their place: the first call finds out."""
    with served(release) as platform:
        with client_of(platform) as client:
            component = (client.list_components())["data"][0]["id"]
            experiment = (client.create_experiment(component, "gpt-4.1-nano"))["id"]
            before = len(platform.requests)
            made: Any = (client.create_observations(experiment, GIVEN))["data"][0]
            assert len(platform.requests) == before + 1 + more
            assert {name: made[name] for name in GIVEN[0]} == GIVEN[0]
            assert (client.list_observations(experiment))["data"] == [made]
            assert (client.update_observation(experiment, made["id"], expected="c"))["expected"] == "c"
            client.delete_observation(experiment, made["id"])
            assert (client.list_observations(experiment))["data"] == []
            assert len(platform.requests) == before + 5 + more
            with pytest.raises(PrompticAPIError, match="404"):
                client.list_observations("nothing")
            with pytest.raises(PrompticAPIError, match="404"):
                client.delete_observation(experiment, made["id"])
