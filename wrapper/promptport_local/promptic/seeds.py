"""What may be added to the local Promptic as data, and the check of it.

Fields have the names of the wire. Whatever can be left out has a usual value.

    {
        "workspaces": [{"id", "name", "description", "members": ["user_1"]}],
        "keys": [{"token", "workspaceId", "userId", "active"}],
        "sessions": [{"token", "userId", "expiresAt"}],
        "artifacts": [{"id", "storageObjectId", "name", "mimeType", "content" or "contentBase64", "traceId", …}],
        "traces": [{"id", "traceId", "workspaceId", "component": "its name", "spans": [{"name", "input", …}]}],
        "components": [{
            "id", "name", "description", "workspaceId",
            "experiments": [{
                "id", "datasetId", "name", "targetModel", …, "experimentStatus", "initialPrompt" or "promptMessages",
                "observations": [{"variables", "expected", "split", "idx"}],
                "cases": [{"inputPayload", "expectedPayload", "split", "idx", "metadata"}],
                "evaluators": [{"id", "name", "type", "weight", …}],
                "iterations": [{"prompt" or "promptMessages", "overallNormalizedScore", "evalNormalizedScore"}],
                "deployed": True,
            }],
            "datasets": [{
                "id", "name", "description", "traceIds": [of OpenTelemetry], "cases": [as above],
                "runs": [{"id", "name", "traceIds", "annotations": [{"id", "traceId", "rating", "comment", "userId"}]}],
                "evaluations": [{"id", "name", "runId", "status"}],
            }],
        }],
        "options": {the fields of `Options`},
    }
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from promptport_local.clock import read
from promptport_local.promptic.resources import Json
from promptport_local.promptic.state import DRIVES
from promptport_local.schemas import judge_of, judged

_TEXT = {"type": "string"}
_NAME = {"type": "string", "minLength": 1}
_NO_TEXT = {"type": ["string", "null"]}
_NUMBER = {"type": "number"}
_NO_NUMBER = {"type": ["number", "null"]}
_COUNT = {"type": "integer", "minimum": 0}
_NO_COUNT = {"type": ["integer", "null"], "minimum": 0}
_TRUE = {"type": "boolean"}
_ANY: Json = {}
_SCORE = {"type": "number", "minimum": 0, "maximum": 1}


def _one_of(*values: str) -> Json:
    return {"enum": list(values)}


def _several(schema: Json, least: int = 0) -> Json:
    return {"type": "array", "items": schema, "minItems": least}


def _object(required: tuple[str, ...] = (), **properties: Any) -> Json:
    return {"type": "object", "required": list(required), "properties": properties, "additionalProperties": False}


_MESSAGES = _several(_object(("role", "content"), role=_one_of("system", "user", "assistant"), content=_TEXT), 1)
_PROVIDERS = _one_of("openai", "openrouter", "custom", "google")
_STATUSES = _one_of("pending", "scheduled", "running", "completed", "failed")
_HYPERPARAMETERS = _object(
    epochs={"type": "integer", "minimum": 1}, trainSplitRatio=_NUMBER, numFewShots=_COUNT, enableCot=_TRUE
)
_CASES = _several(
    _object(
        ("inputPayload",),
        inputPayload={"type": "object"},
        expectedPayload=_ANY,
        split={"enum": ["train", "eval", None]},
        idx=_NO_COUNT,
        metadata={"type": "object"},
    )
)
_EXPERIMENT = _object(
    id=_NAME,
    datasetId=_NAME,
    name=_NO_TEXT,
    description=_NO_TEXT,
    targetModel=_NAME,
    provider=_PROVIDERS,
    customProviderId=_NO_TEXT,
    taskType=_one_of("classification", "textGeneration", "structuredOutput"),
    optimizer=_one_of("promptic", "prompticV2", "miproV2", "bootstrapFewShot", "gepa"),
    hyperparameters=_HYPERPARAMETERS,
    initialPrompt=_NO_TEXT,
    promptMessages=_MESSAGES,
    initialPredictionModelSchema=_ANY,
    experimentStatus=_STATUSES,
    createdAt=_NAME,
    inputVariables=_several(_object(("name", "column"), name=_NAME, column=_NAME)),
    cases=_CASES,
    observations=_several(
        _object(
            ("variables", "expected"),
            variables={"type": "object"},
            expected=_TEXT,
            split=_one_of("train", "eval"),
            idx=_COUNT,
        )
    ),
    evaluators=_several(
        _object(
            ("name", "type"),
            id=_NAME,
            name=_NAME,
            type=_one_of("f1", "referenceJudge", "comparisonJudge", "generalJudge", "similarity", "structuredOutput"),
            weight=_NUMBER,
            config={"type": ["object", "null"]},
            description=_NO_TEXT,
            scaleMin=_NUMBER,
            scaleMax=_NUMBER,
        )
    ),
    iterations=_several(
        _object(
            prompt=_TEXT,
            promptMessages=_MESSAGES,
            overallNormalizedScore=_SCORE,
            evalNormalizedScore={"type": ["number", "null"], "minimum": 0, "maximum": 1},
        )
    ),
    deployed=_TRUE,
)
_DATASET = _object(
    ("name",),
    id=_NAME,
    name=_NAME,
    description=_NO_TEXT,
    createdAt=_NAME,
    traceIds=_several(_NAME),
    cases=_CASES,
    runs=_several(
        _object(
            id=_NAME,
            name=_NO_TEXT,
            createdAt=_NAME,
            traceIds=_several(_NAME),
            annotations=_several(
                _object(
                    ("traceId",),
                    id=_NAME,
                    traceId=_NAME,
                    rating={"enum": ["positive", "negative", None]},
                    comment=_NO_TEXT,
                    userId=_NAME,
                    createdAt=_NAME,
                )
            ),
        )
    ),
    evaluations=_several(
        _object(
            id=_NAME,
            name=_NO_TEXT,
            runId=_NO_TEXT,
            createdAt=_NAME,
            status=_one_of("pending", "running", "completed", "failed"),
        )
    ),
)
_SPAN = _object(
    ("name",),
    spanId=_NAME,
    parentSpanId=_NO_TEXT,
    name=_NAME,
    kind=_NAME,
    startTime=_NAME,
    durationMs=_NO_COUNT,
    status=_one_of("ok", "error"),
    statusMessage=_NO_TEXT,
    input=_NO_TEXT,
    output=_NO_TEXT,
    metadata=_ANY,
    model=_NO_TEXT,
    provider=_NO_TEXT,
    inputTokens=_NO_COUNT,
    outputTokens=_NO_COUNT,
    costUsd=_NO_NUMBER,
    modelParameters=_ANY,
    events=_several(_object(("name",), name=_NAME, timestamp=_NAME, body=_ANY)),
)
_TRACE = _object(
    ("spans",),
    id=_NAME,
    traceId={"type": "string", "pattern": "^[0-9a-f]{32}$"},
    workspaceId=_NAME,
    component=_NO_TEXT,
    sessionId=_NO_TEXT,
    userId=_NO_TEXT,
    metadata=_ANY,
    tags=_several(_TEXT),
    createdAt=_NAME,
    spans=_several(_SPAN, 1),
)
_ARTIFACT = _object(
    id=_NAME,
    storageObjectId=_NAME,
    workspaceId=_NAME,
    name=_NO_TEXT,
    mimeType=_NAME,
    content=_TEXT,
    contentBase64={"type": "string", "pattern": "^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{3}=|[A-Za-z0-9+/]{2}==)?$"},
    sourcePath=_TEXT,
    sourceField=_TEXT,
    source=_TEXT,
    preview=_NO_TEXT,
    traceId=_NAME,
    createdAt=_NAME,
)
_OPTIONS = _object(
    strict=_TRUE,
    experiments=_one_of(*DRIVES),
    evaluations=_one_of(*DRIVES),
    evaluation_steps={"type": "integer", "minimum": 1},
    step_seconds={"type": "number", "minimum": 0, "maximum": 1e9},
    experiments_end=_one_of("completed", "failed"),
    evaluations_end=_one_of("completed", "failed"),
    most_epochs={"type": "integer", "minimum": 1},
    unavailable_models=_several(_NAME),
    listed_models_only=_TRUE,
    paid=_TRUE,
    storage_redirects=_TRUE,
    storage_host={"type": ["string", "null"], "minLength": 1},
    upload_method=_one_of("PUT", "POST"),
    download_seconds={"type": "integer", "minimum": 0, "maximum": 10**9},
    largest_export=_COUNT,
    login_pending=_COUNT,
    login_slow_down=_COUNT,
    login_end=_one_of("token", "denied", "expired"),
    login_user=_NAME,
    login_interval=_COUNT,
    login_seconds={"type": "integer", "minimum": 0, "maximum": 10**9},
    session_seconds={"type": "integer", "minimum": 0, "maximum": 10**9},
)
_JUDGE = judge_of(
    _object(
        workspaces=_several(
            _object(("id",), id=_NAME, name=_NAME, description=_NO_TEXT, members=_several(_NAME), createdAt=_NAME)
        ),
        keys=_several(_object(("token",), token=_NAME, workspaceId=_NAME, userId=_NAME, active=_TRUE)),
        sessions=_several(_object(("token",), token=_NAME, userId=_NAME, expiresAt=_NO_TEXT)),
        traces=_several(_TRACE),
        artifacts=_several(_ARTIFACT),
        components=_several(
            _object(
                ("name",),
                id=_NAME,
                name=_NAME,
                description=_NO_TEXT,
                workspaceId=_NAME,
                createdAt=_NAME,
                experiments=_several(_EXPERIMENT),
                datasets=_several(_DATASET),
            )
        ),
        options=_OPTIONS,
    )
)
# What stands below these is nobody's business.
_FREE = frozenset(
    ("metadata", "body", "variables", "config", "initialPredictionModelSchema", "inputPayload", "expectedPayload")
)
_MOMENTS = ("createdAt", "startTime", "expiresAt", "timestamp")


def check_seed(data: Mapping[str, Any]) -> None:
    """Refuse what cannot be added.

    Raises:
        ValueError: The text names every field that is not so.
    """
    problems = judged(_JUDGE, data, ("promptic",))
    if problems:
        raise ValueError("; ".join(f"{'.'.join(map(str, each.where))} {each.text}" for each in problems))
    _check_moments(data)


def _check_moments(value: Any, name: str = "", free: bool = False) -> None:
    if isinstance(value, Mapping):
        for key, each in value.items():
            _check_moments(each, key, free or key in _FREE)
    elif isinstance(value, list):
        for each in value:
            _check_moments(each, name, free)
    elif name in _MOMENTS and isinstance(value, str) and not free:
        try:
            read(value)
        except ValueError as error:
            raise ValueError(f"{name} {error}") from None
