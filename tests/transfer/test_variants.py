"""Proves that a pull brings every version that users share, and that a bundle gives each user the one that its source gives."""

from __future__ import annotations

import socket
from pathlib import Path
from typing import Any

import pytest

from promptport import Client, NotFound
from promptport.errors import CallError
from promptport.files.lock_file import NAME, LockError
from promptport.platform import Share
from promptport.transfer import frozen, pull, refused

from .platforms import Memory, content

pytestmark = pytest.mark.one_python("what is compared and written is the same on all")

UNITS = [f"user-{number}" for number in range(40)]


class Sharing(Memory):
    """Prompts in memory, whose versions have weights.

    Attributes:
        weights: The weights of each prompt's versions.
    """

    def __init__(self) -> None:
        super().__init__()
        self.weights: dict[str, list[Share]] = {}

    def shares(self, name: str, deadline: float) -> list[Share]:
        self.fault(f"weights {name}")
        return self.weights.get(name, [])


@pytest.fixture
def memory() -> Sharing:
    made = Sharing()
    for text in ("One.", "Two.", "Three."):
        made.put("welcome", text)
    made.put("bye", "Bye.")
    made.weights["welcome"] = [Share(1, 60), Share(3, 30), Share(2, 10)]
    return made


def pulled(memory: Memory, folder: Path, **more: Any) -> list[tuple[str, str]]:
    """What a pull says of each prompt."""
    with memory.client() as client:
        return [(each.name, each.action) for each in pull(client, folder, **more)]


def versions_of(client: Client) -> list[Any]:
    """The versions that users get."""
    return [client.get("welcome", unit=each).version for each in UNITS]


def test_a_bundle_chooses_as_its_source(memory: Sharing, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same version for everybody, without a question to anybody; a weight in a file's head may be changed, and counts."""
    assert pulled(memory, tmp_path) == [("bye", "new"), ("welcome", "new"), ("welcome", "new"), ("welcome", "new")]
    assert sorted(content(tmp_path)) == ["bye.md", NAME, "welcome.md", "welcome@2.md", "welcome@3.md"]
    with memory.client() as client:
        before = versions_of(client)
    monkeypatch.setattr(socket, "socket", None)
    with Client(f"bundle:{tmp_path}") as client:
        assert versions_of(client) == before
        assert {*before} == {1, 2, 3}
        prompt = client.get("welcome", unit="user-1")
        assert (prompt.origin.source, prompt.origin.experiment, prompt.origin.unit) == ("bundle", "welcome", "user-1")
        assert [client.get("welcome", version=each).messages[0].content for each in (1, 2, 3)] == [
            "One.",
            "Two.",
            "Three.",
        ]
        assert client.get("welcome").version == 3
        assert [*client.shares("welcome")] == [Share(3, 30), Share(1, 60), Share(2, 10)]
        assert client.get("bye", unit="user-1").origin.experiment is None
        with pytest.raises(NotFound, match="there are the versions 3, 1, 2 alone"):
            client.get("welcome", version=4)
        for name in ("welcome.md", "welcome@2.md"):
            file = tmp_path / name
            file.write_text(file.read_text().replace("weight = 30", "weight = 0").replace("weight = 60", "weight = 0"))
        assert {*versions_of(client)} == {2}
        (tmp_path / "welcome@3.md").unlink()
        with pytest.raises(CallError, match=r"welcome@3\.md is not in the bundle"):
            client.get("welcome", unit="user-1")


def test_pulled_again(memory: Sharing, tmp_path: Path) -> None:
    """What is the same stays as it is; weights and versions follow the platform, and what has none goes."""
    pulled(memory, tmp_path)
    first = content(tmp_path)
    assert pulled(memory, tmp_path) == [("bye", "unchanged"), *[("welcome", "unchanged")] * 3]
    assert content(tmp_path) == first
    assert [each.action for each in frozen(tmp_path)] == ["unchanged"] * 4
    memory.weights["welcome"] = [Share(3, 30), Share(2, 70)]
    assert [each for _, each in pulled(memory, tmp_path)] == ["unchanged", "unchanged", "updated", "removed"]
    assert sorted(content(tmp_path)) == ["bye.md", NAME, "welcome.md", "welcome@3.md"]
    assert "weight = 70" in (tmp_path / "welcome@3.md").read_text()
    assert not refused(frozen(tmp_path))
    memory.weights.clear()
    pulled(memory, tmp_path)
    assert sorted(content(tmp_path)) == ["bye.md", NAME, "welcome.md"]
    assert "variant" not in (tmp_path / NAME).read_text()


def test_what_was_edited_stays(memory: Sharing, tmp_path: Path) -> None:
    """While the platform has what was pulled; what both have changed is a conflict, and nothing is written."""
    pulled(memory, tmp_path)
    file = tmp_path / "welcome@2.md"
    file.write_text("+++\n# ours\n+++\nEdited.")
    assert ("welcome", "edited") in pulled(memory, tmp_path)
    assert [each.action for each in frozen(tmp_path)] == ["unchanged", "unchanged", "edited", "unchanged"]
    memory.versions["welcome"][0] = memory.versions["welcome"][0]._replace(
        messages=[{"role": "user", "content": "Other."}]
    )
    before = content(tmp_path)
    assert ("welcome", "conflict") in pulled(memory, tmp_path)
    assert content(tmp_path) == before
    assert ("welcome", "updated") in pulled(memory, tmp_path, force=True)
    assert "Other." in file.read_text()
    assert "weight = 60" in file.read_text()


def test_weights_that_can_not_be_had(memory: Sharing, tmp_path: Path) -> None:
    """All of it is done, or nothing."""
    memory.weights["welcome"] = [Share(1, 1), Share(9, 1)]
    memory.versions["welcome"].append(memory.versions["welcome"][0])

    def fault(what: str) -> None:
        if what == "weights welcome":
            raise CallError("HTTP 503", 503)

    memory.fault = fault
    assert ("welcome", "failed") in pulled(memory, tmp_path)
    assert content(tmp_path) == {}


def test_a_prompt_that_is_gone(memory: Sharing, tmp_path: Path) -> None:
    """Its further versions go with it."""
    pulled(memory, tmp_path)
    del memory.versions["welcome"], memory.labels["welcome"], memory.weights["welcome"]
    assert ("welcome", "removed") in pulled(memory, tmp_path, prune=True)
    assert sorted(content(tmp_path)) == ["bye.md", NAME]


@pytest.mark.parametrize(
    "table",
    ['name = "no"\nfile = "no@2.md"', 'name = "welcome"\nfile = "other@2.md"', 'name = "welcome"\nfile = "../welcome@2.md"',
     'name = "welcome"\nfile = "welcome.md"', 'name = "welcome"', 'name = "welcome"\nfile = 7'],
)  # fmt: skip
def test_a_lock_that_is_malformed(memory: Sharing, tmp_path: Path, table: str) -> None:
    pulled(memory, tmp_path)
    lock = tmp_path / NAME
    lock.write_text(f'{lock.read_text()}\n[[variant]]\n{table}\nversion = 9\nsha256 = "x"\n')
    with pytest.raises(LockError, match="pull"):
        Client(f"bundle:{tmp_path}")
