"""What Promptic holds before anybody adds anything.

Its ids are those of the contract's examples. Promptic's own document names none but `invalid-id`, which is no id of
anything here either.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from promptport_local.clock import written
from promptport_local.promptic.resources import USER, WORKSPACE, Json

TRACE = "4bf92f3577b34da6a3ce929d0e0e4736"
_SECOND = "0af7651916cd43dd8448eb211c80319c"
_THIRD = "d4cda95b652f4a1592b449d5929fda1b"
_RUN = "a1c5e7f9-2d4b-4c68-9e0f-3b5d7a9c1e57"
_MADE = "2026-01-15T09:00:00.000Z"
_GREETING = [
    {"role": "system", "content": "You are a friendly assistant. Answer in {{language}}."},
    {"role": "user", "content": "Welcome {{customer_name}} and offer your help."},
]


def fixture(now: datetime) -> Json:
    """The data of the fixture. Its traces are of the last hour, so that statistics and lists of the last days have them.

    Args:
        now: The present moment.
    """
    return {
        "workspaces": [{"id": WORKSPACE, "name": "Support", "createdAt": "2026-01-10T08:00:00.000Z"}],
        "keys": [{"token": "pk_local_dev"}],
        "sessions": [{"token": "st_local_dev"}],
        "components": [
            {
                "id": "0c9a1f52-3f0e-4a6b-8f0d-2b7f6c1e9d10",
                "name": "welcome",
                "description": "Welcomes customers.",
                "createdAt": _MADE,
                "experiments": [_experiment()],
                "datasets": [_dataset()],
            }
        ],
        "traces": [
            {
                "id": "c4d8f2a6-0b1e-4d39-8a7c-5e9f1b3d6c68",
                "traceId": TRACE,
                "component": "welcome",
                "spans": _spans(now, 60, "Hello Alice, how can I help?", "00f067aa0ba902b7"),
            },
            {"traceId": _SECOND, "component": "welcome", "spans": _spans(now, 40, "Hallo Alice, wie kann ich helfen?")},
            {"traceId": _THIRD, "component": "welcome", "spans": _spans(now, 20, None)},
        ],
        "artifacts": [
            {
                "id": "4e6a8c0d-2f1b-4d3e-9a5c-7b8d0f2e4a61",
                "storageObjectId": "d0b2f4a6-8c1e-4f35-9b7d-6a0c2e4f8b13",
                "name": "invoice.txt",
                "sourcePath": "invoice.txt",
                "sourceField": "manual",
                "content": "hello",
                "preview": "hello",
                "traceId": TRACE,
                "createdAt": _MADE,
            }
        ],
    }


def _experiment() -> Json:
    return {
        "id": "7d4e2b6a-91c3-4f58-a0d2-6e1b3c5f8a24",
        "datasetId": "8f1c3e5a-7b9d-4c2e-a6f0-1d3b5c7e9f24",
        "name": "First try",
        "taskType": "textGeneration",
        "hyperparameters": {"epochs": 1, "trainSplitRatio": 0.7},
        "promptMessages": [{"role": "user", "content": "Welcome {{customer_name}} in {{language}}."}],
        "createdAt": _MADE,
        "observations": [
            {
                "variables": {"customer_name": "Alice", "language": "en"},
                "expected": "Hello Alice, how can I help?",
                "split": "train",
            },
            {"variables": {"customer_name": "Bob", "language": "fr"}, "expected": "Bonjour Bob, que puis-je faire ?"},
        ],
        "evaluators": [{"id": "e3a8c1d4-5b7f-4e29-8c60-1f9d2a4b7e35", "name": "friendly", "type": "similarity"}],
        "iterations": [{"promptMessages": _GREETING, "overallNormalizedScore": 0.91, "evalNormalizedScore": 0.89}],
        "deployed": True,
    }


def _dataset() -> Json:
    return {
        "id": "2f6b9d0c-8e14-4a73-b5c1-9d3e7f0a2c46",
        "name": "January",
        "createdAt": _MADE,
        "traceIds": [TRACE, _SECOND],
        "runs": [
            {
                "id": _RUN,
                "name": "Monday",
                "createdAt": _MADE,
                "traceIds": [TRACE],
                "annotations": [
                    {
                        "id": "9e7c5a3b-1d2f-4b80-a6c4-7f0e2d4b8a79",
                        "traceId": TRACE,
                        "rating": "positive",
                        "userId": USER,
                    }
                ],
            }
        ],
        "evaluations": [{"id": "6a2c4e80-9b1d-4f3a-8d5e-0c7b9f1a3e8a", "runId": _RUN}],
    }


def _spans(now: datetime, minutes: int, output: str | None, root: str | None = None) -> list[Json]:
    begun = written(now - timedelta(minutes=minutes), "milliseconds")
    failed = {"status": "error", "statusMessage": "The model did not answer"} if output is None else {}
    said = {"input": '{"customer_name": "Alice"}', "output": output, "startTime": begun, "durationMs": 420, **failed}
    spent = {"model": "gpt-4.1-nano", "provider": "openai", "inputTokens": 31, "outputTokens": 9, "costUsd": 0.000007}
    return [
        {"name": "welcome", "kind": "workflow", **said, **({"spanId": root} if root else {})},
        {"name": "chat gpt-4.1-nano", "kind": "llm", **said, **(spent if output else {})},
    ]
