"""What an evaluation notices in the spans of some traces: by simple rules, so that there is something to read.

The names of the types are ours. Promptic says only that tools that fail, loops, and tools that nobody calls are noticed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from promptport_local.promptic.resources import Json
from promptport_local.promptic.spans import declared_tools, tool_of

_IN_A_ROW = 3
_MANY = 0.5
Traces = Mapping[str, Sequence[Json]]


def insights(traces: Traces) -> list[Json]:
    """All that is to be noticed.

    Args:
        traces: The spans of each trace in the order in which they began, by the trace's id in the database.
    """
    return [*_failures(traces), *_loops(traces), *_unused(traces)]


def _failures(traces: Traces) -> Iterator[Json]:
    """Spans that failed, if any; the tool is that which did so most often."""
    failed = {trace: [each for each in spans if each["status"] == "error"] for trace, spans in traces.items()}
    affected = [trace for trace, spans in failed.items() if spans]
    if not affected:
        return
    # A span fails because one within it does; that one is meant.
    all_failed = [(each, failed[trace]) for trace in affected for each in failed[trace]]
    # A sender may have let spans lie within one another in a ring; then all of them are.
    blamed = [each for each, others in all_failed if not _fails_within(each, others)] or [
        each for each, _ in all_failed
    ]
    tool, count = Counter(map(_called, blamed)).most_common(1)[0]
    calls = sum(_called(each) == tool for spans in traces.values() for each in spans)
    share = len(affected) / len(traces)
    yield _insight(
        "tool_error",
        "high" if share > _MANY else "medium",
        f"{tool} fails",
        f"{tool} failed {count} times of {calls}, and {len(affected)} of {len(traces)} traces have an error.",
        share,
        affected,
        {"toolName": tool, "errorRate": count / calls},
        "See what it is called with, and what it answers.",
    )


def _loops(traces: Traces) -> Iterator[Json]:
    """Spans of one name that follow one another, three or more."""
    found: dict[str, list[tuple[str, int, int]]] = {}
    for trace, spans in traces.items():
        index = 0
        for _, row in groupby(spans, key=lambda each: str(each["name"])):
            same = list(row)
            if len(same) >= _IN_A_ROW:
                wasted = sum(each["totalTokens"] or 0 for each in same[1:])
                found.setdefault(_called(same[0]), []).append((trace, index, wasted))
            index += len(same)
    for name, loops in found.items():
        affected = list(dict.fromkeys(trace for trace, _, _ in loops))
        yield _insight(
            "loop",
            "medium",
            f"{name} is repeated",
            f"{name} is called {_IN_A_ROW} times or more in a row in {len(affected)} of {len(traces)} traces.",
            len(affected) / len(traces),
            affected,
            {"toolName": name, "stepIndex": loops[0][1], "tokensWasted": sum(wasted for _, _, wasted in loops)},
            "Limit how often it may be called.",
        )


def _unused(traces: Traces) -> Iterator[Json]:
    """Tools that are declared to a model and never called."""
    called = {tool_of(each) for spans in traces.values() for each in spans}
    declaring: dict[str, list[str]] = {}
    for trace, spans in traces.items():
        for tool in dict.fromkeys(tool for each in spans for tool in declared_tools(each)):
            declaring.setdefault(tool, []).append(trace)
    for tool, affected in declaring.items():
        if tool not in called:
            yield _insight(
                "unused_tool",
                "low",
                f"{tool} is never called",
                f"{tool} is declared in {len(affected)} of {len(traces)} traces and called in none.",
                len(affected) / len(traces),
                affected,
                {"toolName": tool, "usageRate": 0},
                "Leave it out, or say better what it is for.",
            )


def _fails_within(span: Json, failed: Sequence[Json]) -> bool:
    return any(each["parentSpanId"] == span["spanId"] for each in failed)


def _called(span: Json) -> str:
    return tool_of(span) or str(span["name"])


def _insight(
    type: str,
    severity: str,
    title: str,
    description: str,
    frequency: float,
    affected: list[str],
    details: Json,
    fix: str,
) -> Json:
    return {
        "type": type,
        "severity": severity,
        "title": title,
        "description": description,
        "frequency": frequency,
        "affectedRunIds": affected,
        "details": details,
        "suggestedFix": fix,
    }
