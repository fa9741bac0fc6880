"""Proves that the end of a process takes the time of one outbox, however many there are (D10)."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from time import monotonic

import pytest

from promptport.outbox import exit as module
from promptport.outbox.exit import AtExit


class Hanging:
    """Something that uses all the time that it is given."""

    def __init__(self, clock: list[float]) -> None:
        self._clock = clock
        self.said: list[str] = []

    def flush(self, timeout: float, insist: bool) -> None:
        """Wait."""
        self._clock[0] += timeout
        self.said.append("flush" if not insist else "insist")

    def cancel(self) -> None:
        """End."""
        self.said.append("cancel")

    def finish(self, timeout: float) -> None:
        """Wait."""
        self._clock[0] += timeout
        self.said.append("finish")


def test_all_together_have_the_time_of_one(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = [0.0]
    monkeypatch.setattr(module, "monotonic", lambda: clock[0])
    at_exit, boxes = AtExit(), [Hanging(clock) for _ in range(50)]
    for each in boxes:
        at_exit.add(each)
    at_exit.discard(boxes[0])
    at_exit.run()
    assert clock[0] == pytest.approx(module.EXIT + module.LAST)
    assert boxes[0].said == []
    assert {tuple(each.said) for each in boxes[1:]} == {("flush", "cancel", "finish")}


FIFTY = """
import asyncio, os, sys, threading
from pathlib import Path
from promptport.outbox.outbox import Outbox
async def hang(batch):
    try:
        await asyncio.sleep(60)
    finally:
        await asyncio.sleep(60 if os.environ.get("STUBBORN") else 0)
boxes = [Outbox(hang, Path(sys.argv[1], str(each)), {"origin": "o"}) for each in range(50)]
for each in boxes:
    Path(sys.argv[1], str(boxes.index(each))).mkdir(mode=0o700)
    each.put("event", 1)
while not all(each._worker and not each._worker.asleep for each in boxes):
    threading.Event().wait(0.01)
assert threading.active_count() <= 3, threading.enumerate()
"""


@pytest.mark.alone
@pytest.mark.promise("D10", "S1")
@pytest.mark.one_python("how long a process takes to end is no matter of its Python")
def test_fifty_that_hang(tmp_path: Path) -> None:
    """At most two threads besides the main one, whatever their number."""
    begun = monotonic()
    subprocess.run([sys.executable, "-c", FIFTY, str(tmp_path)], check=True, timeout=60)
    seconds = monotonic() - begun
    print(f"D10: fifty outboxes: {seconds:.1f} s")
    assert len(list(tmp_path.rglob("*.spool"))) == 50


ORDER = """
import sys
from importlib import import_module
for name in sys.argv[1:]:
    import_module(name)
from promptport.concurrency.background import background
from promptport.outbox.exit import at_exit
class Box:
    def flush(self, timeout, insist):
        print("the background has ended" if background.ended else "it delivers")
    def cancel(self): ...
    def finish(self, timeout):
        self.flush(timeout, False)
box = Box()
at_exit.add(box)
"""


@pytest.mark.parametrize("first", ["promptport.outbox.exit", "promptport.outbox.accounts", "promptport.outbox.outbox"])
def test_what_delivers_is_there_until_all_are_closed(first: str) -> None:
    """Whatever is imported first."""
    done = subprocess.run([sys.executable, "-c", ORDER, first], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["it delivers"] * 2
