"""What spans come to: their sums, and a report of the personal data in them."""

from __future__ import annotations

from collections.abc import Iterable

from promptport_local.promptrails.periods import Period
from promptport_local.promptrails.resource import Json
from promptport_local.promptrails.state import State
from promptport_local.promptrails.totals import cost, tokens

_DATES = ("date_from", "date_to")
_FIELDS = ("status", "level", "kind", "model_name", "agent_id", "session_id", "execution_id", "trace_id")
# A span that holds others repeats what they took: these are the ones that took it.
_MODELS = ("llm", "embedding", "speech", "image", "video")

Pairs = Iterable[tuple[str, str]]


class TraceSummary:
    """Sums up spans.

    Args:
        state: What is held.
    """

    def __init__(self, state: State) -> None:
        self._state = state

    def sums(self, filters: Pairs = ()) -> Json:
        """How many traces, tokens, dollars, errors, models and sessions there are, and how long a trace takes.

        Tokens and dollars are those of calls of models. What a trace takes is what its outermost span takes, of those that
        the filters let pass.

        Args:
            filters: `status`, `level`, `kind`, `model_name`, `agent_id`, `session_id`, `execution_id` and `trace_id`; one of
                several values of the same name must fit. `date_from` and `date_to`, moments or days of `started_at`, both
                included. An empty text lets all pass, and so does what is not known.

        Raises:
            Refusal: 400; a date is none.
        """
        found = self._found(filters)
        spent = [each for each in found if each["kind"] in _MODELS]
        inside = {(each["trace_id"], each["span_id"]) for each in found}
        outer = [each for each in found if (each["trace_id"], each["parent_span_id"]) not in inside]
        took = [each["duration_ms"] for each in outer if each["duration_ms"] is not None]
        return {
            "total_traces": len({each["trace_id"] for each in found}),
            "total_tokens": tokens(spent),
            "total_cost": cost(spent),
            "avg_duration_ms": sum(took) / len(took) if took else 0.0,
            "error_count": len({each["trace_id"] for each in found if each["status"] == "error"}),
            "unique_models": len({each["model_name"] for each in found if each["model_name"]}),
            "unique_sessions": len({each["session_id"] for each in found if each["session_id"]}),
        }

    def personal_data(self, filters: Pairs = ()) -> Json:
        """How many spans were looked at, and what personal data was masked in them: none, since nobody looks for it here.

        Args:
            filters: As for `sums`.

        Raises:
            Refusal: 400; a date is none.
        """
        return {"total_spans": len(self._found(filters)), "masked_spans": 0, "entities": {}}

    def _found(self, filters: Pairs) -> list[Json]:
        given: dict[str, list[str]] = {}
        for name, text in filters:
            given.setdefault(name, []).append(text)
        begin, end = (given.get(name, [""])[-1] for name in _DATES)
        period = Period(_DATES, begin, end)
        found = [each for each in self._state.all("traces") if period.holds(each["started_at"])]
        for name in _FIELDS:
            wanted = set(given.get(name, ()))
            if wanted and "" not in wanted:
                found = [each for each in found if (each[name] or "") in wanted]
        return found
