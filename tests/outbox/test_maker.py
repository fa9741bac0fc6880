"""Proves that parts are made on disk where that can be, and that this process's lock is the one that others see."""

from __future__ import annotations

from pathlib import Path

import pytest

from promptport.outbox.instance import Instance, names
from promptport.outbox.maker import AGAIN, Full, Maker
from promptport.outbox.part import Part
from promptport.outbox.place import Place

from .things import ABOUT, SMALL, Clock


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def maker(tmp_path: Path, clock: Clock) -> Maker:
    return Maker(Place(tmp_path / "folder"), ABOUT, SMALL, clock)


def test_its_folder_is_made_when_it_is_needed(maker: Maker, tmp_path: Path) -> None:
    assert maker.name == ""
    part = maker.make(4096, [])
    assert part.path is not None
    assert part.path.parent == tmp_path / "folder"
    assert part.path.name.startswith(maker.name)
    part.remove()
    maker.end()
    assert list((tmp_path / "folder").iterdir()) == []


def test_one_whose_lock_was_taken_away_begins_anew(maker: Maker, tmp_path: Path) -> None:
    """Else another process would take over what this one writes."""
    first = maker.own()
    (tmp_path / "folder" / f"{first.name}.lock").unlink()
    assert maker.own().name != first.name
    assert maker.own() is maker.own()
    assert names(tmp_path / "folder") == {maker.name}


def test_a_folder_that_is_none_is_tried_again(
    maker: Maker, tmp_path: Path, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "folder").touch()
    assert maker.make(4096, []).path is None
    assert not maker.due
    clock.now += AGAIN
    assert maker.make(4096, []).path is None
    (tmp_path / "folder").unlink()
    clock.now += AGAIN
    assert maker.make(4096, []).path is not None
    assert [each.levelname for each in caplog.records] == ["WARNING"] * 2


def test_without_memory_it_is_dropped_and_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    def none(*_: object) -> Part:
        raise MemoryError

    maker = Maker(None, ABOUT, SMALL, Clock())
    monkeypatch.setattr(Part, "create", none)
    with pytest.raises(Full):
        maker.make(4096, [])
    assert maker.drops.counts == {"memory": 1}


def test_a_child_that_is_forked_while_it_makes_one_makes_its_own(maker: Maker, monkeypatch: pytest.MonkeyPatch) -> None:
    create, begun = Part.create, []

    def forking(path: Path | None, size: int, about: dict[str, object]) -> Part:
        monkeypatch.setattr(Part, "create", create)
        begun.append(maker._instance)
        maker._instance = None  # what happens in the child
        return create(path, size, about)

    monkeypatch.setattr(Part, "create", forking)
    part = maker.on_disk(4096)
    assert part is not None
    assert part.path is not None
    assert part.path.name.startswith(maker.name)
    assert isinstance(begun[0], Instance)
    assert not part.path.name.startswith(begun[0].name)


def test_of_two_that_begin_at_once_one_counts(maker: Maker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As where a signal handler comes meanwhile: what it wrote would look like what a process has left, and go out twice."""
    begin, handled = Instance.begin, list[Part]()

    def interrupted(folder: Path) -> Instance:
        monkeypatch.setattr(Instance, "begin", begin)
        handled.append(maker.make(4096, []))
        return begin(folder)

    monkeypatch.setattr(Instance, "begin", interrupted)
    parts = [maker.make(4096, []), *handled]
    assert {each.path is not None and each.path.name[:16] for each in parts} == {maker.name}
    assert names(tmp_path / "folder") == {maker.name}
