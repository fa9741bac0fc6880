"""A version of a prompt. Its fields are those of the contract, whichever spelling they came in; `render` puts values in."""

from __future__ import annotations

import json
from abc import ABC, abstractmethod
from collections.abc import Mapping
from copy import deepcopy
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from attrs import field, frozen
from promptport_api.scope import models as api

from ..model import NOTHING
from ..model import Model as Resource
from .errors import ValidationError
from .render import Rendering

T = TypeVar("T")
PLAIN = {"metadata", "meta", "error", "errors", "_links"}  # fields whose objects are dicts

__all__ = ["PromptVersion", "Resource"]


class _Field(ABC, Generic[T]):
    """A field of the generated class, read in another way."""

    def __set_name__(self, owner: type, name: str) -> None:
        self._slot = vars(owner.__bases__[0])[name]

    def __get__(self, version: PromptVersion | None, owner: type | None = None) -> Any:
        if version is None:
            return self
        value: T = self._read(version, self._slot.__get__(version))
        return value

    def __set__(self, version: PromptVersion, value: T) -> None:
        self._slot.__set__(version, value)  # reached by the constructor alone: the class is frozen

    @abstractmethod
    def _read(self, version: PromptVersion, value: Any) -> Any:
        """What is read, where the slot holds this value."""


class _Either(_Field[T]):
    """A field that has two names on the wire."""

    def __init__(self, other: str) -> None:
        self._other = other

    def _read(self, version: PromptVersion, value: Any) -> Any:
        return getattr(version, self._other) if value is None else value


class _Copied(_Field[T]):
    """A field that callers may change without changing what others see: versions are shared through the cache."""

    def __init__(self, absent: Any = None) -> None:
        self._absent = absent

    def _read(self, version: PromptVersion, value: Any) -> Any:
        return deepcopy(self._absent if value is None else value)


@frozen(eq=False, repr=False, match_args=False)
class Nested(Resource):
    """An object inside a field that the contract does not know."""

    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            value = super().__getattr__(name)
            return value if name in PLAIN else _read(value)


def _read(value: Any) -> Any:
    """A value as an attribute has it: objects with attributes of their own."""
    if isinstance(value, dict):
        return Nested(value)
    return [_read(each) for each in value] if isinstance(value, list) else value


class PromptVersion(api.PromptVersion, extends=True):
    """One version of a prompt.

    Its fields are attributes and items (`version["content"]`), those that the contract does not know included; it can't be
    changed, and is equal to another with the same content. `metadata` is a plain dict, `variables` a list of names; these
    and whatever else can be changed are copies. Objects in fields that the contract does not know have attributes too.
    """

    __slots__ = ("_rendering",)
    _rendering: Rendering
    if TYPE_CHECKING:

        def __init__(self, data: dict[str, Any], client: Any = None) -> None:
            """Make one of what the platform sends."""

    else:  # the generated class has their types
        id = _Either("version_id")
        version_number = _Either("version")
        content = _Copied("")
        variables = _Copied()
        metadata = _Copied({})
        tags = _Copied()
        _more = _Copied()

        def __init__(self, *came: Any, client: Any = None, **fields: Any) -> None:
            """Make one of what the platform sends, a dict, as tests do; what is read from an answer is given by its place."""
            if not came and "data" in fields:
                came = (fields.pop("data"),)
            if len(came) in (1, 2) and type(came[0]) is dict and not fields:
                self.__setstate__(PromptVersion.from_dict(came[0]).__getstate__())
            else:
                super().__init__(*came, **fields)

        def __getattr__(self, name: str) -> Any:
            value = super().__getattr__(name)
            return value if name in PLAIN else _read(value)

    def __hash__(self) -> int:  # type: ignore[override] # others have no id
        return hash((type(self).__name__, self.id or self.to_json(sort_keys=True)))

    @property
    def type(self) -> str:
        """`text` or `chat`."""
        return self.prompt_type or "text"

    @property
    def is_draft(self) -> bool:
        """Whether it can still be edited."""
        return self.status == "draft"

    @property
    def is_published(self) -> bool:
        """Whether it was published."""
        return self.status == "published"

    @property
    def is_archived(self) -> bool:
        """Whether it was put away."""
        return self.status == "archived"

    @property
    def raw_data(self) -> dict[str, Any]:
        """What the platform sent, as a dict of its own: without what is null, and with what stands for what is absent."""
        return self.to_dict()

    def to_json(self, **options: Any) -> str:
        """The version as JSON.

        Args:
            options: Those of `json.dumps`.
        """
        return json.dumps(self.to_dict(), **options)

    def get_metadata(self, key: str, default: Any = None) -> Any:
        """One value of the metadata, also an empty one; `default` where there is none of this key.

        Raises:
            ValidationError: The key is no text.
        """
        if not isinstance(key, str):
            raise ValidationError("`key` must be a string.", "key", key)
        metadata: dict[str, Any] = self.metadata or {}
        return metadata.get(key, default)

    def render(self, /, **variables: Any) -> str:
        """Put values into the content.

        Placeholders are `{{name}}`, without blanks inside. A value is never looked at again, so one that looks like a
        placeholder stays text. The messages of a chat, where the platform sends them as a list, come out as JSON text.

        Args:
            variables: A value for each placeholder; `str` makes a text of it. Names must be declared by the prompt.

        Raises:
            ValidationError: Values have names that the prompt does not declare.
            MissingVariableError: Placeholders have no value; it names all of them.
        """
        try:
            rendering = self._rendering
        except AttributeError:
            rendering = self._parsed()
        return rendering.render(variables)

    def render_values(self, values: Mapping[str, Any]) -> str:
        """Put the values of a mapping into the content.

        Args:
            values: A value for each placeholder.

        Raises:
            ValidationError: Values have names that the prompt does not declare, or are no mapping.
            MissingVariableError: Placeholders have no value; it names all of them.
        """
        if type(values) is not dict and not isinstance(values, Mapping):
            raise ValidationError("`variables` must be a mapping of names to values.", "variables", values)
        try:
            rendering = self._rendering
        except AttributeError:
            rendering = self._parsed()
        return rendering.render(values)

    def _parsed(self) -> Rendering:
        content = self.content  # a number, where the platform sends one, is as good as its text
        rendering = Rendering(content if isinstance(content, str | list) else str(content), self.variables)
        object.__setattr__(self, "_rendering", rendering)
        return rendering
