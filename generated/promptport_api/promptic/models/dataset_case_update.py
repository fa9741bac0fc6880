# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""What can change of a case. Null clears `idx`, `expectedPayload` and `split`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypedDict

DatasetCaseUpdate = TypedDict(
    "DatasetCaseUpdate",
    {
        "inputPayload": "Mapping[str, Any]",  # What goes in.
        "expectedPayload": "Any",  # What should come out.
        "idx": "int | None",  # Its place among the cases.
        "split": "Literal['train', 'eval'] | str | None",  # `train`, `eval` or null.
        "metadata": "Mapping[str, Any]",  # What else is known of it.
    },
    total=False,
)
