"""Proves that what programs import from PromptRails' newest package, call of it and read of it is here too.

The package runs in a process of its own, which tells its surface; the older one is compared by `test_promptrails_surface.py` and
`test_promptrails_signatures.py`. Where ours differ, a table says why; a row that is not needed any more is a failure too.
"""

from __future__ import annotations

import inspect
from ast import literal_eval
from collections.abc import Iterator
from importlib import import_module
from typing import Any

import pytest

from promptport import promptrails as ours

from .driven import vendor_of
from .test_promptrails_signatures import CONTRACT

NEWEST = "0.9.2"
VERSION = "the platform gives a label where there is none, in every release"
# (method, parameter): what only the newest has of it; why. None stands for no such parameter.
DIFFERENCES: dict[tuple[str, str], tuple[tuple[str, str | None], str]] = {
    ("agents.create_version", "version"): (("KEYWORD_ONLY", None), VERSION),
    ("prompts.create_version", "version"): (("KEYWORD_ONLY", None), VERSION),
}
BESIDES = ("promptrails.tracing", "promptrails.resources.base")  # spans have a room of their own; how the package sends
SHAPES: dict[str, Any] = {"dict()": {}, "list()": []}
OBJECTS = ("TokenUsage()", "A2AAgentCapabilities()", "A2ATaskStatus()")


@pytest.fixture(scope="module")
def surface() -> Iterator[dict[str, Any]]:
    """What the newest package offers."""
    with vendor_of("promptrails", NEWEST) as vendor:
        yield vendor.surface()


def module_of(name: str) -> Any:
    return import_module(f"promptport.{name}")


def test_every_name(surface: dict[str, Any]) -> None:
    """By the same path: what the package itself exports, its modules, and what each of them defines."""
    modules = [each for each in surface["modules"] if not each.startswith(BESIDES)]
    defined = [each for kind in ("types", "functions", "clients") for each in surface[kind]]
    names = [each for each in defined if each.rpartition(".")[0] in modules and not each.endswith("iter_sse")]
    assert (len(modules), len(names)) == (24, 96)  # without how the package reads a stream
    assert [each for each in names if not hasattr(module_of(each.rpartition(".")[0]), each.rpartition(".")[2])] == []
    assert {*surface["modules"]["promptrails"]["names"]} <= {*ours.__all__}
    resources = surface["modules"]["promptrails.resources"]["names"]
    assert [each for each in resources if not hasattr(module_of("promptrails.resources"), each)] == []


@pytest.mark.parametrize("client", ["PromptRails", "AsyncPromptRails"])
def test_every_method(surface: dict[str, Any], client: str) -> None:
    """Name, kind and default of every parameter, and the order of those that go by position."""
    made, used = getattr(ours, client)("key"), set()
    methods = {
        path: each for path, each in surface["clients"][f"promptrails.{client}"]["methods"].items() if "." in path
    }
    assert len(methods) == 102
    for path, told in methods.items():
        attribute, _, name = path.partition(".")
        found = inspect.signature(getattr(getattr(made, attribute), name)).parameters
        wanted = {each["name"]: each for each in told["parameters"]}
        assert [each for each in wanted if wanted[each]["kind"] == "POSITIONAL_OR_KEYWORD"] == [
            each for each in found if found[each].kind is inspect.Parameter.POSITIONAL_OR_KEYWORD
        ], path
        for parameter, about in wanted.items():
            mine = found[parameter] if about["kind"] != "VAR_KEYWORD" else collected(found)
            default = None if mine.default is mine.empty else repr(mine.default)
            if (mine.kind.name, default) != (about["kind"], about.get("default")):
                assert (path, parameter) in DIFFERENCES, (path, parameter, mine, about)
                assert DIFFERENCES[path, parameter][0] == (about["kind"], about.get("default"))
                used.add((path, parameter))
        for parameter in found.keys() - wanted.keys():
            assert found[parameter].kind is inspect.Parameter.VAR_KEYWORD or found[parameter].default is None, path
        kind = told["kind"]
        assert inspect.iscoroutinefunction(getattr(getattr(made, attribute), name)) is (kind == "coroutine"), path
    assert used == set(DIFFERENCES)


def collected(found: Any) -> Any:
    """The parameter that takes what has no other name."""
    return next(each for each in found.values() if each.kind is inspect.Parameter.VAR_KEYWORD)


def test_every_type(surface: dict[str, Any]) -> None:
    """The fields of every dataclass, with what they are where nothing is given; positions are those of the oldest release."""
    compared = 0
    for name, told in surface["types"].items():
        if told["kind"] != "dataclass" or name.startswith(BESIDES):
            continue
        home, _, kind = name.rpartition(".")
        mine = getattr(ours if home == "promptrails._sse" else module_of(home), kind)
        made = mine(**{field: f"{field}-1" for field, about in told["fields"].items() if about["required"]})
        for field, about in told["fields"].items():
            if not about["required"] and about["default"] not in OBJECTS:
                wanted = SHAPES.get(about["default"]) if about["default"] in SHAPES else literal_eval(about["default"])
                assert (getattr(made, field), type(getattr(made, field))) == (wanted, type(wanted)), (name, field)
                compared += 1
            assert hasattr(made, field), (name, field)
    assert compared > 250


def test_the_releases() -> None:
    """What the room says of itself is what its contract says."""
    assert (ours.VERSION, ours.__version__) == ("0.3.0", "0.3.0")
    assert list(ours.VERSIONS) == CONTRACT["x-releases"]
    assert ours.VERSIONS[-1] == NEWEST
