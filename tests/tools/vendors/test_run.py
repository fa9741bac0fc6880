"""Proves what a run prints and answers: 0 where nothing differs, 1 where something does, 2 where nothing can be compared."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from tools.vendors import __main__
from tools.vendors.newest import LookupFailed, Published
from tools.vendors.run import Misuse, Watch, watch

from .test_contracts import project, write
from .watched import DOCUMENT, parting, recorded, sent

pytestmark = pytest.mark.one_python("it reads contracts and prints")
PLAIN = {key: each for key, each in DOCUMENT.items() if key not in ("x-package", "x-releases")}


def run(root: Path, *wanted: str, reference: str | None = None, **recording: Any) -> Watch:
    """A run on a package that is made up."""

    def record(package: str, release: str) -> dict[str, Any]:
        assert package == "acme-sdk"
        return recorded(number=release, **recording)

    return watch(root, wanted, reference, record, lambda _: Published("1.1", ("1.0", "1.1")))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project."""
    project(tmp_path)
    write(tmp_path, {**DOCUMENT, "x-left-out": {"gym": "an alpha"}})
    return tmp_path


def test_nothing_differs(root: Path) -> None:
    found = run(root)

    assert found.code == 0
    assert (
        found.text()
        == "acme-sdk 1.1 (the newest) beside the contract (1.0 to 1.1): 4 methods, as the contract has them"
    )
    assert found.draft() == ""


def test_something_differs(root: Path) -> None:
    methods = {
        "things.get": None,
        "things.size": (parting, sent("GET", "/things/thing_id-1/size"), ["data", "data.size"]),
        "gym.run": (parting, sent("GET", "/gym/thing_id-1"), []),
    }

    found = run(root, "acme-sdk==1.1", methods=methods)

    assert found.code == 1
    assert found.text().splitlines() == [
        "acme-sdk 1.1 beside the contract (1.0 to 1.1): 4 methods: 1 new, 1 ended",
        "",
        "  New methods (1)",
        "    things.size: is new: GET /things/{thing_id}/size",
        "",
        "  Ended methods (1)",
        "    things.get: is gone: GET /things/{thing_id}",
        "",
        "  Left out",
        "    gym (1): an alpha",
    ]
    told = json.loads(found.json())
    (package,) = told["packages"]
    assert told["code"] == 1
    assert package["counts"] == {"new": 1, "ended": 1, "changed": 0}
    assert [each["where"] for each in package["differences"]] == ["things.size", "things.get"]
    assert package["asides"] == [{"name": "gym", "names": 1, "reason": "an alpha"}]
    assert yaml.safe_load(package["draft"]) == yaml.safe_load(found.draft())


def test_a_contract_of_before(root: Path) -> None:
    """The contract of a commit, which is of one release and knows its package from today's."""
    found = run(root, reference="HEAD")

    assert "beside the contract of HEAD (1.0)" in found.text()


def test_a_platform_without_a_package_is_told(root: Path) -> None:
    write(root, PLAIN)

    found = run(root)

    assert found.code == 0
    assert found.text() == "acme: its package is nowhere to be had, so that nothing was compared"


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ("other", "other is of no contract: write acme-sdk, or one of them with ==RELEASE"),
        ("acme-sdk==", "acme-sdk== names no release"),
        ("acme-sdk==../../etc", "names no release: write acme-sdk==RELEASE"),
        ("acme-sdk==0.9", "acme-sdk==0.9 is older than all that the contract covers: 1.0, 1.1"),
    ],
)
def test_misuse(root: Path, wanted: str, said: str) -> None:
    with pytest.raises(Misuse, match=said):
        run(root, wanted)


def test_the_command(root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """It hands on what it was given, prints in three forms, and answers the exit code."""
    saved = root / "saved.json"
    monkeypatch.setattr(__main__, "ROOT", root)
    monkeypatch.setattr(
        "tools.vendors.recorded.recorded", lambda package, release: recorded({"things.get": None}, number=release)
    )
    monkeypatch.setattr("tools.vendors.newest.published", lambda _: Published("1.1", ("1.0", "1.1")))

    assert __main__.main(["--save", str(saved)]) == 1
    assert "(the newest)" in capsys.readouterr().out
    assert json.loads(saved.read_text(encoding="utf-8"))["code"] == 1
    assert (
        __main__.main(["acme-sdk==1.1", "--save", str(root / "nowhere" / "saved.json")]) == 2
    )  # not 1: it is no difference
    told = capsys.readouterr()
    assert ("acme-sdk 1.1" in told.out, "No such file" in told.err) == (True, True)
    assert __main__.main(["acme-sdk==1.1", "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["packages"][0]["release"] == "1.1"
    assert __main__.main(["acme-sdk==1.1", "--draft"]) == 1
    assert yaml.safe_load(capsys.readouterr().out)["overlay"] == "1.0.0"


def test_a_command_that_can_do_nothing(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def nowhere(package: str) -> Published:
        raise LookupFailed(f"PyPI can't be asked for {package}")

    monkeypatch.setattr(__main__, "ROOT", root)
    monkeypatch.setattr("tools.vendors.newest.published", nowhere)

    assert __main__.main(["other"]) == 2
    assert __main__.main(["--contract", "v9"]) == 2
    assert __main__.main([]) == 2
    said = capsys.readouterr()
    assert (said.out, len(said.err.splitlines())) == ("", 3)
    with pytest.raises(SystemExit) as ended:
        __main__.main(["--json", "--draft"])
    assert ended.value.code == 2
