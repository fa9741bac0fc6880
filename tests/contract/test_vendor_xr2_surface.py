"""Proves that a program written for `xr2_sdk` finds every name, parameter and attribute here; what differs is meant."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from importlib import import_module
from typing import Any
from unittest.mock import ANY

import pytest

import promptport.xr2
import promptport.xr2.client
import promptport.xr2.models
from promptport.http.timeouts import UNSET

from .vendor import ABSENT, Allowed, Call, Difference, differing, not_allowed, unused
from .xr2_clients import WORLDS, driver, xr2_sdk

THEIRS: Any = import_module("xr2_sdk.models")
OURS: Any = promptport.xr2.models
KINDS: dict[str, tuple[Any, Any]] = {
    **{name: (getattr(xr2_sdk, name), getattr(promptport.xr2, name)) for name in ("xR2Client", "AsyncxR2Client")},
    "Response": (THEIRS.Response, OURS.Response),
    "VariableError": (THEIRS.VariableError, OURS.VariableError),
    "XR2Error": (THEIRS.XR2Error, OURS.XR2Error),
}
ENVIRONMENT = "the key may come from XR2_API_KEY"
SEAM = "what a test or an observer needs; it stands after everything that the vendor has"
DERIVED = "other options for some calls, over the same connections"
SENDING = "through it generated methods send, in every room alike"
CLOSING = "the vendor's blocking client can't be closed, and neither is a context manager"
VALUES = "for those who prefer exceptions"
FACTS = "what else is known of a failure"
ALLOWED = (
    Allowed("xR2Client", "__init__(api_key)", ANY, ("POSITIONAL_OR_KEYWORD", None), ENVIRONMENT),
    Allowed("AsyncxR2Client", "__init__(api_key)", ANY, ("POSITIONAL_OR_KEYWORD", None), ENVIRONMENT),
    *(
        Allowed(kind, f"__init__({name})", ABSENT, ("KEYWORD_ONLY", value), SEAM)
        for kind in ("xR2Client", "AsyncxR2Client")
        for name, value in (
            ("proxy", None),
            ("verify", True),
            ("hooks", ()),
            ("max_answer", 64_000_000),
            ("transport", None),
            ("http_client", None),
        )
    ),
    *(Allowed(kind, "with_options", ABSENT, ANY, DERIVED) for kind in ("xR2Client", "AsyncxR2Client")),
    *(
        Allowed(kind, f"with_options({name})", ABSENT, ("KEYWORD_ONLY", UNSET if name == "timeout" else None), DERIVED)
        for kind in ("xR2Client", "AsyncxR2Client")
        for name in ("timeout", "retries", "headers", "deadline")
    ),
    *(Allowed(kind, "send*", ABSENT, ANY, SENDING) for kind in ("xR2Client", "AsyncxR2Client")),
    Allowed("xR2Client", "close", ABSENT, "method", CLOSING),
    Allowed("Response", "__init__(exception)", ABSENT, ("POSITIONAL_OR_KEYWORD", None), VALUES),
    Allowed("Response", "unwrap", ABSENT, "method", VALUES),
    Allowed("XR2Error", "__init__(*", ABSENT, ANY, FACTS),
)


def surface(kind: type) -> dict[str, Any]:
    """The public methods of a class, whether they are awaited, and every parameter with its kind and default."""
    found: dict[str, Any] = {}
    for name, member in inspect.getmembers(kind, inspect.isfunction):
        if name.startswith("_") and name != "__init__":
            continue
        found[name] = "coroutine" if inspect.iscoroutinefunction(member) else "method"
        for each in list(inspect.signature(member).parameters.values())[1:]:
            default = "required" if each.default is each.empty else each.default
            found[f"{name}({each.name})"] = (each.kind.name, default)
    return found


def order(kind: type) -> list[str]:
    """The parameters of a constructor that can be given by their place, in order."""
    placed = inspect.Parameter.POSITIONAL_OR_KEYWORD
    return [each.name for each in inspect.signature(kind).parameters.values() if each.kind is placed]


def found() -> Iterator[Difference]:
    """What differs between each of the vendor's classes and ours."""
    for name, (theirs, ours) in KINDS.items():
        yield from differing(Call(name), surface(theirs), surface(ours))


def test_signatures_are_the_same() -> None:
    """Methods, names, kinds and defaults of parameters are the vendor's, but for the allowed rows; no row is idle."""
    assert len(list(found())) > 0
    assert not_allowed(found(), ALLOWED) == []
    assert unused(found(), ALLOWED) == []


@pytest.mark.parametrize(("theirs", "ours"), KINDS.values(), ids=KINDS)
def test_places_are_the_same(theirs: type, ours: type) -> None:
    """An argument that is given by its place goes where it went."""
    assert order(ours)[: len(order(theirs))] == order(theirs)


def test_render_has_the_same_signature() -> None:
    """`render` takes what the vendor's takes."""
    theirs, ours = surface(THEIRS.PromptContentResponse), surface(OURS.PromptContentResponse)

    names = [name for name in theirs if name.startswith("render")]
    assert {name: ours[name] for name in names} == {name: theirs[name] for name in names}
    assert len(names) == 5


@pytest.mark.parametrize("name", sorted(xr2_sdk.__all__))
def test_names_of_the_package(name: str) -> None:
    """What `xr2_sdk` exports, `promptport.xr2` exports under the same name."""
    assert name in vars(promptport.xr2)["__all__"]
    assert getattr(promptport.xr2, name).__name__ == name


@pytest.mark.parametrize("module", ["", ".client", ".config", ".models"])
def test_what_programs_import(module: str) -> None:
    """Each module of the vendor's is here, with all that it has of its own, or shows by a name without an underscore."""
    theirs, ours = import_module(f"xr2_sdk{module}"), import_module(f"promptport.xr2{module}")

    public = {
        name
        for name, each in vars(theirs).items()
        if not name.startswith("_")
        and (getattr(each, "__module__", "xr2_sdk").startswith("xr2_sdk"))
        and not hasattr(each, "__path__")
        and not inspect.ismodule(each)
        and name not in ("annotations", "T")
    }
    assert {name for name in public if not hasattr(ours, name)} == set()
    assert public


def test_names_of_the_modules() -> None:
    """`client` and `models` have the public classes of the vendor's modules, and the versions are the same."""
    classes = {name: each for name, each in vars(THEIRS).items() if isinstance(each, type)}
    models = {name for name, each in classes.items() if each.__module__ == THEIRS.__name__}

    assert {name for name in models if not hasattr(OURS, name)} == set()
    assert len(models) > 10
    assert promptport.xr2.client.xR2Client is promptport.xr2.xR2Client
    assert promptport.xr2.client.AsyncxR2Client is promptport.xr2.AsyncxR2Client
    assert promptport.xr2.__version__ == promptport.xr2.VERSION == xr2_sdk.__version__


@pytest.mark.parametrize(
    "name", ["XR2Error", "PromptNotFoundError", "AuthenticationError", "APIError", "VariableError"]
)
def test_errors_are_caught_alike(name: str) -> None:
    """Each error derives here from what it derives from there, and holds the same."""
    theirs, ours = getattr(THEIRS, name), getattr(OURS, name)

    bases = [each.__name__ for each in theirs.__mro__]
    assert [each.__name__ for each in ours.__mro__ if each.__name__ in bases] == bases
    assert {each: getattr(ours("m"), each) for each in vars(theirs("m"))} == vars(theirs("m"))


@pytest.mark.parametrize("name", ["CheckAPIKeyResponse", "PromptContentResponse", "EventResponse", "RenderedPrompt"])
def test_models_have_the_same_attributes(name: str) -> None:
    """Every field of the vendor's models is an attribute here."""
    fields = set(getattr(THEIRS, name).model_fields)

    assert {each for each in fields if not hasattr(getattr(OURS, name), each)} == set()
    assert len(fields) > 1


@pytest.mark.parametrize(("theirs", "ours"), WORLDS.values(), ids=WORLDS)
def test_clients_have_the_same_attributes(theirs: Any, ours: Any) -> None:
    """The public attributes of a client have the same values, the address without slashes at its end."""
    with (
        driver(theirs, "http://localhost:1/xr2//", timeout=2.5) as one,
        driver(ours, "http://localhost:1/xr2//", timeout=2.5) as other,
    ):
        public = {each: value for each, value in vars(one.client).items() if not each.startswith("_")}

        assert public == {"base_url": "http://localhost:1/xr2", "timeout": 2.5}
        assert {each: getattr(other.client, each) for each in public} == public
