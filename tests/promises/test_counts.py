"""F1 to F3, F5 and F7, by counts: what the calls that applications make most execute, and how often they call sockets.

Times differ from machine to machine, so none is asserted; a count that has grown says which change made a call dearer.
"""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from .counting import RECORDED, Counter, counted

pytestmark = pytest.mark.one_python("each Python executes other instructions; the oldest one's are recorded")
SLACK = 1.06  # `track` executes a twentieth more where what delivers events waits for one
EXPECTED = json.loads(RECORDED.read_text(encoding="utf-8"))
PYTHON = ".".join(map(str, sys.version_info[:2]))


@pytest.fixture(scope="module")
def found() -> dict[str, dict[str, int]]:
    """The counts of a process of its own: what else a process has loaded changes which way a call takes."""
    if EXPECTED["python"] != PYTHON:
        pytest.skip(f"the counts were recorded by Python {EXPECTED['python']}, whose instructions are its own")
    command = [sys.executable, "-m", "tests.promises.counting"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    counts: dict[str, dict[str, int]] = json.loads(done.stdout)
    return counts


@pytest.mark.promise("F1", "F2", "F3", "F5", "F7")
@pytest.mark.parametrize("call", EXPECTED["counts"])
def test_a_call_is_no_dearer(found: dict[str, dict[str, int]], call: str) -> None:
    """Where it is meant to be dearer, or has become cheaper: `python -m tests.promises.counting --record`."""
    for what, recorded in EXPECTED["counts"][call].items():
        assert found[call][what] <= recorded * SLACK, f"{call}: {what} were {recorded}, and are {found[call][what]}"
    print(f"{call}: {found[call]}")


def test_every_call_is_recorded(found: dict[str, dict[str, int]]) -> None:
    assert found.keys() == EXPECTED["counts"].keys()


def test_what_is_counted() -> None:
    """Instructions of promptport count, and nobody else's."""
    from promptport.prompt.template import Text

    text, longer = (Text(" ".join(f"{{{{{name}}}}}" for name in names)) for names in ("a", "ab"))
    few = counted(lambda: text.render({"a": "1"}))["instructions"]
    assert 0 < few < counted(lambda: longer.render({"a": "1", "b": "2"}))["instructions"]
    with Counter() as counter:
        json.dumps({"a": [1]}, indent=1)
    assert counter.instructions == counter.sockets == 0
