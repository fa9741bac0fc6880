"""How Langfuse reads a query, which is not in all places as the contract says."""

from __future__ import annotations

import re
from collections.abc import Iterator

from promptport_local.call import Call
from promptport_local.schemas import Problem

_CHOOSING = ("prompts_get", "prompts_delete")
_DATES = ("fromUpdatedAt", "toUpdatedAt")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)", re.ASCII)


def read_again(call: Call) -> None:
    """Take out of a call the problems that Langfuse does not see, and put in those that the contract does not name.

    A version or a label that is empty counts as not given where one version is chosen, and so does the version 0. Nothing
    may be given twice, and a moment has a date, a time and a zone. What stands in a body of JSON, a behaviour judges.
    """
    if call.operation.id in _CHOOSING:
        _drop_empty(call)
    call.problems = [each for each in call.problems if not _is_judged_later(call, each)]
    call.problems.extend(_further(call))


def _drop_empty(call: Call) -> None:
    for name in ("version", "label"):
        if call.query.get(name) in ("", 0):
            del call.query[name]
            call.problems = [each for each in call.problems if each.where != ("query", name)]


def _is_judged_later(call: Call, problem: Problem) -> bool:
    return problem.where[0] == "body" and problem.rule != "media" and bool(call.raw)


def _further(call: Call) -> Iterator[Problem]:
    known = {each["name"] for each in call.operation.spec.get("parameters", []) if each["in"] == "query"}
    names = [name for name, _ in call.pairs]
    for name in sorted({name for name in names if name in known and names.count(name) > 1}):
        yield Problem("type", ("query", name), "must be given once", expected="string")
    for name in _DATES:
        text = call.query.get(name)
        if text is not None and name in known and not _MOMENT.fullmatch(text):
            yield Problem(
                "pattern", ("query", name), "must be a date and a time with Z or an offset", text, "date-time"
            )
