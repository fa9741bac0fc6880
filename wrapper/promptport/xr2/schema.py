"""What pydantic, and with it FastAPI, asks a model for: how it is read and written, and its JSON schema."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from types import NoneType
from typing import Any, get_args, get_origin

from .fields import FieldInfo

KINDS: Mapping[Any, Mapping[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    datetime: {"format": "date-time", "type": "string"},
    dict: {"additionalProperties": True, "type": "object"},
    list: {"items": {"additionalProperties": True, "type": "object"}, "type": "array"},
}


def core_schema(model: Any) -> Any:
    """How pydantic reads and writes a model of ours. It is called by pydantic alone, which is therefore there.

    Args:
        model: The class.
    """
    from pydantic_core import core_schema as core

    def dump(value: Any, info: Any) -> Any:
        names = (
            "mode",
            "include",
            "exclude",
            "by_alias",
            "exclude_unset",
            "exclude_defaults",
            "exclude_none",
            "round_trip",
        )
        return value.model_dump(**{name: getattr(info, name) for name in names})

    writing = core.plain_serializer_function_ser_schema(dump, info_arg=True)
    return core.no_info_plain_validator_function(model.model_validate, serialization=writing)


def json_schema(title: str, fields: Mapping[str, FieldInfo], by_alias: bool = True) -> dict[str, Any]:
    """The JSON schema of a model.

    Args:
        title: Its name.
        fields: Its fields.
        by_alias: Whether they go by their names on the wire.
    """
    named = {(about.alias if by_alias and about.alias else name): about for name, about in fields.items()}
    properties = {name: {**_kind(about), "title": name.replace("_", " ").title()} for name, about in named.items()}
    required = [name for name, about in named.items() if about.is_required()]
    return {"properties": properties, **({"required": required} if required else {}), "title": title, "type": "object"}


def _kind(about: FieldInfo) -> dict[str, Any]:
    kinds = get_args(about.annotation) if NoneType in get_args(about.annotation) else (about.annotation,)
    found = [dict(KINDS[get_origin(each) or each]) for each in kinds if each is not NoneType]
    if len(kinds) == 1:
        return found[0]
    return {"anyOf": [*found, {"type": "null"}], "default": None}
