"""Proves that a file is read again only when it has changed, by threads and forks alike."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from pathlib import Path
from threading import Barrier, Event, Thread
from typing import Any

import pytest

from promptport import NotFound
from promptport.files import Folder, PromptFile, file_cache
from promptport.files.prompt_file import read_prompt_file
from promptport.files.source import Files
from promptport.platform import Fetched, Query


def write(folder: Path, **files: str) -> None:
    """Write prompt files; `__` stands for a slash, and `_v` for the `@` before a version."""
    for name, text in files.items():
        path = folder / f"{name.replace('__', '/').replace('_v', '@')}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def told(folder: Path) -> list[str]:
    """What is wrong in a folder, seen from it."""
    return [str(each).removeprefix(f"{folder}{os.sep}").replace(os.sep, "/") for each in Folder(folder).check()]


@pytest.mark.parametrize("settled", [False, True])
def test_changes_are_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settled: bool) -> None:
    """A file is parsed once for each content, and opened no more once its time is old enough to be trusted."""
    counts: Counter[str] = Counter()
    opening = Path.open

    def count_read(data: bytes, file: str, *, parts: bool) -> PromptFile:
        counts["parsed"] += 1
        return read_prompt_file(data, file, parts=parts)

    def count_open(self: Path, *arguments: Any, **more: Any) -> Any:
        counts["opened"] += self.suffix == ".md" and arguments[:1] == ("rb",)
        return opening(self, *arguments, **more)

    monkeypatch.setattr(file_cache, "_YOUNG", 0)
    if settled:
        monkeypatch.setattr(file_cache, "time_ns", lambda: 2**62)
    monkeypatch.setattr(file_cache, "read_prompt_file", count_read)
    monkeypatch.setattr(Path, "open", count_open)
    path = tmp_path / "p.md"
    path.write_bytes(b"a")
    source = Files(str(tmp_path))

    first = source.fetch(Query("p"), 1)
    assert all(source.fetch(Query("p"), 1) is first for _ in range(9))
    assert counts == {"parsed": 1, "opened": 1 if settled else 10}
    os.utime(path)  # touched, and the same inside
    assert source.fetch(Query("p"), 1) is first
    assert counts["parsed"] == 1

    path.write_bytes(b"b")  # as long as before, and perhaps within one step of the clock
    if settled:
        os.utime(path, ns=(1, 1))
    second = source.fetch(Query("p"), 1)
    assert (second.messages[0]["content"], counts["parsed"]) == ("b", 2)

    path.write_bytes(b"{{a b}}")
    assert [source.fetch(Query("p"), 1) for _ in range(2)] == [second] * 2
    assert counts["parsed"] == 3
    path.unlink()
    with pytest.raises(NotFound):
        source.fetch(Query("p"), 1)
    path.write_bytes(b"b")
    third = source.fetch(Query("p"), 1)
    assert third == second


def test_what_is_no_regular_file_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "p.md")
    (tmp_path / "folder.md").mkdir()
    assert told(tmp_path) == ["p.md:1:1: The file can't be read: it is no regular file."]


@pytest.mark.alone
def test_threads_get_one_object(tmp_path: Path) -> None:
    """Whoever asks at the same time gets the same object."""
    write(tmp_path, p="a")
    source, barrier = Files(str(tmp_path)), Barrier(8)
    got: list[Fetched] = []

    def ask() -> None:
        barrier.wait()
        got.extend(source.fetch(Query("p"), 1) for _ in range(20))

    threads = [Thread(target=ask) for _ in range(8)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert (len(got), len({id(each) for each in got})) == (160, 1)


FORKS = """
import os, sys
from promptport.files.source import Files
from promptport.platform import Query
source = Files(sys.argv[1])
with source._lock, source._folder._file_cache._lock:
    if os.fork() == 0:
        print(source.fetch(Query("p"), 1).messages[0]["content"], flush=True)
        os._exit(0)
    os.wait()
"""


@pytest.mark.alone
def test_a_child_waits_for_no_lock_of_its_parent(tmp_path: Path) -> None:
    """D13: a process that is forked while another thread reads goes on reading."""
    write(tmp_path, p="a")
    command = [sys.executable, "-c", FORKS, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=30)
    assert (done.stdout, done.stderr) == ("a\n", "")


def test_a_slow_file_holds_up_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Front matter that took 81 s to parse held a lock that healthy prompts waited for."""
    write(tmp_path, slow="Slow.", quick="Quick.")
    reached, go_on = Event(), Event()

    def read(data: bytes, file: str, *, parts: bool) -> PromptFile:
        if b"Slow" in data:
            reached.set()
            assert go_on.wait(30)
        return read_prompt_file(data, file, parts=parts)

    monkeypatch.setattr(file_cache, "read_prompt_file", read)
    folder = Folder(tmp_path)
    waiting = Thread(target=folder.find, args=(Query("slow"),))
    waiting.start()
    assert reached.wait(30)
    assert folder.find(Query("quick"))[0] == 1
    go_on.set()
    waiting.join()
    assert folder.find(Query("slow"))[0] == 1


def test_a_file_is_bounded(tmp_path: Path) -> None:
    write(tmp_path, large="x" * file_cache.MOST, larger="x" * (file_cache.MOST + 1))
    assert told(tmp_path) == [
        "larger.md:1:1: The file has more than 1,000,000 bytes, which is the most of a prompt file."
    ]


WRITER = """
import os, sys, time
path, way, end = sys.argv[1], sys.argv[2], time.monotonic() + 60
for number in range(1, 10**6):
    text = f"Begin {number} {'x' * 5_000} end {number}"
    if way == "in place":
        open(path, "w").write(text)
    elif way == "deleted":
        os.unlink(path)
        open(path, "w").write(text)
    elif way == "in pieces":
        with open(path, "w") as opened:
            for at in range(0, len(text), 2_000):
                opened.write(text[at : at + 2_000])
                opened.flush()
                time.sleep(0.005)  # a slow disk, between one part of a file and the next
    elif way == "with its old time":
        open(path, "w").write(text)
        os.utime(path, (1, 1))
    elif way == "by a link":
        kept = os.path.join(os.path.dirname(path), f".{number}")
        open(kept, "w").write(text)
        os.symlink(kept, kept + ".link")
        os.replace(kept + ".link", path)
    else:
        open(path + ".new", "w").write(text)
        os.rename(path, path + ".old")
        os.rename(path + ".new", path)
    print(number, flush=True)
    time.sleep(0.01)  # it saves as often as an editor that writes at every key
    if time.monotonic() > end:
        break
"""


@pytest.mark.one_python("files are saved in the same way everywhere")
@pytest.mark.promise("C13")
@pytest.mark.parametrize("way", ["in place", "deleted", "renamed", "in pieces", "with its old time", "by a link"])
def test_c13_a_file_that_is_saved_is_never_seen_half(tmp_path: Path, way: str, size: float) -> None:
    """C13: whoever saves it every 10 ms, and however: no call fails, and every text is whole."""
    write(tmp_path, p="Begin 0 end 0", p_v2="+++\nlabel = 'draft'\n+++\nBegin - end +")
    source = Files(str(tmp_path))
    source.fetch(Query("p"), 1)
    command = [sys.executable, "-c", WRITER, str(tmp_path / "p.md"), way]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        for _ in range(10):
            assert writer.stdout.readline()  # it has begun, and goes on
            for _ in range(int(max(400, 20_000 * size)) // 10):
                words = source.fetch(Query("p"), 1).messages[0]["content"].split()
                assert words[1] == words[-1]
        writer.kill()


@pytest.mark.one_python("files are saved in the same way everywhere")
def test_who_begins_while_a_file_is_saved(tmp_path: Path) -> None:
    """There is no last good one, and yet no call fails, and every text is whole."""
    write(tmp_path, p="Begin 0 end 0")
    command = [sys.executable, "-c", WRITER, str(tmp_path / "p.md"), "in place"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline()
        for _ in range(5):
            words = Files(str(tmp_path)).fetch(Query("p"), 1).messages[0]["content"].split()
            assert words[1] == words[-1]
        writer.kill()


def test_what_is_malformed_is_told_once_it_rests(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a file said before goes on, with one warning; `check` tells at once."""
    write(tmp_path, p="Hi.")
    source = Files(str(tmp_path))
    first = source.fetch(Query("p"), 1)
    write(tmp_path, p="{{no")
    assert source.fetch(Query("p"), 1) is first
    assert not caplog.records
    assert [each.partition(":")[0] for each in told(tmp_path)] == ["p.md"]
    monkeypatch.setattr(file_cache, "_TOLD", 0)
    for _ in range(3):
        assert source.fetch(Query("p"), 1) is first
    assert [(each.name, each.levelname) for each in caplog.records] == [("promptport", "WARNING")]
    assert "p.md:1:1: `{{no` has no end" in caplog.text
