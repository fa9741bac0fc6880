"""The names that programs get, by asking what they get: for editors and type checkers, which must know the same."""

from __future__ import annotations

import inspect
from collections.abc import Iterable
from functools import cache
from importlib import import_module
from unittest.mock import Mock

from tools.stubs import lazy_modules

ROOMS = ("files", "langfuse", "promptic", "promptrails", "scope", "testing", "xr2")
LAZY = tuple(name for name, _ in lazy_modules())  # found by looking, those behind the rooms as well
CLIENTS = {
    "promptport.langfuse": ("LangfuseClient", "AsyncLangfuseClient"),
    "promptport.promptic": ("PrompticClient", "AsyncPrompticClient"),
    "promptport.promptrails": ("PromptRails", "AsyncPromptRails"),
    "promptport.scope": ("ScopeClient", "AsyncScopeClient"),
    "promptport.xr2": ("xR2Client", "AsyncxR2Client"),
}
DEPRECATED = {"sdk_token"}  # whose use is told


def public(names: Iterable[str]) -> set[str]:
    """Those names that are for users."""
    return {each for each in names if not each.startswith("_")}


def exported() -> dict[str, set[str]]:
    """What modules export; but for those whose name is a function's in their package, of which only imports can be asked."""
    found = {each: import_module(each) for each in LAZY}
    return {name: public(each.__all__) for name, each in found.items() if not callable(each)}


@cache
def resources() -> dict[str, dict[str, set[str]]]:
    """The methods of clients and of their resources, by the expressions that make these."""
    found: dict[str, dict[str, set[str]]] = {}
    for module, names in CLIENTS.items():
        for name in names:
            client = getattr(import_module(module), name)
            made = {f"{module}.{name}()": client}
            for tag, each in inspect.getmembers(client):
                of = getattr(each, "func", None)
                if of is not None and not tag.startswith("_"):
                    made[f"{module}.{name}().{tag}"] = type(of(Mock()))
            found[f"{module}.{name}"] = {
                expression: public(each for each, _ in inspect.getmembers(owner, inspect.isfunction))
                for expression, owner in made.items()
            }
    return found


def answers() -> dict[str, dict[str, set[str]]]:
    """The fields of each platform's answers, by the modules that have their classes."""
    found = {}
    for platform in ("langfuse", "promptic", "promptrails", "scope", "xr2"):
        module = f"promptport_api.{platform}.models"
        classes = {name: getattr(import_module(module), name) for name in import_module(module).__all__}
        found[module] = {
            name: {each.attribute for each in made.FIELDS} for name, made in classes.items() if hasattr(made, "FIELDS")
        }
    return found


@cache
def program() -> str:
    """A program that uses each of these names."""
    lines = [f"import {module}" for module in [*exported(), *answers()]]
    lines += ["", "exported: list[object] = ["]
    lines += [f"    {module}.{name}," for module, names in exported().items() for name in sorted(names)]
    lines += ["]", "", "methods: list[object] = ["]
    for made in resources().values():
        lines += [f"    {client}.{name}," for client, names in made.items() for name in sorted(names - DEPRECATED)]
    lines += ["]", ""]
    for module, models in answers().items():
        for name, fields in models.items():
            lines += [f"def {module.split('.')[1]}_{name}(answer: {module}.{name}) -> list[object]:"]
            lines += ["    return [", *(f"        answer.{each}," for each in sorted(fields)), "    ]", ""]
    return "\n".join(lines)
