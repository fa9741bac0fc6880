"""Proves that what programs import from the vendor's package, and read of it, is here: compared by introspection.

Every module, every name in it, every field of its objects with what it reads when it did not come, the errors by hand. What
differs stands in a table with its reason; a row that is not needed any more is a failure too.
"""

from __future__ import annotations

import dataclasses
import inspect
import pkgutil
from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import promptrails
import pytest
from promptrails import types as their_types

import promptport.promptrails
from promptport.promptrails import pagination, types
from promptport.testing import Platform

MODULES = [
    "agent_config", "async_client", "client", "config", "exceptions", "pagination", "resources", "types",
    *(
        f"resources.{each}"
        for each in (
            "a2a", "agents", "approvals", "assets", "base", "chat", "costs", "credentials", "dashboard", "data_sources",
            "executions", "guardrails", "llm_models", "mcp_templates", "mcp_tools", "media", "media_models", "memories",
            "prompts", "scores", "sessions", "templates", "traces", "webhook_triggers",
        )
    ),
]  # fmt: skip
WITHOUT = {  # a module, or a name in one, that is not here, and why
    "resources.base": "its classes hold the package's own HTTP client, which is private",
    "pagination.PaginatedResponse.from_response": "how the package reads an answer; ours go by the contract",
}


def public() -> Iterator[str]:
    """The modules of the vendor's package that a program may import."""
    for each in pkgutil.walk_packages(promptrails.__path__, "promptrails."):
        if not any(part.startswith("_") for part in each.name.split(".")):
            yield each.name.removeprefix("promptrails.")


def defined(module: Any) -> list[str]:
    """The public names that a module defines: what it merely imports it doesn't offer."""
    own = [name for name, each in vars(module).items() if getattr(each, "__module__", "") == module.__name__]
    aliases = ["AnyAgentConfig"] if module.__name__ == "promptrails.agent_config" else []
    return (
        getattr(module, "__all__", None) or [each for each in own if each != "T" and not each.startswith("_")] + aliases
    )


def test_the_modules_are_those_that_were_counted() -> None:
    assert sorted(public()) == sorted(MODULES)


@pytest.mark.parametrize("name", [each for each in MODULES if each not in WITHOUT])
def test_a_module(name: str) -> None:
    """It is there, with every name that the vendor's defines; a function and an error take what theirs take."""
    theirs, ours = import_module(f"promptrails.{name}"), import_module(f"promptport.promptrails.{name}")
    names = defined(theirs)
    assert names
    for each in names:
        wanted, found = getattr(theirs, each), getattr(ours, each)
        assert inspect.isclass(wanted) == inspect.isclass(found), each
        if inspect.isfunction(wanted):
            assert parameters(wanted) == parameters(found), each
        if inspect.isclass(wanted):
            missing = {one for one in dir(wanted) if not one.startswith("_")} - set(dir(found))
            assert {one for one in missing if f"{name}.{each}.{one}" not in WITHOUT} == set(), each


def test_nothing_is_left_out_without_need() -> None:
    assert find_spec("promptport.promptrails.resources.base") is None
    assert not hasattr(pagination.PaginatedResponse, "from_response")
    assert len(WITHOUT) == 2


def parameters(function: Any) -> list[tuple[str, str, object]]:
    return [(each.name, each.kind.name, each.default) for each in inspect.signature(function).parameters.values()]


def test_every_name_of_the_package() -> None:
    assert [each for each in promptrails.__all__ if not hasattr(promptport.promptrails, each)] == []
    assert promptport.promptrails.__version__ == promptrails.__version__


OBJECTS = [name for name, each in vars(their_types).items() if dataclasses.is_dataclass(each)]
EVENTS = [each for each in promptrails.__all__ if each.endswith("Event") and each != "StreamEvent"] + ["TokenUsage"]
PAIRS = [
    *((getattr(their_types, name), getattr(types, name)) for name in OBJECTS),
    *((getattr(promptrails, name), getattr(promptport.promptrails, name)) for name in EVENTS),
    (promptrails.PaginationMeta, pagination.PaginationMeta),
]


def shared(ours: Any, theirs: Any) -> Any:
    """What ours has of the fields of theirs, however deep: a newer release may have brought more."""
    return {name: shared(ours[name], each) for name, each in theirs.items()} if isinstance(theirs, dict) else ours


GONE_THROUGH = ("MCPCallToolResult", "MCPDiscoverResult")  # the package fails where their list is null


def test_the_objects_are_those_that_were_counted() -> None:
    assert (len(OBJECTS), len(EVENTS)) == (48, 8)


@pytest.mark.parametrize(("theirs", "ours"), PAIRS, ids=lambda each: each.__name__)
def test_an_object(theirs: Any, ours: Any) -> None:
    """Its constructor takes the vendor's fields in the vendor's order; what is not given, or did not come, reads as there."""
    names = [each.name for each in dataclasses.fields(theirs)]
    given = [
        each.name
        for each in dataclasses.fields(theirs)
        if each.default is each.default_factory is dataclasses.MISSING and theirs is not promptrails.PaginationMeta
    ]
    needed = {name: f"{name}-1" for name in given}
    assert [each for each in inspect.signature(ours).parameters if each != "_more"][: len(names)] == names
    wanted = plain(theirs(**needed) if theirs is not promptrails.PaginationMeta else theirs(0, 1, 20, 0))
    for made in (ours(**needed), ours(*needed.values()), ours.from_dict(needed)):
        assert shared(plain(made), wanted) == wanted
    if hasattr(theirs, "from_dict") and theirs.__name__ not in GONE_THROUGH:
        null = dict.fromkeys(names)
        assert {name: plain(getattr(ours.from_dict(null), name)) for name in names} == plain(theirs.from_dict(null))


WIDER = {("DataSourceVersion", "parameters")}  # fields of which ours say more


@pytest.mark.parametrize(("theirs", "ours"), PAIRS, ids=lambda each: each.__name__)
def test_the_types_of_an_object(theirs: Any, ours: Any) -> None:
    """So that what a type checker lets pass with theirs passes with ours."""
    wanted, found = get_type_hints(theirs), get_type_hints(ours)
    names = {each.name for each in dataclasses.fields(theirs)}
    differ = {(theirs.__name__, name) for name in names if kind(wanted[name]) != kind(found[name])}
    assert differ == {each for each in WIDER if each[0] == theirs.__name__}


def kind(hint: Any) -> Any:
    """A type as it can be compared: `Optional[Dict[str, Any]]` is `dict[str, Any] | None`, and a class its name."""
    origin, inside = get_origin(hint), [kind(each) for each in get_args(hint)]
    if origin in (Union, UnionType):
        return frozenset(inside)
    return (origin, *inside) if origin else getattr(hint, "__name__", hint)


def plain(value: Any) -> Any:
    """An object of theirs or ours as its fields: ours may have more."""
    return dataclasses.asdict(value) if dataclasses.is_dataclass(value) and not isinstance(value, type) else value


def test_errors_by_hand() -> None:
    """The same arguments make the same attributes and the same text."""
    for name in [each for each in promptrails.__all__ if each.endswith("Error")]:
        theirs, ours = getattr(promptrails, name), getattr(promptport.promptrails, name)
        assert [each.__name__ for each in theirs.__mro__[:-3]] == [each.__name__ for each in ours.__mro__][
            : len(theirs.__mro__) - 3
        ]
        for arguments in (("m",), ("m", 404), ("m", 404, "c"), ("m", None, None, {"a": 1})):
            made = theirs(*arguments), ours(*arguments)
            assert (
                len({repr((each.args, each.message, each.status_code, each.code, each.details)) for each in made}) == 1
            )
        assert str(ours("m")) == str(theirs("m")) == "m"


def test_the_clients_have_the_public_attributes() -> None:
    for kind in ("PromptRails", "AsyncPromptRails"):
        theirs, ours = getattr(promptrails, kind)("k"), getattr(promptport.promptrails, kind)("k")
        assert [each for each in dir(theirs) if not each.startswith("_") and not hasattr(ours, each)] == []


def test_objects_that_the_platform_answers_are_those_that_are_made_by_hand(platform: Platform) -> None:
    """So that `isinstance` and `==` hold in a program's own tests."""
    with promptport.promptrails.PromptRails("your-api-key", base_url=platform.url("promptrails")) as client:
        agent = client.agents.list().data[0]
    assert isinstance(agent, types.Agent)
    assert agent == types.Agent(**vars(agent))
