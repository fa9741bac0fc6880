"""Identifiers as PromptRails makes them: KSUIDs for records, hexadecimal digits for spans and runs of prompts."""

from __future__ import annotations

import random
from datetime import datetime

_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_EPOCH = 1_400_000_000
_LENGTH = 27


def ksuid(moment: datetime, chance: random.Random) -> str:
    """A KSUID: 32 bits of seconds, then 128 random bits, in base 62."""
    number = (int(moment.timestamp()) - _EPOCH & 0xFFFFFFFF) << 128 | chance.getrandbits(128)
    digits = ""
    for _ in range(_LENGTH):
        number, digit = divmod(number, len(_ALPHABET))
        digits = _ALPHABET[digit] + digits
    return digits


def hexadecimal(digits: int, chance: random.Random) -> str:
    """So many random hexadecimal digits."""
    return f"{chance.getrandbits(4 * digits):0{digits}x}"
