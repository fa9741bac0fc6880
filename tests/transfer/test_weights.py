"""Proves that a prompt whose versions have weights is pulled with all of them, and that a bundle chooses as its source does."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from promptport import Client, NotFound
from promptport.files.lock_file import NAME
from promptport.transfer import diff, frozen, plan_push, pull, refused

from .platforms import content

pytestmark = pytest.mark.one_python("what is compared and written is the same on all")


@pytest.fixture
def there(tmp_path: Path) -> Path:
    """A prompt of which three versions are served, the second of them in production."""
    folder = tmp_path / "there"
    folder.mkdir()
    for number, weight, head in ((1, 1, ""), (2, 2.5, "label = 'production'\n"), (3, 0, "")):
        (folder / f"welcome@{number}.md").write_text(f"+++\nweight = {weight}\n{head}+++\nI am {number}, {{{{name}}}}.")
    (folder / "alone.md").write_text("Alone.")
    return folder


def pulled(there: Path, here: Path, *names: str) -> dict[str, str]:
    with Client(f"files:{there}") as client:
        return {each.name: each.action for each in pull(client, here, names)}


def test_a_bundle_chooses_as_its_source(there: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    here = tmp_path / "here"
    assert pulled(there, here) == {"alone": "new", "welcome": "new", "welcome@1": "new", "welcome@3": "new"}
    assert sorted(content(here)) == ["alone.md", NAME, "welcome.md", "welcome~1.md", "welcome~3.md"]
    before = content(here)
    assert set(pulled(there, here).values()) == {"unchanged"}
    assert content(here) == before
    with (
        Client(f"files:{there}") as theirs,
        Client(f"files:{there}", bundle=here) as ours,
        caplog.at_level(logging.WARNING),
    ):
        assert ours.shares("welcome") == [(2, 2.5), (1, 1), (3, 0)]
        assert ours.shares("alone") == []
        assert ours.list() == ["alone", "welcome"]
        versions = []
        for unit in range(300):
            one, other = theirs.get("welcome", unit=str(unit)), ours.get("welcome", unit=str(unit))
            assert (one.version, one.origin.experiment) == (other.version, other.origin.experiment)
            assert one.messages == other.messages
            versions.append(one.version)
        assert set(versions) == {1, 2}
        assert (ours.get("welcome").version, ours.get("welcome", version=3).version) == (2, 3)
        with pytest.raises(NotFound, match=r"has no version 4 in .*: there is 2, 1, 3"):
            ours.get("welcome", version=4)
        assert caplog.messages == []
    assert not refused(frozen(here))


def test_what_changes(there: Path, tmp_path: Path) -> None:
    """A version that loses its weight goes, one that was edited here stays, and neither is pushed."""
    here = tmp_path / "here"
    pulled(there, here)
    (here / "welcome~1.md").write_text("Mine.")
    assert [each.name for each in frozen(here, ["welcome"]) if each.refused] == ["welcome@1"]
    with Client(f"files:{there}") as client:
        assert [each.state for each in diff(client, here).differences] == ["same", "same", "edited", "same"]
        plan = plan_push(client, here)
    assert [(each.name, each.action) for each in plan.steps if each.refused] == [("welcome@1", "variant")]
    (there / "welcome@3.md").write_text("Three.")
    assert pulled(there, here, "welcome") == {"welcome": "unchanged", "welcome@1": "edited", "welcome@3": "removed"}
    assert sorted(content(here)) == ["alone.md", NAME, "welcome.md", "welcome~1.md"]
    for number in (1, 2):
        file = there / f"welcome@{number}.md"
        file.write_text(file.read_text().replace("weight", "# weight"))
    assert pulled(there, here) == {"alone": "unchanged", "welcome": "updated", "welcome@1": "forgotten"}
    assert "weight" not in (here / NAME).read_text()
