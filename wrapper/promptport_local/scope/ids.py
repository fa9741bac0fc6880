"""Ids and tokens in the forms in which Scope writes them."""

from __future__ import annotations

import hashlib
import hmac
import random
import re
from base64 import urlsafe_b64encode
from datetime import UTC, datetime, timedelta
from typing import Any

from promptport_local.strict_json import write_json

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
# Spelled out: with IGNORECASE two letters from beyond ASCII would pass as K and S.
_PROMPT_ID = re.compile(r"prompt_([0-7][0-9A-HJKMNP-TV-Za-hjkmnp-tv-z]{25})")
# Nobody is kept out by it: what counts is whether a token was issued here.
_KEY = b"promptport_local"


def ulid(moment: datetime, chance: random.Random) -> str:
    """A ULID: the moment in milliseconds, then 80 random bits, in Crockford's base 32."""
    number = (moment - _EPOCH) // timedelta(milliseconds=1) << 80 | chance.getrandbits(80)
    return "".join(_ALPHABET[number >> shift & 31] for shift in range(125, -1, -5))


def prompt_id(text: str) -> str | None:
    """The id of a prompt that a text is, in the one spelling that is kept; None where it is a name.

    An id is `prompt_` and a ULID, whose letters may be small.
    """
    match = _PROMPT_ID.fullmatch(text)
    return f"prompt_{match[1].upper()}" if match else None


def jwt(claims: dict[str, Any]) -> str:
    """A signed token with these claims, as RFC 7519 writes it."""
    head = f"{_part(write_json({'alg': 'HS256', 'typ': 'JWT'}))}.{_part(write_json(claims))}"
    return f"{head}.{_part(hmac.digest(_KEY, head.encode(), hashlib.sha256))}"


def _part(data: bytes) -> str:
    return urlsafe_b64encode(data).rstrip(b"=").decode()
