# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""The annotations of all runs of a dataset."""

from __future__ import annotations

from typing import Required

from typing_extensions import TypedDict

from .. import models

AnnotationList = TypedDict(
    "AnnotationList",
    {
        "data": "Required[list[models.Annotation]]",  # The annotations.
    },
    total=False,
)
