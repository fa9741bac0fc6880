"""Proves that what was pulled answers without the platform, as the versions that it is, and that its events go there."""

from __future__ import annotations

import asyncio
import logging
import os
import time
from pathlib import Path
from typing import Any

import pytest

import promptport
from promptport import AsyncClient, Client, NotFound, NotSupported
from promptport.errors import CallError, ConfigurationError
from promptport.files.lock_file import NAME, LockError
from promptport.testing import Platform
from promptport.transfer import pull

pytestmark = pytest.mark.one_python("files are read by what reads all prompt files")
KEY = "YOUR_PRODUCT_API_KEY"


@pytest.fixture
def bundle(platform: Platform, tmp_path: Path) -> Path:
    """A prompt of xR2's that was pulled."""
    with Client("xr2", api_key=KEY, base_url=platform.url("xr2"), disk=False) as client:
        assert [each.action for each in pull(client, tmp_path / "prompts", ["welcome"])] == ["new"]
    return tmp_path / "prompts"


@pytest.fixture
def nowhere() -> dict[str, Any]:
    """Settings of a client whose platform nobody reaches."""
    return {"api_key": KEY, "base_url": "http://127.0.0.1:9", "timeout": 1, "total_retries": 0}


def test_a_bundle(bundle: Path, platform: Platform, nowhere: dict[str, Any]) -> None:
    """It is the same prompt as the platform's, for both kinds of client, and says where it came from."""
    with Client("xr2", api_key=KEY, base_url=platform.url("xr2"), disk=False) as client:
        there = client.get("welcome")
    with Client("xr2", bundle=bundle, **nowhere) as client:
        here = client.get("welcome")
        for named in ({"version": there.version}, {"label": "production"}):
            assert client.get("welcome", **named).fetched is here.fetched
        assert client.list() == ["welcome"]
        assert client.get("welcome") is here

    async def asked() -> promptport.Prompt:
        async with AsyncClient("xr2", bundle=str(bundle), **nowhere) as client:
            assert await client.list() == ["welcome"]
            return await client.get("welcome")

    for prompt in (here, asyncio.run(asked())):
        assert (prompt.origin.platform, prompt.origin.source) == ("xr2", "bundle")
        assert (prompt.version, prompt.id, prompt.label) == (there.version, there.id, there.label)
        assert prompt.messages == there.messages
        assert [each.name for each in prompt.variables] == [each.name for each in there.variables]
        assert prompt.config == there.config


def test_events_go_to_the_platform(bundle: Path, platform: Platform) -> None:
    """They belong to the version that was pulled, whatever is in production meanwhile."""
    with Client("xr2", bundle=bundle, api_key=KEY, base_url=platform.url("xr2"), spool=False) as client:
        prompt = client.get("welcome")
        requests = len(platform.requests)
        assert requests == 1  # the pull's
        values = {each.name: "x" for each in prompt.variables}
        client.track(prompt.render(values), "sign_up", user_id="u")
        assert client.flush(60).delivered == 1
    (event,) = platform.backend("xr2").events
    assert event["event_name"] == "sign_up"


def test_without_a_platform(bundle: Path) -> None:
    with Client(f"bundle:{bundle}") as client:
        assert client.get("welcome").origin.platform == "xr2"
        with pytest.raises(NotSupported, match="A bundle has prompts alone"):
            client.track("t", "sign_up")


def test_what_is_not_in_it(bundle: Path, nowhere: dict[str, Any]) -> None:
    """What was not pulled is told with how to pull it; an outage's fallback does not stand in for it."""
    with Client("xr2", bundle=bundle, **nowhere) as client:
        for named, text in (
            ({"name": "welcom"}, r"Did you mean welcome\? `promptport pull welcom` puts it there"),
            ({"name": "welcome", "version": 99}, "welcome has no version 99 in .*: there is 1"),
            ({"name": "welcome", "label": "testing"}, "`promptport pull welcome --label testing` gets the other"),
        ):
            with pytest.raises(NotFound, match=text):
                client.get(**named)
        (bundle / "welcome.md").unlink()
        time.sleep(0.3)  # a file that is away for less than a quarter of a second may be one that is being saved
        with pytest.raises(CallError, match="`promptport pull welcome` puts it back"):
            client.get("welcome")
        assert client.get("welcome", fallback="Hi.").origin.source == "fallback"


def test_a_file_that_was_edited(bundle: Path, nowhere: dict[str, Any], caplog: pytest.LogCaptureFixture) -> None:
    """It answers as it stands, and one warning says so; a new layout alone is no edit."""
    file = bundle / "welcome.md"
    text = file.read_text()
    with Client("xr2", bundle=bundle, **nowhere) as client, caplog.at_level(logging.WARNING, "promptport"):
        version = client.get("welcome").version
        rewrite(file, text + "\n\n")
        assert client.get("welcome").version == version
        assert caplog.messages == []
        for more in ("One.", "Two."):
            rewrite(file, f"{text}\n{more}")
            prompt = client.get("welcome")
            assert more in str(prompt.messages[-1].content)
            assert prompt.version == version
        assert caplog.messages == [
            f"{file} was edited since it was pulled, and answers as it stands: `promptport push` makes a version of it"
        ]


def rewrite(file: Path, text: str) -> None:
    """Save a file as editors do, some time ago."""
    beside = file.with_name(".beside")
    beside.write_text(text)
    os.utime(beside, (time.time() - 10, time.time() - 10))
    beside.replace(file)


def test_a_lock_that_changes(bundle: Path, nowhere: dict[str, Any], caplog: pytest.LogCaptureFixture) -> None:
    """A pull beside a process counts at once; a lock that can't be read, or another platform's, does not."""
    lock = bundle / NAME
    text = lock.read_text()
    with Client("xr2", bundle=bundle, **nowhere) as client, caplog.at_level(logging.WARNING, "promptport"):
        version = client.get("welcome").version
        rewrite(lock, text.replace(f"version = {version}", "version = 77"))
        assert client.get("welcome").version == 77
        rewrite(lock, text.replace('"xr2"', '"scope"'))
        assert client.get("welcome").version == 77
        rewrite(lock, "<<<<<<< HEAD\n")
        assert client.get("welcome").version == 77
        assert client.get("welcome").version == 77
        assert [each.partition(":")[0] for each in caplog.messages] == ["What the lock of a bundle said before goes on"]
        lock.unlink()
        assert client.get("welcome").version == 77


def test_what_is_no_bundle(bundle: Path, tmp_path: Path, nowhere: dict[str, Any]) -> None:
    (tmp_path / "empty").mkdir()
    for place, text in (
        (tmp_path / "empty", "`promptport pull --to .*empty` writes it"),
        (tmp_path / "gone", "There is no folder"),
        ("", "`bundle` must be the folder"),
        (3, "`bundle` must be the folder"),
    ):
        with pytest.raises(ConfigurationError, match=text):
            Client("xr2", bundle=place, **nowhere)  # type: ignore[arg-type]
    with pytest.raises(ConfigurationError, match="was pulled from xr2, and the client is one of scope"):
        Client("scope", bundle=bundle)
    with pytest.raises(ConfigurationError, match="Name the folder"):
        Client("bundle:")
    with pytest.raises(LockError, match="writes it"):
        Client(f"bundle:{tmp_path / 'empty'}")


def test_a_bundle_of_the_project(bundle: Path, nowhere: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    """`bundle` in `[tool.promptport]` counts for every client, but where an argument says that there is none."""
    (bundle.parent / "pyproject.toml").write_text("[tool.promptport]\nsource = 'xr2'\nbundle = './prompts'\n")
    monkeypatch.chdir(bundle.parent)
    with Client(**nowhere) as client:
        assert client.get("welcome").origin.source == "bundle"
    with Client(bundle=False, disk=False, **nowhere) as client, pytest.raises(CallError):
        client.get("welcome")
    with Client("bundle:./prompts") as client:  # the platform has the setting's name
        assert client.get("welcome").origin.source == "bundle"


def test_without_a_key(bundle: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who gets prompts from a bundle needs no key."""
    monkeypatch.delenv("XR2_API_KEY", raising=False)
    with Client("xr2", bundle=bundle) as client:
        assert client.get("welcome").origin.source == "bundle"
