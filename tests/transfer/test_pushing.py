"""Proves that a push makes a version of what was edited here, and of nothing that was changed there meanwhile."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import Any

import pytest

from promptport.errors import ArgumentError, ConfigurationError, NotSupported
from promptport.files.lock_file import NAME, LockError
from promptport.platform import NewVersion
from promptport.transfer import PushPlan, frozen, plan_push, pull, push, refused

from .platforms import Memory, broken, content

pytestmark = pytest.mark.one_python("what is compared and written is the same on all")
Told = list[tuple[str, str]]


@pytest.fixture
def memory() -> Memory:
    made = Memory()
    made.put("welcome", "Hi {{name}}.")
    made.put("mail/bye", "Bye.", note="Shorter.", tags=["mail"], config={"model": "m", "stop": None})
    return made


@pytest.fixture
def folder(memory: Memory, tmp_path: Path) -> Path:
    with memory.client() as client:
        pull(client, tmp_path)
    memory.asked.clear()
    return tmp_path


def planned(memory: Memory, folder: Path, *names: str, **more: bool | str) -> PushPlan:
    with memory.client() as client:
        return plan_push(client, folder, names, **more)  # type: ignore[arg-type]


def pushed(memory: Memory, folder: Path, *names: str, **more: bool | str) -> Told:
    """What a push says of each prompt."""
    with memory.client() as client:
        plan = plan_push(client, folder, names, **more)  # type: ignore[arg-type]
        return [(each.name, each.action) for each in push(client, folder, plan)]


def pulled(memory: Memory, folder: Path) -> Told:
    with memory.client() as client:
        return [(each.name, each.action) for each in pull(client, folder)]


def test_nothing_to_push(memory: Memory, folder: Path) -> None:
    """What was not edited is not even asked for."""
    before = content(folder)
    assert pushed(memory, folder) == [("mail/bye", "unchanged"), ("welcome", "unchanged")]
    assert memory.asked == []
    assert content(folder) == before


def test_there_and_back(memory: Memory, folder: Path) -> None:
    """What is edited becomes a version in production with all that its file says; the next pull changes no byte."""
    text = '+++\n# for all\ndescription = "Greets."\ntags = ["a"]\nnote = "Warmer."\n[config]\ntop_p = 0.5\n+++\nHello {{name}}.'
    (folder / "welcome.md").write_text(text)
    (folder / "brand").mkdir()
    (folder / "brand" / "new.md").write_text("--- system\nBe brief.\n\n--- {{history}}\n\n--- user\n{{question}}")
    plan = planned(memory, folder)
    assert [(each.name, each.action) for each in plan.steps] == [
        ("brand/new", "new"), ("mail/bye", "unchanged"), ("welcome", "edited"),
    ]  # fmt: skip
    assert "make welcome" not in memory.asked
    assert pushed(memory, folder) == [("brand/new", "pushed"), ("mail/bye", "unchanged"), ("welcome", "pushed")]
    assert len(memory.versions["welcome"]) == memory.labels["welcome"]["production"] == 2
    made = memory.versions["welcome"][1]
    assert (made.description, tuple(made.tags), made.note, made.config) == (
        "Greets.",
        ("a",),
        "Warmer.",
        {"top_p": 0.5},
    )
    assert (folder / "welcome.md").read_text() == text
    before = content(folder)
    assert pulled(memory, folder) == [("brand/new", "unchanged"), ("mail/bye", "unchanged"), ("welcome", "unchanged")]
    assert content(folder) == before
    assert not refused(frozen(folder))
    assert pushed(memory, folder)[0] == ("brand/new", "unchanged")


def test_what_was_changed_there_meanwhile(memory: Memory, folder: Path) -> None:
    """All of it is told, and nothing is made, of the others neither; --force makes a version all the same."""
    for each in ("welcome.md", "mail/bye.md"):
        (folder / each).write_text("Mine.")
    (folder / "new.md").write_text("Mine.")
    memory.put("welcome", "Theirs.")
    memory.put("new", "Theirs.")
    before = content(folder)
    assert pushed(memory, folder) == [("mail/bye", "edited"), ("new", "conflict"), ("welcome", "conflict")]
    assert content(folder) == before
    assert not [each for each in memory.asked[2:] if each == "make mail/bye"]
    assert pushed(memory, folder, "welcome", force=True) == [("welcome", "pushed")]
    assert memory.labels["welcome"]["production"] == 3


def test_what_is_changed_between_plan_and_push(memory: Memory, folder: Path) -> None:
    """While somebody reads the plan, the other side may change, and so may the file."""
    (folder / "welcome.md").write_text("Mine.")
    (folder / "mail/bye.md").write_text("Mine.")
    plan = planned(memory, folder)
    memory.put("welcome", "Theirs.")
    with memory.client() as client:
        assert [(each.name, each.action) for each in push(client, folder, plan)] == [("welcome", "conflict")]
    assert len(memory.versions["mail/bye"]) == 1
    plan = planned(memory, folder, "mail/bye")
    (folder / "mail/bye.md").write_text("Mine, again.")
    with memory.client() as client:
        assert [(each.name, each.action) for each in push(client, folder, plan)] == [("mail/bye", "conflict")]
    assert len(memory.versions["mail/bye"]) == 1


def test_what_stops_on_the_way(memory: Memory, folder: Path) -> None:
    """The versions before it stand, and the lock has them; what may have arrived is not made twice."""
    for each in ("a", "b", "c"):
        (folder / f"{each}.md").write_text("Mine.")
    memory.fault = broken("made b", may_have_arrived=True)
    assert pushed(memory, folder, "a", "b", "c") == [("a", "pushed"), ("b", "failed")]
    memory.fault = broken()
    assert pushed(memory, folder, "a", "b", "c") == [("a", "unchanged"), ("b", "known"), ("c", "pushed")]
    assert {name: len(memory.versions[name]) for name in "abc"} == {"a": 1, "b": 1, "c": 1}
    assert not refused(frozen(folder))


def test_interrupted(memory: Memory, folder: Path) -> None:
    """After Ctrl-C the lock has what was made."""
    for each in ("a", "b"):
        (folder / f"{each}.md").write_text("Mine.")

    def fault(what: str) -> None:
        if what == "make b":
            raise KeyboardInterrupt

    memory.fault = fault
    with pytest.raises(KeyboardInterrupt):
        pushed(memory, folder, "a", "b")
    assert [each.action for each in frozen(folder, ["a"])] == ["unchanged"]


def test_what_the_platform_makes_of_it(memory: Memory, folder: Path) -> None:
    """Where it writes a prompt a little otherwise, the file says so, and the next pull changes no byte."""
    memory.turned = lambda fetched: fetched._replace(config={"model": "default", **fetched.config})
    (folder / "welcome.md").write_text("+++\nlabels = ['production']\n+++\nHello.")
    assert ("welcome", "pushed") in pushed(memory, folder)
    assert (
        folder / "welcome.md"
    ).read_text() == '+++\nlabel = "production"\n\n[config]\nmodel = "default"\n+++\nHello.\n'
    before = content(folder)
    assert ("welcome", "unchanged") in pulled(memory, folder)
    assert ("welcome", "unchanged") in pushed(memory, folder)
    assert content(folder) == before


@pytest.mark.parametrize(
    ("head", "more", "labels"),
    [
        ("", {}, {"production": 2}),
        ("+++\nlabel = 'next'\n+++\n", {}, {"production": 1, "next": 2}),
        ("+++\nlabel = 'next'\n+++\n", {"label": "eu"}, {"production": 1, "eu": 2}),
    ],
)
def test_labels(memory: Memory, folder: Path, head: str, more: dict[str, str], labels: dict[str, int]) -> None:
    """A version gets the label that is asked for, or that its file names, or that it was pulled by; the next pull finds it."""
    (folder / "welcome.md").write_text(f"{head}Hello.\n")
    assert ("welcome", "pushed") in pushed(memory, folder, **more)
    assert memory.labels["welcome"] == labels
    before = content(folder)
    assert ("welcome", "unchanged") in pulled(memory, folder)
    assert content(folder) == before


def test_what_is_gone(memory: Memory, folder: Path) -> None:
    """A file that was deleted here stays there; a prompt that is gone there is made again only where that is asked for."""
    (folder / "mail/bye.md").unlink()
    (folder / "welcome.md").write_text("Hello.")
    memory.labels["welcome"].clear()
    assert pushed(memory, folder) == [("mail/bye", "deleted"), ("welcome", "conflict")]
    assert "--force makes it again" in planned(memory, folder).steps[1].text
    assert pushed(memory, folder, force=True) == [("mail/bye", "deleted"), ("welcome", "pushed")]


def test_files_that_are_no_prompts(memory: Memory, folder: Path) -> None:
    """What is malformed, or a version of several, keeps all of it from being pushed."""
    (folder / "welcome.md").write_text("--- sytem\nHi {{na me}}")
    (folder / "b@2.md").write_text("Hi")
    plan = planned(memory, folder)
    assert plan.refused
    assert [(each.name, each.action) for each in plan.steps] == [
        ("b@2", "versions"), ("mail/bye", "unchanged"), ("welcome", "malformed"),
    ]  # fmt: skip
    assert plan.steps[2].text.count("welcome.md:") == 2


def test_what_the_platform_can_not_say(memory: Memory, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is told before anything is made: of what a version says, and of its labels."""

    def check(self: Memory, version: NewVersion) -> None:
        if version.tags:
            raise NotSupported("Memory has no tags.")

    monkeypatch.setattr(Memory, "check_version", check, raising=False)
    for each in ("welcome.md", "mail/bye.md"):
        (folder / each).write_text("Hello.")
    (folder / "welcome.md").write_text("+++\ntags = ['a']\n+++\nHello.")
    steps = planned(memory, folder).steps
    assert [(each.name, each.action, each.text) for each in steps if each.refused] == [
        ("welcome", "unsayable", "Memory has no tags.")
    ]
    memory.traits = memory.traits._replace(labels=("production",))
    assert [each.name for each in planned(memory, folder, label="next").steps if each.refused] == [
        "mail/bye",
        "welcome",
    ]


def test_a_platform_that_makes_no_versions(memory: Memory, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """That is said by the plan already, where there is anything to push."""
    monkeypatch.delattr(Memory, "create_version")
    assert not planned(memory, folder).creations
    (folder / "welcome.md").write_text("Hello.")
    monkeypatch.setattr(Memory, "no_versions_made", "Write on its page.", raising=False)
    with pytest.raises(NotSupported, match=r"Write on its page\."):
        planned(memory, folder)


def test_what_can_not_be_planned(memory: Memory, folder: Path) -> None:
    with pytest.raises(ArgumentError, match=r"There is no prompt 'welcom' in .*Did you mean welcome\?"):
        planned(memory, folder, "welcom")
    with pytest.raises(ConfigurationError, match="There is no folder"):
        planned(memory, folder / "nowhere")
    (folder / NAME).write_text((folder / NAME).read_text().replace('"memory"', '"xr2"'))
    with pytest.raises(LockError, match="is of xr2"):
        planned(memory, folder)


def test_without_a_lock(memory: Memory, folder: Path) -> None:
    """A folder that was never pulled is pushed as a whole; what is there already as it stands is known."""
    (folder / NAME).unlink()
    (folder / "new.md").write_text("New.")
    assert pushed(memory, folder) == [("mail/bye", "known"), ("new", "pushed"), ("welcome", "known")]
    assert pulled(memory, folder) == [("mail/bye", "unchanged"), ("new", "unchanged"), ("welcome", "unchanged")]


def test_nothing_is_made_where_the_lock_can_not_be_written(
    memory: Memory, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And where the disk is full afterwards, it is said what was made; the next push finds it."""
    (folder / "welcome.md").write_text("Hello {{name}}.")
    replace, full = Path.open, [0]

    def opened(path: Path, mode: str = "r", *arguments: Any) -> Any:
        if mode == "xb":
            full[0] -= 1
            if full[0] < 0:
                raise OSError(errno.ENOSPC, "No space left on device")
        return replace(path, mode, *arguments)

    monkeypatch.setattr(Path, "open", opened)
    with pytest.raises(ConfigurationError, match=r"No space left on device\. Nothing was changed\.$"):
        pushed(memory, folder)
    assert "make welcome" not in memory.asked
    full[0] = 2
    with pytest.raises(
        ConfigurationError, match="new versions all the same, of welcome: make room, and push once more"
    ):
        pushed(memory, folder)
    full[0] = 100
    assert pushed(memory, folder) == [("mail/bye", "unchanged"), ("welcome", "known")]
    assert memory.asked.count("make welcome") == 1
    assert frozen(folder) == [("mail/bye", "unchanged", "", False), ("welcome", "unchanged", "", False)]
