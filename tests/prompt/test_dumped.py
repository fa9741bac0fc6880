"""Proves what stands in JSON for objects of libraries and of one's own."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import Enum
from io import BytesIO
from pathlib import Path
from typing import Any
from uuid import UUID

import openai
import pytest
from openai.types.chat import ChatCompletionMessage
from pydantic import BaseModel

from promptport import ArgumentError
from promptport.prompt.dumped import dumped, plain

pytestmark = pytest.mark.one_python("the libraries are the same everywhere, and take long to load")


class Role(Enum):
    USER = "user"


class Part(BaseModel):
    type: str = "text"
    text: str


class Own(BaseModel):
    role: Role = Role.USER
    content: list[Part]
    name: str | None = None


def test_of_an_object_of_one_s_own_nothing_is_lost() -> None:
    """Its role and the types of its parts may be defaults; of the vendors' objects what was set goes out, as these send it."""
    assert dumped(Own(content=[Part(text="a")])) == {"role": "user", "content": [{"type": "text", "text": "a"}]}
    assert dumped(ChatCompletionMessage(role="assistant", content=None)) == {"role": "assistant", "content": None}
    assert dumped(Own) is None
    assert dumped({"role": "user"}) is None


@pytest.mark.parametrize(
    ("value", "made"),
    [
        ({"role": Role.USER, "content": "a"}, {"role": "user", "content": "a"}),
        ([Decimal("1.10"), date(2026, 1, 2), UUID(int=1)], ["1.10", "2026-01-02", str(UUID(int=1))]),
        ([Part(text="a"), 1, 1.5, True, None], [{"type": "text", "text": "a"}, 1, 1.5, True, None]),
    ],
)
def test_what_has_a_word_in_json(value: Any, made: Any) -> None:
    assert plain(value, "here") == made


def test_what_libraries_take_stays() -> None:
    """Anthropic's reads files, OpenAI's has a sign for what is left out."""
    for each in (Path("a.png"), BytesIO(b""), openai.NOT_GIVEN):
        assert plain({"data": each}, "here")["data"] is each


@pytest.mark.parametrize("value", [{1}, object(), 1j, b"x", type("Odd", (), {})])
def test_what_has_none(value: Any) -> None:
    with pytest.raises(ArgumentError, match="here holds"):
        plain({"content": [value]}, "here")
