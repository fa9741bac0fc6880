"""Proves that the tutorial works from an empty folder, as it stands."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from promptport import Client
from promptport.cache.settings import CacheSettings
from promptport.testing import Platform

from .pages import Page
from .walked import Walk, sections

pytestmark = pytest.mark.one_python("what a page shows is the same on all")


def deliver(port: int) -> None:
    """Deliver what a program could not before it ended, on a busy machine."""
    with Client("xr2", api_key="YOUR_PRODUCT_API_KEY", base_url=f"http://127.0.0.1:{port}/xr2") as client:
        assert client.flush(60).waiting == 0


@Page("docs/tutorial.md").runs()
def test_the_tutorial(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The platform starts and ends where the text says so; in the end it has each event once."""
    checked = CacheSettings.checked  # a busy machine may take longer than a caller with a fallback waits
    monkeypatch.setattr(CacheSettings, "checked", lambda **given: checked(**given)._replace(short_deadline=60.0))
    folder = tmp_path / "empty"
    folder.mkdir()
    monkeypatch.chdir(folder)
    with socket.socket() as held:  # so that nobody takes the port while the platform is away
        held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        held.bind(("127.0.0.1", 0))
        port: int = held.getsockname()[1]
        walk = Walk(folder, {"8700": str(port)})
        text = sections("tutorial.md")

        def follow(first: str, last: str) -> None:
            names = [*text]
            for name in names[names.index(first) : names.index(last) + 1]:
                walk.follow(text.pop(name))

        follow("Install", "Make a mistake")
        with Platform(prompts=folder / "prompts", port=port):
            follow("Move it to a platform", "Move it to a platform")
            deliver(port)
        walk.apart = True  # these log
        follow("Take the platform away", "For those who never had a copy")
        walk.apart = False
        with Platform(prompts=folder / "prompts", port=port) as platform:
            follow("Start the platform again", "Keep the prompts in the repository")
            deliver(port)
            assert [each["event_name"] for each in platform.backend("xr2").events] == ["sign_up"] * 3
        assert [*text] == ["", "Where next"]
        assert walk.ran == 17
