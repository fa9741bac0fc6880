"""`nox -s deaths`: clients die beside backends that are well, down or hung, ours and those of others, side by side.

Each client that is not ours is as PyPI has it, with its defaults: once it only dies, and once it is closed first, as its
documents ask for, where it has time to. A process that has not ended after half a minute is killed, as a container would be.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import ExitStack
from pathlib import Path
from queue import SimpleQueue
from time import monotonic
from typing import NamedTuple

from rich.console import Console

from tools.vendors.installed import InstallError

from .backend import Backend, serving
from .dying import DEATHS
from .running import Row, Subject, died
from .sides import OURS, Side, after_closing, sides
from .table import disfavour, show

MODES = ("well", "down", "hung")
MOST = 30.0  # seconds after which a process that has not ended is killed


class Case(NamedTuple):
    """One process that is to die.

    Attributes:
        what: What it accepts.
        subject: Whose client it has.
        mode: How its backend is.
        death: How it dies.
    """

    what: str
    subject: Subject
    mode: str
    death: str


def main(arguments: Sequence[str] | None = None) -> int:
    """Let them die, and print what became of their events. The code is 1 where ours lost or doubled one, or a process failed."""
    given = _arguments(arguments)
    progress = Console(stderr=True)
    try:
        chosen = [each for each in sides() if not given.side or each.what in given.side]
    except InstallError as error:
        print(error, file=sys.stderr)
        return 2
    every, began, rows = cases(chosen, given.death or DEATHS), monotonic(), dict[tuple[str, str, str, str], Row]()
    failed = list[str]()
    for number, (case, row) in enumerate(_run(every, given.count, given.workers), 1):
        if isinstance(row, Row):
            rows[case.what, case.subject.name, case.mode, case.death] = row
        else:
            failed.append(f"{case.what}, {case.subject.name}, {case.mode}, {case.death}: {row}")
        said = f"{number} of {len(every)}, {monotonic() - began:.0f} s: {case.subject.name}, {case.mode}, {case.death}"
        progress.print(f"{said:<79}", end="\r" if progress.is_terminal else "\n", highlight=False)
    show(Console(), chosen, given.death or DEATHS, MODES, rows)
    for each in failed:
        print(f"The next process has failed. {each}", file=sys.stderr)
    if given.save:
        found = [{"what": key[0], **row._asdict()} for key, row in rows.items()]
        kept = {"rows": found, "in our disfavour": list(disfavour(chosen, rows))}
        given.save.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")
    return int(bool(failed) or any(row.lost or row.doubled for row in rows.values() if row.subject == OURS))


def cases(chosen: Sequence[Side], deaths: Sequence[str]) -> list[Case]:
    """Who dies, those first that may take long: a rival that tries again, where nobody answers."""
    found = []
    for side in chosen:
        for subject in (side.ours, *side.rivals):
            closing = [] if subject is side.ours else list(filter(None, map(after_closing, deaths)))
            found += [Case(side.what, subject, mode, death) for death in (*deaths, *closing) for mode in MODES]
    return sorted(found, key=lambda each: (each.mode == "well", each.subject.name == OURS))


def _run(cases: Sequence[Case], count: int, workers: int) -> Iterator[tuple[Case, Row | AssertionError]]:
    """Let them die, some at a time, each beside a backend of its own."""
    backends: SimpleQueue[Backend] = SimpleQueue()

    def run(case: Case) -> tuple[Case, Row | AssertionError]:
        backend = backends.get()
        try:
            with tempfile.TemporaryDirectory() as folder:
                return case, died(case.subject, backend, case.mode, case.death, count, Path(folder), MOST)
        except AssertionError as error:  # one that fails is told with the others
            return case, error
        finally:
            backends.put(backend)

    with ExitStack() as stack:
        for _ in range(workers):
            backends.put(stack.enter_context(serving()))
        pool = stack.enter_context(ThreadPoolExecutor(workers))
        for each in as_completed([pool.submit(run, case) for case in cases]):
            yield each.result()


def _arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="nox -s deaths --", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("side", nargs="*", help='what is accepted: events, "Promptic\'s spans", "PromptRails\' spans"')
    parser.add_argument("--death", action="append", choices=DEATHS, help="a way to die (default: all)")
    parser.add_argument("--count", type=int, default=1000, help="events of each process (default: %(default)s)")
    parser.add_argument("--workers", type=int, default=6, help="processes that die at a time (default: %(default)s)")
    parser.add_argument("--save", type=Path, metavar="FILE", help="write everything to a file, as JSON")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
