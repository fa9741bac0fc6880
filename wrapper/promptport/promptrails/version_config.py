"""What belongs to a version of an agent beside its config, and what installs a template; `promptrails.types` has them.

A plain mapping of the same shape does as well.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import Any, Self, overload

from ..errors import ArgumentError
from .agent_config import Part


class Readable(Part):
    """What is made of a mapping as well."""

    @overload
    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self: ...
    @overload
    @classmethod
    def from_dict(cls, data: None) -> None: ...
    @classmethod
    def from_dict(cls, data: Mapping[str, Any] | None) -> Self | None:
        """What a mapping describes, such as a field of an answer; None for None.

        Args:
            data: The mapping. What else it holds is passed over.

        Raises:
            ArgumentError: It is none.
        """
        if data is None:
            return None
        if not isinstance(data, Mapping):
            raise ArgumentError(f"{cls.__name__}.from_dict: `data` must be a mapping, not {type(data).__name__}.")
        return cls(**{each.name: data[each.name] for each in fields(cls) if each.name in data})


@dataclass
class ModelConfig(Readable):
    """The model of a version and its sampling. What is left out is as the model has it.

    Attributes:
        model_id: The identifier of the model in the catalogue.
        fallback_model_id: The model that takes over where that one fails.
        temperature: The sampling temperature.
        top_p: The part of the probability mass that is sampled.
        top_k: How many tokens are sampled from.
        max_tokens: How many tokens an answer has at the most.
    """

    model_id: str | None = None
    fallback_model_id: str | None = None
    temperature: float | None = None
    top_p: float | None = None
    top_k: int | None = None
    max_tokens: int | None = None


@dataclass
class RunBudget(Readable):
    """What a run may take, with all the runs that it begins; the root ends where it is spent.

    Attributes:
        max_cost: Dollars.
        max_total_tokens: Tokens.
        max_tool_calls: Calls of tools.
        max_children: Runs that it begins.
        max_depth: Runs that begin each other.
    """

    max_cost: float | None = None
    max_total_tokens: int | None = None
    max_tool_calls: int | None = None
    max_children: int | None = None
    max_depth: int | None = None


@dataclass
class ApprovalPolicy(Readable):
    """Who decides on executions that wait.

    Attributes:
        mode: `admins`, which is meant where nothing is said, `assigned` or `any_member`.
        member_ids: Who is assigned.
    """

    mode: str | None = None
    member_ids: Sequence[str] | None = None


@dataclass
class GuardrailSpec(Readable):
    """A check of what goes into a version of an agent or comes out of it.

    Attributes:
        type: `input` or `output`.
        scanner_type: What it looks for, such as `pii`; `guardrails.list_scanners` tells what there is.
        action: What it does when it finds something: `block`, `redact` or `log`.
        config: Settings of the scanner.
        is_active: Whether it is switched on.
        sort_order: Its place in the order.
        id: Its identifier; answers have one.
    """

    type: str
    scanner_type: str
    action: str = "block"
    config: Mapping[str, Any] | None = None
    is_active: bool = True
    sort_order: int | None = None
    id: str | None = None


@dataclass
class InstallMCPTemplateRequest(Readable):
    """What `mcp_templates.install` is given; the documented client has it, and takes plain arguments all the same.

    Attributes:
        name: What to call the tool.
        parameters: What the template asks for.
    """

    name: str = ""
    parameters: dict[str, str] = field(default_factory=dict)
