# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""A line that holds what was looked for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from attrs import field, frozen
from promptport.model import (
    NOTHING,
    Field,
    Model,
    otherwise,
)


@frozen(eq=False, repr=False, match_args=False, weakref_slot=False)
class AgentVFSGrepMatch(Model):
    """A line that holds what was looked for. Since promptrails 0.4.0.

    Attributes:
        path: The file.
        line_number: The number of the line, from 1.
        line: The line.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("path", "path", "path", "string", absent=""),
        Field("line_number", "line_number", "_line_number", "integer", absent=0),
        Field("line", "line", "line", "string", absent=""),
    )
    ITSELF: ClassVar[str] = "data"

    path: str = ""
    _line_number: Any = field(default=0, alias="line_number")
    line: str = ""
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")

    @property
    def line_number(self) -> int:
        """The number of the line, from 1."""
        found: int = otherwise(0)(self._line_number)
        return found
