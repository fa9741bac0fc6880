"""Proves that entries are accepted at any moment of a process, by any number of processes, and at little cost (D8, D9, D12)."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from promptport.outbox.account import Account
from promptport.outbox.entry import Entry
from promptport.outbox.frames import DONE
from promptport.outbox.notes import Notes
from promptport.outbox.outbox import Outbox
from promptport.outbox.place import Place
from promptport.outbox.result import Outcome, Result
from promptport.outbox.settings import OutboxSettings
from promptport.outbox.spool import Full, Spool

pytestmark = pytest.mark.one_python("what a process leaves on disk is no matter of its Python")
ABOUT = {"origin": "o"}

BEGIN = """
import atexit, gc, os, signal, sys, threading, time
from pathlib import Path
def late():
    put("late")
atexit.register(late)  # before promptport has registered anything, hence after all that it does at the end
import asyncio
from promptport.outbox.outbox import Outbox
async def hang(batch):
    await asyncio.sleep(60)
outbox = Outbox(hang, Path(sys.argv[1]), {"origin": "o"})
def put(body):
    os.write(1, f"{outbox.put('event', body)}\\n".encode())
put("first")
"""
MOMENTS = {
    "after the end, from atexit": "",
    "from __del__, and while the interpreter goes": """
class Thing:
    def __init__(self):
        self.me = self
    def __del__(self, put=put):
        put("thing")
for _ in range(10):
    Thing()
    gc.collect()
kept = Thing()
sys.modules["kept for the last moment"] = Thing()
""",
    "from a signal handler within it": """
def handle(*_):
    put("handler")
signal.signal(signal.SIGALRM, handle)
signal.setitimer(signal.ITIMER_REAL, 0.0007, 0.0007)
for each in range(500):
    put(each)
signal.setitimer(signal.ITIMER_REAL, 0)
os.kill(os.getpid(), signal.SIGKILL)
""",
    "from a child that a thread forks": """
def fork():
    child = os.fork()
    if child == 0:
        for each in range(20):
            put("child")
        if os.fork() == 0:
            put("grandchild")
            os._exit(0)
        os.wait()
        os._exit(0)
    os.waitpid(child, 0)
def write():
    for each in range(200):
        put("beside")
threads = [threading.Thread(target=each) for each in (write, fork, fork)]
for each in threads:
    each.start()
for each in threads:
    each.join()
""",
    "from a thread that nobody waits for": """
def write():
    while True:
        put("beside")
        time.sleep(0.001)
threading.Thread(target=write, daemon=True).start()
time.sleep(0.1)
""",
}


def delivered(folder: Path) -> list[str]:
    """What the next process delivers."""
    found: list[str] = []

    async def take(batch: Sequence[Entry]) -> Result:
        found.extend(each.id for each in batch)
        return Result(Outcome.DELIVERED)

    outbox = Outbox(take, folder, ABOUT, OutboxSettings(settle=0.0))
    books = outbox.flush(60)
    outbox.close(60)
    assert books.waiting == 0
    return found


@pytest.mark.promise("D8", "D13", "D19")
@pytest.mark.parametrize("moment", MOMENTS)
def test_d8_any_moment_will_do(tmp_path: Path, moment: str) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", BEGIN + MOMENTS[moment], str(tmp_path)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert not ended.stderr
    accepted = ended.stdout.split()
    assert len(accepted) == len(set(accepted)) >= 2
    assert "None" not in accepted
    assert set(accepted) <= set(found := delivered(tmp_path)), ended.stderr
    assert len(found) == len(set(found))


HUNDRED = """
import os, signal, sys, time
from pathlib import Path
import asyncio
from promptport.outbox.outbox import Outbox
from promptport.outbox.result import Outcome, Result
from promptport.outbox.settings import OutboxSettings
folder, count = Path(sys.argv[1]), int(sys.argv[2])
async def take(batch):
    with (folder / "taken").open("a") as file:
        file.write("".join(f"{each.id}\\n" for each in batch))
    return Result(Outcome.DELIVERED)
async def hang(batch):
    await asyncio.sleep(60)
settings = OutboxSettings(settle=0.0, segment=1 << 16)
for process in range(count):
    if os.fork() == 0:
        outbox = Outbox(take if process % 3 == 0 else hang, folder / "spool", {"origin": "o"}, settings)
        ids = [outbox.put("event", each) for each in range(20)]
        with (folder / "accepted").open("a") as file:
            file.write("".join(f"{each}\\n" for each in ids))
        if process % 3 == 0:
            outbox.close()
        elif process % 3 == 1:
            os.kill(os.getpid(), signal.SIGKILL)
        os._exit(0)
while True:
    try:
        os.wait()
    except ChildProcessError:
        break
"""


@pytest.mark.promise("D8", "D9")
@pytest.mark.parametrize("most", [2, 100])
def test_d9_any_number_of_processes_share_an_account(tmp_path: Path, size: float, most: int) -> None:
    """Some deliver and take over what others leave, while those are killed: each entry goes once."""
    count = most if size == 1 else min(most, 12)
    subprocess.run([sys.executable, "-c", HUNDRED, str(tmp_path), str(count)], check=True, timeout=100)
    taken = (tmp_path / "taken").read_text().split() + delivered(tmp_path / "spool")
    accepted = (tmp_path / "accepted").read_text().split()
    assert len(accepted) == 20 * count
    assert Counter(taken) == Counter(accepted)
    assert list((tmp_path / "spool").iterdir()) == []


OUTAGES = """
import asyncio, gc, os, sys
from pathlib import Path
from promptport.outbox.outbox import Outbox
from promptport.outbox.result import Outcome, Result
from promptport.outbox.settings import OutboxSettings
count, well = int(sys.argv[2]), True
async def deliver(batch):
    return Result(Outcome.DELIVERED if well else Outcome.NOT_RECEIVED, "503")
def used():
    gc.collect()
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096
outbox = Outbox(deliver, Path(sys.argv[1]), {"origin": "o"}, OutboxSettings(most_bytes=1 << 30, backoff=0.2))
for each in range(100):
    outbox.put("event", "x" * 2000)
outbox.flush(60)
before, descriptors, most = used(), len(os.listdir("/proc/self/fd")), 0
for outage in range(5):
    well = False
    for each in range(count // 5):
        assert outbox.put("event", "x" * 2000)
        if each % 1000 == 0:
            most = max(most, used())
    most = max(most, used())
    well = True
    assert outbox.flush(200).waiting == 0
print(max(most, used()) - before, len(os.listdir("/proc/self/fd")) - descriptors)
"""


@pytest.mark.promise("D12")
def test_d12_an_outage_costs_little(tmp_path: Path, size: float) -> None:
    command = [sys.executable, "-c", OUTAGES, str(tmp_path), str(int(120_000 * size))]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=500, check=True)
    memory, descriptors = map(int, ended.stdout.split())
    print(f"D12: {memory / 1e6:.1f} MB more memory, {descriptors} more descriptors")
    assert memory <= 6e6
    assert descriptors <= 0


@contextmanager
def small_disk(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A disk of 2 MiB: a real one where this process may mount one, else one that counts."""
    folder.mkdir(mode=0o700)
    mount = ["mount", "-t", "tmpfs", "-o", "size=2m,mode=0700", "tmpfs", str(folder)]
    if os.geteuid() == 0 and subprocess.run(mount, capture_output=True, check=False).returncode == 0:
        try:
            yield
        finally:
            subprocess.run(["umount", "-l", str(folder)], check=True)
        return
    reserve = os.posix_fallocate

    def counting(descriptor: int, at: int, size: int) -> None:
        if size + sum(each.stat().st_size for each in folder.glob("*.spool")) > 2 << 20:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        reserve(descriptor, at, size)

    monkeypatch.setattr(os, "posix_fallocate", counting)
    yield


@pytest.mark.promise("D20")
def test_d20_a_full_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    """What there is room for is on disk, the next in memory, the rest is dropped and counted; then there is room again."""
    now = [0.0]
    settings = OutboxSettings(segment=1 << 18, most_bytes_in_memory=1 << 19)
    with small_disk(tmp_path / "disk", monkeypatch):
        spool = Spool(Place(tmp_path / "disk"), ABOUT, settings, lambda: now[0])
        accepted = 0
        with suppress(Full):
            while True:
                spool.put(b"x" * 10_000)
                accepted += 1
        on_disk = [each for each in spool.parts() if each.path]
        assert 6 <= len(on_disk) <= 8
        assert accepted == 26 * (len(on_disk) + 2)
        now[0] += 1
        for part in on_disk:
            with part.opened() as segment:
                for frame in part.waiting(segment):
                    segment.mark(frame, DONE, 1, 0.0)
                    part.done += 1
            spool.discard(part)
        spool.put(b"again")
        spool.mend()
        spool.close()
        other = Spool(Place(tmp_path / "disk"), ABOUT, settings)
        assert other.adopt(0.0) == 53
        other.close()
    assert spool.dropped == {"full": 1}
    said = [each.getMessage().removeprefix(str(tmp_path / "disk")) for each in caplog.records]
    assert [each.partition(" (")[0].partition(":")[0] for each in said][:2] == [
        " can't be written",
        "Events are dropped",
    ]


@pytest.mark.promise("S4", "S7")
def test_s4_all_of_it_is_its_owners_alone_and_no_account_meets_another(tmp_path: Path) -> None:
    """Whatever the umask, also while it is in use; and each account's entries go by its own delivery, also the next process's."""
    root, accounts = tmp_path / "root", [Account("xr2", "https://xr2.uk", each, "events") for each in ("a1", "a2")]
    before = os.umask(0)
    try:
        for account in accounts:
            Notes(account.place(root)).keep("rendered", "trace")
            taken = Taking(refuse="bad")
            outbox = Outbox(taken.take, account.place(root), account.about)
            outbox.put("event", "bad")
            outbox.flush(60)
            taken.well = False
            outbox.put("event", account.account)
            found = [*root.rglob("*"), root]
            assert {each.stat().st_mode & 0o777 for each in found if each.is_file()} == {0o600}
            assert {each.stat().st_mode & 0o777 for each in found if each.is_dir()} == {0o700}
            outbox.close(0.0)
    finally:
        os.umask(before)
    assert {each.suffix for each in root.rglob("*") if each.is_file()} == {".spool", ".lock", ".jsonl", ""}
    for account in reversed(accounts):
        taken = Taking()
        outbox = Outbox(taken.take, account.place(root), account.about, OutboxSettings(settle=0.0))
        outbox.flush(60)
        outbox.close(60)
        assert taken.bodies == [account.account]


class Taking:
    """A platform that takes what comes, but for one."""

    def __init__(self, refuse: str = "") -> None:
        self.well, self._refuse = True, refuse
        self.bodies: list[str] = []

    async def take(self, batch: Sequence[Entry]) -> Result:
        """Take a portion."""
        if not self.well:
            return Result(Outcome.NOT_RECEIVED, "503")
        if [each.body for each in batch] == [self._refuse]:
            return Result(Outcome.REFUSED, "no")
        self.bodies += [each.body for each in batch]
        return Result(Outcome.DELIVERED)
