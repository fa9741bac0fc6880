"""The program of `callers.Processes`: reads jobs, each behind what is around it, and answers each from a process of its own."""

from __future__ import annotations

import json
import os
import pickle
import sys
import traceback
from contextlib import suppress
from typing import BinaryIO

from .callers import FORKS, Job


def serve(jobs: BinaryIO) -> None:
    """Answer jobs until there are no more, a line of JSON each."""
    loaded = set()
    while True:
        try:
            paths, environment = pickle.load(jobs)
        except EOFError:
            return
        sys.path[:] = paths
        os.environ.clear()
        os.environ.update(environment)
        job: Job = pickle.load(jobs)
        if not FORKS:
            answer(job)
            continue
        what = job.kind, str(job.source)
        if what not in loaded:
            loaded.add(what)
            with suppress(Exception):  # the job will say so
                job.load()
        if os.fork() == 0:
            answer(job)
            os._exit(0)
        else:
            os.wait()


def answer(job: Job) -> None:
    """Do a job, and say what came of it."""
    try:
        answered = job.run()._asdict()
    except Exception:
        answered = {"error": traceback.format_exc()}
    sys.stdout.write(json.dumps(answered) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    serve(sys.stdin.buffer)
