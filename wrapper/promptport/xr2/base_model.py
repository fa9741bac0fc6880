"""What programs do with xR2's models beside reading attributes: the methods of pydantic's models, without pydantic."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from copy import copy, deepcopy
from functools import cache
from typing import TYPE_CHECKING, Any, ClassVar, Self

from ..model import NOTHING, Field
from .dumping import Dump, value_of, written
from .fields import FieldInfo, ValidationError, validated
from .schema import core_schema, json_schema, signature

Json = dict[str, Any]  # in a class with a method `dict`, the word means that


class Dumping:
    """A model's fields as plain values."""

    __slots__ = ()
    model_fields: ClassVar[Mapping[str, FieldInfo]]
    FIELDS: ClassVar[tuple[Field, ...]]
    _keys: tuple[str, ...] | None

    def model_dump(
        self,
        *,
        mode: str = "python",
        include: Any = None,
        exclude: Any = None,
        context: Any = None,
        by_alias: bool | None = None,
        exclude_unset: bool = False,
        exclude_defaults: bool = False,
        exclude_none: bool = False,
        exclude_computed_fields: bool = False,
        round_trip: bool = False,
        warnings: bool | str = True,
        fallback: Callable[[Any], Any] | None = None,
        serialize_as_any: bool = False,
        polymorphic_serialization: bool | None = None,
    ) -> Json:
        """The fields as a dictionary, in the documented order, null included.

        Args:
            mode: `json` for what JSON has, such as texts for moments; `python` for the values as they are.
            include: The names of what is written, or a mapping of them to what is written of each; None for all.
            exclude: The names of what is left out, or a mapping of them to what is left out of each.
            context: Means nothing here.
            by_alias: Whether fields go by their names on the wire (`model_config` for `prompt_model_config`).
            exclude_unset: Whether to leave out what did not come.
            exclude_defaults: Whether to leave out what is as it would be if it had not come.
            exclude_none: Whether to leave out what is None.
            exclude_computed_fields: Means nothing here; there are none.
            round_trip: Means nothing here: what is written can always be read again.
            warnings: Means nothing here.
            fallback: Makes something of a value that JSON can't express.
            serialize_as_any: Means nothing here.
            polymorphic_serialization: Means nothing here.

        Raises:
            ArgumentError: JSON can't express a value.
        """
        dump = Dump(mode, bool(by_alias), exclude_unset, exclude_defaults, exclude_none, fallback)
        return dump.fields(self, include, exclude)

    def model_dump_json(self, *, indent: int | None = None, ensure_ascii: bool = False, **options: Any) -> str:
        """The fields as a JSON text.

        Args:
            indent: Spaces of each level; None for a text without blanks.
            ensure_ascii: Whether to escape what is not ASCII.
            options: Those of `model_dump`, but for `mode`.

        Raises:
            ArgumentError: JSON can't express a value.
        """
        return written(self.model_dump(mode="json", **options), indent, ensure_ascii)

    def dict(self, **options: Any) -> Json:
        """The fields as a dictionary: the old name of `model_dump`, with its options."""
        return self.model_dump(**options)

    def json(self, **options: Any) -> str:
        """The fields as a JSON text: the old name of `model_dump_json`, with its options."""
        return self.model_dump_json(**options)

    def to_dict(self) -> Json:
        """The fields as JSON has them, null included, under their documented names."""
        return self.model_dump(mode="json")

    @property
    def model_fields_set(self) -> set[str]:
        """The names of the fields that came, or were given."""
        came = self._keys
        if came is None:
            return {each.attribute for each in self.FIELDS if getattr(self, each.slot) is not None}
        return {each.attribute for each in self.FIELDS if each.wire in came}

    @property
    def model_extra(self) -> None:
        """None: what the contract does not know is an attribute, and no field."""
        return None


class Making:
    """A model from plain values."""

    __slots__ = ()
    model_fields: ClassVar[Mapping[str, FieldInfo]]
    model_computed_fields: ClassVar[Mapping[str, Any]] = {}
    FIELDS: ClassVar[tuple[Field, ...]]

    if not TYPE_CHECKING:  # a type checker goes by the fields

        def __init__(self, *came: Any, **fields: Any) -> None:
            """Make one by hand, of its fields by name; what is read from an answer is given by its place."""
            if came:
                super().__init__(*came)
                return
            known = type(self).model_fields
            found = validated(type(self).__name__, known, fields)
            wires = tuple(each.wire for each in self.FIELDS if each.attribute in found)
            for name, about in known.items():
                found.setdefault(name, about.get_default(call_default_factory=True))
            super().__init__(**found, _keys=wires)

    @classmethod
    def model_validate(
        cls,
        obj: Any,
        *,
        strict: bool | None = None,
        extra: str | None = None,
        from_attributes: bool | None = None,
        context: Any = None,
        by_alias: bool | None = None,
        by_name: bool | None = None,
    ) -> Self:
        """A model of a dictionary with its fields; a model of this class is answered as it is.

        Args:
            obj: The dictionary, or the model.
            strict: Means nothing here: values are read as from JSON.
            extra: Means nothing here: what is no field is passed over.
            from_attributes: Whether any object with such attributes will do.
            context: Means nothing here.
            by_alias: Means nothing here: fields go by either name.
            by_name: Means nothing here: fields go by either name.

        Raises:
            ValidationError: A field is missing or of another type, or it is no dictionary.
        """
        if isinstance(obj, cls):
            return obj
        if from_attributes and not isinstance(obj, Mapping):
            obj = {name: getattr(obj, name) for name in cls.model_fields if hasattr(obj, name)}
        if not isinstance(obj, dict):
            wrong = {"type": "model_type", "loc": (), "msg": "Input should be a valid dictionary", "input": obj}
            raise ValidationError(cls.__name__, [wrong])
        return cls(**{name: value for name, value in obj.items() if isinstance(name, str) and name != "_keys"})

    @classmethod
    def model_validate_json(cls, json_data: str | bytes | bytearray, **options: Any) -> Self:
        """A model of a JSON text. Takes the options of `model_validate`, and raises as it does."""
        try:
            found = json.loads(json_data)
        except (ValueError, RecursionError):
            wrong = {"type": "json_invalid", "loc": (), "msg": "Invalid JSON", "input": json_data}
            raise ValidationError(cls.__name__, [wrong]) from None
        return cls.model_validate(found, **options)

    @classmethod
    def model_construct(cls, _fields_set: set[str] | None = None, **values: Any) -> Self:
        """A model of values that are taken as they are; what is not given is as it would be, or None.

        Args:
            _fields_set: The names that count as given; those that were, else.
            values: The values of its fields.
        """
        given = {name: values[about.alias] if about.alias in values else values[name]
                 for name, about in cls.model_fields.items() if name in values or about.alias in values}  # fmt: skip
        wires = tuple(
            each.wire for each in cls.FIELDS if each.attribute in (given if _fields_set is None else _fields_set)
        )
        held = [
            given[each.attribute] if each.attribute in given
            else cls.model_fields[each.attribute].get_default(call_default_factory=True)
            for each in cls.FIELDS
        ]  # fmt: skip
        return cls(*held, NOTHING, wires)  # type: ignore[call-arg] # as what is read from an answer

    @classmethod
    def parse_obj(cls, obj: Any) -> Self:
        """A model of a dictionary: the old name of `model_validate`."""
        return cls.model_validate(obj)

    @classmethod
    def parse_raw(cls, b: str | bytes) -> Self:
        """A model of a JSON text: the old name of `model_validate_json`."""
        return cls.model_validate_json(b)

    @classmethod
    def model_json_schema(cls, by_alias: bool = True, **options: Any) -> Json:
        """The JSON schema of the model.

        Args:
            by_alias: Whether fields go by their names on the wire.
            options: Mean nothing here.
        """
        return json_schema(cls.__name__, cls.model_fields, by_alias)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        return core_schema(cls, handler)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: Any, handler: Any) -> Json:
        return cls.model_json_schema()


class _AsDataclass:
    """The fields for what goes by dataclasses, such as FastAPI, under their names on the wire, as it writes pydantic's."""

    def __get__(self, instance: object, owner: type[Any]) -> Json:
        return _dataclass_fields(owner)  # type: ignore[arg-type] # classes are hashable


@cache
def _dataclass_fields(model: Any) -> Json:
    from dataclasses import make_dataclass

    made: Any = make_dataclass(model.__name__, [(each.alias or name, Any) for name, each in model.model_fields.items()])
    fields: Json = made.__dataclass_fields__
    return fields


class _Signature:
    """What `inspect.signature` says of a model."""

    def __get__(self, instance: object, owner: Any) -> Any:
        return signature(owner.model_fields)


class BaseModel(Dumping, Making):  # noqa: PLW1641 # what defines `__eq__` alone can't be hashed: its fields can be set
    """The methods of pydantic's models. It stands before the class with the fields.

    `dict(model)` has the fields by their documented names, `for name, value in model` goes through them, and they can be set.
    """

    __slots__ = ()
    __dataclass_fields__: ClassVar[Json] = _AsDataclass()  # type: ignore[assignment] # it answers one
    __signature__: ClassVar[Any] = _Signature()
    _more: Mapping[str, Any]

    def __init_subclass__(cls, **options: Any) -> None:
        """Refuse fields of a subclass's own.

        Raises:
            TypeError: It declares one, which would be passed over here.
        """
        super().__init_subclass__(**options)
        known: Mapping[str, FieldInfo] = getattr(cls, "model_fields", {})
        for name in vars(cls).get("__annotations__", ()) if known else ():
            if name not in known and not name.startswith(("_", "model_")):
                raise TypeError(
                    f"{cls.__name__} can have no field {name!r} of its own: let a model of pydantic's, or a dataclass, hold the "
                    f"{cls.__base__.__name__ if cls.__base__ else 'model'} beside it."
                )

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """A copy, which shares its lists and dictionaries with this one, unless it is deep.

        Args:
            update: Fields that have other values there; they are taken as they are.
            deep: Whether what it holds is copied as well.
        """
        made = deepcopy(self) if deep else copy(self)
        for name, value in (update or {}).items():
            if name in type(self).model_fields:
                setattr(made, name, value)
        return made

    def copy(
        self, *, include: Any = None, exclude: Any = None, update: Mapping[str, Any] | None = None, deep: bool = False
    ) -> Self:
        """A copy, perhaps of some fields alone: the old name of `model_copy`.

        Args:
            include: The names of the fields that it has; None for all.
            exclude: The names of fields that it has not.
            update: Fields that have other values there.
            deep: Whether what it holds is copied as well.
        """
        if include is None and exclude is None:
            return self.model_copy(update=update, deep=deep)
        chosen = Dump(exclude_unset=True).fields(deepcopy(self) if deep else self, include, exclude)
        return type(self).model_construct(**{**chosen, **(update or {})})

    def get(self, name: str, default: Any = None) -> Any:
        """The field of this name, or `default` where there is none."""
        try:
            return self[name]
        except KeyError:
            return default

    def _names(self) -> tuple[str, ...]:
        return tuple(type(self).model_fields)

    def __getitem__(self, name: str) -> Any:
        for field, about in type(self).model_fields.items():
            if name in (field, about.alias):
                return value_of(self, field)
        return self._more[name]

    def __contains__(self, name: object) -> bool:
        """Whether a field of this name came, or was given."""
        known = type(self).model_fields
        given = self.model_fields_set
        return name in given or name in self._more or any(known[each].alias == name for each in given)

    def __iter__(self) -> Iterator[tuple[str, Any]]:
        return ((name, getattr(self, name)) for name in type(self).model_fields)

    def __setattr__(self, name: str, value: Any) -> None:
        field = next((each for each in self.FIELDS if each.attribute == name), None)
        if field is None:
            raise ValueError(f'"{type(self).__name__}" object has no field "{name}"')
        object.__setattr__(self, field.slot, value)
        if self._keys is not None and field.wire not in self._keys:
            object.__setattr__(self, "_keys", (*self._keys, field.wire))

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return all(value == getattr(other, name) for name, value in self)

    def __str__(self) -> str:
        return " ".join(f"{name}={value!r}" for name, value in self)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in self)})"

    def __rich_repr__(self) -> Iterator[tuple[str, Any]]:
        """What `rich` shows."""
        return iter(self)

    @property
    def __dict__(self) -> Json:  # type: ignore[override] # a view
        """The fields by their documented names, as `vars` has them."""
        return {name: getattr(self, name) for name in type(self).model_fields}
