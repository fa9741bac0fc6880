"""Proves that programs which trace with PromptRails' newest package send the same spans with ours, in the same order.

Ids and times are compared by their form, and by which spans share one. What ours does better is in `test_what_theirs_loses`.
"""

from __future__ import annotations

import inspect
import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from promptport.promptrails import tracing
from promptport.testing import Platform
from tools.vendors.vendor import Vendor

from ..seeds.programs import with_our_imports
from .driven import vendor_of
from .programs.running import close
from .tracing_programs import AFTER, BEFORE, FAKES, PROGRAMS

NEWEST = "0.9.2"
HEADERS = ("x-api-key", "content-type", "accept")
FORMS = {
    "trace_id": r"[0-9a-ft]{32}",
    "span_id": r"[0-9a-f]{16}",
    "parent_span_id": r"[0-9a-fp]{16}",
    "started_at": r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{6})?\+00:00",
    "ended_at": r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{6})?\+00:00",
}


@pytest.fixture(scope="module")
def vendor() -> Iterator[Vendor]:
    """The vendor's package, in a process of its own."""
    with vendor_of("promptrails", NEWEST) as made:
        yield made


@pytest.fixture(scope="module")
def local() -> Iterator[Platform]:
    """A local PromptRails of that release."""
    with Platform(seed=1, releases={"promptrails": NEWEST}) as made:
        yield made


@pytest.fixture(autouse=True)
def _settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")


def sent(local: Platform, ordered: bool = True) -> list[dict[str, Any]]:
    """The spans that came, with a number in place of each id and nothing in place of each time.

    Args:
        local: Where they came.
        ordered: Whether they came in their order: theirs go out by two threads at once where they are more than a batch.
    """
    known: dict[str, int] = {}
    spans: list[dict[str, Any]] = []
    for request in local.requests:
        if request.operation == "traces_ingest":
            assert request.status == 200, request.body
            assert [request.header(name) for name in HEADERS[:2]] == ["your-api-key", "application/json"]
            spans += json.loads(request.body)["spans"]
    if not ordered:
        spans.sort(key=lambda each: str(each["name"]))
    for span in spans:
        for name, form in FORMS.items():
            if name in span:
                assert re.fullmatch(form, span[name]), span
                span[name] = "" if name.endswith("_at") else known.setdefault(span[name], len(known))
    return spans


def run(program: str, local: Platform) -> None:
    """Run a program with our imports, to its end."""
    names: dict[str, Any] = {"URL": local.url("promptrails")}
    exec(compile(with_our_imports(program), "program", "exec", dont_inherit=True), names)
    close(names)


@pytest.mark.promise("C8")
@pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("name", PROGRAMS)
def test_the_same_spans(name: str, vendor: Vendor, local: Platform) -> None:
    """Their batches may be others: ours go by bytes as well."""
    program = "\n".join((BEFORE, FAKES, PROGRAMS[name], AFTER))
    local.reset()
    theirs = vendor.run(program, URL=local.url("promptrails"))
    assert not theirs["raised"], theirs["why"]
    ordered = name != "more than a batch"
    wanted = sent(local, ordered)
    assert wanted
    local.reset()
    run(program, local)
    assert [json.dumps(each, sort_keys=True) for each in sent(local, ordered)] == [
        json.dumps(each, sort_keys=True) for each in wanted
    ]
    assert local.violations == []


LOST = """
import asyncio

tracer.start_span("good").end()
tracer.start_span("object").set_input({"client": object()}).end()
tracer.start_span("not a number").set_output(float("nan")).end()
tracer.flush()

@tracer.trace
def bare():
    return 1

@tracer.trace("slow")
async def slow():
    await asyncio.sleep(0.02)
    tracer.start_span("inside").end()

async def create(**_):
    await asyncio.sleep(0)
    return Some(model="m", usage=Some(prompt_tokens=1, completion_tokens=2, total_tokens=3), choices=[])

asyncio.run(slow())
from promptrails.tracing.integrations.openai import trace_openai
ai = trace_openai(Some(chat=Some(completions=Some(create=create))), tracer)
asyncio.run(ai.chat.completions.create(model="m", messages=[]))
tracer.flush()
tracer.shutdown()
tracer.start_span("after").end()
tracer.flush()
"""


def test_what_theirs_loses(vendor: Vendor, local: Platform) -> None:
    """The rows of the page that say so: a batch with what is no JSON, a coroutine's time, its children and its tokens."""
    program = "\n".join((BEFORE, FAKES, LOST))
    local.reset()
    vendor.run(program, URL=local.url("promptrails"))
    theirs = {each["name"]: each for each in sent(local)}
    local.reset()
    run(program + AFTER, local)
    ours = {each["name"]: each for each in sent(local)}
    assert theirs.keys() == {"slow", "inside", "openai.chat", "after"}
    assert ours.keys() == theirs.keys() | {"good", "object", "not a number"}
    assert ["parent_span_id" in each["inside"] for each in (theirs, ours)] == [False, True]
    assert [each["openai.chat"].get("total_tokens") for each in (theirs, ours)] == [None, 3]


def test_every_name_and_signature(vendor: Vendor) -> None:
    """What the package's tracing defines is here, and takes the same arguments; ours takes some more by name."""
    surface = vendor.surface()
    modules = {name: told for name, told in surface["modules"].items() if name.startswith("promptrails.tracing")}
    assert modules["promptrails.tracing"]["names"] == ["Span", "SpanExporter", "Tracer"]
    told = vendor.run(SIGNATURES)
    compared = 0
    for place, theirs in told["result"].items():
        module, _, path = place.partition(":")
        found = __import__(f"promptport.{module}", fromlist=["_"])
        for step in path.split("."):
            found = getattr(found, step)
        mine = shown(found)
        for name, kind, default in theirs:
            assert (mine[name][0], mine[name][1]) == (kind, CHANGED.get((place, name), default)), (place, name)
            compared += 1
        for name in mine.keys() - {each[0] for each in theirs}:
            assert mine[name][1] or mine[name][0] == "VAR_KEYWORD", (place, name)
    assert compared > 90
    assert tracing.__all__ == ["SpanExporter", "Span", "Tracer"]


HOST = "'https://api.promptrails.ai'"
CHANGED = {  # (place, argument): our default in place of theirs
    ("promptrails.tracing:Tracer", "base_url"): "None",  # the environment is asked first
    ("promptrails.tracing.integrations.otel:PromptRailsSpanExporter", "base_url"): "None",
}
SIGNATURES = """
import inspect
from importlib import import_module

def shown(found):
    return [
        (each.name, each.kind.name, "" if each.default is each.empty else repr(each.default))
        for each in inspect.signature(found).parameters.values()
    ]

result = {}
for name in ("", *(f".integrations.{each}" for each in ("langchain", "openai", "anthropic", "google", "otel"))):
    module = import_module(f"promptrails.tracing{name}")
    for key, each in vars(module).items():
        home = getattr(each, "__module__", "")
        if key.startswith("_") or not callable(each) or not home.startswith(module.__name__):
            continue
        result[f"{module.__name__}:{key}"] = shown(each)
        for method, one in vars(each).items() if inspect.isclass(each) else ():
            if not method.startswith("_") and inspect.isfunction(one):
                result[f"{module.__name__}:{key}.{method}"] = shown(one)
"""


def shown(found: Any) -> dict[str, tuple[str, str]]:
    """The parameters of what can be called: their kinds and defaults."""
    return {
        each.name: (each.kind.name, "" if each.default is each.empty else repr(each.default))
        for each in inspect.signature(found).parameters.values()
    }
