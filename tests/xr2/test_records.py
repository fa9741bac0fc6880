"""Proves that the objects no contract has are made as the generated ones are, with every field under its name."""

from __future__ import annotations

import pytest

from promptport.xr2 import models, records


@pytest.mark.parametrize("name", ["RenderedPrompt", "GetPromptRequest", "EventRequest"])
def test_fields_and_what_models_say_of_them(name: str) -> None:
    """The same fields in the same order, so that what is given by its place is not another's."""
    record, model = getattr(records, name), getattr(models, name)

    assert [each.attribute for each in record.FIELDS] == list(model.model_fields)
    assert [each.wire for each in record.FIELDS] == [each.attribute for each in record.FIELDS]
    assert issubclass(model, record)
