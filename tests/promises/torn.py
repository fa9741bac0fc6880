"""Kills processes while they write: `python torn.py WAY FOLDER KILLS`, the way `disk`, or `plain` for files written in place.

Two processes write the same four records without end. One of them is killed at a random moment, the records are read, another
process takes its place, and so on. Says as JSON how many were killed, and within a write at that; how many records were read, and
how many of them were missing or broken.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
from pathlib import Path

from promptport.cache.disk import Disk
from promptport.cache.envelope import cache_key, mac_key, pack, unpack
from promptport.platform import Fetched, Query, Traits

TRAITS = Traits("xr2", "http://127.0.0.1", "account")
QUERIES = [Query(f"p{at}") for at in range(4)]
SEALS = [mac_key(TRAITS, each) for each in QUERIES]
PLACES = [cache_key(TRAITS, each) for each in QUERIES]


class Plain(Disk):
    """What others do: it writes in place."""

    def _replace(self, key: str, envelope: bytes) -> None:
        (self._folder / key).write_bytes(envelope)


def write(disk: Disk, who: int, once: bool = False) -> None:
    """Write records of different sizes, again and again."""
    records = [
        [pack(Fetched(each.name, [{"role": "user", "content": f"{who}" * size}]), 1.0, mark) for size in (100, 40_000)]
        for each, mark in zip(QUERIES, SEALS, strict=True)
    ]
    while True:
        for spot, both in zip(PLACES, records, strict=True):
            for envelope in both:
                disk.write(spot, envelope)
        if once:
            return


def forked(disk: Disk, who: int) -> int:
    """A process that writes until it is killed."""
    child = os.fork()
    if child == 0:
        try:
            write(disk, who)
        finally:
            os._exit(1)
    return child


def main(way: str, folder: str, kills: int) -> None:
    """Kill, and read what is left."""
    disk = (Disk if way == "disk" else Plain)(folder)
    write(disk, 0, once=True)
    chance = random.Random(1)
    writers = [forked(disk, 1), forked(disk, 2)]
    read = bad = 0
    for at in range(kills):
        time.sleep(chance.random() * 0.003)  # the moment is what this is about
        victim = at % 2
        os.kill(writers[victim], signal.SIGKILL)
        os.waitpid(writers[victim], 0)
        for spot, mark in zip(PLACES, SEALS, strict=True):
            found = disk.read(spot)
            read += 1
            bad += found is None or unpack(found, mark) is None
        writers[victim] = forked(disk, victim + 1)
    for each in writers:
        os.kill(each, signal.SIGKILL)
        os.waitpid(each, 0)
    within = sum(1 for _ in Path(folder).glob("*.new"))
    print(json.dumps({"kills": kills, "within": within, "read": read, "bad": bad}))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
