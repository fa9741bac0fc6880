"""JSON that can be trusted: read strictly, written strictly."""

from __future__ import annotations

import json
import math
from typing import Any, NoReturn

# Python's own limit lies near 1000 and moves with the caller's depth; a fixed one answers the same everywhere.
DEEPEST = 200


class BrokenJson(ValueError):
    """A text is not JSON, or holds what must not be in it.

    Attributes:
        offset: Where it is broken: a byte for text that is not UTF-8, else a character; 0 where no place can be named.
        reason: What is wrong, in words.
    """

    def __init__(self, reason: str, offset: int = 0) -> None:
        super().__init__(reason)
        self.reason = reason
        self.offset = offset


def read_json(data: bytes) -> Any:
    """Read JSON that a stranger sent.

    Refused beside broken syntax: bytes that are not UTF-8, NaN and infinities (numbers too large for a double among
    them), half of a surrogate pair, integers of thousands of digits, and more than 200 levels of nesting.

    Raises:
        BrokenJson: It cannot be read.
    """
    try:
        value = json.loads(data.decode("utf-8"), parse_constant=_no_constant)
    except UnicodeDecodeError as error:
        raise BrokenJson("the text is not UTF-8", error.start) from None
    except json.JSONDecodeError as error:
        raise BrokenJson(error.msg, error.pos) from None
    except BrokenJson:
        raise
    except ValueError:
        raise BrokenJson("an integer has too many digits") from None
    except RecursionError:
        raise BrokenJson("it is nested too deeply") from None
    check_json(value)
    return value


def check_json(value: Any, deepest: int = DEEPEST) -> None:
    """Refuse a value that cannot be written as JSON in UTF-8 and read back.

    Args:
        value: The value.
        deepest: How many levels it may have.

    Raises:
        BrokenJson: It holds an infinity or NaN, half of a surrogate pair, something JSON has no word for, or is nested
            too deeply.
    """
    level = [value]
    depth = 0
    while level:
        if depth > deepest:
            raise BrokenJson("it is nested too deeply")
        depth += 1
        below: list[Any] = []
        for each in level:
            if isinstance(each, dict):
                for key in each:
                    if not isinstance(key, str):
                        raise BrokenJson("a name is not a text")
                    _check_text(key)
                below.extend(each.values())
            elif isinstance(each, list | tuple):
                below.extend(each)
            elif isinstance(each, str):
                _check_text(each)
            elif isinstance(each, float):
                if not math.isfinite(each):
                    raise BrokenJson("a number is infinite or not a number")
            elif each is not None and not isinstance(each, int):
                raise BrokenJson(f"JSON has no word for a {type(each).__name__}")
        level = below


def write_json(value: Any) -> bytes:
    """A value as compact JSON in UTF-8.

    Raises:
        ValueError: It holds an infinity, NaN or half of a surrogate pair.
    """
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode("utf-8")


def _check_text(text: str) -> None:
    if not text.isascii():
        try:
            text.encode("utf-8")
        except UnicodeEncodeError:
            raise BrokenJson("a text holds half of a surrogate pair") from None


def _no_constant(name: str) -> NoReturn:
    raise BrokenJson(f"{name} is not JSON")
