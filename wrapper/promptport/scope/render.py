"""Scope's rules for variables, in one pass: `{{word}}` without blanks, declared names only, values as `str` has them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ..prompt.syntax import words
from ..prompt.template import Text
from ..spelling import closest_of
from .errors import MissingVariableError, ValidationError


class Rendering:
    """The content of one version, parsed.

    Args:
        content: The template: a text, or messages with `role` and `content`.
        declared: The names that values may have; None lets every name pass.
    """

    def __init__(self, content: str | Sequence[Any], declared: Sequence[str] | None) -> None:
        self._content = content
        self._declared = None if declared is None else frozenset(map(str, declared))
        self._texts = [Text(text, None, words) for text in _texts(content)]
        self._names = tuple(dict.fromkeys(name for text in self._texts for name in text.names))

    def render(self, values: Mapping[str, Any]) -> str:
        """Put values in. Messages come out as JSON text, with the values in their contents.

        Raises:
            ValidationError: Values have names that the prompt does not declare, or are nested too deeply.
            MissingVariableError: Placeholders have no value.
        """
        if self._declared is not None and not self._declared.issuperset(values):
            raise self._unknown(values)
        plain = True
        for name in self._names:
            if name not in values:
                raise self._missing(values)
            if type(values[name]) is not str:
                plain = False
        if not plain:
            try:
                values = {name: str(values[name]) for name in self._names}
            except RecursionError:
                raise ValidationError("A value is nested too deeply to be written.", field="variables") from None
        if isinstance(self._content, str):
            return self._texts[0].render(values, strict=False)
        return _json(_filled(self._content, iter([text.render(values, strict=False) for text in self._texts])))

    def _unknown(self, values: Mapping[str, Any]) -> ValidationError:
        declared = self._declared or frozenset()
        unknown = sorted(str(name) for name in values if name not in declared)
        named = [
            f"{name} (did you mean {guess}?)" if guess else name
            for name, guess in closest_of(unknown, declared).items()
        ]
        message = f"The prompt declares no such variables: {', '.join(named)}."
        return ValidationError(message, field="variables", value=unknown)

    def _missing(self, values: Mapping[str, Any]) -> MissingVariableError:
        missing = [name for name in self._names if name not in values]
        template = self._content if isinstance(self._content, str) else _json(self._content)
        undeclared = [name for name in missing if self._declared is not None and name not in self._declared]
        message = f"Variables have no value: {', '.join(missing)}."
        if undeclared:
            message += (
                f" The prompt does not declare {', '.join(undeclared)}, so it can't be rendered: correct it at Scope."
            )
        return MissingVariableError(missing, template, message)


def _json(content: object) -> str:
    return json.dumps(content, ensure_ascii=False)


def _texts(content: Any) -> list[str]:
    """Every text of a content: the content itself, or what stands under `content` and `text` in messages and their parts."""
    if isinstance(content, str):
        return [content]
    if isinstance(content, list):
        return [text for each in content for text in _texts(each)]
    if isinstance(content, dict):
        return [text for name, each in content.items() if name in ("content", "text") for text in _texts(each)]
    return []


def _filled(content: Any, texts: Iterator[str]) -> Any:
    """The same content with other texts in their places."""
    if isinstance(content, str):
        return next(texts)
    if isinstance(content, list):
        return [_filled(each, texts) for each in content]
    if isinstance(content, dict):
        return {name: _filled(each, texts) if name in ("content", "text") else each for name, each in content.items()}
    return content
