"""What all tests share."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from promptport import contract_differences
from promptport.http.contract_log import DIFFERENCES
from promptport.testing import Fault, FaultProxy, Platform

# How long it takes to make an example, or to try it, says how busy the machine is.
settings.register_profile("busy", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("busy")

FULL = os.environ.get("PROMISES") == "full"
# What the oldest Python alone tries: all others try clients, which run against the local platform.
OLDEST = {("faults",), ("formats",), ("local",), ("transfer",)}
# What a Python between the oldest and the newest tries.
BETWEEN = {"cache", "client", "concurrency", "files", "http", "model", "outbox", "prompt", "system", "together", "xr2"}


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Ten thousand tests, and what they import, stay to the end: no search for garbage goes through them again and again."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.enable()
        gc.collect()
        gc.freeze()


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """What no test of is run is not even imported: some files import what takes a second.

    Of twins the newer ones try those for asyncio, from which the blocking ones are derived. One between the oldest and the
    newest tries one room, and what stands nearest to Python: connections, threads, loops, files and rendering.
    """
    own = collection_path.relative_to(config.rootpath).parts[1:]
    newer = "not one_python" in config.option.markexpr
    if newer and (own[:1] in OLDEST or ("_sync" in own and own[0] != "promises")):
        return True
    far = own and collection_path.is_dir() and own[0] not in BETWEEN
    if far and "not oldest_and_newest" in config.option.markexpr:
        return True
    if collection_path.suffix == ".py" and newer:
        return "\npytestmark = pytest.mark.one_python(" in collection_path.read_text("utf-8") or None
    return None


@pytest.fixture
def anyio_backend() -> str:
    """The tests for asyncio run on asyncio alone: aiohttp knows no other loop."""
    return "asyncio"


@pytest.fixture
def cache_folder() -> Path:
    """Where copies of prompts are kept in this test, as promptport's own plug-in has it."""
    return Path(os.environ["PROMPTPORT_CACHE_DIR"])


@pytest.fixture
def outbox_folder() -> Path:
    """Where events are kept in this test; after it all must be accounted for (`promptport.testing.balanced`)."""
    return Path(os.environ["PROMPTPORT_OUTBOX_DIR"])


class Scripted:
    """Scripts answers, and remembers that it did."""

    def __init__(self, script: Callable[..., None]) -> None:
        self.script, self.used = script, False

    def __call__(self, *arguments: Any, **named: Any) -> None:
        self.used = True
        self.script(*arguments, **named)


@pytest.fixture(scope="session")
def size() -> float:
    """The size of a promise's measurement: 1 in `nox -s promises`, one hundredth in `nox -s tests`."""
    return 1.0 if FULL else 0.01


@pytest.fixture(scope="session")
def running_platform() -> Iterator[Platform]:
    """One local platform for all tests, since starting one takes longer than most of them."""
    with Platform() as platform:
        yield platform


@pytest.fixture
def platform(running_platform: Platform) -> Iterator[Platform]:
    """The local platform as it starts. It must not have broken a contract, and no scripted answer may be left over.

    Clients are tolerant; what they were answered is judged here. Only what a test scripts may differ from the contract.
    """
    running_platform.reset()
    running_platform.violations.clear()
    DIFFERENCES.clear()
    scripted = Scripted(running_platform.script)
    running_platform.script = scripted  # type: ignore[method-assign]
    yield running_platform
    running_platform.script = scripted.script  # type: ignore[method-assign]
    assert not running_platform.violations
    assert not running_platform.unused
    assert scripted.used or not contract_differences()


@pytest.fixture(scope="session")
def running_proxy(running_platform: Platform) -> Iterator[FaultProxy]:
    """One proxy before the local platform, for all tests; a client's address is `f"{proxy.url}/xr2"`."""
    with FaultProxy(running_platform.url()) as proxy:
        yield proxy


@pytest.fixture
def proxy(running_proxy: FaultProxy) -> Iterator[FaultProxy]:
    """A proxy that breaks nothing yet. Its connections end with the test, so that nothing of it arrives in the next one."""
    yield running_proxy
    running_proxy.fault = Fault()
