"""Proves that extras are told by what is installed; tests/cli/test_doctor.py looks at the folders."""

from __future__ import annotations

from importlib import metadata

import pytest

from promptport.cli import doctor_places

pytestmark = pytest.mark.one_python("what is shown is the same on each")
REQUIRES = [
    "attrs>=24.1",
    'typer>=0.15; extra == "cli"',
    "promptport[local]; extra == 'cli'",
    "redis >=5 ; extra == 'redis'",
]


@pytest.mark.parametrize(
    ("absent", "details"),
    [
        ((), "cli, redis"),
        (("redis",), 'cli; not installed: redis (pip install "promptport[redis]")'),
        (("redis", "typer"), 'not installed: cli, redis (pip install "promptport[cli,redis]")'),
    ],
)
def test_extras(monkeypatch: pytest.MonkeyPatch, absent: tuple[str, ...], details: str) -> None:
    """Each by the packages that it brings; one that is missing is no fault, and says how it is had."""

    def version(name: str) -> str:
        if name in absent:
            raise metadata.PackageNotFoundError(name)
        return "1"

    monkeypatch.setattr(metadata, "requires", lambda _: REQUIRES)
    monkeypatch.setattr(metadata, "version", version)
    found = doctor_places.extras()
    assert (found.mark, found.details) == ("good", details)


def test_an_install_that_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(metadata, "requires", lambda _: None)
    assert doctor_places.extras().mark == "none"
