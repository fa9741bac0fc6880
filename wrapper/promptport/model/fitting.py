"""Objects of several kinds that no field tells apart: the kind whose fields came is meant."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .decoder import Convert
from .model import Model
from .values import KINDS, Unreadable


def fitting(models: Callable[[], tuple[type[Model], ...]]) -> Convert:
    """A reader for an object of several kinds, of which the fields tell which it is. One that fits none stays a plain dict.

    Of those whose required fields all came, each of the right kind of JSON, the one is meant that knows most of what came; of
    several such, the one that lacks least, and then the first.

    Args:
        models: Answers the kinds; called at first use, since models load late.
    """

    def read(value: Any) -> Any:
        if type(value) is not dict:
            return value
        fits = [(_fit(model, value), -number, model) for number, model in enumerate(models())]
        for _, _, model in sorted(fits, key=lambda each: each[:2], reverse=True):
            try:
                return model.from_dict(value)
            except Unreadable:
                continue
        return value

    return read


def _fit(model: type[Model], value: dict[str, Any]) -> tuple[int, int]:
    """How many of an object's fields a model knows, and how many of its own the object lacks, less than nothing."""
    known = lacking = 0
    for field in model.FIELDS:
        came = next((each for each in (field.wire, *field.aliases) if each in value), None)
        if came is None:
            lacking += 1
        elif field.kind == "any" or value[came] is None or KINDS.get(type(value[came]), "scalar") == field.kind:
            known += 1
        else:
            lacking += 1
    return known, -lacking
