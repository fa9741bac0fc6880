"""Proves that the methods of xR2's models do what pydantic's do, of which the vendor's models are: with its own beside ours."""

from __future__ import annotations

import copy
import json
import pickle
from datetime import UTC, datetime
from decimal import Decimal
from functools import partial
from importlib import import_module
from itertools import product
from typing import Any

import pytest

import promptport.xr2.models

THEIRS: Any = import_module("xr2_sdk.models")
OURS: Any = promptport.xr2.models
PROMPT: dict[str, Any] = {
    "slug": "welcome",
    "source_name": "python_sdk",
    "version_number": 3,
    "status": "production",
    "system_prompt": "Answer in {{language}}, é.",
    "user_prompt": None,
    "variables": [{"name": "language", "default": "en", "required": None}, {"name": "x", "default": [1, {"a": 1.5}]}],
    "model_config": {"temperature": 0.5, "nested": {"a": [1, 2]}},
    "deployed_at": None,
    "created_at": "2026-01-15T09:30:00Z",
    "updated_at": "2026-01-15T11:30:00.123456+02:00",
    "trace_id": "evt_1",
    "unknown": 1,
}
DATA: dict[str, dict[str, Any]] = {
    "PromptContentResponse": PROMPT,
    "EventResponse": {
        "status": "success", "event_id": "e", "trace_id": "t", "event_name": "n", "timestamp": "2026", "is_duplicate": False,
    },
    "CheckAPIKeyResponse": {"ok": True, "user": "alice"},
    "RenderedPrompt": {"trace_id": "t", "user_prompt": "é", "variables_used": {"at": datetime(2026, 1, 2, tzinfo=UTC), "n": {1}}},
    "GetPromptRequest": {"slug": "s", "source_name": "p", "version_number": "4"},
    "EventRequest": {"trace_id": "t", "event_name": "e", "source_name": "s", "value": "9.5", "metadata": {"a": None}},
}  # fmt: skip
OPTIONS: list[dict[str, Any]] = [
    {},
    *({name: True} for name in ("by_alias", "exclude_none", "exclude_unset", "exclude_defaults", "round_trip")),
    {"include": {"slug", "variables", "trace_id", "ok"}},
    {"include": {"variables": {0: {"name"}}, "slug": True, "prompt_model_config": {"nested": {"a": {0}}}}},
    {"include": {"variables": {"__all__": {"name"}}, "variables_used": {"at"}}},
    {"exclude": {"slug", "model_config", "trace_id"}},
    {"exclude": {"variables": {0: True, 1: {"default": {1}}}, "metadata": {"a"}}},
    {"exclude": {"variables": {"__all__": {"required"}}}},
    {"include": {"variables": {-1}}, "exclude": {"variables": {-2: {"name"}}}},
    {"include": {"slug", "status"}, "exclude": {"slug"}},
    {"include": set()},
]


def both(name: str, data: dict[str, Any] | None = None) -> tuple[Any, Any]:
    """A model of the vendor's and one of ours, of the same data."""
    found = DATA[name] if data is None else data
    return getattr(THEIRS, name).model_validate(found), getattr(OURS, name).model_validate(found)


def outcome(call: Any) -> Any:
    """What a call answers, or the name of the error that it raises."""
    try:
        return call()
    except Exception as error:
        return type(error).__name__


@pytest.mark.parametrize(("name", "mode"), list(product(DATA, ("python", "json"))))
def test_dumps_are_the_same(name: str, mode: str) -> None:
    """With every option, the order of the fields included."""
    theirs, ours = both(name)
    for options in OPTIONS:
        wanted, found = theirs.model_dump(mode=mode, **options), ours.model_dump(mode=mode, **options)
        assert found == wanted, options
        assert list(found) == list(wanted)


@pytest.mark.parametrize("name", DATA)
def test_texts_are_the_same(name: str) -> None:
    """The JSON text, to the letter, whatever the options."""
    theirs, ours = both(name)
    for options in [*OPTIONS, {"indent": 2}, {"indent": 1, "exclude_none": True}, {"ensure_ascii": True}]:
        assert ours.model_dump_json(**options) == theirs.model_dump_json(**options), options


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("name", DATA)
def test_old_names(name: str) -> None:
    """`dict`, `json`, `copy`, `parse_obj` and `parse_raw`, which pydantic only deprecates."""
    theirs, ours = both(name)
    text = ours.model_dump_json(by_alias=True)

    assert (ours.dict(), ours.json()) == (theirs.dict(), theirs.json())
    assert ours.dict(exclude_none=True, by_alias=True) == theirs.dict(exclude_none=True, by_alias=True)
    assert ours.copy(update={"trace_id": "z"}).dict() == theirs.copy(update={"trace_id": "z"}).dict()
    assert ours.copy(exclude={"trace_id"}).dict() == {"trace_id": None, **theirs.copy(exclude={"trace_id"}).dict()} or (
        "trace_id" not in DATA[name]
    )
    assert type(ours).parse_obj(DATA[name]) == ours
    assert type(ours).parse_raw(text).model_dump_json() == type(theirs).parse_raw(text).model_dump_json()


@pytest.mark.parametrize("name", DATA)
def test_a_model_as_a_dictionary(name: str) -> None:
    """`dict(model)`, going through it, `vars`, and which of its fields were given."""
    theirs, ours = both(name)

    assert dict(ours) == dict(theirs)
    assert list(ours) == list(theirs)
    assert vars(ours) == vars(theirs)
    assert {**ours} == dict(theirs)  # which the vendor's is not
    assert ours.model_fields_set == theirs.model_fields_set
    assert ours.model_extra is theirs.model_extra is None
    assert ours.to_dict() == theirs.model_dump(mode="json")
    assert [ours[each] for each in type(theirs).model_fields] == [value for _, value in theirs]


@pytest.mark.parametrize("name", DATA)
def test_copies_and_equality(name: str) -> None:
    """Copies share what they hold unless they are deep; equal is what has the same fields, whichever were given."""
    for one in both(name):
        again = type(one).model_validate(DATA[name])
        assert (
            one == again == pickle.loads(pickle.dumps(one)) == copy.copy(one) == copy.deepcopy(one) == one.model_copy()
        )
        assert one != DATA[name]
        assert one != 3
        first = next(iter(type(one).model_fields))
        assert one.model_copy(update={first: "changed"}) != one
        assert getattr(one.model_copy(update={first: "changed"}), first) == "changed"
        with pytest.raises(TypeError):
            hash(one)
        for field, value in one:
            if isinstance(value, dict | list):
                assert getattr(one.model_copy(), field) is value
                assert getattr(one.model_copy(deep=True), field) is not value


@pytest.mark.parametrize("name", DATA)
def test_fields_can_be_set(name: str) -> None:
    """A field takes any value, and counts as given then; another name is refused."""
    for one in both(name):
        first, last = next(iter(type(one).model_fields)), list(type(one).model_fields)[-1]
        setattr(one, last, None)
        assert getattr(one, last) is None
        assert last in one.model_fields_set
        setattr(one, first, "other")
        assert dict(one)[first] == "other"
        with pytest.raises(ValueError, match='object has no field "more"'):
            one.more = 1


@pytest.mark.parametrize("name", DATA)
def test_fields_are_told(name: str) -> None:
    """Which there are, which must be given, what the others are otherwise, and what they are called on the wire."""
    told = []
    for one in both(name):
        fields = type(one).model_fields
        usual = {
            each: about.get_default(call_default_factory=True)
            for each, about in fields.items()
            if not about.is_required()
        }
        told.append([list(fields), usual, [about.alias for about in fields.values()]])
    assert told[0] == told[1]


@pytest.mark.parametrize("name", DATA)
def test_schemas(name: str) -> None:
    """The JSON schema, but for descriptions."""
    theirs, ours = (getattr(each, name).model_json_schema() for each in (THEIRS, OURS))
    theirs.pop("description", None)
    for each in theirs["properties"].values():
        each.pop("description", None)
    assert ours == theirs


TRUTHS: list[Any] = ["yes", "off", 1, 0, 2, "maybe", None, 1.0]
AMOUNTS: list[Any] = ["x", True, 3, [], "1e3", Decimal("9.99")]
BUILT: list[tuple[str, dict[str, Any]]] = [
    *((name, data) for name, data in DATA.items()),
    ("PromptContentResponse", {**PROMPT, "prompt_model_config": {"b": 1}}),
    ("PromptContentResponse", {**PROMPT, "version_number": "7", "created_at": datetime(2026, 1, 1), "deployed_at": 1.5}),
    *(
        ("PromptContentResponse", {**PROMPT, name: value})
        for name, value in (
            ("slug", None), ("slug", 3), ("version_number", 1.5), ("version_number", "x"), ("version_number", None),
            ("version_number", 2.0), ("version_number", True), ("version_number", Decimal(3)),
            ("created_at", "1700000000"), ("variables", {}), ("variables", [1]), ("variables", None),
            ("variables", ({"name": "a"},)), ("model_config", []), ("created_at", "soon"), ("created_at", None),
            ("created_at", "2026-01-15"), ("created_at", True), ("user_prompt", 3), ("ab_test_id", ["x"]),
        )
    ),
    ("PromptContentResponse", {}),
    *(("CheckAPIKeyResponse", {"ok": truth, "user": "u"}) for truth in TRUTHS),
    *(
        ("EventRequest", {"trace_id": "t", "event_name": "e", "source_name": "s", "value": amount})
        for amount in AMOUNTS
    ),
]  # fmt: skip


@pytest.mark.parametrize(("name", "data"), BUILT)
def test_what_is_built_by_hand(name: str, data: dict[str, Any]) -> None:
    """The same values are taken, read as the same, and refused for the same reasons."""
    theirs, ours = getattr(THEIRS, name), getattr(OURS, name)

    def made(model: Any) -> Any:
        try:
            return [model(**data).model_dump(), model.model_validate(data).model_dump(), None]
        except ValueError as error:
            return [type(error).__name__, {(each["loc"], each["type"]) for each in error.errors()}, error.error_count()]  # type: ignore[attr-defined]

    assert made(ours) == made(theirs)


def test_what_an_error_says() -> None:
    """With and without what was given, and as JSON; but for pydantic's pages."""
    told = []
    for module in (THEIRS, OURS):
        with pytest.raises(ValueError, match="CheckAPIKeyResponse") as raised:
            module.CheckAPIKeyResponse(ok="maybe")
        error: Any = raised.value
        plain = {"include_url": False, "include_context": False}
        some = [
            {each["type"]: sorted(each) for each in error.errors(**plain, include_input=given)}
            for given in (True, False)
        ]
        as_json = [(each["type"], each["loc"]) for each in json.loads(error.json(indent=1, include_url=False))]
        told.append([some, as_json, error.title, error.error_count()])
    assert told[0] == told[1]


@pytest.mark.parametrize("text", ["{", "[]", "3", "null", '{"ok": true, "user": "u"}', b'{"ok": true, "user": "u"}'])
def test_what_is_read_from_a_text(text: Any) -> None:
    """A JSON text, and what is none."""
    theirs, ours = (
        outcome(partial(lambda model: model.model_validate_json(text).model_dump(), each.CheckAPIKeyResponse))
        for each in (THEIRS, OURS)
    )
    assert ours == theirs


def test_what_is_constructed() -> None:
    """Values are taken as they are; what is not given is as it would be."""
    theirs, ours = (
        each.PromptContentResponse.model_construct(slug=3, prompt_model_config={"a": 1}) for each in (THEIRS, OURS)
    )
    assert (ours.slug, ours.variables, ours.prompt_model_config) == (
        theirs.slug,
        theirs.variables,
        theirs.prompt_model_config,
    )
    assert ours.model_fields_set == theirs.model_fields_set == {"slug", "prompt_model_config"}
    assert OURS.PromptContentResponse.model_validate(ours) is ours


def test_what_json_has_not() -> None:
    """It is refused, unless a function makes something of it."""
    for module in (THEIRS, OURS):
        rendered = module.RenderedPrompt(trace_id="t", variables_used={"a": object, "n": float("nan")})
        with pytest.raises(ValueError, match=r"object|type"):
            rendered.model_dump(mode="json", exclude={"variables_used": {"n"}})
        assert rendered.model_dump(mode="json", fallback=lambda each: "x")["variables_used"]["a"] == "x"
        assert '"n":null' in rendered.model_dump_json(fallback=lambda each: "x")
