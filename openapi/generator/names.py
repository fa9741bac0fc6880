"""Names of a contract as Python has them."""

from __future__ import annotations

import keyword
import re
from typing import Any

from openapi_python_client.strings import snake_case

from .quoting import LONGEST_NAME, Code, identifier, remedy, short


def python_name(wire: str, given: Any = None) -> Code:
    """A wire name as an identifier: snake_case, with an underscore behind where Python has taken the name.

    Args:
        wire: The name on the wire.
        given: The name that the contract gives it in Python (`x-python-name`), which is taken as it is.

    Raises:
        ValueError: No identifier can be made of it.
    """
    if given is not None:
        return identifier(given)
    name = snake_case(re.sub(r"\W", "_", wire))
    name = f"{name}_" if keyword.iskeyword(name) or name == "self" else name
    try:
        return identifier(name)
    except ValueError:
        why = (
            f"it has over {LONGEST_NAME} letters" if len(name) > LONGEST_NAME else "no name in Python can be made of it"
        )
        raise ValueError(f"{short(wire)} needs an x-python-name, since {why}") from None


def tag_name(tag: str) -> Code:
    """A tag as the name of an attribute of the client.

    Raises:
        ValueError: None can be made of it.
    """
    try:
        name = python_name(tag)
    except ValueError:
        what = remedy(tag, "write one of ASCII letters")
        raise ValueError(f"no name in Python can be made of the tag {short(tag)}: {what}") from None
    if name.endswith("_"):
        raise ValueError(f"Python has taken the name of the tag {short(tag)}: write another tag")
    return name


def with_tag(given: str, tag: str) -> Code:
    """The id of an operation in snake case, with its tag before it, unless that is there or the client is flat.

    Raises:
        ValueError: None can be made of it.
    """
    name = given
    try:
        name = python_name(given)
        name = name if tag == "client" or name.startswith(f"{tag}_") else f"{tag}_{name}"
        return identifier(name)
    except ValueError:
        what = remedy(name, "write another")
        raise ValueError(f"no name in Python can be made of the operationId {short(given)}: {what}") from None
