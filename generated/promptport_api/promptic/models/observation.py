# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""An example to learn from, or to be judged by."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar

from attrs import field, frozen
from promptport.model import (
    NOTHING,
    Field,
    Model,
    timestamp,
)


@frozen(eq=False, repr=False, match_args=False, weakref_slot=False)
class Observation(Model):
    """An example to learn from, or to be judged by.

    Attributes:
        id: The observation's id, a number.
        experiment_id: The experiment that it belongs to.
        idx: Its place among the observations.
        expected: The answer that is right.
        variables: The values of the prompt's variables.
        split: `train` or `eval`.
        created_at: When it was made.
        updated_at: When it was last changed.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("id", "id", "id", "integer", required=True),
        Field("experimentId", "experiment_id", "experiment_id", "string"),
        Field("idx", "idx", "idx", "integer"),
        Field("expected", "expected", "expected", "string"),
        Field("variables", "variables", "variables", "object"),
        Field("split", "split", "split", "string"),
        Field("createdAt", "created_at", "_created_at", "string"),
        Field("updatedAt", "updated_at", "_updated_at", "string"),
    )

    id: int
    experiment_id: str | None = None
    idx: int | None = None
    expected: str | None = None
    variables: dict[str, Any] | None = None
    split: str | None = None
    _created_at: Any = field(default=None, alias="created_at")
    _updated_at: Any = field(default=None, alias="updated_at")
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")

    @property
    def created_at(self) -> datetime | None:
        """When it was made."""
        moment: datetime | None = timestamp(self._created_at)
        return moment

    @property
    def updated_at(self) -> datetime | None:
        """When it was last changed."""
        moment: datetime | None = timestamp(self._updated_at)
        return moment
