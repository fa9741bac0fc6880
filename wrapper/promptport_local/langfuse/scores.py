"""Langfuse's scores: what one must be, and how they are kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from promptport_local.clock import read, written
from promptport_local.errors import Refusal
from promptport_local.langfuse.errors import malformed, refused
from promptport_local.langfuse.issues import issue, issues_of
from promptport_local.langfuse.state import Json, State
from promptport_local.schemas import judge_of, judged

LONGEST_TEXT = 500
# What is scored; exactly one of them is given.
_SUBJECTS = ("traceId", "sessionId", "datasetRunId")
_NULLABLE = {"type": ["string", "null"]}
_TYPES = ("NUMERIC", "BOOLEAN", "CATEGORICAL", "TEXT", "CORRECTION")
_FORM = judge_of(
    {
        "type": "object",
        "required": ["name", "value"],
        "properties": {
            **dict.fromkeys(("id", *_SUBJECTS, "observationId", "comment", "environment"), _NULLABLE),
            **dict.fromkeys(("queueId", "configId", "timestamp"), _NULLABLE),
            "name": {"type": "string", "minLength": 1},
            "value": {"type": ["number", "string"]},
            "dataType": {"enum": [*_TYPES, None]},
            "metadata": {"type": ["object", "null"]},
            "source": {"enum": ["API", "ANNOTATION", None]},
        },
    }
)


class Scores:
    """Scores, by id.

    Args:
        state: What the local Langfuse holds.
    """

    def __init__(self, state: State) -> None:
        self._state = state

    def create(self, body: Any) -> str:
        """Keep a score, in place of the one with its id. Returns the id.

        Raises:
            Refusal: 400; it is none.
        """
        issues = [*issues_of(judged(_FORM, body)), *(_rule_issues(body) if isinstance(body, dict) else ())]
        if issues:
            raise malformed(issues)
        with self._state.environment.transaction():
            ident = body.get("id") or self._state.environment.uuid()
            self._state.scores.put(ident, value=self._record(ident, body))
        return str(ident)

    def create_all(self, bodies: Sequence[Any]) -> Json:
        """Keep those scores that are some: what is answered, how many of them were not, and why."""
        errors = []
        for body in bodies:
            try:
                self.create(body)
            except Refusal as refusal:
                errors.append({"message": _words(refusal.body["error"])})
        if not errors:
            return {"message": "Accepted"}
        return {"accepted": len(bodies) - len(errors), "rejected": len(errors), "errors": errors}

    def delete(self, ident: str) -> Json:
        """Delete a score: what is answered.

        Raises:
            Refusal: 404; there is none.
        """
        if not self._state.scores.remove(ident):
            raise refused(404, f"There is no score {ident!r}.")
        return {"message": "The score will be deleted."}

    def _record(self, ident: str, body: Json) -> Json:
        number = not isinstance(body["value"], str)
        given = {name: value for name, value in body.items() if value is not None}
        kept = {name: given.get(name) for name in (*_SUBJECTS, "observationId", "comment", "queueId", "configId")}
        return {
            "id": ident,
            "name": body["name"],
            "value": body["value"],
            "dataType": given.get("dataType", "NUMERIC" if number else "CATEGORICAL"),
            **kept,
            "metadata": given.get("metadata", {}),
            "environment": given.get("environment", "default"),
            "source": given.get("source", "API"),
            "timestamp": written(read(given["timestamp"]), "milliseconds")
            if "timestamp" in given
            else self._state.moment(),
        }


def _rule_issues(body: Json) -> Iterator[Json]:
    """What is wrong with a score whose fields are of their types."""
    subjects = [name for name in _SUBJECTS if body.get(name) is not None]
    if len(subjects) != 1:
        yield issue("custom", (), f"Invalid input: exactly one of {', '.join(_SUBJECTS)} must be given")
    if body.get("observationId") is not None and "traceId" not in subjects:
        yield issue("custom", ("observationId",), "Invalid input: must come with its traceId")
    text = body.get("timestamp")
    if isinstance(text, str):
        try:
            written(read(text))
        except (ValueError, OverflowError) as error:
            yield issue("invalid_format", ("timestamp",), f"Invalid input: {error}")
    objection = _value_objection(body.get("dataType"), body.get("value"))
    if objection:
        yield issue("custom", ("value",), f"Invalid input: {objection}")
    if body.get("dataType") == "CORRECTION" and body.get("configId") is not None:
        yield issue("custom", ("configId",), "Invalid input: a correction has none")


def _value_objection(kind: Any, value: Any) -> str | None:
    """Why a value is not of a type."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None  # which is told already
    if kind == "BOOLEAN" and value not in (0, 1):
        return "the value of a BOOLEAN score is 0 or 1"
    if kind == "NUMERIC" and isinstance(value, str):
        return "the value of a NUMERIC score is a number"
    if kind in ("CATEGORICAL", "TEXT", "CORRECTION") and not isinstance(value, str):
        return f"the value of a {kind} score is a text"
    if kind == "TEXT" and not 1 <= len(str(value)) <= LONGEST_TEXT:
        return f"the value of a TEXT score has 1 to {LONGEST_TEXT} characters"
    return None


def _words(issues: Sequence[Json]) -> str:
    return "; ".join(f"{'.'.join(map(str, each['path'])) or 'the score'}: {each['message']}" for each in issues)
