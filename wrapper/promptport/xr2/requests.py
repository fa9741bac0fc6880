"""Arguments that the contract does not know as they are, read as the models of the documented package read them."""

from __future__ import annotations

from typing import Any

from ..model import Request
from .fields import FieldInfo, ValidationError, validated
from .models import EventRequest, GetPromptRequest

MODELS: dict[str, Any] = {"get_prompt": GetPromptRequest, "track_event": EventRequest}


def as_documented(request: Request) -> Request | None:
    """A request whose arguments are what the documented package makes of them, such as 1 of `True` and of `"1.0"`.

    Args:
        request: The request, which can't be sent as it is.

    Returns:
        The request; None where the documented package refuses an argument.
    """
    model = MODELS.get(request.operation.id)
    if model is None:
        return None
    given = {name: value for name, value in request.arguments.items() if value is not None}
    fields: dict[str, FieldInfo] = {name: each for name, each in model.model_fields.items() if name != "source_name"}
    if "source_name" in given:
        fields["source_name"] = model.model_fields["source_name"]
    try:
        return request._replace(arguments={**request.arguments, **validated(model.__name__, fields, given)})
    except ValidationError:
        return None
