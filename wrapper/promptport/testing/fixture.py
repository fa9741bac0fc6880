"""The pytest plugin: `promptport_local`, copies and events in folders of the test's own, and what the suite needs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from . import Platform
    from .callers import Processes

MARK = "promptport_releases"

pytest.register_assert_rewrite("promptport.testing.suite")  # so that a failure there shows what was compared


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let a project switch it off: `promptport_own_copies = false`, `promptport_own_outbox = false` in pytest's settings."""
    from .own_folders import SETTINGS

    for setting, (_, description) in SETTINGS.items():
        parser.addini(setting, description, "bool", default=True)


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> None:
    """Begin before the first module of the project is imported, which may build a client."""
    from .own_folders import begin

    begin(early_config)


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    """Begin, where a `conftest.py` has named this plugin."""
    from .own_folders import begin

    begin(config)
    config.addinivalue_line("markers", f"{MARK}(PLATFORM=RELEASE, ...): as which releases `promptport_local` answers.")


@pytest.fixture
def promptport_local(request: pytest.FixtureRequest) -> Iterator[Platform]:
    """A local platform of the test's own, with the documents' names and keys in it.

    `promptport_local.url("xr2")` is the address to give a client, `promptport_local.requests` what arrived, and
    `promptport_local.script("xr2", {"status": 503})` the next answer; `publish`, `label`, `ab_test` and `expire_tokens` do what
    people do on a platform's own pages, `outage` and `slow` what happens to one.

    With `@pytest.mark.promptport_releases(promptic="1.1.0")` a platform answers as that release; of several marks the one that
    stands closest to the test counts, platform by platform.
    """
    from . import Platform

    releases: dict[str, str] = {}
    for mark in request.node.iter_markers(MARK):
        if mark.args:
            raise pytest.UsageError(f'{MARK} takes releases by platform, such as {MARK}(promptic="1.1.0").')
        releases = {**mark.kwargs, **releases}
    with Platform(releases=releases) as platform:
        yield platform


@pytest.fixture(scope="session")
def promptport_processes() -> Iterator[Processes]:
    """Runs jobs of `PlatformSuite` in processes of their own; one for all tests, since its beginning takes longer than most."""
    from .callers import Processes

    with Processes() as processes:
        yield processes
