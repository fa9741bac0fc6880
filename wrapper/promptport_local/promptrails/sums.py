"""What is summed up of executions, spans and scores: costs, sessions, aggregates, the metrics of a workspace."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from math import fsum
from typing import Any

from promptport_local.clock import read
from promptport_local.promptrails.kind import Json
from promptport_local.promptrails.records import USUAL_LIMIT, Records, paged
from promptport_local.promptrails.refusal import bad_request, not_found

_USUAL_DAYS, _MOST_DAYS = 30, 36_500


class Sums:
    """Sums up what happened.

    Args:
        records: The state.
    """

    def __init__(self, records: Records) -> None:
        self._records = records

    def costs(self, agent_id: str | None = None, from_date: str | None = None, to_date: str | None = None) -> Json:
        """What executions cost, in all and day by day.

        Args:
            agent_id: Only those of this agent, which need not exist.
            from_date: Only those from this day or moment on, in ISO 8601.
            to_date: Only those until this moment, or this day and all of it.

        Raises:
            Refusal: 400; a date is none.
        """
        begin, end = _bound("from", from_date, 0), _bound("to", to_date, 1)
        found = [
            each
            for each in self._records.all("executions")
            if agent_id in (None, each["agent_id"])
            and (begin is None or _when(each) >= begin)
            and (end is None or _when(each) < end)
        ]
        return {
            "total_cost": _cost(found),
            "total_executions": len(found),
            "total_tokens": _tokens(found),
            "daily_costs": [
                {"date": day, "cost": _cost(each), "executions": len(each), "tokens": _tokens(each)}
                for day, each in _grouped(found, _day).items()
            ],
        }

    def metrics(self, days: int = _USUAL_DAYS) -> Json:
        """What went on in the workspace in the last days: 30 where the number is below 1."""
        days = min(days, _MOST_DAYS) if days >= 1 else _USUAL_DAYS
        since = self._records.now() - timedelta(days=days)
        runs = [each for each in self._records.all("executions") if _when(each) >= since]
        scores = [each for each in self._numeric() if _when(each) >= since]
        spans = [each for each in self._records.all("traces", kind="llm") if _when(each) >= since]
        by_day = _grouped(runs, _day)
        agents = {each["id"]: each["name"] for each in self._records.all("agents")}
        ended = [each["duration_ms"] for each in runs if each["duration_ms"] is not None]
        return {
            "overview": {
                "total_executions": len(runs),
                "total_cost": _cost(runs),
                "total_tokens": _tokens(runs),
                "total_agents": len(agents),
                "error_count": _errors(runs),
                "avg_duration_ms": sum(ended) / len(ended) if ended else 0,
            },
            "executions_by_day": [{"date": day, "count": len(each)} for day, each in by_day.items()],
            "cost_by_day": [{"date": day, "cost": _cost(each)} for day, each in by_day.items()],
            "agent_usage": [
                {
                    "agent_id": ident,
                    "agent_name": agents.get(ident, ""),
                    "executions": len(each),
                    "total_cost": _cost(each),
                }
                for ident, each in _grouped(runs, lambda run: str(run["agent_id"])).items()
            ],
            "model_usage": [
                {"model_name": name, "count": len(each), "total_cost": _cost(each), "total_tokens": _tokens(each)}
                for name, each in _grouped(spans, lambda span: span["model_name"] or "").items()
            ],
            "error_rate": [
                {"date": day, "total": len(each), "errors": _errors(each), "error_rate": _errors(each) / len(each)}
                for day, each in by_day.items()
            ],
            "score_trends": [
                {"date": day, "name": name, "average": _mean([score["value"] for score in each]), "count": len(each)}
                for (day, name), each in _grouped(scores, lambda score: (_day(score), score["name"])).items()
            ],
        }

    def sessions(self, page: int = 1, limit: int = USUAL_LIMIT) -> Json:
        """A page of the sessions that spans belong to, the last one first."""
        return paged(sorted(self._sessions(), key=lambda each: read(each["last_seen"]), reverse=True), page, limit)

    def session(self, session_id: str) -> Json:
        """One of them.

        Raises:
            Refusal: 404; no span belongs to it.
        """
        found = self._sessions(session_id)
        if not found:
            raise not_found("session")
        return found[0]

    def aggregates(self, trace_id: str | None = None, name: str | None = None) -> list[Json]:
        """The numeric scores by their names, of one trace or of all: how many, their mean, the least and the greatest."""
        found = [
            each
            for each in self._numeric()
            if (not trace_id or each["trace_id"] == trace_id) and (not name or each["name"] == name)
        ]
        groups = _grouped(found, lambda score: str(score["name"]))
        values = {each: [score["value"] for score in scores] for each, scores in groups.items()}
        return [
            {"name": each, "count": len(some), "avg": _mean(some), "min": min(some), "max": max(some)}
            for each, some in values.items()
        ]

    def _numeric(self) -> list[Json]:
        return [each for each in self._records.all("scores", data_type="numeric") if each["value"] is not None]

    def _sessions(self, session_id: str | None = None) -> list[Json]:
        spans = [each for each in self._records.all("traces") if session_id in (None, each["session_id"])]
        groups = _grouped([each for each in spans if each["session_id"]], lambda span: str(span["session_id"]))
        return [_session(ident, each) for ident, each in groups.items()]


def _session(ident: str, spans: list[Json]) -> Json:
    # A root holds what its children took; both together would count it twice.
    roots = [each for each in spans if not each["parent_span_id"]]
    begins = sorted((each["started_at"] for each in spans), key=read)
    return {
        "session_id": ident,
        "trace_count": len({each["trace_id"] for each in spans}),
        "total_tokens": _tokens(roots),
        "total_cost": _cost(roots),
        "error_count": sum(each["status"] == "error" for each in roots),
        "first_seen": begins[0],
        "last_seen": begins[-1],
    }


def _bound(name: str, text: str | None, days: int) -> datetime | None:
    """The moment that bounds a list; where a day is given, so many days after it begins."""
    if not text:
        return None
    try:
        moment = read(text)
        return moment + timedelta(days=days) if "T" not in text and " " not in text else moment
    except OverflowError:
        return None  # behind the last day there is nothing to be kept out
    except ValueError:
        raise bad_request(f"{name} must be a date", {name: "must be a date"}) from None


def _when(record: Json) -> datetime:
    return read(record["created_at"])


def _day(record: Json) -> str:
    return _when(record).astimezone(UTC).date().isoformat()


def _grouped(records: Iterable[Json], key: Callable[[Json], Any]) -> dict[Any, list[Json]]:
    """Records by a key, in the order of the keys."""
    groups: dict[Any, list[Json]] = {}
    for each in records:
        groups.setdefault(key(each), []).append(each)
    return dict(sorted(groups.items()))


def _cost(records: Iterable[Json]) -> float:
    return round(fsum(each["cost"] or 0 for each in records), 6)


def _tokens(records: Iterable[Mapping[str, Any]]) -> int:
    return sum((each["token_usage"] or {}).get("total_tokens") or 0 for each in records)


def _errors(records: Iterable[Json]) -> int:
    return sum(each["status"] == "failed" for each in records)


def _mean(values: list[float]) -> float:
    # An integer of JSON may be larger than any float.
    mean = sum(map(Fraction, values), Fraction()) / len(values)
    return float(mean) if abs(mean) < sys.float_info.max else int(mean)
