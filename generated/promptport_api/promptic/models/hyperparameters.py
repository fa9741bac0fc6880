# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""The settings of an optimisation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from attrs import field, frozen
from promptport.model import (
    NOTHING,
    Field,
    Model,
)


@frozen(eq=False, repr=False, match_args=False, weakref_slot=False)
class Hyperparameters(Model):
    """The settings of an optimisation.

    Attributes:
        epochs: How many iterations to try.
        train_split_ratio: The part of the observations to train on; without it, none is held out.
        num_few_shots: How many examples a prompt may show.
        enable_cot: Whether prompts ask for reasoning first.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("epochs", "epochs", "epochs", "integer"),
        Field("trainSplitRatio", "train_split_ratio", "train_split_ratio", "number"),
        Field("numFewShots", "num_few_shots", "num_few_shots", "integer"),
        Field("enableCot", "enable_cot", "enable_cot", "boolean"),
    )

    epochs: int | None = None
    train_split_ratio: float | None = None
    num_few_shots: int | None = None
    enable_cot: bool | None = None
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")
