"""Proves that hosts are told of changes, and that looking costs little."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import anyio
import pytest
from mcp.server.subscriptions import PromptsListChanged

from promptport import CallError
from promptport.mcp.changes import Changes, look_at, state_of

from .pieces import write

pytestmark = pytest.mark.one_python("changes are the same on all")


def test_what_counts(tmp_path: Path) -> None:
    write(tmp_path, {"a.md": "1", "b/c.md": "2", "promptport.lock": ""})
    states = [state_of(tmp_path)]

    def changed() -> bool:
        states.append(state_of(tmp_path))
        return states[-1] != states[-2]

    assert not changed()
    write(tmp_path, {"a.md": "22"})
    assert changed()
    write(tmp_path, {"b/new.md": "3"})
    assert changed()
    (tmp_path / "b" / "new.md").unlink()
    assert changed()
    (tmp_path / "new").write_text("+++")
    (tmp_path / "new").replace(tmp_path / "promptport.lock")
    assert changed()
    (tmp_path / "a.md").rename(tmp_path / "z.md")
    assert changed()
    write(tmp_path, {"notes.txt": "", ".a.md.swp": "", ".git/x.md": "", "b/a.md~": ""})
    (tmp_path / "loop").symlink_to(tmp_path)
    assert not changed()
    (tmp_path / "gone.md").symlink_to(tmp_path / "nowhere")
    state_of(tmp_path)
    assert state_of(tmp_path / "nowhere") == frozenset()


class Session:
    """A host of an older revision."""

    def __init__(self, error: Exception | None = None, hangs: bool = False) -> None:
        self.told, self._error, self._hangs = 0, error, hangs

    async def send_prompt_list_changed(self) -> None:
        self.told += 1
        if self._error:
            raise self._error
        if self._hangs:
            await anyio.sleep_forever()


def context(session: Session, id: str, version: str = "2025-11-25") -> Any:
    request = SimpleNamespace(headers={"mcp-session-id": id})
    return SimpleNamespace(session=session, request=request, protocol_version=version)


async def rounds(changes: Changes, count: int) -> None:
    """Let it look a few times."""
    with anyio.move_on_after(20):
        async with anyio.create_task_group() as group:
            group.start_soon(changes.watch)
            while count > looks.count:  # it is told by nobody
                await anyio.sleep(0.002)
            group.cancel_scope.cancel()


class Looks:
    """Answers states one after the other, and the last one for ever."""

    def __init__(self) -> None:
        self.count = 0
        self.states: Iterator[Any] = iter(())
        self.last: Any = None

    async def __call__(self) -> object:
        self.count += 1
        self.last = next(self.states, self.last)
        if isinstance(self.last, Exception):
            raise self.last
        return self.last


looks = Looks()


@pytest.fixture(autouse=True)
def fresh() -> None:
    looks.__init__()  # type: ignore[misc] # each test begins anew


async def test_hosts_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Once a change; those that subscribe to nothing, too; one that has gone or hangs holds up nobody, and is told no more."""
    monkeypatch.setattr("promptport.mcp.changes._PATIENCE", 0.01)
    changes, heard = Changes(looks, 0), list[object]()
    changes.bus.subscribe(heard.append)
    sessions = [Session(anyio.BrokenResourceError()), Session(hangs=True), Session(), Session()]
    for number, each in enumerate(sessions[:3]):
        changes.heard(context(each, str(number)))
        changes.heard(context(each, str(number)))
    changes.heard(context(sessions[3], "3", "2026-07-28"))
    looks.states = iter(["a", "a", "b", "b", "c"])
    await rounds(changes, 7)
    assert heard == [PromptsListChanged()] * 2
    assert [each.told for each in sessions] == [1, 1, 2, 0]


async def test_an_outage_is_no_change(caplog: pytest.LogCaptureFixture) -> None:
    changes, heard = Changes(looks, 0), list[object]()
    changes.bus.subscribe(heard.append)
    looks.states = iter(["a", CallError("It is away."), CallError("It is away."), "a", "b"])
    await rounds(changes, 6)
    assert heard == [PromptsListChanged()]
    assert [each.getMessage() for each in caplog.records] == [
        "Whether the list of prompts has changed can't be seen: It is away."
    ]


async def test_hosts_that_are_remembered_are_bounded() -> None:
    changes = Changes(looks, 0)
    sessions = [Session() for _ in range(150)]
    for number, each in enumerate(sessions):
        changes.heard(context(each, str(number)))
    looks.states = iter(["a", "b"])
    await rounds(changes, 3)
    assert [each.told for each in sessions] == [0] * 50 + [1] * 100


async def test_a_folder_is_looked_at_in_a_thread(tmp_path: Path) -> None:
    write(tmp_path, {"a.md": "1"})
    before = await look_at(tmp_path)
    os.utime(tmp_path / "a.md", (1, 1))
    assert await look_at(tmp_path) != before
