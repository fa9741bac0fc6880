"""The tables of the page: what the local Langfuse holds, in words."""

from __future__ import annotations

import json

from promptport_local.backend import Table
from promptport_local.langfuse.state import Json, State
from promptport_local.masking import mask

_SHOWN = 20


def tables(state: State) -> list[Table]:
    """What the local Langfuse holds, for the page."""
    with state.environment.transaction():
        return [
            Table(
                "Keys",
                ("Public key", "Secret key", "Of"),
                [(mask(each["public_key"]), mask(each["secret_key"]), each["kind"]) for each in state.keys.all()],
            ),
            Table(
                "Prompts",
                ("Name", "Type", "Version", "Labels", "Tags", "Prompt", "Config", "Note"),
                [_version_row(prompt, each) for prompt in state.prompts.all() for each in prompt["versions"]],
            ),
            Table(
                "Scores",
                ("Name", "Value", "Type", "Of", "Comment", "Time"),
                [_score_row(each) for each in state.scores.last(_SHOWN)],
                len(state.scores),
            ),
            Table(
                "Observations",
                ("Name", "Type", "Trace", "Prompt", "Begun", "Ended"),
                [_observation_row(each) for each in state.spans.last(_SHOWN)],
                len(state.spans),
            ),
        ]


def _version_row(prompt: Json, version: Json) -> tuple[str, ...]:
    said = version["prompt"]
    return (
        prompt["name"],
        prompt["type"],
        str(version["version"]),
        ", ".join(version["labels"]),
        ", ".join(prompt["tags"]),
        said if isinstance(said, str) else json.dumps(said, ensure_ascii=False),
        json.dumps(version["config"], ensure_ascii=False),
        version["commitMessage"] or "",
    )


def _score_row(score: Json) -> tuple[str, ...]:
    subject = score["traceId"] or score["sessionId"] or score["datasetRunId"]
    return score["name"], str(score["value"]), score["dataType"], subject, score["comment"] or "", score["timestamp"]


def _observation_row(span: Json) -> tuple[str, ...]:
    prompt = "" if span["promptName"] is None else f"{span['promptName']} version {span['promptVersion']}"
    return span["name"], str(span["type"]), span["traceId"], prompt, span["startTime"], span["endTime"] or ""
