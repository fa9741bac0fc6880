# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""A message of a prompt."""

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
class PromptMessage(Model):
    """A message of a prompt.

    Attributes:
        role: `system`, `user` or `assistant`.
        content: The text.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("role", "role", "role", "string"),
        Field("content", "content", "content", "string"),
    )

    role: str | None = None
    content: str | None = None
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")
