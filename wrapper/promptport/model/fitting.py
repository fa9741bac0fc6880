"""Objects of several kinds that no field tells apart: the kind whose fields came is meant."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .decoder import Convert
from .model import Model


def fitting(models: Callable[[], tuple[type[Model], ...]]) -> Convert:
    """A reader for an object of several kinds, of which the fields tell which it is. One that fits none stays a plain dict.

    Of those whose required fields all came, the one is meant of which no field is of a wrong kind of JSON, and that knows most
    of what came; of several such, the one that lacks least, and then the first.

    Args:
        models: Answers the kinds; called at first use, since models load late.
    """

    def read(value: Any) -> Any:
        if type(value) is not dict:
            return value
        fits = [(*_fit(model, value), -number, model) for number, model in enumerate(models())]
        complete, *_, model = max(fits, key=lambda each: each[:-1])
        return model.DECODER.read(value) if complete else value

    return read


def _fit(model: type[Model], value: dict[str, Any]) -> tuple[bool, int, int, int]:
    """How a model fits, the more the better: whether what it requires came; wrong kinds, below 0; what it knows; what lacks."""
    complete, wrong, known, lacking = True, 0, 0, 0
    for field in model.FIELDS:
        came = next((each for each in (field.wire, *field.aliases) if each in value), None)
        if came is None:
            complete, lacking = complete and not field.required, lacking - 1
        elif value[came] is None or model.CONTRACT.shape(field.wire).takes(value[came]):
            known += 1
        else:
            wrong -= 1
    return complete, wrong, known, lacking
