# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""Which experiment's prompt a component uses."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from attrs import field, frozen
from promptport.model import (
    NOTHING,
    Field,
    Model,
    reads,
)
from promptport.model import Shape as _Shape

from .. import models


@frozen(eq=False, repr=False, match_args=False, weakref_slot=False)
class Deployment(Model):
    """Which experiment's prompt a component uses.

    Attributes:
        experiment_id: The experiment.
        ai_component_id: The component.
        experiment: An experiment, which looks for a better prompt.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("experimentId", "experiment_id", "experiment_id", "string", required=True),
        Field("aiComponentId", "ai_component_id", "ai_component_id", "string"),
        Field(
            "experiment",
            "experiment",
            "experiment",
            _Shape("object", fields=lambda: models.Experiment.CONTRACT),
            convert=reads(lambda: models.Experiment),
        ),
    )

    experiment_id: str
    ai_component_id: str | None = None
    experiment: models.Experiment | None = None
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")
