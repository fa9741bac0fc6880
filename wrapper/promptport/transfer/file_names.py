"""Which file a prompt has: its name where that can be a file's on every system, else one that is percent-encoded."""

from __future__ import annotations

import re
from collections.abc import Callable, Container
from hashlib import sha256
from unicodedata import normalize

from ..files.listing import SUFFIX

LONGEST = 180  # bytes of a part: file systems take 255 at the most
_UNSAFE = re.compile(r'[\x00-\x1f\x7f\\:@%<>"|?*/\ud800-\udfff]')  # `%` itself, so that no two names are one
_RESERVED = re.compile(r"(?i)(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)|readme$")


def file_of(name: str, taken: Container[str]) -> str:
    """The file of a prompt, from its folder on, with `/` between parts.

    Names that differ in case alone are one file on many systems: the one that comes later has its capitals encoded.

    Args:
        name: The prompt's name.
        taken: The files of others, as `folded` has them.
    """
    made = _path(name, _is_unsafe)
    if folded(made) not in taken:
        return made
    made = _path(name, lambda each: _is_unsafe(each) or each.isupper())
    if folded(made) not in taken:
        return made
    return f"{made.removesuffix(SUFFIX)}~{_hash(name)}{SUFFIX}"


def folded(file: str) -> str:
    """What two files have in common that are one where neither case nor the form of accents counts."""
    return normalize("NFC", normalize("NFC", file).casefold())


def _path(name: str, odd: Callable[[str], bool]) -> str:
    parts = name.split("/")
    *above, last = [_part(each, odd) for each in (parts if all(parts) else [name])]
    # A folder `a.md` and the file of a prompt `a` could not be together.
    return "/".join([*(re.sub(r"(?i)\.(?=md$)", "%2E", each) for each in above), f"{last}{SUFFIX}"])


def _part(part: str, odd: Callable[[str], bool]) -> str:
    """A part of a name as a file or a folder can be called."""
    if not part.isascii() and normalize("NFC", part) != part:
        made = _encoded(part, lambda each: odd(each) or not each.isascii())
    else:
        made = _encoded(part, odd)
    if _RESERVED.match(made):
        made = _hex(made[0]) + made[1:]
    made = re.sub(r"^[. ]|[. ]$", lambda found: _hex(found[0]), made)
    if len(made.encode()) > LONGEST:
        made = f"{made.encode()[: LONGEST - 13].decode('utf-8', 'ignore')}~{_hash(part)}"
    return made


def _is_unsafe(character: str) -> bool:
    return bool(_UNSAFE.match(character))


def _encoded(text: str, odd: Callable[[str], bool]) -> str:
    return "".join(_hex(each) if odd(each) else each for each in text)


def _hex(text: str) -> str:
    return "".join(f"%{each:02X}" for each in text.encode("utf-8", "surrogatepass"))


def _hash(name: str) -> str:
    return sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:12]
