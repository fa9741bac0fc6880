"""`nox -s faults`: platforms and networks fail; what comes of our calls and events, and of the vendors' own clients'.

Every platform meets every fault, blocking and asyncio. Each vendor's package is as PyPI has it, with its defaults but for the
timeout, in a process of its own. A call that does not end is given up after twenty timeouts. The code is 1 where a call of ours
ends in a foreign exception, in a wrong answer, or not at all, and where ours loses or doubles an event.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from queue import SimpleQueue

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from tools.vendors.installed import InstallError

from ...promises.deaths.backend import serving
from . import events, page
from .clients import OURS, clients
from .menu import NAMES
from .platforms import PLATFORMS
from .running import VARIANTS, Ended, run
from .table import Found, as_json, bad, disfavour, show

Result = Ended | events.Handed
Job = Callable[[], Iterator[Result]]


def main(arguments: Sequence[str] | None = None) -> int:
    """Let them fail, and print what came of it. The code is 1 where ours ended badly, 2 where a package can't be had."""
    given = _arguments(arguments)
    platforms = given.platform or list(PLATFORMS)
    faults = [each for each in NAMES if not given.fault or each in given.fault]
    of_events = [each for each in events.FAULTS if not given.fault or each in given.fault]
    try:
        hands = events.hands(platforms, of_events)
        works = [(each, client, variant) for each in platforms for client in clients(each) for variant in VARIANTS]
    except InstallError as error:
        print(error, file=sys.stderr)
        return 2
    # First what may take long: where nobody answers, and the clients of others.
    works.sort(key=lambda each: each[1].name == OURS)
    jobs: list[Job] = [partial(_handed, each) for each in hands]
    jobs += [partial(run, *each, faults) for each in works]
    found = _in_order(_with_progress(jobs, len(hands) + len(works) * len(faults), given.workers))
    if given.format == "json":
        print(as_json(found), end="")
    else:
        console = Console() if sys.stdout.isatty() else Console(width=180)
        show(console, found)
        for each in disfavour(found) or ["nothing."]:
            console.print(f"In our disfavour: {each}", highlight=False, markup=False)
    if given.save:
        given.save.write_text(as_json(found), encoding="utf-8")
    if given.page:
        page.write(given.page, found)
    for each in bad(found):
        print(f"Ours ends badly: {each}", file=sys.stderr)
    return int(bool(bad(found)))


def _handed(hand: events.Hand) -> Iterator[Result]:
    with serving() as backend:
        yield events.handed(hand, backend)


def _in_order(results: Sequence[Result]) -> Found:
    """What was found, in the order of the table."""

    def client(each: Result) -> tuple[int, bool]:
        return list(PLATFORMS).index(each.platform), each.client != OURS

    calls = [each for each in results if isinstance(each, Ended)]
    handed = [each for each in results if isinstance(each, events.Handed)]
    calls.sort(key=lambda each: (*client(each), VARIANTS.index(each.variant), NAMES.index(each.fault)))
    handed.sort(key=lambda each: (*client(each), list(events.FAULTS).index(each.fault)))
    return Found(calls, handed)


def _with_progress(jobs: Sequence[Job], total: int, workers: int) -> list[Result]:
    """All results, with a bar on standard error that says how far they are."""
    columns = (TextColumn("{task.description:<48}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    found = []
    with Progress(*columns, console=Console(stderr=True)) as progress:
        task = progress.add_task("", total=total)
        for each in _run(jobs, total, workers):
            found.append(each)
            progress.update(task, advance=1, description=f"{each.platform}, {each.client}, {each.fault}")
    return found


def _run(jobs: Sequence[Job], total: int, workers: int) -> Iterator[Result]:
    """Run some jobs at a time; their results as they come."""
    results: SimpleQueue[Result | BaseException] = SimpleQueue()

    def work(job: Job) -> None:
        try:
            for each in job():
                results.put(each)
        except BaseException as error:  # raised where the results are read
            results.put(error)

    with ThreadPoolExecutor(workers) as pool:
        for job in jobs:
            pool.submit(work, job)
        for _ in range(total):
            found = results.get()
            if isinstance(found, BaseException):
                pool.shutdown(wait=False, cancel_futures=True)
                raise found
            yield found


def _arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="nox -s faults --", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    known = list(dict.fromkeys([*NAMES, *events.FAULTS]))
    parser.add_argument("--platform", action="append", choices=list(PLATFORMS), help="a platform (default: all)")
    parser.add_argument("--fault", action="append", choices=known, metavar="FAULT", help=f"one of: {'; '.join(known)}")
    parser.add_argument("--format", choices=("table", "json"), default="table", help="what is printed")
    parser.add_argument("--save", type=Path, metavar="FILE", help="write everything to a file, as JSON")
    parser.add_argument("--page", type=Path, metavar="FILE", help="put the figures into docs/fault-table.md")
    parser.add_argument("--workers", type=int, default=8, help="clients at a time (default: %(default)s)")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
