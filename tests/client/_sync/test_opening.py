# Made from tests/client/_async/test_opening.py by `python tools/unasync.py`: change that file, never this one.
"""Proves that a misspelt setting is found before a platform is opened, and that what fails inside comes out as it is."""

from __future__ import annotations

import re
from typing import Any

import pytest

from promptport import Client, ConfigurationError
from promptport.platform import Registration

INSIDE = "Thing() got an unexpected keyword argument 'depth'"
CREDENTIALS: dict[str, dict[str, Any]] = {
    "xr2": {"api_key": "k"},
    "promptrails": {"api_key": "k"},
    "promptic": {"api_key": "k"},
    "scope": {"org_id": "o", "api_key": "k", "api_secret": "s"},
}
CLIENTS = {
    "xr2": "xR2Client",
    "promptrails": "PromptRails",
    "promptic": "PrompticClient",
    "scope": "ScopeClient",
}


def failing(*arguments: Any, **settings: Any) -> Any:
    """What a mistake of a platform's own looks like."""
    raise TypeError(INSIDE)


@pytest.mark.parametrize("room", CREDENTIALS)
def test_a_type_error_inside_a_room(room: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is no misspelt setting, whatever its text says."""
    monkeypatch.setattr(f"promptport.{room}._sync.source.{CLIENTS[room]}", failing)
    with pytest.raises(TypeError, match=re.escape(INSIDE)):
        Client(room, **CREDENTIALS[room])


@pytest.mark.parametrize("room", CREDENTIALS)
def test_a_misspelt_setting_of_a_room(room: str) -> None:
    """It is named, with the closest name that there is, and nobody is asked for it."""
    with pytest.raises(ConfigurationError, match=r"no setting 'api_kee'; did you mean api_key\?"):
        Client(room, **CREDENTIALS[room], api_kee="k")  # type: ignore[call-overload] # that is the point
    with pytest.raises(ConfigurationError, match="no setting 'place'"):
        Client(room, **CREDENTIALS[room], place="k")  # type: ignore[call-overload] # that is the point


@pytest.mark.parametrize("room", CREDENTIALS)
def test_every_setting_of_a_room(room: str) -> None:
    """Whatever the room's own client takes is a setting."""
    with Client(room, **CREDENTIALS[room], verify=True, proxy=None, hooks=()) as client:
        assert client.platform.name == room


def test_a_type_error_inside_a_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Any) -> None:
    monkeypatch.setattr("promptport.files.source.Folder", failing)
    with pytest.raises(TypeError, match=re.escape(INSIDE)):
        Client(f"files:{tmp_path}")


def test_a_folder_has_no_settings(tmp_path: Any) -> None:
    with pytest.raises(ConfigurationError, match="no setting 'api_key'"):
        Client(f"files:{tmp_path}", api_key="k")


def named(place: str = "", *, depth: int = 1) -> Any:
    return failing()


def passing(place: str = "", **settings: Any) -> Any:
    return failing()


@pytest.mark.parametrize(
    "outside",
    [
        Registration(named, named),
        Registration(passing, named),
        Registration(named, passing),
        Registration(passing, passing, settings=("depth",)),
    ],
    ids=["both name it", "asyncio names it", "blocking names it", "it is registered"],
)
def test_an_outside_platform(outside: Registration) -> None:
    """Its settings are those of the registration, else of the signatures; a `TypeError` inside comes out as it is."""
    with pytest.raises(TypeError, match=re.escape(INSIDE)):
        Client(outside, depth=2)
    with pytest.raises(ConfigurationError, match=r"no setting 'dept'; did you mean depth\?"):
        Client(outside, dept=2)


@pytest.mark.parametrize("nameless", [passing, min])
def test_an_outside_platform_that_names_nothing(nameless: Any) -> None:
    """It gets whatever is given, and its own error comes out."""
    with pytest.raises(TypeError):
        Client(Registration(nameless, nameless), dept=2)
