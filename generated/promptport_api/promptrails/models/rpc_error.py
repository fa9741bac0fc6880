# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""Why a JSON-RPC call failed."""

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
class RPCError(Model):
    """Why a JSON-RPC call failed.

    Attributes:
        code: The code of the error.
        message: What went wrong.
        data: What else there is to say of it.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("code", "code", "code", "integer"),
        Field("message", "message", "message", "string"),
        Field("data", "data", "data"),
    )

    code: int | None = None
    message: str | None = None
    data: Any = None
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")
