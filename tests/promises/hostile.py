"""Hostile answers from a seeded grammar; `hostile_server` gives them."""

from __future__ import annotations

import gzip
import json
import random
import zlib
from functools import lru_cache
from typing import NamedTuple

from ..http.spellings import spellings

KEY = "pp_live_q7/Zk+31=w&x%9"  # what nobody may see, with what addresses, forms and base64 write otherwise
SAID = tuple(dict.fromkeys(spellings(KEY)))
GRANTED = json.dumps({"access_token": "granted-0123456789", "token_type": "Bearer", "expires_in": 3600}).encode()
GOOD = {  # what each room's call and fetch can read
    "xr2": {
        "slug": "welcome", "source_name": "x", "version_number": 1, "status": "production", "trace_id": "t",
        "user_prompt": "Hi {name}", "variables": [{"name": "name", "type": "string"}],
        "created_at": "2026-01-15T09:00:00Z", "updated_at": "2026-01-15T09:00:00Z",
    },
    "promptrails": {
        "data": [{"id": "p1", "name": "welcome", "current_version": {"id": "v1", "user_prompt": "Hi {{name}}"}}],
        "meta": {"page": 1, "limit": 20, "total": 1, "total_pages": 1},
    },
    "scope": {"id": "v", "prompt_id": "p", "version_number": 1, "content": "Hi {{name}}", "variables": ["name"]},
    "langfuse": {
        "name": "welcome", "version": 1, "type": "text", "prompt": "Hi {{name}}", "config": {}, "labels": [], "tags": [],
        "data": [{"name": "welcome", "labels": [], "versions": [1]}], "meta": {"page": 1, "totalPages": 1},
    },
    "promptic": {"components": [{"id": "c1", "name": "welcome", "prompt": "Hi {{name}}"}]},
}  # fmt: skip
WORDS = (
    "data",
    "error",
    "detail",
    "message",
    "code",
    "details",
    "content",
    "variables",
    "id",
    "name",
    "prompt",
    "meta",
    "",
)
STATUSES = (400, 401, 402, 403, 404, 405, 408, 409, 410, 418, 422, 429, 451, 500, 502, 503, 504, 520, 599, 600, 999)
TYPES = (
    "application/json",
    "text/html",
    "text/event-stream",
    "application/octet-stream",
    "",
    "x" * 2_000,
    "text/html; charset=x",
)


class Hostile(NamedTuple):
    """An answer.

    Attributes:
        pieces: What is sent, until the connection is closed.
        size: Bytes of its body, decompressed.
    """

    pieces: tuple[bytes, ...]
    size: int


def hostile(seed: int, room: str, events: bool = False) -> Hostile:
    """The answer of a seed; the same in every run.

    Args:
        seed: Which.
        room: The room whose good answers some of them are like.
        events: Whether it is the answer of an operation that streams.
    """
    chance = random.Random(f"{seed} {room}")
    body = _events(chance) if events and chance.random() < 0.8 else _body(chance, room)
    size = len(body)
    status = (
        chance.choice((200, 201, 204, 206, 299, 300, 301, 302, 304, 307, *STATUSES)) if chance.random() < 0.5 else 200
    )
    if events:
        status = chance.choice((200, 200, 200, status))
    headers = [("Content-Type", "text/event-stream" if events and chance.random() < 0.9 else chance.choice(TYPES))]
    headers += [("Connection", "close")] if chance.random() < 0.9 else []
    headers += _headers(chance)
    body, encoding, size = _packed(chance, body, size)
    headers += [("Content-Encoding", encoding)] if encoding else []
    begin = b"HTTP/1.1 100 Continue\r\n\r\n" * chance.choice((0, 0, 0, 0, 1, 500))
    begin += chance.choice(("HTTP/1.1",) * 20 + ("HTTP/1.0", "HTTP/9.9", "ICY")).encode()
    begin += f" {status} ".encode() + chance.choice((b"OK", b"", SAID[0].encode(), b"x" * 500, b"\xff"))
    length, body = _framed(chance, body)
    lines = [f"{name}: {value}".encode("latin-1", "replace") for name, value in (*headers, *length)]
    chance.shuffle(lines)
    if chance.random() < 0.05:
        lines.append(
            chance.choice(
                (b": empty", b"no colon", b"bad\x00name: x", b"x: \r y", b" folded", b"a b: c", b"\xff\xfe: 1")
            )
        )
    return Hostile((begin + b"\r\n" + b"\r\n".join(lines) + b"\r\n\r\n", body), size)


def _body(chance: random.Random, room: str) -> bytes:
    kind = chance.randrange(11)
    if kind < 2:
        value = json.loads(json.dumps(GOOD[room]))
        for _ in range(chance.randrange(4)):
            value[chance.choice([*value, *WORDS])] = _value(chance, 3)
        return json.dumps(value).encode()
    if kind < 5:
        return json.dumps(_value(chance, 6)).encode()
    if kind == 5:
        open_, close = chance.choice((("[", "]"), ('{"data":', "}"), ('{"error":[', "]}")))
        deep = chance.choice((50, 199, 201, 900, 1_100, 30_000))
        return (open_ * deep + "1" + close * (deep if chance.random() < 0.7 else 0)).encode()
    if kind == 6:
        return chance.randbytes(chance.choice((0, 1, 100, 10_000)))
    if kind == 7:
        text = chance.choice(("<title", "<h1 ", "&amp;", "\\", "%25", "\\u005c", "{{", "\x00", "é", *SAID[:8]))
        return b"<html>" + (text * (chance.choice((10, 1_000, 60_000)) // len(text) + 1)).encode()
    if kind == 8:
        return json.dumps(
            [chance.choice(([], {}, "", 0, None, {"id": 1}))] * chance.choice((10, 10_000, 400_000))
        ).encode()
    if kind == 9:
        return (
            b'{"data": '
            + chance.choice((b"1" * 5_000, b"1e999", b"NaN", b'"\\ud800"', b'"\xff"', b"-", b'{"a":1,"a":2}'))
            + b"}"
        )
    text = json.dumps(
        {chance.choice(WORDS): f"{_echo(chance)} {'x' * chance.choice((0, 500, 60_000))} {_echo(chance)}"}
    )
    return text.encode()


def _value(chance: random.Random, deep: int) -> object:
    kind = chance.randrange(9 if deep else 6)
    if kind < 2:
        return _echo(chance)
    if kind < 6:
        return chance.choice(
            (None, True, 0, -1, 10**400, 1.5, "", "x" * 3_000, "\ud800", "2026-01-15T09:00:00Z", "9" * 40, "\n" * 50)
        )
    if kind == 6:
        return [_value(chance, deep - 1) for _ in range(chance.randrange(5))]
    return {chance.choice((*WORDS, _echo(chance))): _value(chance, deep - 1) for _ in range(chance.randrange(6))}


def _events(chance: random.Random) -> bytes:
    end = chance.choice(("\n\n", "\r\n\r\n", "\r\r"))
    names = ("content", "thinking", "done", "error", "execution", "tool_start", "tool_end", "x" * 100, _echo(chance))
    text = ""
    for _ in range(chance.choice((1, 3, 50))):
        data = chance.choice(
            (json.dumps(_value(chance, 3)), "{", _echo(chance), '{"content": "x"}', '{"message": "m"}', "[" * 2_000)
        )
        text += f"event: {chance.choice(names)}{end[: len(end) // 2]}data: {data}{end}"
    if chance.random() < 0.2:
        text += chance.choice(("data: ", ": ", "id: ", "retry: ", "data: x\n")) * chance.choice((1, 1_000, 3_000_000))
    return text.encode("utf-8", "surrogatepass")


def _echo(chance: random.Random) -> str:
    return chance.choice(SAID)


def _headers(chance: random.Random) -> list[tuple[str, str]]:
    found = [("X-Request-Id", _echo(chance))] if chance.random() < 0.5 else []
    if chance.random() < 0.4:
        odd = (
            "1",
            "0",
            "-1",
            "1e400",
            "9" * 500,
            "nan",
            "x" * 5_000,
            "Wed, 99 Foo 9999 99:99:99 XXX",
            "Thu, 01 Jan 1970 00:00:00",
            "0,1",
            "",
            "٣",
        )
        found.append(("Retry-After", chance.choice(odd)))
    if chance.random() < 0.3:
        found.append(("Location", f"https://elsewhere.test/?k={_echo(chance)}"))
    if chance.random() < 0.1:
        found += [
            (f"X-{chance.choice(('Same', str(at)))}", "y" * chance.choice((1, 100)))
            for at in range(chance.choice((50, 3_000)))
        ]
    if chance.random() < 0.05:
        found.append(("X-Long", "z" * chance.choice((8_000, 60_000, 200_000))))
    if chance.random() < 0.1:
        found.append(("Set-Cookie", _echo(chance)))
    return found


@lru_cache
def _grown(encoding: str) -> bytes:
    """64 MB, of which a few kB are sent: it grows a thousandfold, and twice packed two-thousandfold."""
    data = b'{"data": "' + b"a" * 64_000_000 + b'"}'
    return gzip.compress(data, 9) if encoding == "gzip" else zlib.compress(data, 9)


@lru_cache
def _twice() -> bytes:
    """20 MB, packed twice."""
    return gzip.compress(gzip.compress(bytes(20_000_000)))


def _packed(chance: random.Random, body: bytes, size: int) -> tuple[bytes, str, int]:
    kind = chance.randrange(14)
    if kind == 0:
        encoding = chance.choice(("gzip", "deflate"))
        return _grown(encoding), encoding, 64_000_000
    if kind == 1:
        return _twice(), "gzip", size
    if kind == 2:
        return gzip.compress(body), "gzip", size
    if kind == 3:
        return zlib.compress(body), "deflate", size
    if kind == 4:
        return zlib.compress(body)[2:-4], "deflate", size
    if kind == 5:
        return gzip.compress(body)[: -chance.choice((1, 5, 8, 12))], "gzip", size
    if kind == 6:
        return body, chance.choice(("gzip", "deflate", "br", "gzip, gzip", "x" * 500, _echo(chance))), size
    if kind == 7:
        return (
            gzip.compress(body) + chance.choice((b"\0" * 50, b"junk", gzip.compress(b"x"), gzip.compress(b"") * 5_000)),
            "gzip",
            size,
        )
    return body, "", size


def _framed(chance: random.Random, body: bytes) -> tuple[list[tuple[str, str]], bytes]:
    kind = chance.randrange(12)
    if kind < 5:
        return [("Content-Length", str(len(body)))], body
    if kind == 5:
        odd = (
            str(len(body) + 5),
            str(max(len(body) - 5, 0)),
            "9" * 12,
            "9" * 400,
            "-1",
            "x",
            "",
            "1, 2",
            "+3",
            "1_0",
            "0x10",
        )
        return [("Content-Length", chance.choice(odd))], body
    if kind == 6:
        return [("Content-Length", "3"), ("Content-Length", "5")], body
    if kind == 7:
        return [], body
    more = [
        (
            "Transfer-Encoding",
            chance.choice(("chunked", "chunked", "chunked", "gzip, chunked", "x", "chunked, chunked")),
        )
    ]
    if kind == 8:
        return more, chance.choice(
            (b"zz\r\nx", b"-5\r\n", b"ffffffffffffffff\r\nx", b"5;" + b"e" * 200_000, b"\r\n\r\n", b"5\r\nab")
        )
    step = chance.choice((1, 100, 65_536)) if len(body) < 5_000 else 65_536
    extension = chance.choice(("", "", ";a=b", ";" + "e" * 1_000))
    chunks = [body[at : at + step] for at in range(0, len(body), step)]
    framed = b"".join(f"{len(each):x}{extension}\r\n".encode() + each + b"\r\n" for each in chunks)
    trailers = chance.choice(("", "", "X-T: 1\r\n", f"X-T: {_echo(chance)}\r\n" * 2_000))
    end = b"" if kind == 9 else f"0\r\n{trailers}\r\n".encode("latin-1", "replace")
    return more, framed + end


def seen(texts: list[str]) -> list[str]:
    """The spellings of the key that can be read in texts."""
    whole = "\n".join(texts)
    shown = (*SAID, *(json.dumps(each)[1:-1] for each in SAID), *(repr(each)[1:-1] for each in SAID))
    return [each for each in dict.fromkeys(shown) if each in whole]
