"""xR2's rules for variables: which value is chosen, and how it is written (as `xr2_sdk` 0.3.0 does, in one pass)."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from ..prompt.syntax import exact
from ..prompt.template import Text
from .errors import VariableError

FIND = exact(("{{", "}}"), ("{", "}"))  # the single form is not documented, and old prompts use it


class Rendering:
    """The texts of one prompt, parsed.

    Args:
        texts: The templates; None stays None.
        variables: The declared variables, as the platform has them. Of two with one name the later counts.

    Raises:
        VariableError: They are no list.
    """

    def __init__(self, texts: Sequence[str | None], variables: Sequence[Mapping[str, Any]]) -> None:
        if not isinstance(variables, list | tuple):
            raise VariableError(f"The prompt's `variables` are no list, but {type(variables).__name__}.", [])
        self._declared = {
            each["name"]: each for each in variables if isinstance(each, Mapping) and isinstance(each.get("name"), str)
        }
        self._texts = [None if text is None else Text(str(text), self._declared, FIND) for text in texts]

    def choose(self, values: Mapping[str, Any], strict: bool, use_defaults: bool) -> dict[str, Any]:
        """A value for each declared variable that has one: given, else its `default`, else its `defaultValue`.

        Raises:
            VariableError: With `strict`, where required variables have none. Null is no default; an empty text is one.
        """
        chosen: dict[str, Any] = {}
        missing: list[str] = []
        for name, about in self._declared.items():
            default = about.get("default")
            default = about.get("defaultValue") if default is None else default
            if name in values:
                chosen[name] = values[name]
            elif use_defaults and default is not None:
                chosen[name] = default
            elif about.get("required"):
                missing.append(name)
        if strict and missing:
            others = [str(name) for name in values if name not in self._declared]
            given = f" (given, but not declared: {', '.join(others)})" if others else ""
            raise VariableError(f"Required variables have no value: {', '.join(missing)}{given}.", missing)
        return chosen

    def fill(self, chosen: Mapping[str, Any], separator: str | None) -> list[str | None]:
        """The texts with the chosen values in their places; placeholders without a value stay.

        Raises:
            VariableError: A value is nested too deeply to be written.
        """
        try:
            written = {name: _written(value, separator) for name, value in chosen.items()}
        except RecursionError:
            raise VariableError("A value is nested too deeply to be written.", []) from None
        return [None if text is None else text.render(written, strict=False) for text in self._texts]


def _written(value: Any, separator: str | None) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        if separator is None:
            return json.dumps(value, ensure_ascii=False)
        return separator.join(str(each) for each in value)
    return str(value)
