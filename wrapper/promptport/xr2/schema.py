"""What pydantic, and with it FastAPI, asks a model for: how it is read and written, and its JSON schema."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from inspect import Parameter, Signature
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


def core_schema(model: Any, handler: Any) -> Any:
    """How pydantic reads and writes a model of ours. It is called by pydantic alone, which is therefore there.

    Args:
        model: The class.
        handler: Makes the schemas of the types of its fields.
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

    def read(value: Any, fields: Any) -> Any:
        return value if isinstance(value, model) else model(**fields(value))

    fields = {
        name: core.typed_dict_field(
            handler.generate_schema(about.annotation), required=about.is_required(), validation_alias=about.alias
        )
        for name, about in model.model_fields.items()
    }
    writing = core.plain_serializer_function_ser_schema(dump, info_arg=True)
    reading = core.typed_dict_schema(fields, config=core.CoreConfig(validate_by_name=True))
    return core.no_info_wrap_validator_function(read, reading, serialization=writing)


def signature(fields: Mapping[str, FieldInfo]) -> Signature:
    """The signature of a model's constructor: its fields by name, as they are on the wire.

    Args:
        fields: The fields.
    """
    return Signature([
        Parameter(about.alias or name, Parameter.KEYWORD_ONLY, annotation=about.annotation, default=_default(about))
        for name, about in fields.items()
    ])  # fmt: skip


def _default(about: FieldInfo) -> Any:
    return Parameter.empty if about.is_required() else about.get_default(call_default_factory=True)


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
