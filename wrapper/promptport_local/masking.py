"""Credentials are never shown: not in a log, not on the page, not in a `repr`."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Any
from urllib.parse import quote, unquote

_SECRET_NAME = re.compile(
    r"authorization|cookie|secret|password|passwd|credential|token|device[-_]?code|api[-_]?key|private[-_]?key",
    re.IGNORECASE,
)
_SCHEME = re.compile(r"(?i)(bearer|basic|digest|token) +")
_LONG = 16
# A parameter of an address within a text.
_PARAMETER = re.compile(r"""(?P<before>[?&](?P<name>[^=&?#\s"\\]{1,64})=)(?P<value>[^&#\s"\\]+)""")


def secret_name(name: str) -> bool:
    """Whether what stands under this name (of a header, a parameter or a field) is a credential."""
    return _SECRET_NAME.search(name) is not None


def mask(value: str) -> str:
    """A credential with all but its beginning hidden, and all of it where it is short."""
    return f"{value[:4]}…" if len(value) >= _LONG else "…"


def mask_header(name: str, value: str) -> str:
    """A header's value as it may be shown; the scheme of an `Authorization` stays readable."""
    if not secret_name(name):
        return mask_links(value)
    scheme = _SCHEME.match(value)
    return f"{value[: scheme.end()]}{mask(value[scheme.end() :])}" if scheme else mask(value)


def mask_query(query: str) -> str:
    """A query as it may be shown."""
    parts = [part.partition("=") for part in query.split("&")]
    return "&".join(
        name + equals + (quote(mask(value)) if value and secret_name(unquote(name)) else value)
        for name, equals, value in parts
    )


def mask_links(text: str) -> str:
    """A text as it may be shown: in the addresses within it the parameters that are credentials are masked."""
    return _PARAMETER.sub(
        lambda found: found["before"] + mask(found["value"]) if secret_name(unquote(found["name"])) else found[0], text
    )


def mask_json(value: Any, secrets: Collection[str] = ()) -> Any:
    """A copy of a value of JSON in which every text under a secret name, or one of these besides, is masked."""
    if isinstance(value, dict):
        return {
            name: mask(each)
            if isinstance(each, str) and (name in secrets or secret_name(name))
            else mask_json(each, secrets)
            for name, each in value.items()
        }
    if isinstance(value, list):
        return [mask_json(each, secrets) for each in value]
    return value
