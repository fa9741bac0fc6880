# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""An experiment that will run."""

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
class ExperimentStarted(Model):
    """An experiment that will run.

    Attributes:
        message_id: Its place in the queue.
        status: `scheduled`.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("messageId", "message_id", "message_id", "string"),
        Field("status", "status", "status", "string"),
    )

    message_id: str | None = None
    status: str | None = None
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")
