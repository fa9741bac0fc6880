"""Answers for a method that nobody knows: they grow by what its client asks of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from copy import deepcopy
from typing import Any

# An object that is not empty, since clients pass over an empty one.
OBJECT: dict[str, Any] = {"$": None}
LIST: list[Any] = [OBJECT]
_DEEPEST = 6
Json = Mapping[str, Any]


def grown(ask: Callable[[Any], Json]) -> Any:
    """An answer whose objects and lists are where the client looks for them.

    Args:
        ask: Makes the call with an answer, and says what came of it: `read`; `raised`, if it was; `same`.
    """
    answer = _better(ask, [deepcopy(OBJECT), deepcopy(LIST)])
    values: set[str] = set()  # the paths of what is neither an object nor a list
    for _ in range(_DEEPEST):
        report = ask(answer)
        new = [path for path, there in report["read"].items() if not there and path not in values]
        if not new:
            break
        kinds = _kinds(ask, answer, new)
        answer = _with(answer, kinds)
        leaves = {path for path in new if path not in kinds}
        values |= leaves
        if "raised" in ask(answer):  # it can't do without one of them
            answer = _better(ask, [answer, _with(answer, {path: f"{path.rpartition('.')[2]}-1" for path in leaves})])
    return answer


def _better(ask: Callable[[Any], Json], answers: list[Any]) -> Any:
    """The answer of which more is read by name; of those of which as much is, the first with which all goes well."""

    def worth(answer: Any) -> tuple[int, bool]:
        report = ask(answer)
        return sum(1 for path in report["read"] if not path.endswith("*")), "raised" not in report

    return max(answers, key=worth)


def _kinds(ask: Callable[[Any], Json], answer: Any, paths: list[str]) -> dict[str, Any]:
    """What of these is an object, and what a list: where something is read below."""
    found: dict[str, Any] = {}
    broke = False
    for kind in (OBJECT, LIST):
        report = ask(_with(answer, {path: kind for path in paths if path not in found}))
        broke = broke or "raised" in report
        found |= {path: kind for path in paths if path not in found and _is_wanted(report, path)}
    if broke:  # what came first may have hidden the others
        for path in [each for each in paths if each not in found]:
            for kind in (OBJECT, LIST):
                if path not in found and _is_wanted(ask(_with(answer, {path: kind})), path):
                    found[path] = kind
    return found


def _with(answer: Any, more: Mapping[str, Any]) -> Any:
    tried = deepcopy(answer)
    for path, value in more.items():
        put(tried, path, deepcopy(value))
    return tried


def _is_wanted(report: Json, path: str) -> bool:
    """Whether what stands at a path was of the kind that the client wants: it asked for its keys, or answered it."""
    below = {each for each in report["read"] if each.startswith(f"{path}.")}
    copied = below == {f"{path}.*"} and "raised" not in report  # else it was a list that was wanted
    return bool(below - {f"{path}.*"}) or copied or report.get("same") == path


def put(answer: Any, path: str, value: Any) -> None:
    """Put a value at a path of an answer, where there is an object to hold it."""
    *parts, last = path.split(".")
    for part in parts:
        if part == "[]" and isinstance(answer, list) and answer:
            answer = answer[0]
        elif isinstance(answer, dict) and part in answer:
            answer = answer[part]
        else:
            return
    if isinstance(answer, dict):
        answer[last] = value
