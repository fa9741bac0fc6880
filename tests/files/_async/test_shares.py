"""Proves that weights in a folder's files choose a version for each user, the same in every process (E20)."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from promptport import AsyncClient, CallError, NotFound
from promptport.errors import ArgumentError

UNITS = [f"user-{number}" for number in range(60)]
PROGRAM = """
import sys
import promptport
with promptport.Client(sys.argv[1]) as client:
    print(*(client.get("welcome", unit=each).version for each in sys.argv[2:]))
"""


def write(folder: Path, **heads: str) -> str:
    """Write versions of a prompt, and answer the source of a client."""
    for name, head in heads.items():
        (folder / f"welcome@{name[1:]}.md").write_text(f"+++\n{head}\n+++\nHello from {name}.", "utf-8")
    return f"files:{folder}"


async def versions_of(client: AsyncClient) -> list[Any]:
    """The versions that units get."""
    return [(await client.get("welcome", unit=each)).version for each in UNITS]


async def test_by_weights(tmp_path: Path) -> None:
    """A version without a weight gets nobody; a weight that is changed counts with the next call, and moves those it must."""
    async with AsyncClient(write(tmp_path, v1="weight = 50", v2="weight = 50", v3="")) as client:
        before = await versions_of(client)
        assert {*before} == {1, 2}
        prompt = await client.get("welcome", unit="user-1")
        assert (prompt.origin.source, prompt.origin.experiment, prompt.origin.unit) == ("file", "welcome", "user-1")
        assert prompt.messages[0].content == f"Hello from v{prompt.version}."
        assert (await client.get("welcome")).version == 3
        write(tmp_path, v2="weight = 5.5")
        after = await versions_of(client)
        assert {(old, new) for old, new in zip(before, after, strict=True)} == {(1, 1), (2, 1), (2, 2)}
        write(tmp_path, v1="weight = 0", v2="weight = 0")
        assert {*await versions_of(client)} == {3}
        with pytest.raises(NotFound, match="no prompt 'nothing'"):
            await client.get("nothing", unit="user-1")
        with pytest.raises(ArgumentError, match="prompt's name"):
            await client.get("../welcome", unit="user-1")


@pytest.mark.parametrize("weight", ["-1", "nan", "inf", '"50"', "true", "[]"])
async def test_a_weight_that_is_none(tmp_path: Path, weight: str) -> None:
    """It is told with file and line, and a fallback stands in."""
    async with AsyncClient(write(tmp_path, v1=f"weight = {weight}", v2="weight = 1")) as client:
        with pytest.raises(CallError, match=r"welcome@1\.md:2:"):
            await client.get("welcome", unit="user-1")
        assert (await client.get("welcome", unit="user-1", fallback="x")).origin.source == "fallback"


async def test_one_name_in_two_spellings(tmp_path: Path) -> None:
    """In one character or in two it is the same prompt, and the same experiment."""
    for number in (1, 2):
        (tmp_path / f"zo\u00eb@{number}.md").write_text(f"+++\nweight = 1\n+++\n{number}")
    async with AsyncClient(f"files:{tmp_path}") as client:
        for unit in UNITS[:12]:
            one, two = await client.get("zo\u00eb", unit=unit), await client.get("zoe\u0308", unit=unit)
            assert (one.version, one.origin.experiment) == (two.version, two.origin.experiment)


@pytest.mark.one_python("the published vectors run on all")
async def test_the_same_in_every_process(tmp_path: Path) -> None:
    """Whatever Python hashes by, in both variants, and where the versions come from another folder."""
    source = write(tmp_path, v1="weight = 1", v2="weight = 2", v3="weight = 3")
    found = set()
    for seed in ("0", "77"):
        command = [sys.executable, "-c", PROGRAM, source, *UNITS]
        done = subprocess.run(command, env={"PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True)
        found.add(tuple(map(int, done.stdout.split())))
    async with AsyncClient(source) as client:
        found.add(tuple(await versions_of(client)))
    assert len(found) == 1
    (versions,) = found
    assert set(Counter(versions)) == {1, 2, 3}
