"""Proves that a folder of prompt files holds up no event loop: nothing of it is looked at, read or parsed there."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from promptport import AsyncClient, CallError, NotFound, Prompt
from promptport.files import PromptFileError, file_cache


@pytest.fixture
def threads(monkeypatch: pytest.MonkeyPatch) -> dict[str, list[int]]:
    """The threads in which a folder is looked at, a file parsed, and a prompt made, by what is done there."""
    found: dict[str, list[int]] = {}

    def watch(owner: Any, name: str) -> None:
        whole: Callable[..., Any] = getattr(owner, name)

        def seen(*arguments: Any, **named: Any) -> Any:
            found.setdefault(name, []).append(threading.get_ident())
            return whole(*arguments, **named)

        monkeypatch.setattr(owner, name, seen)

    watch(os, "scandir")
    watch(file_cache, "read_prompt_file")
    watch(Prompt, "of")
    return found


async def test_nothing_is_done_in_the_loop(tmp_path: Path, threads: dict[str, list[int]]) -> None:
    """Neither for large files, nor for broken ones, nor for names that are not there."""
    (tmp_path / "large.md").write_text("Hi {{name}}. " * 25_000)
    (tmp_path / "broken.md").write_text("+++\n" + "k = 1\n" * 1_000 + "+++\nHi.")
    async with AsyncClient(f"files:{tmp_path}") as client:
        large = await client.get("large")
        assert large.render(name="Ada").text.startswith("Hi Ada.")
        assert await client.get("large") is large
        with pytest.raises(PromptFileError):
            await client.get("broken")
        with pytest.raises(NotFound, match="large"):
            await client.get("largo")
        assert await client.list() == ["broken", "large"]

    assert {name: len(seen) for name, seen in threads.items()} == {"scandir": 6, "read_prompt_file": 2, "of": 1}
    assert threading.get_ident() not in [each for seen in threads.values() for each in seen]


async def test_a_disk_that_hangs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is waited for as long as a call may take, and a fallback answers it as any other outage."""
    (tmp_path / "p.md").write_text("Hi.")
    gate = threading.Event()
    monkeypatch.setattr(os, "scandir", lambda _: gate.wait(60))
    try:
        async with AsyncClient(f"files:{tmp_path}", deadline=0.02) as client:
            with pytest.raises(CallError, match=r"not read in 0\.02 s") as caught:
                await client.get("p")
            assert caught.value.kind == "timeout"
            assert (await client.get("p", fallback="Hello.")).origin.source == "fallback"
    finally:
        gate.set()
