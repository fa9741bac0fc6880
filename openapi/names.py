"""Names and texts of a contract as Python has them."""

from __future__ import annotations

import keyword
import re

from openapi_python_client.strings import safe_for_docstring, snake_case

BUILTINS = frozenset({"list", "dict", "str", "int", "float", "bool", "bytes"})


def python_name(wire: str) -> str:
    """A wire name as an identifier: snake_case, with an underscore behind where Python has taken the name.

    Raises:
        ValueError: No identifier can be made of it.
    """
    name = snake_case(re.sub(r"\W", "_", wire))
    name = f"{name}_" if keyword.iskeyword(name) or name == "self" else name
    if not name.isidentifier() or name.startswith("_"):
        raise ValueError(f"{wire!r} needs an x-python-name")
    return name


def qualified(code: str, methods: list[str]) -> str:
    """Code in a class that has `methods`: a built-in type that one of them hides is named in full."""
    hidden = BUILTINS & set(methods)
    return re.sub(rf"(?<![\w.])({'|'.join(hidden)})(?=[\[\s|,\])]|$)", r"builtins.\1", code) if hidden else code


def docstring(text: str) -> str:
    """A description as the text of a docstring: one line, nothing that ends the string early."""
    return re.sub(r"\s+", " ", str(safe_for_docstring(text))).strip()
