"""Proves that the page of a contract has all that the contract says, in a form that fits a telephone."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tools.site.contracts import contracts, history, item, kind, page

CONTRACTS = contracts()

pytestmark = pytest.mark.one_python("it makes texts of texts")


@pytest.fixture(scope="module", params=sorted(CONTRACTS))
def shown(request: pytest.FixtureRequest) -> tuple[Any, str]:
    """A contract and its page."""
    return CONTRACTS[request.param], page(request.param, CONTRACTS[request.param])


def test_every_operation_parameter_and_answer(shown: tuple[Any, str]) -> None:
    contract, text = shown
    sections = dict(re.findall(r"^### \S+ \{ #(\S+) \}\n\n(.*?)(?=^##|\Z)", text, re.MULTILINE | re.DOTALL))
    for path, methods in contract["paths"].items():
        for method, operation in methods.items():
            section = sections[operation["operationId"].replace("_", "-")]
            assert section.startswith(f"`{method.upper()} {path}`\n")
            assert operation["summary"] in section
            for each in operation["parameters"]:
                assert re.search(rf"^- `{re.escape(each['name'])}` \({each['in']}, ", section, re.MULTILINE)
            for status in operation["responses"]:
                assert f"Answer {status}" in section or f"[{status}](#error-" in section
            assert history(operation) in section


def test_every_object_and_field(shown: tuple[Any, str]) -> None:
    contract, text = shown
    for name, schema in contract["components"]["schemas"].items():
        section = text.partition(f"\n### {name} {{ #object-{name.lower()} }}\n")[2].partition("\n### ")[0]
        for field, each in schema.get("properties", {}).items():
            [line] = re.findall(rf"^- `{re.escape(field)}` .*$", section, re.MULTILINE)
            assert each.get("description", "") in line
            assert line.startswith(f"- `{field}` (required, ") is (field in schema.get("required", ()))


def test_links_lead_to_the_page(shown: tuple[Any, str]) -> None:
    _, text = shown
    anchors = re.findall(r"\{ #(\S+) \}$", text, re.MULTILINE)
    assert len(anchors) == len({*anchors})
    assert {*re.findall(r"\]\(#([^)]+)\)", text)} <= {*anchors}
    assert not re.search(r"^\|", text, re.MULTILINE)


@pytest.mark.parametrize(
    ("schema", "said"),
    [
        ({"$ref": "#/components/schemas/Agent"}, "[Agent](#object-agent)"),
        ({"type": ["string", "null"], "format": "date-time"}, "string (date-time) or null"),
        ({"type": "array", "items": {"$ref": "#/components/schemas/Agent"}}, "list of [Agent](#object-agent)"),
        ({"type": "object", "additionalProperties": {"type": "integer"}}, "object with values of integer"),
        ({"enum": ["a", 1]}, '`"a"` or `1`'),
        ({"anyOf": [{"const": True}, {"type": "null"}]}, "`true` or null"),
        ({}, "anything"),
    ],
)
def test_what_a_value_is(schema: dict[str, Any], said: str) -> None:
    assert kind(schema) == said


def test_history() -> None:
    """Of a field, and of a value that it can have."""
    node = {
        "type": "string",
        "description": "Its type.",
        "x-since": "0.4.0",
        "x-until": "0.8.0",
        "x-replaced-by": ["kind", "form"],
        "x-values": {"simple": {"x-until": "0.5.0"}, "other": {}},
    }
    assert [*item("type", node, ["query"], node)] == [
        "- `type` (query, string) Its type. Since 0.4.0. Until 0.8.0. In its place: `kind`, `form`.",
        "    - `simple`: Until 0.5.0.",
    ]
