"""Texts that must never be seen, found in every spelling in which a platform or a library may echo them."""

from __future__ import annotations

import re
from base64 import b64encode
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Any

HIDDEN = "[hidden]"
SHORT = 6  # characters; what is shorter stands in ordinary words, and is no secret but a test's
DEPTH = 50  # levels of JSON; what is nested more deeply is of no use
LASTING = 8  # secrets that are replaced while a client lives, such as those of an application's own credentials
TOKENS = 4  # tokens that an answer may still mention
ESCAPE = re.compile(
    r"(?:%(?:25)*[0-9A-Fa-f]{2})+"  # addresses and forms, encoded once or several times
    r"|\\+u[dD][89ABab][0-9A-Fa-f]{2}\\+u[dD][C-Fc-f][0-9A-Fa-f]{2}|\\+u[0-9A-Fa-f]{4}|\\+"  # JSON, also within JSON
    r"|&(?:amp;)*(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[a-z]{2,6});"  # HTML
)


class Secrets:
    """The secrets of one client.

    Args:
        secrets: The texts; what is None or empty is none.
    """

    def __init__(self, *secrets: str | None) -> None:
        self._lasting = [(each, _spellings(each)) for each in secrets if each]
        self._tokens: list[tuple[str, Sequence[str]]] = []

    def add(self, secret: str | None) -> None:
        """Hide this one as well, for as long as it may be in use: until it was replaced many times."""
        if secret and secret not in self:
            self._lasting = [*self._lasting, (secret, _spellings(secret))][-LASTING:]

    def add_token(self, token: str) -> None:
        """Hide this one as well, until as many others as an answer may still mention have come after it."""
        if token not in self:
            self._tokens = [*self._tokens[1 - TOKENS :], (token, _spellings(token))]

    def __iter__(self) -> Iterator[str]:
        return iter([secret for secret, _ in (*self._lasting, *self._tokens)])

    def hide(self, value: Any) -> Any:
        """A text, or decoded JSON, without the secrets, and without what is nested too deeply to be of use."""
        wanted = [(each, spellings) for each, spellings in (*self._lasting, *self._tokens) if len(each) >= SHORT]
        return _hidden(value, [each for _, spellings in wanted for each in spellings], 0)

    def __repr__(self) -> str:
        return f"Secrets({HIDDEN})"


def _spellings(secret: str) -> Sequence[str]:
    """A secret, and what any base64 has of it: what stands before and after decides on the characters at its ends."""
    data, found = secret.encode(errors="replace"), {_plain(secret)}
    if len(secret) >= SHORT:
        for before in range(3):
            text = b64encode(bytes(before) + data).decode()
            core = text[-(-before * 8 // 6) : (before + len(data)) * 8 // 6]
            found |= {_plain(core), core.translate({43: "-", 47: "_"})}
    return sorted(found - {""}, key=len, reverse=True)


def _hidden(value: Any, wanted: Sequence[str], depth: int) -> Any:
    if isinstance(value, str):
        return _without(value, wanted)
    if depth > DEPTH:
        return None
    if isinstance(value, list):
        return [_hidden(each, wanted, depth + 1) for each in value]
    if isinstance(value, dict):
        return {_hidden(name, wanted, DEPTH): _hidden(each, wanted, depth + 1) for name, each in value.items()}
    return value


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
        parts: list[str] = []
        self._starts, self._origins = [0], [(0, 0)]  # where each part begins, here and in the text as it was
        length = at = 0
        for match in ESCAPE.finditer(text):
            for part, begin, end in (
                (text[at : match.start()], at, 0),
                (_decoded(match[0]), match.start(), match.end()),
            ):
                if part:
                    parts.append(part)
                    self._starts.append(length)
                    self._origins.append((begin, end))
                    length += len(part)
            at = match.end()
        self._starts.append(length)
        self._origins.append((at, 0))
        self.text = "".join((*parts, text[at:])).replace(" ", "+")

    def span(self, begin: int, end: int) -> tuple[int, int]:
        """Where a piece of this stands in the text as it was. A piece of an escape is all of it."""
        return self._origin(begin)[0], self._origin(end - 1)[1]

    def _origin(self, at: int) -> tuple[int, int]:
        part = bisect_right(self._starts, at) - 1
        begin, end = self._origins[part]
        if end:
            return begin, end
        place = begin + at - self._starts[part]
        return place, place + 1


def _decoded(escape: str) -> str:
    """What an escape stands for."""
    if escape[0] == "%":
        return (
            bytes.fromhex(re.sub(r"%(?:25)*([0-9A-Fa-f]{2})", r"\1", escape)).decode(errors="replace").replace("\\", "")
        )
    if escape[0] == "&":
        from html import unescape  # 2 ms, for what stands on pages

        return unescape("&" + escape[1:].replace("amp;", "")) if escape[1:] != "amp;" else "&"
    units = re.findall(r"u([0-9A-Fa-f]{4})", escape)
    return bytes.fromhex("".join(units)).decode("utf-16-be", errors="replace").replace("\\", "")
