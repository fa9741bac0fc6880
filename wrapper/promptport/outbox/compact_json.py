"""JSON without blanks, as fast as this Python can write it.

The standard library's encoder makes its compiled part anew for each text, which takes longer than to encode an entry. Where this
Python has that part, and it takes what it has always taken, it is made once.
"""

from __future__ import annotations

import json.encoder
from collections.abc import Callable
from contextlib import suppress
from json.encoder import encode_basestring_ascii

SAMPLE = ("é", {"a": [1, 2.5, None, True], "b": {}})
_ENCODER = json.JSONEncoder(allow_nan=False, separators=(",", ":"))


def compiled(make: Callable[..., Callable[[object, int], tuple[str, ...]]] | None) -> Callable[[object], str]:
    """What turns a value into JSON. It raises TypeError, ValueError or RecursionError where that can't be.

    Args:
        make: Makes the compiled part of the encoder; None where there is none.
    """
    if make is not None:
        with suppress(TypeError, ValueError):
            encode = make(None, _ENCODER.default, encode_basestring_ascii, None, ":", ",", False, False, False)
            if "".join(encode(SAMPLE, 0)) == _ENCODER.encode(SAMPLE):
                join = "".join
                return lambda value: join(encode(value, 0))
    return _ENCODER.encode


to_json = compiled(getattr(json.encoder, "c_make_encoder", None))
