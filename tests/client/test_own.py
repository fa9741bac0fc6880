"""Proves where the settings of a client itself come from, and that a project file's are checked like arguments."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from promptport import Client, ConfigurationError
from promptport.cache.settings import CacheSettings
from promptport.client.own import OwnSettings, own_settings
from promptport.project.file import Project


def project(**table: Any) -> Project:
    """A project file that says something."""
    return Project(Path("/project/pyproject.toml"), table, "", own=True)


def test_in_order() -> None:
    """Arguments go before the project file, and that before the defaults; a path of the file starts there."""
    assert own_settings(None, {}) == OwnSettings(CacheSettings(), {}, True)
    given = {"ttl": 1, "stale": None, "deadline": None, "timeout": None, "retries": None, "disk": None}
    found = own_settings(project(ttl=2, stale=3, timeout=4, retries=0, disk="copies", deadline=1), given)
    assert found == OwnSettings(CacheSettings(1, 3, 1, 1), {"timeout": 4, "retries": 0}, "/project/copies")
    assert own_settings(project(disk=False), {}).disk is False
    assert own_settings(project(disk=False), {"disk": True}).disk is True


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ttl", -1),
        ("ttl", "60"),
        ("ttl", True),
        ("stale", 1e10),
        ("deadline", 0),
        ("timeout", 0),
        ("timeout", "3"),
        ("retries", -1),
        ("retries", 1.5),
        ("retries", [1]),
        ("disk", 3),
        ("disk", ["x"]),
        ("disk", ""),
        ("disk", "a\0b"),
        ("telemetry", "on"),
        ("telemetry", 1),
        ("spool", 3),
        ("spool", ""),
        ("events", 3),
        ("events", ["xr2"]),
        ("events", ""),
    ],
)
def test_what_makes_no_sense(name: str, value: object) -> None:
    """It is told by its name, or as a path that is none, whoever gives it."""
    for arguments, table in (({name: value}, {}), ({}, {name: value})):
        with pytest.raises(ConfigurationError, match=rf"{name}|is no path"):
            own_settings(project(**table), arguments)


def test_what_a_project_file_says_of_telemetry() -> None:
    """Whether there is any; that values are told counts only where the person trusts the file."""
    assert own_settings(project(telemetry=False), {}).telemetry is False
    assert own_settings(project(telemetry=True), {}).telemetry is True
    assert own_settings(project(telemetry="values"), {"telemetry": False}).telemetry is False
    with pytest.raises(ConfigurationError, match=r"`telemetry`.*promptport trust"):
        own_settings(project(telemetry="values"), {})


@pytest.mark.parametrize("arguments", [{"timeout": "x"}, {"retries": -1}, {"disk": 5}, {"disk": ""}])
def test_arguments_are_checked_whatever_the_platform(tmp_path: Path, arguments: dict[str, Any]) -> None:
    """A folder of prompt files needs no timeout, but a misunderstanding is told there, too."""
    with pytest.raises(ConfigurationError):
        Client(f"files:{tmp_path}", **arguments)


def test_where_reports_lie_and_who_takes_them() -> None:
    """A folder in a project file starts at it; events are a platform there, by its name."""
    found = own_settings(project(spool="events", events="xr2"), {})
    assert found.events == "xr2"
    assert found.spool == "/project/events"
    assert own_settings(None, {}).spool is True
    assert own_settings(project(spool=False), {}).spool is False
    assert own_settings(project(events="xr2"), {"events": print}).events is print
