"""Proves `docs/compared.md`: other clients, as they were published, do what it says of them; README has the same rows."""

from __future__ import annotations

import asyncio
import json
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from itertools import dropwhile, takewhile
from pathlib import Path
from typing import Any

import pytest

import promptport
from promptport.testing import Platform, without_waiting
from tools import rivals

from ..base.rooms import ROOMS, settings
from ..docs.pages import ROOT, Page

PAGE = Page("docs/compared.md")
PROBES = Path(__file__).parent / "compared" / "probes.py"
QUESTIONS = {
    "by its name": "fetches a prompt by its name",
    "renders": "puts values in",
    "missing": "a missing variable is an error",
    "unknown": "an unknown variable is an error",
    "text": "a value is never looked into",
    "asyncio": "asyncio",
    "memory": "keeps what was fetched, in memory",
    "together": "many callers at once are one request",
    "outage": "a new process answers in an outage",
    "fallback": "a fallback in the call",
    "503": "gets over a 503",
    "503 in asyncio": "gets over a 503 in asyncio",
    "learns": "learns of a change at once",
}
PROVIDERS = {"memory"}  # of OpenFeature, the provider's affair
PACKAGES = [("xr2-sdk", "xr2"), ("promptrails", "promptrails"), ("promptic-sdk", "promptic"), ("langfuse", "langfuse")]
COUNTED = 3  # packages more or less, as dependencies of dependencies come and go

pytestmark = pytest.mark.one_python("what others do is the same on all")


def table(text: str) -> dict[str, dict[str, str]]:
    """The cells of the first table, by row and by what stands over their column."""
    lines = takewhile(
        lambda line: line.startswith("|"), dropwhile(lambda line: not line.startswith("|"), text.splitlines())
    )
    (_, *heads), _, *rows = ([each.strip() for each in line[1:-1].split("|")] for line in lines)
    return {name: dict(zip(heads, cells, strict=True)) for name, *cells in rows}


CELLS = table(PAGE.text)


def answered(function: str, package: str, platform: Platform, room: str) -> dict[str, bool]:
    """What a package does, tried in a process of its own."""
    url = platform.url(room)
    given = {
        "platform": room,
        "door": url.rpartition("/")[0],
        "settings": settings(room, url),
    }
    tried = subprocess.run(
        [sys.executable, "-S", str(PROBES), function],
        input=json.dumps(given),
        env=rivals.environment(package),
        capture_output=True,
        text=True,
        check=False,
        timeout=100,
    )
    assert tried.returncode == 0, tried.stderr
    found: dict[str, bool] = json.loads(tried.stdout)
    return found


@pytest.mark.parametrize("room", ROOMS)
def test_ours(room: str, platform: Platform, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """What the table says of promptport is so on every platform."""
    monkeypatch.setenv("PROMPTPORT_CACHE_DIR", str(tmp_path))
    given = settings(room, platform.url(room))
    values = {"customer_name": "{{language}}", "language": "en"}

    def got(**more: Any) -> promptport.Prompt:
        with promptport.Client(room, **given) as client:
            return client.get("welcome", **more)

    async def awaited() -> promptport.Prompt:
        async with promptport.AsyncClient(room, disk=False, **given) as client:
            return await client.get("welcome")

    with promptport.Client(room, **given) as client, ThreadPoolExecutor(8) as pool:
        platform.script(room, {"delay": 0.3, "times": None})
        prompt, *others = pool.map(client.get, ["welcome"] * 8)
        asked = [each.path for each in platform.requests]
        assert len({*asked}) == len(asked)  # a login and a list by name are requests of their own, each made once
        assert client.get("welcome").origin.source == "cache"
        assert len(platform.requests) == len(asked)
    assert len(others) == 7
    assert "{{language}}" in prompt.render(**values).text
    for wrong in ({"language": "en"}, values | {"nobody": "x"}):
        with pytest.raises(promptport.RenderError):
            prompt.render(**wrong)
    with without_waiting():
        platform.reset()
        platform.script(room, {"status": 503})
        assert asyncio.run(awaited()).origin.source == "network"
        platform.script(room, {"status": 503})
        assert got(refresh=True).origin.source == "network"
        platform.script(room, {"status": 503, "times": None})
        assert got(refresh=True).origin.source == "disk"
        with promptport.Client(room, disk=False, **given) as client:
            assert client.get("welcome", fallback="Hi.").origin.source == "fallback"
        platform.reset()
    said = {row: CELLS[row]["promptport"] for name, row in QUESTIONS.items() if name != "learns"}
    assert {*said.values()} == {"yes"}


def column(package: str) -> str:
    """The head of a package's column."""
    return f"{package} {rivals.RELEASES[package]}"


@pytest.mark.parametrize(("package", "room"), PACKAGES)
def test_the_others(package: str, room: str, platform: Platform) -> None:
    """Each cell that says yes or no says what the package does."""
    did = answered(package.replace("-", "_"), package, platform, room)
    if package == "langfuse":
        did |= answered("langfuse_again", package, platform, room)
    said = {name: CELLS[row][column(package)] for name, row in QUESTIONS.items() if name in did}
    assert said == {name: "yes" if each else "no" for name, each in did.items()}
    assert len(said) >= 9
    assert {CELLS[row][column(package)] for name, row in QUESTIONS.items() if name not in did} <= {"—", "no"}


def test_openfeature(platform: Platform) -> None:
    """It is given a provider that is its own, so that no platform is asked."""
    did = answered("openfeature", "openfeature-sdk", platform, "xr2")
    head = column("openfeature-sdk")
    said = {name: CELLS[row][head] for name, row in QUESTIONS.items() if name in did}
    assert said == {name: "—" if name in PROVIDERS else "yes" if each else "no" for name, each in did.items()}


@pytest.mark.parametrize("package", [*dict(PACKAGES), "openfeature-sdk"])
def test_what_comes_with_them(package: str) -> None:
    """The Python that a package needs, and how many other packages it brings."""
    folder = Path(rivals.environment(package)["PYTHONPATH"])
    [metadata] = folder.glob(f"{package.replace('-', '_')}-*.dist-info/METADATA")
    [python] = re.findall(r"^Requires-Python: >=([\d.]+)", metadata.read_text("utf-8"), re.MULTILINE)
    assert CELLS["Python"][column(package)] == python
    others = len([*folder.glob("*.dist-info")]) - 1
    assert abs(int(CELLS["packages that come with it"][column(package)]) - others) <= COUNTED


def test_every_row_says_how_it_is_known() -> None:
    """And cites what there is."""
    _, _, rest = PAGE.text.partition("## How each is known")
    assert [*table(rest)] == [*CELLS]
    for cited in re.findall(r"`(tests/[\w/.]+)`", rest):
        assert (ROOT / cited.rstrip("/")).exists(), cited


def test_readme_has_the_same_rows() -> None:
    """Fewer of them, and none that differs."""
    text = (ROOT / "README.md").read_text("utf-8").partition("## Beside the others")[2]
    shown = table(text)
    assert len(shown) >= 10
    assert shown == {name: CELLS[name] for name in shown}
