"""Proves that lines come as they are written, and that nobody has to wait for one that never comes."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Iterator

import pytest

from promptport.mcp.stdin import Lines

pytestmark = pytest.mark.one_python("pipes are the same on all")


@pytest.fixture
def pipe() -> Iterator[tuple[int, int]]:
    """A pipe, of which the test closes the end that is written to."""
    reading, writing = os.pipe()
    yield reading, writing
    os.close(reading)


async def test_lines(pipe: tuple[int, int]) -> None:
    reading, writing = pipe
    lines = Lines(reading)
    os.write(writing, b"one\ntw")
    assert await anext(lines) == "one"
    os.write(writing, "o\nthr\xe9e\n\nü".encode("latin-1"))
    assert [await anext(lines) for _ in range(3)] == ["two", "thr\ufffde", ""]
    os.close(writing)
    assert [each async for each in lines] == ["\ufffd"]


async def test_many_lines(pipe: tuple[int, int]) -> None:
    """More than are read ahead, and one that is longer than what is read at once."""
    reading, writing = pipe
    long = "x" * 500_000

    def write() -> None:
        with os.fdopen(writing, "w") as file:
            file.write(f"{long}\n" + "".join(f"{each}\n" for each in range(1000)))

    written = asyncio.create_task(asyncio.to_thread(write))
    assert [each async for each in Lines(reading)] == [long, *map(str, range(1000))]
    await written


async def test_a_line_that_never_comes_is_not_waited_for(pipe: tuple[int, int]) -> None:
    reading, writing = pipe
    waiting = asyncio.ensure_future(anext(Lines(reading)))
    await asyncio.sleep(0)  # it begins to wait
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    os.close(writing)


async def test_what_can_t_be_read_has_ended(tmp_path: object) -> None:
    folder = os.open(str(tmp_path), os.O_RDONLY)
    assert [each async for each in Lines(folder)] == []
    os.close(folder)
