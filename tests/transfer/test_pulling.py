"""Proves that a pull writes what a platform has, and nothing over what was edited here."""

from __future__ import annotations

from pathlib import Path

import pytest

from promptport import Client
from promptport.errors import ConfigurationError, NotSupported
from promptport.files.lock_file import NAME, LockError
from promptport.transfer import Step, frozen, pull, refused

from .platforms import Memory, broken, content

pytestmark = pytest.mark.one_python("what is compared and written is the same on all")


@pytest.fixture
def memory() -> Memory:
    made = Memory()
    made.put("welcome", "Hi {{name}}.")
    made.put("mail/bye", "Bye.", note="Shorter.", tags=["mail"], config={"model": "m", "stop": None})
    return made


def pulled(memory: Memory, folder: Path, *names: str, **more: bool | str) -> list[tuple[str, str]]:
    """What a pull says of each prompt."""
    with memory.client() as client:
        return [(each.name, each.action) for each in pull(client, folder, names, **more)]  # type: ignore[arg-type]


def test_pull(memory: Memory, tmp_path: Path) -> None:
    """Files and a lock are written once; what is the same the next time is not touched."""
    folder = tmp_path / "new" / "prompts"
    assert pulled(memory, folder) == [("mail/bye", "new"), ("welcome", "new")]
    first = content(folder)
    assert sorted(first) == ["mail/bye.md", NAME, "welcome.md"]
    stamps = [each.stat().st_mtime_ns for each in folder.rglob("*")]
    assert pulled(memory, folder) == [("mail/bye", "unchanged"), ("welcome", "unchanged")]
    assert content(folder) == first
    assert [each.stat().st_mtime_ns for each in folder.rglob("*")] == stamps
    memory.put("welcome", "Hello {{name}}.")
    assert pulled(memory, folder) == [("mail/bye", "unchanged"), ("welcome", "updated")]
    assert "Hello" in (folder / "welcome.md").read_text()
    assert [each.action for each in frozen(folder)] == ["unchanged", "unchanged"]


def test_layout_and_labels_stay(memory: Memory, tmp_path: Path) -> None:
    """A file that says the same keeps its comments; one that is written anew keeps its labels."""
    pulled(memory, tmp_path)
    text = "+++\n# ours\nlabels = ['eu']\n+++\n\nHi {{name}}."
    (tmp_path / "welcome.md").write_text(text)
    memory.put("welcome", "Hi {{name}}.")
    assert ("welcome", "updated") in pulled(memory, tmp_path)
    assert (tmp_path / "welcome.md").read_text() == text
    assert not refused(frozen(tmp_path))
    memory.put("welcome", "Hey.")
    pulled(memory, tmp_path)
    assert (tmp_path / "welcome.md").read_text() == '+++\nlabel = "eu"\n+++\nHey.\n'


@pytest.mark.parametrize("edit", ["Hi there.", "+++\nbroken", "--- sytem\nHi"])
def test_what_was_edited_here(memory: Memory, tmp_path: Path, edit: str) -> None:
    """It stays while the platform has what was pulled; once that has changed, nothing is written, and --force overwrites."""
    pulled(memory, tmp_path)
    (tmp_path / "welcome.md").write_text(edit)
    before = content(tmp_path)
    assert ("welcome", "edited") in pulled(memory, tmp_path)
    assert content(tmp_path) == before
    memory.put("welcome", "Hello.")
    memory.put("mail/bye", "Farewell.")
    assert pulled(memory, tmp_path) == [("mail/bye", "updated"), ("welcome", "conflict")]
    assert content(tmp_path) == before
    assert ("welcome", "updated") in pulled(memory, tmp_path, force=True)
    assert (tmp_path / "welcome.md").read_text() == "Hello.\n"
    assert (tmp_path / "mail/bye.md").read_text().endswith("Farewell.\n")


def test_the_same_edit_on_both_sides(memory: Memory, tmp_path: Path) -> None:
    pulled(memory, tmp_path)
    (tmp_path / "welcome.md").write_text("Hello.")
    memory.put("welcome", "Hello.")
    assert ("welcome", "updated") in pulled(memory, tmp_path)
    assert not refused(frozen(tmp_path))


def test_a_file_that_is_in_no_lock(memory: Memory, tmp_path: Path) -> None:
    """One that says the same is taken for the prompt's; another one is never overwritten unasked."""
    (tmp_path / "welcome.md").write_text("\nHi {{name}}.\n\n")
    assert pulled(memory, tmp_path, "welcome") == [("welcome", "known")]
    assert (tmp_path / "welcome.md").read_text() == "\nHi {{name}}.\n\n"
    (tmp_path / "mail").mkdir()
    (tmp_path / "mail" / "bye.md").write_text("Other.")
    assert ("mail/bye", "conflict") in pulled(memory, tmp_path)
    assert ("mail/bye", "new") in pulled(memory, tmp_path, force=True)


def test_a_file_that_was_deleted_here(memory: Memory, tmp_path: Path) -> None:
    pulled(memory, tmp_path)
    first = content(tmp_path)
    (tmp_path / "welcome.md").unlink()
    assert [each.action for each in frozen(tmp_path)] == ["unchanged", "deleted"]
    assert ("welcome", "restored") in pulled(memory, tmp_path)
    assert content(tmp_path) == first


def test_a_prompt_that_is_gone_there(memory: Memory, tmp_path: Path) -> None:
    """It is told, and its file goes only where that is asked for; never one that was edited."""
    memory.put("other", "x")
    pulled(memory, tmp_path)
    (tmp_path / "other.md").write_text("mine")
    del memory.labels["welcome"], memory.labels["other"]
    before = content(tmp_path)
    assert pulled(memory, tmp_path) == [("mail/bye", "unchanged"), ("other", "gone"), ("welcome", "gone")]
    assert content(tmp_path) == before
    assert pulled(memory, tmp_path, prune=True) == [
        ("mail/bye", "unchanged"),
        ("other", "forgotten"),
        ("welcome", "removed"),
    ]
    assert sorted(content(tmp_path)) == ["mail/bye.md", "other.md", NAME]
    assert frozen(tmp_path)[-1] == Step("other.md", "new", "it is not in the lock.", True)


def test_what_fails_on_the_way(memory: Memory, tmp_path: Path) -> None:
    """Where one prompt of many can't be had, nothing is written."""
    memory.fault = broken("get welcome")
    assert pulled(memory, tmp_path) == [("mail/bye", "new"), ("welcome", "failed")]
    assert content(tmp_path) == {}
    assert pulled(memory, tmp_path, "nowhere") == [("nowhere", "failed")]


def test_names(tmp_path: Path) -> None:
    """Where a platform can't list, names are needed once; then the lock has them."""
    memory = Memory(lists=False)

    def unlisted(what: str) -> None:
        if what == "list":
            raise NotSupported("no list")

    memory.fault = unlisted
    memory.put("welcome", "Hi.")
    with pytest.raises(NotSupported, match="name them once"):
        pulled(memory, tmp_path)
    assert pulled(memory, tmp_path, "welcome") == [("welcome", "new")]
    assert pulled(memory, tmp_path) == [("welcome", "unchanged")]


def test_odd_names(tmp_path: Path) -> None:
    """Each prompt has a file of its own, within the folder, and is found again."""
    memory = Memory()
    names = ["../up", "A", "a", "a.md/b", "CON", "README", "x:y", "é"]
    for name in names:
        memory.put(name, f"I am {name}.")
    folder = tmp_path / "in" / "it"
    assert {action for _, action in pulled(memory, folder)} == {"new"}
    assert len([each for each in content(tmp_path) if each.endswith(".md")]) == len(names)
    assert {each.split("/")[:2] == ["in", "it"] for each in content(tmp_path)} == {True}
    assert {action for _, action in pulled(memory, folder)} == {"unchanged"}
    memory.put("b", "x")
    (folder / "B.md").write_text("Somebody's.")
    assert ("b", "new") in pulled(memory, folder)
    assert (folder / "B.md").read_text() == "Somebody's."


def test_labels(memory: Memory, tmp_path: Path) -> None:
    """A label is asked for once; the next pull asks for the same."""
    memory.put("welcome", "Next.")
    memory.labels["welcome"] = {"production": 1, "next": 2}
    pulled(memory, tmp_path, "welcome", label="next")
    assert (tmp_path / "welcome.md").read_text() == "Next.\n"
    assert pulled(memory, tmp_path, "welcome") == [("welcome", "unchanged")]
    assert 'label = "next"' in (tmp_path / NAME).read_text()
    assert pulled(memory, tmp_path, "welcome", label="production") == [("welcome", "updated")]


def test_a_lock_of_another_platform(memory: Memory, tmp_path: Path) -> None:
    pulled(memory, tmp_path)
    (tmp_path / NAME).write_text((tmp_path / NAME).read_text().replace('"memory"', '"xr2"'))
    with pytest.raises(LockError, match="is of xr2, and not of memory"):
        pulled(memory, tmp_path)


def test_a_lock_that_git_has_merged(memory: Memory, tmp_path: Path) -> None:
    """What a merge leaves is told with what to do; either side is good enough for the next pull."""
    pulled(memory, tmp_path, "welcome")
    ours = (tmp_path / NAME).read_text()
    memory.put("welcome", "Hello.")
    pulled(memory, tmp_path, "welcome")
    theirs = (tmp_path / NAME).read_text()
    (tmp_path / NAME).write_text(f"<<<<<<< HEAD\n{ours}=======\n{theirs}>>>>>>> them\n")
    with pytest.raises(LockError, match="conflict marks of git"):
        pulled(memory, tmp_path)
    for side in (ours, theirs):
        (tmp_path / NAME).write_text(side)
        assert pulled(memory, tmp_path, "welcome")[0][1] in ("updated", "unchanged")
        assert (tmp_path / NAME).read_text() == theirs


def test_a_folder_that_can_not_be_written(memory: Memory, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(ConfigurationError, match="Nothing was changed"):
        pulled(memory, tmp_path / "file" / "prompts")


def test_a_bundle_is_no_platform(memory: Memory, tmp_path: Path) -> None:
    pulled(memory, tmp_path)
    with Client(f"bundle:{tmp_path}") as client:
        with pytest.raises(ConfigurationError, match="is where the prompts come from"):
            pull(client, tmp_path)
        assert "name its platform instead" in pull(client, tmp_path / "other")[0].text


def test_frozen_without_a_lock(tmp_path: Path) -> None:
    with pytest.raises(LockError, match="run `promptport pull"):
        frozen(tmp_path)
    with pytest.raises(LockError, match="run `promptport pull"):
        frozen(tmp_path / "nowhere")


def test_a_bar(memory: Memory, tmp_path: Path) -> None:
    """Whoever watches is told how many there are, and of each once."""
    from collections.abc import Callable, Iterator
    from contextlib import contextmanager

    told: list[int] = []

    @contextmanager
    def watch(total: int) -> Iterator[Callable[[int], None]]:
        told.append(total)
        yield told.append

    with memory.client() as client:
        pull(client, tmp_path, watch=watch)
    assert told == [2, 1, 1]
