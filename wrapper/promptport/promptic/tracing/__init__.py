"""Promptic's tracing, a drop-in for `promptic_sdk.tracing`: spans of OpenTelemetry, delivered through the outbox.

`init` needs the extra `otel`: `pip install "promptport[otel]"`. Nothing else here does.
"""

from __future__ import annotations

from ..artifacts.reference import ArtifactReference
from .blocks import ai_component, dataset
from .instrumentors import InstrumentorName, InstrumentorSelection
from .labels import PROMPTIC_COMPONENT_ATTR, PROMPTIC_DATASET_ATTR, PROMPTIC_DATASET_ID_ATTR, PROMPTIC_RUN_ATTR
from .manual import artifact
from .setup import init, is_tracing_configured

__all__ = [
    "PROMPTIC_COMPONENT_ATTR",
    "PROMPTIC_DATASET_ATTR",
    "PROMPTIC_DATASET_ID_ATTR",
    "PROMPTIC_RUN_ATTR",
    "ArtifactReference",
    "InstrumentorName",
    "InstrumentorSelection",
    "ai_component",
    "artifact",
    "dataset",
    "init",
    "is_tracing_configured",
]
