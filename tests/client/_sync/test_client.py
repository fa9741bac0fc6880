# Made from tests/client/_async/test_client.py by `python tools/unasync.py`: change that file, never this one.
"""Proves what callers of `promptport.Client` get: strict rendering, fallbacks in all forms, xR2's traces and A/B tests."""

from __future__ import annotations

from typing import Any

import pytest

import promptport
from promptport import Client, Error, NotSupported, RenderError
from promptport.errors import ArgumentError
from promptport.testing import Platform

from ..conftest import Clock
from ..known import SCOPE, VALUES, XR2, Known

TEXT = "You are a friendly assistant. Answer in en.\n\nWelcome Alice and offer your help."


@pytest.fixture
def client(known: Known, platform: Platform):  # type: ignore[no-untyped-def] # a generator in one world, asynchronous in the other
    with Client(known.name, **known.settings(platform, disk=False, retries=0)) as made:
        yield made


def test_five_lines(client: Client, known: Known) -> None:
    """Get, render, and what a model takes; the prompt says where it came from."""
    prompt = client.get("welcome")
    rendered = prompt.render(**VALUES)

    assert rendered.text == TEXT
    assert (client.render("welcome", VALUES)).text == TEXT
    assert (client.render("welcome", VALUES, language="fr")).text.split(".")[1] == " Answer in fr"
    origin = rendered.origin
    assert (origin.platform, origin.source, origin.label) == (known.name, "network", "production")
    assert origin.version == 1
    assert 0 <= origin.age < 60
    assert {each.name for each in prompt.variables} == set(VALUES)
    assert repr(prompt) == f"<Prompt 'welcome', version 1, from {known.name} (network)>"
    assert "Alice" not in repr(rendered)


@pytest.mark.promise("C4")
@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({}, {"missing": ("name", "city")}),
        ({"name": "A"}, {"missing": ("city",)}),
        ({"name": "A", "city": "B", "age": 3}, {"unknown": {"age": None}}),
        ({"name": "A", "citi": "B"}, {"missing": ("city",), "unknown": {"citi": "city"}}),
        ({"name": "A", "city": {"B"}}, {"wrong": {"city"}}),
        ({"name": None, "citi": "B"}, {"missing": ("city",), "unknown": {"citi": "city"}, "wrong": {"name"}}),
    ],
)
def test_c4_nothing_silent(
    client: Client, known: Known, platform: Platform, values: dict[str, Any], told: dict[str, Any]
) -> None:
    """C4: missing, unknown and wrongly typed variables are told in one error, on every platform; one flag relaxes."""
    known.put(platform, "p", "Dear {{name}} of {{city}}", declared=("name", "city"))
    prompt = client.get("p")

    with pytest.raises(RenderError, match=r"^p, version 1: ") as caught:
        prompt.render(values)

    error = caught.value
    expected = {"missing": (), "unknown": {}, "wrong": set(), **told}
    assert {"missing": error.missing, "unknown": error.unknown, "wrong": set(error.wrong)} == expected
    for name in (*error.missing, *error.unknown, *error.wrong):
        assert name in str(error)
    relaxed = prompt.options(strict=False).render(values).text
    shown = {name: values.get(name, f"{{{{{name}}}}}") for name in ("name", "city")}
    assert relaxed == f"Dear {shown['name']} of {shown['city']}"


def test_c4_placeholders_that_nobody_declared(client: Client, known: Known, platform: Platform) -> None:
    """C4: a placeholder whose name is not declared raises as well, unless it gets a value."""
    known.put(platform, "p", "{{name}} {{nmae}}", declared=("name",))
    prompt = client.get("p")

    with pytest.raises(RenderError, match="not declared: nmae") as caught:
        prompt.render(name="A")
    assert caught.value.unresolved == ("nmae",)
    assert prompt.options(strict=False).render(name="A").text == "A {{nmae}}"


def test_c4_declared_types(platform: Platform) -> None:
    """C4: where a platform declares types and defaults, they hold: xR2 does."""
    names = {"s": "string", "n": "number", "b": "boolean", "a": "array"}
    variables = [{"name": name, "type": type_, "required": True} for name, type_ in names.items()]
    variables.append({"name": "d", "type": "string", "required": False, "default": "usual"})
    text = " ".join(f"{{{{{each['name']}}}}}" for each in variables)
    platform.backend("xr2").add_prompt("p", [{"user_prompt": text, "variables": variables}])
    with Client("xr2", **XR2.settings(platform, disk=False)) as client:
        prompt = client.get("p")
        assert prompt.render(s="x", n=1.5, b=True, a=[1]).text == "x 1.5 true [1] usual"
        with pytest.raises(RenderError) as caught:
            prompt.render(s=1, n="1", b="true", a="x", d=2)
    assert set(caught.value.wrong) == {"s", "n", "b", "a", "d"}


@pytest.mark.parametrize("name", ["", None, 3, ["p"], b"p"])
def test_names_that_are_none(client: Client, platform: Platform, name: Any) -> None:
    """A name is a text with something in it; nothing is sent for another."""
    with pytest.raises(ArgumentError, match="name"):
        client.get(name)
    assert not platform.requests


def test_selectors_that_are_none(client: Client, known: Known, platform: Platform) -> None:
    """A version and a label at once, an empty one, or one that the platform does not have: told before anything is sent."""
    with pytest.raises(ArgumentError, match="not for both"):
        client.get("welcome", version=1, label="production")
    with pytest.raises(ArgumentError, match="A label is a text"):
        client.get("welcome", label="")
    with pytest.raises(NotSupported, match="production"):
        client.get("welcome", label="prod")
    with pytest.raises(ArgumentError if known is XR2 else NotSupported):
        client.get("welcome", version="abc" if known is XR2 else 3)
    with pytest.raises(NotSupported, match="`get` fetches one by its name"):
        client.list()
    assert not known.fetches(platform)


def test_every_error_is_ours(client: Client, known: Known, platform: Platform) -> None:
    """An answer that nobody can read ends in an error of ours."""
    for body in ("<html>", "[]", "null", '{"a"', ""):
        platform.script(known.name, {"status": 200, "body": body, "operation": known.operation})
        with pytest.raises(Error):
            client.get("welcome")


def test_a_trace_is_lent_to_nobody(platform: Platform) -> None:
    """xR2 mints a trace for each fetch: the caller who fetched has it, and nobody else, whatever the copy is made of."""
    settings = XR2.settings(platform, disk=True)
    with Client("xr2", **settings) as client:
        first = client.get("welcome")
        again = client.get("welcome")
    with Client("xr2", **settings) as client:
        recalled = client.get("welcome")

    assert [each["trace_id"] for each in platform.backend("xr2").traces] == [first.fetched.trace]
    assert [(each.origin.source, each.fetched.trace) for each in (again, recalled)] == [("cache", None), ("disk", None)]
    assert first.with_source("fallback").fetched.trace is None


def under_test(platform: Platform, prompt: str = "p") -> None:
    """Let an A/B test choose between two versions of a prompt that has three."""
    XR2.put(platform, prompt, "a", "b", "outside")
    platform.backend("xr2").add_ab_test("t", prompt, 1, 2, 10_000)


def test_an_ab_test_is_served_from_no_cache(platform: Platform, clock: Clock) -> None:
    """While a test chooses, every call is its own; in an outage the last version outside a test answers, and says so."""
    XR2.put(platform, "p", "a", "b", "outside")
    for disk in (True, False):
        with Client("xr2", **XR2.settings(platform, disk=disk, retries=0)) as client:
            assert (client.get("p")).messages[0].content == "outside"
            under_test(platform)
            clock.ahead += 1000
            before = XR2.fetches(platform)
            seen = [client.get("p") for _ in range(20)]
            assert XR2.fetches(platform) == before + 20
            assert {each.origin.source for each in seen} == {"network"}
            assert {each.messages[0].content for each in seen} == {"a", "b"}
            assert len({each.fetched.trace for each in seen}) == 20
            XR2.fail(platform, status=503)
            for _ in range(3):
                prompt = client.get("p")
                assert (prompt.origin.source, prompt.messages[0].content, prompt.fetched.trace) == (
                    "stale", "outside", None,
                )  # fmt: skip
            platform.reset()
            XR2.put(platform, "p", "a", "b", "outside")


def test_an_ab_test_leaves_versions_and_labels_alone(platform: Platform) -> None:
    """Who asks for a version or a label takes no part in a test, and is served from the cache."""
    under_test(platform)
    with Client("xr2", **XR2.settings(platform, disk=False)) as client:
        for selector in ({"version": 1}, {"label": "production"}):
            seen = [(client.get("p", **selector)).origin.source for _ in range(3)]
            assert seen == ["network", "cache", "cache"]
        assert platform.backend("xr2").ab_tests[0]["served_a"] == 0


def test_the_end_of_an_ab_test(platform: Platform) -> None:
    """When the test is over, the prompt is kept again."""
    under_test(platform)
    with Client("xr2", **XR2.settings(platform, disk=False)) as client:
        client.get("p")
        XR2.put(platform, "p", "after")
        platform.backend("xr2").add_ab_test("t", "p", 1, 1, 1, status="cancelled")
        assert [(client.get("p")).origin.source for _ in range(3)] == ["network", "cache", "cache"]


def test_answers_and_headers_reach_the_neutral_client(platform: Platform) -> None:
    """`answers()` sees what `get` fetched; a header of `with_options` is sent."""
    with Client("scope", **SCOPE.settings(platform, disk=False)) as client:
        with promptport.answers() as seen:
            client.with_options(headers={"X-Team": "a"}).get("welcome")
    assert seen[-1].status == 200
    assert platform.requests[-1].header("x-team") == "a"
