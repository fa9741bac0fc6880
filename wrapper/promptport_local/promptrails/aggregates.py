"""What executions, spans and scores come to: costs, the metrics of a workspace, scores by their names."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from promptport_local.clock import read
from promptport_local.promptrails.periods import Period
from promptport_local.promptrails.resource import Json
from promptport_local.promptrails.state import State
from promptport_local.promptrails.totals import cost, errors, grouped, mean, tokens

_USUAL_DAYS, _MOST_DAYS = 30, 36_500


class Aggregates:
    """Sums up what happened.

    Args:
        state: What is held.
    """

    def __init__(self, state: State) -> None:
        self._state = state

    def costs(self, agent_id: str | None = None, from_date: str | None = None, to_date: str | None = None) -> Json:
        """What executions cost, in all and day by day.

        Args:
            agent_id: Only those of this agent, which need not exist.
            from_date: Only those from this day or moment on, in ISO 8601.
            to_date: Only those until this moment, or this day and all of it.

        Raises:
            Refusal: 400; a date is none.
        """
        period = Period(("from", "to"), from_date, to_date)
        found = [
            each
            for each in self._state.all("executions")
            if agent_id in (None, each["agent_id"]) and period.holds(each["created_at"])
        ]
        return {
            "total_cost": cost(found),
            "total_executions": len(found),
            "total_tokens": tokens(found),
            "daily_costs": [
                {"date": day, "cost": cost(each), "executions": len(each), "tokens": tokens(each)}
                for day, each in grouped(found, _day).items()
            ],
        }

    def metrics(self, days: int = _USUAL_DAYS) -> Json:
        """What went on in the workspace in the last days: 30 where the number is below 1."""
        days = min(days, _MOST_DAYS) if days >= 1 else _USUAL_DAYS
        since = self._state.environment.now() - timedelta(days=days)
        runs = [each for each in self._state.all("executions") if _when(each) >= since]
        scores = [each for each in self._numeric() if _when(each) >= since]
        spans = [each for each in self._state.all("traces", kind="llm") if _when(each) >= since]
        by_day = grouped(runs, _day)
        agents = {each["id"]: each["name"] for each in self._state.all("agents")}
        ended = [each["duration_ms"] for each in runs if each["duration_ms"] is not None]
        return {
            "overview": {
                "total_executions": len(runs),
                "total_cost": cost(runs),
                "total_tokens": tokens(runs),
                "total_agents": len(agents),
                "error_count": errors(runs),
                "avg_duration_ms": sum(ended) / len(ended) if ended else 0,
            },
            "executions_by_day": [{"date": day, "count": len(each)} for day, each in by_day.items()],
            "cost_by_day": [{"date": day, "cost": cost(each)} for day, each in by_day.items()],
            "agent_usage": [
                {
                    "agent_id": ident,
                    "agent_name": agents.get(ident, ""),
                    "executions": len(each),
                    "total_cost": cost(each),
                }
                for ident, each in grouped(runs, lambda run: str(run["agent_id"])).items()
            ],
            "model_usage": [
                {"model_name": name, "count": len(each), "total_cost": cost(each), "total_tokens": tokens(each)}
                for name, each in grouped(spans, lambda span: span["model_name"] or "").items()
            ],
            "error_rate": [
                {"date": day, "total": len(each), "errors": errors(each), "error_rate": errors(each) / len(each)}
                for day, each in by_day.items()
            ],
            "score_trends": [
                {"date": day, "name": name, "average": mean([score["value"] for score in each]), "count": len(each)}
                for (day, name), each in grouped(scores, lambda score: (_day(score), score["name"])).items()
            ],
        }

    def scores(self, trace_id: str | None = None, name: str | None = None) -> list[Json]:
        """The numeric scores by their names, of one trace or of all: how many, their mean, the least and the greatest."""
        found = [
            each
            for each in self._numeric()
            if (not trace_id or each["trace_id"] == trace_id) and (not name or each["name"] == name)
        ]
        groups = grouped(found, lambda score: str(score["name"]))
        values = {each: [score["value"] for score in scores] for each, scores in groups.items()}
        return [
            {"name": each, "count": len(some), "avg": mean(some), "min": min(some), "max": max(some)}
            for each, some in values.items()
        ]

    def _numeric(self) -> list[Json]:
        return [each for each in self._state.all("scores", data_type="numeric") if each["value"] is not None]


def _when(record: Json) -> datetime:
    return read(record["created_at"])


def _day(record: Json) -> str:
    return _when(record).astimezone(UTC).date().isoformat()
