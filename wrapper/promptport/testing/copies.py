"""Where copies of prompts are kept in a pytest run: no test reads a developer's, and no two tests share any."""

from __future__ import annotations

import os
from collections.abc import Generator
from shutil import rmtree
from tempfile import mkdtemp
from typing import Any

import pytest

from ..cache.disk import VARIABLE

SETTING = "promptport_own_copies"
HELP = (
    "Whether clients keep copies of prompts in a folder of the test's own (PROMPTPORT_CACHE_DIR), and not where the person's "
    "are; true by default."
)


class OwnCopies:
    """Gives each test a folder of its own, and so each fixture that outlives a test; what is built at import has the run's.

    A client keeps the folder that it was built with. So copies are shared by those alone who share a client, and by clients that
    modules build when they are imported. Whoever says where copies are has its way: a test or fixture that sets
    PROMPTPORT_CACHE_DIR, a client with `disk=` or `store=`, a project file with `disk`. Each worker of xdist is a run of its own.
    """

    def __init__(self) -> None:
        self._before = os.environ.get(VARIABLE)
        self._folder = mkdtemp(prefix="promptport-copies-")
        self._count = 0
        os.environ[VARIABLE] = f"{self._folder}{os.sep}run"

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_protocol(self) -> Generator[None, object, object]:
        """A test, its fixtures, and their ends."""
        return (yield from self._within())

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_fixture_setup(self, fixturedef: pytest.FixtureDef[Any]) -> Generator[None, object, object]:
        """A fixture; one that outlives its test must not keep copies where the test does."""
        if fixturedef.scope == "function":
            return (yield)
        return (yield from self._within())

    def end(self) -> None:
        """Take the folders away, and leave the environment as it was."""
        if self._is_ours:
            del os.environ[VARIABLE]
            if self._before is not None:
                os.environ[VARIABLE] = self._before
        rmtree(self._folder, ignore_errors=True)

    @property
    def _is_ours(self) -> bool:
        """Whether nobody else has set a folder."""
        return os.environ.get(VARIABLE, "").startswith(self._folder)

    def _within(self) -> Generator[None, object, object]:
        """Use a new folder, unless somebody has set one; afterwards the one before."""
        if not self._is_ours:
            return (yield)
        before = os.environ[VARIABLE]
        self._count += 1
        os.environ[VARIABLE] = f"{self._folder}{os.sep}{self._count}"
        try:
            return (yield)
        finally:
            if self._is_ours:
                os.environ[VARIABLE] = before


def begin(config: pytest.Config) -> None:
    """Keep copies in folders of the run from now on, once, unless the project's settings say otherwise."""
    if config.getini(SETTING) and not config.pluginmanager.has_plugin(SETTING):
        copies = OwnCopies()
        config.pluginmanager.register(copies, SETTING)
        config.add_cleanup(copies.end)
