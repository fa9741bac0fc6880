"""Where copies of prompts and events are kept in a pytest run: no test finds a developer's, and no two tests share any."""

from __future__ import annotations

import os
from collections.abc import Generator
from shutil import rmtree
from tempfile import mkdtemp
from typing import Any

import pytest

from ..cache.disk import VARIABLE as COPIES
from .balanced import Balanced

OUTBOX = "PROMPTPORT_OUTBOX_DIR"  # `promptport.outbox` is imported by those who use it
SETTINGS = {
    "promptport_own_copies": (
        COPIES,
        "Whether copies of prompts are kept in a folder of the test's own, and not where the person's are; true by default.",
    ),
    "promptport_own_outbox": (
        OUTBOX,
        "Whether events are kept in a folder of the test's own, and must all be accounted for after it; true by default.",
    ),
}


class OwnFolder:
    """Gives each test a folder of its own, and so each fixture that outlives a test; what is built at import has the run's.

    A client keeps the folder that it was built with. So what is kept is shared by those alone who share a client, and by clients
    that modules build when they are imported. Whoever says where has its way: a test or fixture that sets the variable,
    a client with `disk=`, `store=` or `spool=`, a project file. Each worker of xdist is a run of its own.

    Args:
        variable: The environment variable that says where.
    """

    def __init__(self, variable: str) -> None:
        self._variable = variable
        self._before = os.environ.get(variable)
        self._folder = mkdtemp(prefix="promptport-test-")
        self._count = 0
        os.environ[variable] = f"{self._folder}{os.sep}run"

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_protocol(self) -> Generator[None, object, object]:
        """A test, its fixtures, and their ends."""
        return (yield from self._within())

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_fixture_setup(self, fixturedef: pytest.FixtureDef[Any]) -> Generator[None, object, object]:
        """A fixture; one that outlives its test must not keep anything where the test does."""
        if fixturedef.scope == "function":
            return (yield)
        return (yield from self._within())

    def end(self) -> None:
        """Take the folders away, and leave the environment as it was."""
        if self._is_ours:
            del os.environ[self._variable]
            if self._before is not None:
                os.environ[self._variable] = self._before
        rmtree(self._folder, ignore_errors=True)

    @property
    def _is_ours(self) -> bool:
        """Whether nobody else has set a folder."""
        return os.environ.get(self._variable, "").startswith(self._folder)

    def _within(self) -> Generator[None, object, object]:
        """Use a new folder, unless somebody has set one; afterwards the one before."""
        if not self._is_ours:
            return (yield)
        before = os.environ[self._variable]
        self._count += 1
        os.environ[self._variable] = f"{self._folder}{os.sep}{self._count}"
        try:
            return (yield)
        finally:
            if self._is_ours:
                os.environ[self._variable] = before


def begin(config: pytest.Config) -> None:
    """Keep things in folders of the run from now on, once, unless the project's settings say otherwise."""
    for setting, (variable, _) in SETTINGS.items():
        if config.getini(setting) and not config.pluginmanager.has_plugin(setting):
            folder = OwnFolder(variable)
            config.pluginmanager.register(folder, setting)
            config.add_cleanup(folder.end)
            if variable == OUTBOX:
                config.pluginmanager.register(Balanced(), "promptport_balanced")
