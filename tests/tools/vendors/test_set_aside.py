"""Proves that what is set aside is what the lists name, and that each counts once."""

from __future__ import annotations

import pytest

from tools.vendors.set_aside import SetAside, set_aside


@pytest.mark.parametrize(
    ("name", "home", "out"),
    [
        ("gym", "", True),
        ("gym.run", "", True),
        ("gym(kind)", "", True),
        ("gymnast", "", False),
        ("Case", "acme.gym", True),
        ("Case", "acme.gym_models", True),
        ("Case", "acme.gyms", False),
        ("Case", "", False),
    ],
)
def test_what_is_left_out(name: str, home: str, out: bool) -> None:
    aside = SetAside({"gym": "an alpha"}, {})

    assert aside.left_out(name, home) is out
    assert [tuple(each) for each in aside.asides] == ([("gym", 1, "an alpha")] if out else [])


def test_a_name_counts_once() -> None:
    aside = SetAside({"gym": "an alpha"}, {})
    for _ in range(2):
        aside.left_out("gym.run")
        aside.left_out("gym.stop")

    assert [tuple(each) for each in aside.asides] == [("gym", 2, "an alpha")]


def test_what_no_package_has() -> None:
    aside = SetAside({}, {"*Input": "ours", "Thing.note": "the document shows it"})

    assert aside.beside("ThingInput")
    assert not aside.beside("InputThing")
    assert aside.asides == []  # it is no part of the package that was left out


def test_the_list_of_a_platform() -> None:
    assert set_aside("promptrails", {}).beside("memories.list")
    assert set_aside("promptic", {}).follows["download_artifact"] == "get_artifact_content"
    assert not set_aside("xr2", {}).beside("memories.list")
