"""Texts that must never be seen, found in every spelling in which a platform or a library may echo them."""

from __future__ import annotations

import re
from base64 import b64encode
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import accumulate
from typing import Any
from urllib.parse import quote

from ..hidden import HIDDEN, Secret

SHORT = 6  # characters; what is shorter stands in ordinary words, and is no secret but a test's
VALUES = 1_000  # of JSON that are kept
CHARACTERS = 50_000  # of their texts; an escape counts as many
MARKS = 300  # characters that may begin an escape, of a text that is cut; each takes some microseconds
CUT = 4_096  # more than a secret is long in any spelling: what was cut there can't be recognised as one
DEPTH = 50  # levels of JSON; what is nested more deeply is of no use
LASTING = 8  # secrets that are replaced while a client lives, such as those of an application's own credentials
TOKENS = 4  # tokens that an answer may still mention
QUOTED = r"%(?:(?:25)++(?:[0-9A-Fa-f]{2})?+|[0-9A-Fa-f]{2})"  # once or several times
UNIT = r"\\\\*+u[0-9A-Fa-f]{4}"
ENTITY = r"(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[a-z]{2,6});"
# Every branch begins with a letter, so that a text without it is passed over quickly. None gives back what it has taken, which
# would have to be remembered.
ESCAPE = re.compile(
    rf"({QUOTED}(?:{QUOTED})*+"  # addresses and forms
    rf"|{UNIT}(?:{UNIT})*+|\\\\*+"  # JSON, also in JSON
    rf"|&(?:(?:amp;)++(?:{ENTITY})?+|{ENTITY}))"  # HTML
)


class Secrets:
    """The secrets of one client.

    Args:
        secrets: The texts; what is None or empty is none.
    """

    def __init__(self, *secrets: str | None) -> None:
        self._lasting = [(Secret(each), _spellings(each)) for each in secrets if each]
        self._tokens: list[tuple[str, Sequence[str]]] = []

    def add(self, secret: str | None) -> None:
        """Hide this one as well, for as long as it may be in use: until it was replaced many times."""
        if secret and secret not in self:
            self._lasting = [*self._lasting, (Secret(secret), _spellings(secret))][-LASTING:]

    def add_token(self, token: str) -> None:
        """Hide this one as well, until as many others as an answer may still mention have come after it."""
        if token not in self:
            self._tokens = [*self._tokens[1 - TOKENS :], (Secret(token), _spellings(token))]

    def __iter__(self) -> Iterator[str]:
        return iter([secret for secret, _ in (*self._lasting, *self._tokens)])

    def hide(self, value: Any) -> Any:
        """A text, or decoded JSON, without the secrets.

        Of JSON, which errors keep, what is nested too deeply to be of use is left out, and whatever comes after the first
        `VALUES` values; its texts are cut as `excerpt` does.
        """
        known = [(each, spellings) for each, spellings in (*self._lasting, *self._tokens) if len(each) >= SHORT]
        wanted = [each for _, spellings in known for each in spellings]
        return _without(value, wanted) if isinstance(value, str) else _Json(wanted).hidden(value)

    def excerpt(self, text: str, most: int) -> str:
        """The beginning of a text without the secrets, in a time that is bounded whatever text it is.

        Args:
            text: The text.
            most: Characters that are kept, and fewer where nearly all of them are escapes.
        """
        return excerpt(text, most, self.hide)

    def __repr__(self) -> str:
        return f"Secrets({HIDDEN})"


def excerpt(text: str, most: int, hide: Callable[[str], str]) -> str:
    """The beginning of a text; the secrets are taken out before it is cut, since half a secret can't be recognised.

    Args:
        text: The text.
        most: Characters that are kept, and fewer where nearly all of them are escapes, each of which takes time.
        hide: Takes the secrets out.
    """
    cut = text[: most + CUT]
    while len(cut) > 2 * CUT and sum(map(cut.count, "\\%&")) > MARKS:
        cut = cut[: len(cut) // 2]
    return hide(cut)[:most] if len(cut) == len(text) else hide(cut)[:-CUT][:most]


def _spellings(secret: str) -> Sequence[str]:
    """A secret as texts are compared, and what any base64 has of it: what stands before and after decides on its ends."""
    # It may look as if it had escapes itself, which are taken for such wherever it stands.
    data, found = secret.encode(errors="replace"), {_plain(secret)}
    found |= {_Decoded(each).text for each in (secret, quote(data, ""))}
    if len(secret) >= SHORT:
        for before in range(3):
            text = b64encode(bytes(before) + data).decode()
            core = text[-(-before * 8 // 6) : (before + len(data)) * 8 // 6]
            found |= {_plain(core), core.translate({43: "-", 47: "_"})}
    return sorted(map(Secret, found - {""}), key=len, reverse=True)


class _Json:
    """Hides secrets in decoded JSON, as much of it as an error keeps."""

    def __init__(self, wanted: Sequence[str]) -> None:
        self._wanted = wanted
        self._values, self._characters = VALUES, CHARACTERS

    def hidden(self, value: Any, depth: int = 0) -> Any:
        self._values -= 1
        if isinstance(value, str):
            return self._text(value)
        if depth > DEPTH:
            return None
        if isinstance(value, list):
            found = []
            for each in value:
                if self._values <= 0:
                    break
                found.append(self.hidden(each, depth + 1))
            return found
        if isinstance(value, dict):
            fields = {}
            for name, each in value.items():
                if self._values <= 0:
                    break
                fields[self._text(name)] = self.hidden(each, depth + 1)
            return fields
        return value

    def _text(self, text: str) -> str:
        """A text; none where there is more to look at than an error keeps."""
        self._characters -= len(text) + 150 * sum(map(text.count, "\\%&"))
        return _without(text, self._wanted) if self._characters > 0 else ""


def _without(text: str, wanted: Sequence[str]) -> str:
    decoded = _Decoded(text)
    spans = sorted(decoded.span(*each) for spelling in wanted for each in _places(decoded.text, spelling))
    if not spans:
        return text
    parts, at = [], 0
    for begin, end in spans:
        if begin >= at:
            parts += [text[at:begin], HIDDEN]
        at = max(at, end)
    return "".join((*parts, text[at:]))


def _places(text: str, wanted: str) -> Iterator[tuple[int, int]]:
    at = text.find(wanted)
    while at >= 0:
        end = at + len(wanted)
        yield at, end
        at = text.find(wanted, end)


def _plain(text: str) -> str:
    """A text in the one form in which texts are compared: forms write a blank as `+`, JSON puts backslashes in."""
    return text.replace("\\", "").replace(" ", "+")


class _Decoded:
    """A text without escapes.

    Attributes:
        text: The text.
    """

    def __init__(self, text: str) -> None:
        self._pieces = pieces = ESCAPE.split(text)  # what stands between escapes, and escapes, by turns
        decoded = pieces
        if len(pieces) > 1:
            known = {each: _short(each) if len(each) < 32 else _decoded(each) for each in {*pieces[1::2]}}
            decoded = pieces.copy()
            decoded[1::2] = [known[each] for each in pieces[1::2]]
        self._decoded = decoded
        self.text = "".join(decoded).replace(" ", "+")

    @cached_property
    def _begins(self) -> tuple[list[int], list[int]]:
        """Where each piece begins, here and in the text as it was. Most texts hold no secret, and nobody has to know."""
        here, there = (list(accumulate(map(len, each), initial=0)) for each in (self._decoded, self._pieces))
        return here, there

    def span(self, begin: int, end: int) -> tuple[int, int]:
        """Where a piece of this stands in the text as it was. A piece of an escape is all of it."""
        return self._origin(begin)[0], self._origin(end - 1)[1]

    def _origin(self, at: int) -> tuple[int, int]:
        here, there = self._begins
        piece = bisect_right(here, at) - 1
        if piece % 2:
            return there[piece], there[piece + 1]
        place = there[piece] + at - here[piece]
        return place, place + 1


@lru_cache(4_096)
def _short(escape: str) -> str:
    """The same escapes come again and again."""
    return _decoded(escape)


def _decoded(escape: str) -> str:
    """What an escape stands for."""
    if escape[0] == "%":
        data = "".join([each[-2:] for each in escape.split("%")])
        return bytes.fromhex(data).decode(errors="replace").replace("\\", "")
    if escape[0] == "&":
        from html import unescape  # 2 ms, for what stands on pages

        return unescape("&" + escape[1:].replace("amp;", "")) if escape[1:] != "amp;" else "&"
    units = re.findall(r"u([0-9A-Fa-f]{4})", escape)
    return bytes.fromhex("".join(units)).decode("utf-16-be", errors="replace").replace("\\", "")
