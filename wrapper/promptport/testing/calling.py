"""The program of `callers.Processes`: reads jobs, each behind what is around it, and answers each from a process of its own."""

from __future__ import annotations

import json
import os
import pickle
import sys
import traceback
from contextlib import suppress
from typing import Any, BinaryIO, TextIO

from .callers import FORKS, Job


def serve(jobs: BinaryIO, answers: TextIO) -> None:
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
            _tell(answers, _answer(job))
            continue
        what = job.kind, str(job.source)
        if what not in loaded:
            loaded.add(what)
            with suppress(Exception):  # the job will say so
                job.load()
        child = os.fork()
        if child == 0:
            _tell(answers, _answer(job))
            os._exit(0)
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        if code:
            _tell(answers, {"error": f"The process ended before the job did, with exit code {code}."})


def _answer(job: Job) -> dict[str, Any]:
    """Do a job; answers what came of it."""
    try:
        return job.run()._asdict()
    except BaseException:  # such as an exit, for which nobody would get an answer
        return {"error": traceback.format_exc()}


def _tell(answers: TextIO, answer: dict[str, Any]) -> None:
    answers.write(json.dumps(answer) + "\n")
    answers.flush()


if __name__ == "__main__":
    with os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8") as own:
        os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what a job prints is no answer
        serve(sys.stdin.buffer, own)
