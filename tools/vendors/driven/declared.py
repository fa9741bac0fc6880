"""What a package declares: signatures of what is called, and the fields of its types, as JSON."""

from __future__ import annotations

import dataclasses
import enum
import inspect
import re
from types import UnionType
from typing import Any, Literal, NotRequired, Required, Union, get_args, get_origin, get_type_hints

from tools.vendors.driven.values import full_name

Json = dict[str, Any]
_QUALIFIED = re.compile(r"^(?:typing\.)?(?:Not)?Required\[(.*)\]$")


def signature(called: Any) -> Json:
    """The signature of what is called."""
    try:
        found = inspect.signature(called)
    except (TypeError, ValueError):
        return {"kind": "function", "parameters": [], "returns": ""}
    return {
        "kind": _kind(called),
        "parameters": [
            {
                "name": each.name,
                "kind": each.kind.name,
                **({} if each.default is each.empty else {"default": repr(each.default)}),
                **({} if each.annotation is each.empty else {"type": text(each.annotation)}),
            }
            for each in found.parameters.values()
        ],
        "returns": "" if found.return_annotation is found.empty else text(found.return_annotation),
    }


def _kind(called: Any) -> str:
    if inspect.isasyncgenfunction(called):
        return "async generator"
    if inspect.iscoroutinefunction(called):
        return "coroutine"
    return "generator" if inspect.isgeneratorfunction(called) else "function"


def text(annotation: Any) -> str:
    """An annotation, as it is written."""
    if isinstance(annotation, str):
        return annotation
    forward = getattr(annotation, "__forward_arg__", None)
    return str(forward) if forward else inspect.formatannotation(annotation)


def is_literal(each: Any) -> bool:
    """Whether it is a `Literal`."""
    return get_origin(each) is Literal


def union(each: Any) -> tuple[Any, ...]:
    """What a union is of; empty where it is none."""
    return get_args(each) if get_origin(each) in (Union, UnionType) else ()


def declared(each: Any) -> Json | None:
    """A type, or None where it is none."""
    if is_literal(each):
        return {"kind": "literal", "values": list(get_args(each))}
    if members := union(each):
        return {"kind": "union", "members": [text(one) for one in members]}
    if not inspect.isclass(each):
        return None
    if issubclass(each, enum.Enum):
        return {
            "kind": "enum",
            "values": [one.value if isinstance(one.value, str | int) else repr(one.value) for one in each],
        }
    if hasattr(each, "__required_keys__"):
        return {"kind": "typed dict", "fields": _typed_dict(each)}
    own = each.__module__.partition(".")[0]
    bases = [full_name(one) for one in each.__mro__[1:] if one.__module__.partition(".")[0] == own]
    if dataclasses.is_dataclass(each):
        return {"kind": "dataclass", "fields": _dataclass(each), "bases": bases}
    if hasattr(each, "model_fields"):
        return {"kind": "pydantic", "fields": _pydantic(each), "bases": bases}
    methods = {
        name: signature(one) for name, one in inspect.getmembers(each, inspect.isfunction) if not name.startswith("_")
    }
    kind = "exception" if issubclass(each, BaseException) else "class"
    return {"kind": kind, "init": signature(each), "methods": methods, "bases": bases}


def _typed_dict(kind: Any) -> Json:
    try:
        hints = get_type_hints(kind, include_extras=True)
    except Exception:  # a name that is there for type checkers alone
        hints = {}
    fields = {}
    for name, written in kind.__annotations__.items():
        # What is written `NotRequired` in a string is not among the optional keys before Python 3.14.
        origin = get_origin(hints.get(name))
        required = origin is Required or (origin is not NotRequired and name in kind.__required_keys__)
        fields[name] = {"type": _QUALIFIED.sub(r"\1", text(written)), "required": required}
    return fields


def _dataclass(kind: Any) -> Json:
    fields = {}
    for each in dataclasses.fields(kind):
        described: Json = {"type": text(each.type), "required": False}
        if each.default is not dataclasses.MISSING:
            described["default"] = repr(each.default)
        elif each.default_factory is not dataclasses.MISSING:
            described["default"] = f"{getattr(each.default_factory, '__name__', 'made')}()"
        else:
            described["required"] = True
        fields[each.name] = described
    return fields


def _pydantic(kind: Any) -> Json:
    fields = {}
    for name, each in kind.model_fields.items():
        described: Json = {"type": text(each.annotation), "required": each.is_required()}
        if each.default_factory is not None:
            described["default"] = f"{getattr(each.default_factory, '__name__', 'made')}()"
        elif not each.is_required():
            described["default"] = repr(each.default)
        if each.alias:
            described["alias"] = each.alias
        fields[name] = described
    return fields
