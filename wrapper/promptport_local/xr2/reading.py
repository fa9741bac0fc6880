"""How xR2's framework reads a body: more than strict JSON, and values that are as good as a number as that number."""

from __future__ import annotations

import json
import math
from typing import Any

from promptport_local.call import Call
from promptport_local.contract import Contract
from promptport_local.strict_json import DEEPEST, BrokenJson, read_json
from promptport_local.xr2.errors import refused
from promptport_local.xr2.state import Json

_JSON = "application/json"


def read_again(contract: Contract, call: Call, faithful: bool) -> None:
    """Put into a call what xR2 makes of its body: the value, why it is not JSON, what is wrong with it.

    Args:
        contract: xR2's contract.
        call: The call as the contract alone reads it.
        faithful: Whether NaN, infinities, NUL and halves of surrogate pairs are read, as xR2 does; else they are no JSON.

    Raises:
        Refusal: 400; xR2's parser itself fails: at bytes that are no text, at a depth, at thousands of digits.
    """
    media = (call.header("content-type") or _JSON).split(";")[0].strip().lower()
    if not call.raw or not (media == _JSON or (media.startswith("application/") and media.endswith("+json"))):
        return
    try:
        known = media == _JSON and call.broken is None
        value = call.body if known else _parsed(call.raw) if faithful else read_json(call.raw)
    except BrokenJson as error:
        call.broken, call.problems = error, []
        return
    call.broken = None
    call.body = coerced(value, faithful) if isinstance(value, dict) else value
    pointer = (*call.operation.pointer, "requestBody", "content", _JSON, "schema")
    call.problems = contract.schemas.problems(pointer, call.body, ("body",))


def coerced(body: Json, faithful: bool = True) -> Json:
    """A body whose `version_number` and `value` are numbers where they are as good as one: a text, a truth value, `2.0`.

    Args:
        body: The body.
        faithful: Whether a text may be an infinity or NaN.
    """
    found = dict(body)
    if "version_number" in found:
        found["version_number"] = _integer(found["version_number"])
    if "value" in found:
        number = _number(found["value"])
        if faithful or not isinstance(number, float) or math.isfinite(number):
            found["value"] = number
    return found


def _integer(value: Any) -> Any:
    if isinstance(value, bool) or (isinstance(value, float) and math.isfinite(value) and value == int(value)):
        return int(value)
    if isinstance(value, str) and value.isascii():
        whole, dot, zeros = value.strip().partition(".")
        if not dot or (zeros and not zeros.strip("0")):
            return _made(int, whole, value)
    return value


def _number(value: Any) -> Any:
    if isinstance(value, bool) or (isinstance(value, str) and value.isascii()):
        return _made(float, value, value)
    return value


def _made(kind: type[int] | type[float], text: Any, value: Any) -> Any:
    """The number that a text is; the value where it is none, or one of thousands of digits."""
    try:
        return kind(text)
    except ValueError:
        return value


def _parsed(raw: bytes) -> Any:
    try:
        value = json.loads(raw)
    except json.JSONDecodeError as error:
        raise BrokenJson(error.msg, error.pos) from None
    except (ValueError, RecursionError):
        raise refused(400, "The body could not be read.") from None
    level, depth = [value], 0
    while level:
        if depth > DEEPEST:
            raise refused(400, "The body could not be read.")
        depth += 1
        below = [each.values() if isinstance(each, dict) else each for each in level if isinstance(each, dict | list)]
        level = [each for some in below for each in some]
    return value
