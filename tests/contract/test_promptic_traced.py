"""Proves that the local platform receives the same spans of one program from Promptic's tracing and from ours.

The program runs in processes of its own: with 0.14.2, with 1.1.0, and with ours, its import changed.
"""

from __future__ import annotations

import inspect
import json
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from promptport.promptic import PrompticClient, tracing
from promptport.testing import Platform
from promptport_local import LoggedRequest
from tools.vendors.installed import installed

from .driven import vendor_of
from .promptic_clients import KEY, Clock, local_promptic

PROGRAM = Path(__file__).with_name("promptic_traced.py")
THEIRS, OURS = "promptic_sdk", "promptport.promptic"
BIG = """
import sys
from importlib import import_module
from opentelemetry import trace

import_module(sys.argv[1]).init(auto_instrument=False)
for each in "abcdefgh":
    with trace.get_tracer("t").start_as_current_span(each) as span:
        for at in range(9):
            span.set_attribute(f"part {at}", each * 100_000)
trace.get_tracer_provider().force_flush(60_000)
"""


@dataclass(frozen=True)
class Seen:
    """What the platform has of a program.

    Attributes:
        spans: Its spans by their names; references to artifacts say what they refer to.
        exports: The requests that brought them.
        bodies: What was said of artifacts, without the ids of what was stored.
        datasets: How many cases each dataset has.
    """

    spans: Mapping[str, Any]
    exports: list[LoggedRequest]
    bodies: set[str]
    datasets: Mapping[str, int]


def run(platform: Platform, home: Path, folder: str, *arguments: str) -> None:
    """Run a program of Python's, with a folder of packages before others."""
    variables = {
        "PROMPTIC_API_KEY": KEY, "PROMPTIC_ENDPOINT": platform.url("promptic"), "HOME": str(home), "PYTHONPATH": folder,
        "PROMPTPORT_OUTBOX_DIR": str(home / "outbox"), "NO_PROXY": "*",
    }  # fmt: skip
    ended = subprocess.run(
        [sys.executable, *arguments], env=variables, capture_output=True, text=True, check=False, timeout=100
    )
    assert ended.returncode == 0, ended.stderr


def _seen(module: str, folder: str, home: Path) -> Seen:
    with local_promptic(Clock()) as platform, PrompticClient(KEY, endpoint=platform.url("promptic")) as client:
        component = client.create_component("c")["id"]
        known = client.create_dataset(component, "known")["id"]
        run(platform, home, folder, str(PROGRAM), module, known)
        asked = list(platform.requests)
        spans, references = {}, {}
        for row in client.list_traces(limit=100)["traces"]:
            trace = client.get_trace(row["traceId"])
            if (trace["metadata"] or {}).get("service.name") != "shop":
                continue
            for each in client.list_trace_artifacts(row["traceId"])["data"]:
                references[each["uri"]] = f"<{each['sha256'][:8]} {each['mimeType']} {each['sizeBytes']}>"
            for span in trace["spans"]:
                about = {
                    name: span[name] for name in ("kind", "input", "output", "metadata", "status", "statusMessage")
                }
                events = [(each["name"], each["body"]) for each in span["events"]]
                resource = sorted({*trace["metadata"]} - {"service.instance.id"})  # which some releases make
                spans[span["name"]] = {
                    **about, "events": events, "component": row["componentName"], "resource": resource,
                }  # fmt: skip
        text = json.dumps(spans)
        for uri, what in references.items():
            text = text.replace(uri, what)
        datasets = {
            each["name"]: len(client.get_dataset(component, each["id"])["cases"])
            for each in client.list_datasets(component)["data"]
        }
    exports = [each for each in asked if each.operation == "ingest_otlp_traces"]
    told = [json.loads(each.body) for each in asked if each.operation in ("create_artifact", "presign_storage_object")]
    bodies = {json.dumps({**each, "storageObjectId": None}, sort_keys=True) for each in told}
    return Seen(json.loads(text), exports, bodies, datasets)


def unlike(one: Mapping[str, Any], other: Mapping[str, Any]) -> set[str]:
    """The names of spans that differ, of those that both have."""
    return {name for name in one.keys() & other.keys() if one[name] != other[name]}


def test_the_same_spans_arrive(tmp_path: Path) -> None:
    """Attributes and events to the letter, files and long texts in them, components, datasets, the resource, the headers."""
    first, newest, ours, ours_on_the_oldest = (
        _seen(module, folder, tmp_path / name)
        for name, module, folder in (
            ("first", THEIRS, ""), ("newest", THEIRS, str(installed("promptic-sdk", "1.1.0"))), ("ours", OURS, ""),
            ("oldest", OURS, str(installed("opentelemetry-exporter-otlp-proto-http", "1.20.0")))
        )
    )  # fmt: skip
    assert unlike(newest.spans, ours.spans) == set()
    assert ours.spans.keys() - newest.spans.keys() == {"by name", "of name", "run alone"}
    assert newest.spans.keys() - ours.spans.keys() == set()
    assert (newest.datasets, ours.datasets) == ({"known": 2}, {"known": 2, "d": 1})

    # OpenTelemetry 1.20.0 is the first that the vendor's package and ours are for.
    assert unlike(ours.spans, ours_on_the_oldest.spans) == set()
    assert (ours.bodies, ours.datasets) == (ours_on_the_oldest.bodies, ours_on_the_oldest.datasets)

    # Of artifacts nothing that the vendor's does not say; of one content in one trace it is said once.
    assert ours.bodies < newest.bodies

    # The first release leaves files and long texts in spans.
    own = {"outside", "outer", "inner", "by name", "of name", "run alone"}
    assert own <= first.spans.keys()
    assert unlike(first.spans, ours.spans).isdisjoint(own)
    assert first.datasets == {"known": 0, "d": 1}

    for theirs in (first, newest):
        for name in ("authorization", "content-type", "content-encoding", "x-workspace-id", "x-ai-application-id"):
            assert {each.header(name) for each in theirs.exports} == {each.header(name) for each in ours.exports}, name
        assert {each.path for each in theirs.exports} == {each.path for each in ours.exports}
    assert {str(each.header("user-agent")).partition("/")[0] for each in ours.exports} == {"promptport"}


@pytest.mark.parametrize(("module", "stored"), [(THEIRS, 0), (OURS, 8)])
def test_spans_that_are_too_much_together(module: str, stored: int, tmp_path: Path) -> None:
    """Eight of 0.9 MB: with this OpenTelemetry the vendor's loses all of them."""
    with local_promptic(Clock()) as platform:
        run(platform, tmp_path, "", "-c", BIG, module)
        with PrompticClient(KEY, endpoint=platform.url("promptic")) as client:
            names = [each["name"] for each in client.list_traces(limit=100)["traces"]]
    assert len({*names} & {*"abcdefgh"}) == stored


def test_the_functions_take_what_both_releases_take() -> None:
    import promptic_sdk

    with vendor_of("promptic-sdk", "1.1.0") as vendor:
        told = vendor.run(
            "import inspect, promptic_sdk\n"
            "result = {each: list(inspect.signature(getattr(promptic_sdk, each)).parameters) "
            "for each in ('init', 'ai_component', 'dataset', 'artifact')}"
        )
    for name, newest in told["result"].items():
        ours = inspect.signature(getattr(tracing, name)).parameters
        first = inspect.signature(getattr(promptic_sdk, name)).parameters if hasattr(promptic_sdk, name) else {}
        assert {*newest, *first} <= {*ours}, name
