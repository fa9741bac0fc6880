"""How a platform may echo a secret."""

from __future__ import annotations

import json
import re
from base64 import b64encode, urlsafe_b64encode
from collections.abc import Iterator
from html import escape
from urllib.parse import quote, quote_plus, urlencode


def spellings(key: str) -> Iterator[str]:
    """A key as addresses, forms, JSON, HTML and headers write it."""
    yield key
    for safe in ("", "/"):
        for encoded in (quote(key, safe), quote_plus(key, safe)):
            yield encoded
            yield re.sub("%[0-9A-F]{2}", lambda found: found[0].lower(), encoded)
            yield quote(encoded)
    yield urlencode({"k": key})
    for ascii_alone in (True, False):
        text = json.dumps(key, ensure_ascii=ascii_alone)[1:-1]
        yield text
        yield text.replace("/", "\\/")
        yield json.dumps(text)
    yield "".join(f"\\u{ord(each):04X}" if not each.isalnum() and ord(each) < 0x10000 else each for each in key)
    yield escape(key)
    for before in ("", ":", "u:", "us:", "user:"):
        for after in ("", "!", "ab"):
            for encode in (b64encode, urlsafe_b64encode):
                whole = encode((before + key + after).encode()).decode()
                yield whole
                yield whole.rstrip("=")
                yield quote(whole, "")
