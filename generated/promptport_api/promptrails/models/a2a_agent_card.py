# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""How an agent presents itself to other agents."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from attrs import field, frozen
from promptport.model import (
    NOTHING,
    Field,
    Model,
    array,
    contract_of,
    reads,
)
from promptport.model import Shape as _Shape

from .. import models


@frozen(eq=False, repr=False, match_args=False, weakref_slot=False)
class A2AAgentCard(Model):
    """How an agent presents itself to other agents.

    Attributes:
        name: Its name.
        description: What it does.
        url: Where it is called.
        version: The label of its version.
        capabilities: What it can do.
        skills: What it is good at.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("name", "name", "name", "string", required=True, absent=""),
        Field("description", "description", "description", "string", absent=""),
        Field("url", "url", "url", "string", absent=""),
        Field("version", "version", "version", "string", absent=""),
        Field(
            "capabilities",
            "capabilities",
            "capabilities",
            _Shape("object|null", fields=lambda: contract_of(models.A2AAgentCapabilities)),
            convert=reads(lambda: models.A2AAgentCapabilities),
        ),
        Field(
            "skills",
            "skills",
            "skills",
            _Shape("array|null", items=_Shape("object", fields=lambda: contract_of(models.A2AAgentSkill))),
            absent=[],
            convert=array(reads(lambda: models.A2AAgentSkill)),
        ),
    )
    ITSELF: ClassVar[str] = "data"

    name: str = ""
    description: str = ""
    url: str = ""
    version: str = ""
    capabilities: models.A2AAgentCapabilities | None = None
    skills: list[models.A2AAgentSkill] = field(factory=list)
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")
