"""The pytest plugin: `promptport_local`, and what the suite of platforms needs besides."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from . import Platform
    from .callers import Processes

pytest.register_assert_rewrite("promptport.testing.suite")  # so that a failure there shows what was compared


@pytest.fixture
def promptport_local() -> Iterator[Platform]:
    """A local platform of the test's own, with the documents' names and keys in it.

    `promptport_local.url("xr2")` is the address to give a client, `promptport_local.requests` what arrived, and
    `promptport_local.script("xr2", {"status": 503})` the next answer.
    """
    from . import Platform

    with Platform() as platform:
        yield platform


@pytest.fixture(scope="session")
def promptport_processes() -> Iterator[Processes]:
    """Runs jobs of `PlatformSuite` in processes of their own; one for all tests, since its beginning takes longer than most."""
    from .callers import Processes

    with Processes() as processes:
        yield processes
