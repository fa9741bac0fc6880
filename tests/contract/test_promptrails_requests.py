"""Proves that ours sends what the vendor's client sends, and reads what it reads: every method, with little and with everything.

Both talk to the local platform, which keeps their requests and answers the contract's examples. Verb, path, query and body
must be equal; the arguments are made from the vendor's signatures, so no method and no parameter of it can be forgotten.
"""

from __future__ import annotations

import inspect
import json
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any
from urllib.parse import parse_qsl

import promptrails
import pytest

from promptport import promptrails as ours
from promptport.testing import Platform

from ..faults.promptrails_rows import CALLS
from .test_promptrails_signatures import methods, resources

KEY = "YOUR_API_KEY"
NUMBERS = {"page": 2, "limit": 7, "days": 9, "max_tokens": 100, "temperature": 0.5, "top_p": 0.25, "threshold": 0.75,
           "importance": 0.125, "value": 4.5, "min_value": 0.0, "max_value": 5.0}  # fmt: skip
FLAGS = {"sync", "set_current", "is_default", "is_active", "generate_secret"}
OBJECTS = {"input", "input_schema", "output_schema", "metadata", "connection_config", "arguments", "schema"}
LISTS = {"categories": [{"label": "good"}], "guardrails": [{"type": "input"}]}
# `parameters` is a list of one method, and a mapping of the others; `config` has a type of its own in one.
LISTED = {"data_sources.create_version"}


def value(method: str, name: str, package: Any) -> Any:
    """An argument: one that is told from every other, and from every default."""
    if name == "config":
        return package.SimpleAgentConfig("p", True, max_tokens=5) if method == "agents.create_version" else {"a": None}
    if name == "parameters":
        return [{"name": "n", "type": "string"}] if method in LISTED else {"n": "v"}
    if name == "data":
        return {"user_prompt": "u", "input": {"a": 1}, "temperature": None}
    if name == "decision":
        return "rejected"
    if name == "blocking":
        return False
    if name in FLAGS:
        return True
    if name == "value" and method == "credentials.create":
        return "sk-1"
    if name in NUMBERS or name in LISTS:
        return NUMBERS.get(name, LISTS.get(name))
    if name in OBJECTS:
        return {"a": 1, "b": None}
    # The vendor's client puts identifiers into paths as they are, so they are simple ones.
    return f"{name}-1" if name.endswith("_id") or name == "slug" else f"{name} 1/ä"


def calls(method: Any, path: str, package: Any) -> Iterator[dict[str, Any]]:
    """The arguments of a method: those that it needs; all of them; and each optional text left empty."""
    parameters = [each for each in inspect.signature(method).parameters.values() if each.kind is not each.VAR_KEYWORD]
    bag = len(parameters) < len(inspect.signature(method).parameters)
    needed = {each.name: value(path, each.name, package) for each in parameters if each.default is each.empty}
    full = {each.name: value(path, each.name, package) for each in parameters}
    yield needed
    yield {**(CALLS[path.replace(".", "_")].arguments if bag else {}), **full}  # any field that the contract knows
    optional = {each.name for each in parameters if each.default is not each.empty}
    if empty := {name: "" for name, each in full.items() if name in optional and isinstance(each, str)}:
        yield needed | empty


THEIRS = promptrails.PromptRails(KEY)
METHODS = [f"{name}.{method}" for name, each in resources(THEIRS).items() for method in methods(each)]


@pytest.mark.parametrize("path", METHODS)
def test_same_requests(path: str, platform: Platform) -> None:
    """Every call of a method puts the same bytes on the wire, but for the order of what has none."""
    sent: dict[str, list[Any]] = {}
    answers: dict[str, list[Any]] = {}
    address = platform.url("promptrails")
    attribute, _, method = path.partition(".")
    for package in (promptrails, ours):
        platform.script("promptrails", {**CALLS[f"{attribute}_{method}"].example, "times": None})
        with package.PromptRails(KEY, base_url=address) as client:
            resource = getattr(client, attribute)
            for arguments in calls(getattr(getattr(THEIRS, attribute), method), path, package):
                found = getattr(resource, method)(**arguments)
                answers.setdefault(package.__name__, []).append(list(found) if hasattr(found, "__next__") else found)
        sent[package.__name__] = [
            (
                each.method,
                each.path,
                sorted(parse_qsl(each.query, keep_blank_values=True)),
                json.loads(each.body or "null"),
            )
            for each in platform.requests
        ]
        platform.reset()

    theirs, mine = sent.values()
    assert mine == theirs
    assert len(mine) >= 2
    for pair in zip(*answers.values(), strict=True):
        same(pair[0], pair[1], path)


def same(theirs: Any, mine: Any, where: str) -> None:
    """Compare two answers: every field of theirs is one of ours, with the same value, and of the same kind."""
    if is_dataclass(theirs):
        assert type(mine).__name__.endswith("Page") or type(mine).__name__ == type(theirs).__name__, where
        for each in fields(theirs):
            same(getattr(theirs, each.name), getattr(mine, each.name), f"{where}.{each.name}")
    elif isinstance(theirs, list) and mine is not None:
        assert type(mine) is list, where
        for at, pair in enumerate(zip(theirs, mine, strict=True)):
            same(*pair, f"{where}.{at}")
    elif theirs or mine is not None:  # what did not come is None here, and in part empty there
        assert mine == theirs, where
        assert isinstance(mine, dict) is isinstance(theirs, dict), where
