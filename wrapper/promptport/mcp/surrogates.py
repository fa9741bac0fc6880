"""Lone surrogates, which JSON can hold and UTF-8 can't: with one in an answer, the server could not write it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import BaseModel
from pydantic_core import PydanticSerializationError

T = TypeVar("T", bound=BaseModel)


def writable(answer: T) -> T:
    """An answer that can be written: U+FFFD stands for each lone surrogate."""
    try:
        answer.model_dump_json()
    except PydanticSerializationError:
        return type(answer).model_validate(without_surrogates(answer.model_dump(by_alias=True)))
    return answer


def without_surrogates(value: Any) -> Any:
    """Data in which U+FFFD stands for each lone surrogate; tuples become lists."""
    if isinstance(value, str):
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if isinstance(value, Mapping):
        return {without_surrogates(name): without_surrogates(each) for name, each in value.items()}
    return [without_surrogates(each) for each in value] if isinstance(value, list | tuple) else value
