# Made by `nox -s generate` from openapi/langfuse.yaml: change the contract or a template, never this file.
"""A score of a trace, a session or a run of a dataset."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Literal, Required, TypedDict

CreateScoreRequest = TypedDict(
    "CreateScoreRequest",
    {
        "id": "str | None",  # Its id; a score of this id is replaced.
        "name": "Required[str]",  # What is scored, such as `helpfulness`.
        "value": "Required[float | str]",  # A number, or a text; 0 or 1 where the type is BOOLEAN.
        "traceId": "str | None",  # The trace; this, `sessionId` or `datasetRunId` is given.
        "observationId": "str | None",  # An observation of the trace.
        "sessionId": "str | None",  # The session.
        "datasetRunId": "str | None",  # The run of a dataset.
        "dataType": "Literal['NUMERIC', 'BOOLEAN', 'CATEGORICAL', 'TEXT', 'CORRECTION'] | str | None",  # The type of the value; without it a number is NUMERIC, a text CATEGORICAL.
        "comment": "str | None",  # What else there is to say.
        "metadata": "Mapping[str, Any] | None",  # Whatever belongs to it.
        "environment": "str | None",  # The environment, `default` where it is left out.
        "queueId": "str | None",  # The annotation queue that it came of.
        "configId": "str | None",  # A score config, which decides the type.
        "source": "Literal['API', 'ANNOTATION'] | str | None",  # `API` where it is left out.
        "timestamp": "datetime | str | None",  # When it was given; now where it is left out.
    },
    total=False,
)
