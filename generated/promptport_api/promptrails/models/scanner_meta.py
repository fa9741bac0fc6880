# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""What guardrails can look for."""

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
from promptport.model import Shape as _Shape


@frozen(eq=False, repr=False, match_args=False, weakref_slot=False)
class ScannerMeta(Model):
    """What guardrails can look for. Since promptrails 0.9.0.

    Attributes:
        type: Its name as a `scanner_type`, such as `pii`.
        label: Its name for people.
        description: What it looks for.
        category: Where it runs: `local` or `llm_guard`.
        enabled: Whether it can be used.
        config_fields: The names of its settings.
        disabled_reason: Why it can't be used.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("type", "type", "type", "string", required=True, absent=""),
        Field("label", "label", "label", "string", absent=""),
        Field("description", "description", "description", "string", absent=""),
        Field("category", "category", "category", "string", absent=""),
        Field("enabled", "enabled", "enabled", "boolean", absent=True),
        Field("config_fields", "config_fields", "_config_fields", _Shape("array", items=_Shape("string")), absent=[]),
        Field("disabled_reason", "disabled_reason", "disabled_reason", "string", absent=""),
    )
    ITSELF: ClassVar[str] = "data"

    type: str = ""
    label: str = ""
    description: str = ""
    category: str = ""
    enabled: bool = True
    _config_fields: Any = field(factory=list, alias="config_fields")
    disabled_reason: str = ""
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")

    @property
    def config_fields(self) -> list[str]:
        """The names of its settings."""
        found: list[str] = otherwise([])(self._config_fields)
        return found
