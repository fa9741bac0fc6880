"""Proves that the pages of the platforms have one order, and that what each says at a glance is so."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import promptport_api
import pytest

import promptport
from promptport.testing import Platform

from ..base.rooms import ROOMS, settings

WRAPPER = Path(promptport.__file__).parent
ORDER = ("At a glance", "Five lines", "Coming from its own SDK", "In a test", "What differs", "Reference")
VERBS = {"get", "put", "post", "patch", "delete"}

pytestmark = pytest.mark.one_python("what a page says of a platform is the same on all")


def page(room: str) -> str:
    return (WRAPPER / room / "README.md").read_text(encoding="utf-8")


def glance(room: str) -> dict[str, str]:
    """What stands at a glance, by the calls that it is about."""
    rows = re.findall(
        r"^\| ([^|]+) \| ([^|]+) \|$", page(room).partition("## At a glance")[2].partition("\n## ")[0], re.MULTILINE
    )
    return {call: said for calls, said in rows[1:] for call in re.findall(r"`(\w+)", calls) or [calls]}


def tried(client: promptport.Client) -> dict[str, Callable[[], object]]:
    """Each call that a platform may have or lack; none of them finds what it is about."""
    return {
        "list": client.list,
        "create_version": lambda: client.create_version("glance", "Hi"),
        "label": lambda: client.label("no-such-prompt", "production", version="1"),
        "delete": lambda: client.delete("no-such-prompt"),
        "track": lambda: client.track(client.render("welcome", customer_name="Alice", language="en"), "sign_up"),
        "score": lambda: client.score("0af7651916cd43dd8448eb211c80319c", "good", True),
    }


@pytest.mark.parametrize("room", ROOMS)
def test_order(room: str) -> None:
    headings = re.findall(r"^## (.+)$", page(room), re.MULTILINE)
    assert [each for each in headings if each in ORDER] == list(ORDER)
    assert headings[:3] == list(ORDER[:3])
    assert headings[-2:] == list(ORDER[-2:])


@pytest.mark.parametrize("room", ROOMS)
def test_at_a_glance(room: str, platform: Platform) -> None:
    """What the page says that a platform has not is `NotSupported`, and nothing else is."""
    said = glance(room)
    with promptport.Client(room, spool=False, **settings(room, platform.url(room))) as client:
        for name, call in tried(client).items():
            # `label=` of `get` stands before `label`, which moves one: the later row counts.
            assert supported(call) is not said[name].startswith("no"), name
    contract = json.loads((Path(promptport_api.__file__).parent / room / "contract.json").read_text("utf-8"))
    operations = sum(len(VERBS & {*each}) for each in contract["paths"].values())
    assert re.findall(r"\b\d+\b", said["its own API"]) == [str(operations)]


@pytest.mark.parametrize("room", ROOMS)
def test_labels_at_a_glance(room: str, platform: Platform) -> None:
    """The labels that the page names are those that the platform has."""
    [said] = re.findall(r"^\| `label=` \| (.+) \|$", page(room), re.MULTILINE)
    named = re.findall(r"`(\w+)`", said)
    with promptport.Client(room, **settings(room, platform.url(room))) as client:
        for each in named:
            assert not refused(client, each), each
        assert refused(client, "no-such-label") is not said.startswith("any")


def supported(call: Callable[[], object]) -> bool:
    try:
        call()
    except promptport.NotSupported:
        return False
    except promptport.NotFound:
        return True
    return True


def refused(client: promptport.Client, label: str) -> bool:
    try:
        client.get("welcome", label=label)
    except promptport.NotSupported:
        return True
    except promptport.NotFound:
        return False
    return False
