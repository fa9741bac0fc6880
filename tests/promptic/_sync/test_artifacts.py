# Made from tests/promptic/_async/test_artifacts.py by `python tools/unasync.py`: change that file, never this one.
"""Proves that artifacts are downloaded whole or not at all, and that whoever stores them is not told who asks."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import Any

import httpx
import pytest

from promptport.errors import ArgumentError
from promptport.promptic import PrompticClient, PrompticAPIError

STORE = "https://store.example/bucket/x?signature=a%2Fb"


class Platform:
    """Sends on to a store.

    Args:
        stored: What the store answers.
    """

    def __init__(self, stored: httpx.Response | Exception | None = None) -> None:
        self.stored = httpx.Response(200, content=b"hello") if stored is None else stored
        self.seen: list[httpx.Request] = []
        self.transport = httpx.MockTransport(self._answer)

    def _answer(self, request: httpx.Request) -> httpx.Response:
        self.seen.append(request)
        if request.url.host == "promptic.eu":
            return httpx.Response(302, headers={"Location": STORE})
        if isinstance(self.stored, Exception):
            raise self.stored
        return self.stored

    def client(self, **options: Any) -> PrompticClient:
        """A client of it."""
        return PrompticClient(
            access_token="planted-token", ai_application_id="planted-id", transport=self.transport, retries=0, **options
        )


def test_the_store_is_not_told_who_asks() -> None:
    """Neither by the token, nor by the application, nor by what a caller sends besides."""
    platform = Platform()
    with platform.client() as client:
        assert client.with_options(headers={"X-Team": "planted-team"}).get_artifact_content("x") == b"hello"

    asked, sent_on = platform.seen
    assert asked.headers["authorization"] == "Bearer planted-token"
    assert asked.headers["x-ai-application-id"] == asked.headers["x-workspace-id"] == "planted-id"
    assert str(sent_on.url) == STORE
    assert sent_on.headers["host"] == "store.example"
    assert {*sent_on.headers} == {"host", "accept", "accept-encoding", "user-agent"}
    assert "planted" not in str(sent_on.headers)


def test_a_file_is_written(tmp_path: Path) -> None:
    """Folders are made, a file that is there is replaced, and nothing else stays."""
    target = tmp_path / "a" / "b" / "file.bin"
    with Platform().client() as client:
        for _ in range(2):
            client.download_artifact("x", target)
            target.write_bytes(target.read_bytes() + b"!")
        client.download_artifact("x", str(target))
    assert target.read_bytes() == b"hello"
    assert [each.name for each in target.parent.iterdir()] == ["file.bin"]


@pytest.mark.parametrize(
    "stored",
    [
        httpx.Response(403, text="<Error>expired</Error>"),
        httpx.Response(503),
        httpx.ReadError("cut"),
    ],
)
def test_nothing_is_left_of_a_failure(tmp_path: Path, stored: Any) -> None:
    """A file that was there stays as it was."""
    target = tmp_path / "file.bin"
    target.write_bytes(b"before")
    with Platform(stored).client() as client:
        with pytest.raises(PrompticAPIError):
            client.download_artifact("x", target)
        with pytest.raises(PrompticAPIError):
            client.download_artifact("x", tmp_path / "new" / "file.bin")
    assert target.read_bytes() == b"before"
    assert [each.name for each in tmp_path.iterdir()] == ["file.bin"]


def test_who_has_refused_is_told() -> None:
    """A refusal of the store is not one of the key."""
    with Platform(httpx.Response(403, json={"error": "expired"})).client() as client:
        with pytest.raises(PrompticAPIError, match="expired") as caught:
            client.get_artifact_content("x")
    assert caught.value.status_code == 403
    assert "store.example, to which the platform sends on" in (caught.value.hint or "")
    assert "signature" not in str(caught.value) + repr(vars(caught.value))


def test_a_disk_that_is_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever ends the writing, nothing of it is left."""

    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr("os.fsync", full)
    with Platform().client() as client:
        with pytest.raises(OSError, match="full"):
            client.download_artifact("x", tmp_path / "file.bin")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("path", ["", ".", "a\0b", 3, None])
def test_what_is_no_file_is_refused_at_once(path: Any) -> None:
    platform = Platform()
    with platform.client() as client:
        with pytest.raises(ArgumentError, match="download_artifact: `path`"):
            client.download_artifact("x", path)
    assert not platform.seen


def test_the_size_is_bounded() -> None:
    """An answer that is larger than `max_answer` is an error, also where another server sends it."""
    with Platform(httpx.Response(200, content=b"x" * 2000)).client(max_answer=1000) as client:
        with pytest.raises(PrompticAPIError, match="at most 1,000 bytes"):
            client.get_artifact_content("x")
