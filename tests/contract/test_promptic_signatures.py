"""Proves that every method of `promptic_sdk`'s clients is here with the same parameters; what differs is meant."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from functools import reduce
from importlib import import_module
from typing import Any, Literal, NotRequired, Required, get_args, get_origin, get_type_hints
from unittest.mock import ANY

import httpx
import promptport_api.promptic.api.client as api
import pytest

import promptport.promptic
import promptport.promptic.client
import promptport.promptic.models
from promptport import promptic
from promptport.promptic.absent import AGENT_GYM

from ..promptic.wire import CONTRACT, LATER
from .driven import vendor_of
from .vendor import ABSENT, Allowed, Call, Difference, differing, methods, not_allowed, unused

# Named this way, since a type checker need not have the vendor's package.
promptic_sdk: Any = import_module("promptic_sdk")
KINDS: dict[str, tuple[Any, Any]] = {
    name: (getattr(promptic_sdk, name), getattr(promptport.promptic, name))
    for name in ("PrompticClient", "AsyncPrompticClient")
}
SEAM = "what a test or an observer needs; it stands after everything that the vendor has"
DERIVED = "other options for some calls, over the same connections"
PROGRESS = "to tell how far it is; it stands after everything that the vendor has"
SENDING = "through it generated methods send, in every room alike"
NEWER = "a later release of the vendor's has it"
ONE = "one answer has the fields of both releases, under the name of the later one"
LACKING = "an experiment takes as long as an evaluation, and the vendor lacks a way to wait for it"
ALLOWED = (
    *(
        Allowed("*", f"__init__({name})", ABSENT, ("KEYWORD_ONLY", value), SEAM)
        for name, value in (
            ("retries", 2), ("backoff_factor", 0.5), ("proxy", None), ("verify", True), ("hooks", ()),
            ("max_answer", 64_000_000), ("release", None), ("transport", None), ("http_client", None),
        )
    ),
    Allowed("*", "__init__(ai_application_id)", ABSENT, ("KEYWORD_ONLY", None), NEWER),
    Allowed("*", "download_artifact*", ABSENT, ANY, NEWER),
    Allowed("*", "list_models*", ABSENT, ANY, "another name of a later release's `models.list`, since other calls are flat"),
    Allowed("*", "with_options*", ABSENT, ANY, DERIVED),
    Allowed("*", "send*", ABSENT, ANY, SENDING),
    Allowed("*", "wait_for_evaluation(on_progress)", ABSENT, ("KEYWORD_ONLY", None), PROGRESS),
    Allowed("*", "wait_for_experiment*", ABSENT, ANY, LACKING),
    *(Allowed("*", f"{name}*", ABSENT, ANY, NEWER) for name in sorted(LATER) if name in vars(api.Client)),
    Allowed("*", "create_experiment(input_variables)", ABSENT, ("KEYWORD_ONLY", None), NEWER),
    Allowed("*", "get_dataset", (ANY, "DatasetWithItems"), (ANY, "DatasetWithCases"), ONE),
    Allowed("*", "get_workspace", (ANY, "Workspace"), (ANY, "AIApplication"), ONE),
    Allowed("AsyncPrompticClient", "aclose", ABSENT, ("coroutine", "None"), "the name that all our asyncio clients have for it"),
)  # fmt: skip


def surface(kind: type) -> dict[str, Any]:
    """The public methods of a class: whether they are awaited, what they answer, each parameter's kind and default."""
    found: dict[str, Any] = {}
    init = inspect.signature(kind)
    for name, signature in {"__init__": init.replace(return_annotation="None"), **methods(kind)}.items():
        awaited = "coroutine" if inspect.iscoroutinefunction(getattr(kind, name)) else "method"
        found[name] = (awaited, str(signature.return_annotation).replace("models.", ""))
        for each in signature.parameters.values():
            default = "required" if each.default is each.empty else each.default
            found[f"{name}({each.name})"] = (each.kind.name, default)
    return found


def found() -> Iterator[Difference]:
    """What differs between each of the vendor's clients and ours."""
    for name, (theirs, ours) in KINDS.items():
        yield from differing(Call(name), surface(theirs), surface(ours))


def test_signatures_are_the_same() -> None:
    """Methods, answers, names, kinds and defaults of parameters are the vendor's, but for the allowed rows; none is idle."""
    assert not_allowed(found(), ALLOWED) == []
    assert unused(found(), ALLOWED) == []


@pytest.mark.parametrize(("theirs", "ours"), KINDS.values(), ids=KINDS)
def test_places_are_the_same(theirs: type, ours: type) -> None:
    """An argument that is given by its place goes where it went."""
    placed = inspect.Parameter.POSITIONAL_OR_KEYWORD
    order = [
        {name: [each.name for each in about.parameters.values() if each.kind is placed] for name, about in methods(kind).items()}
        for kind in (theirs, ours)
    ]  # fmt: skip

    assert len(order[0]) == 47
    assert {name: order[1][name] for name in order[0]} == order[0]
    assert placed_in(ours) == placed_in(theirs) == ["api_key", "access_token", "workspace_id", "endpoint", "timeout"]


@pytest.mark.parametrize("name", sorted(promptic_sdk.__all__))
def test_names_of_the_package(name: str) -> None:
    """What `promptic_sdk` exports, `promptport.promptic` exports."""
    assert name in vars(promptport.promptic)["__all__"]
    assert getattr(promptport.promptic, name) is not None


def test_names_of_the_modules() -> None:
    """`client` and `models` have the public names of the vendor's modules, and the versions are the same."""
    theirs = import_module("promptic_sdk.models")
    names = {name for name in vars(theirs) if name[0].isupper()} - {"Any", "Literal", "TypedDict"}

    assert {name for name in names if not hasattr(promptport.promptic.models, name)} == set()
    assert len(names) == 52
    assert promptport.promptic.client.PrompticClient is promptport.promptic.PrompticClient
    assert promptport.promptic.client.PrompticAPIError is promptport.promptic.PrompticAPIError
    assert promptport.promptic.__version__ == promptport.promptic.VERSION == promptic_sdk.__version__


def test_types_are_the_same() -> None:
    """Every typed dict of the vendor's has the same fields here, of the same types; so has every literal its values."""
    theirs = import_module("promptic_sdk.models")
    objects = [name for name, each in vars(theirs).items() if hasattr(each, "__total__")]
    literals = {name: get_args(each) for name, each in vars(theirs).items() if get_origin(each) is Literal}
    for name in objects:
        found, known = fields(promptport.promptic, name), fields(theirs, name)
        assert {each: found[each].replace(", 'toolSelection'", "") for each in known} == known, name
        assert found.keys() - known.keys() == newer(name), name
        assert getattr(promptport.promptic, name).__required_keys__ >= getattr(theirs, name).__required_keys__
    for name, values in literals.items():
        ours = get_args(getattr(promptport.promptic, name))
        assert ours[: len(values)] == values
        assert {*ours[len(values) :]} <= {"toolSelection"}, name
    assert (len(objects), len(literals)) == (41, 11)


def newer(name: str) -> set[str]:
    """The fields that later releases have, and the one that the document has and the package's type has not."""
    known = {"DatasetWithItems": "DatasetWithCases", "Workspace": "AIApplication"}
    said = CONTRACT["components"]["schemas"][known.get(name, name)]["properties"]
    return {each for each, about in said.items() if "x-since" in about or each == "modelUnavailable"}


def fields(module: Any, name: str) -> dict[str, str]:
    """The fields of a typed dict: their types, and whether they must be there."""
    made = getattr(module, name)
    found: dict[str, str] = {}
    for each, hint in get_type_hints(made, include_extras=True).items():
        needed = each in made.__required_keys__
        inner = get_args(hint)[0] if get_origin(hint) in (Required, NotRequired) else hint
        found[each] = f"{_MODULE.sub('', repr(inner))}{'' if needed else ', perhaps'}"
    return found


_MODULE = re.compile(r"[a-z_]\w*\.|<class '|'>")


def placed_in(kind: type) -> list[str]:
    """The parameters of a constructor that can be given by their place."""
    placed = inspect.Parameter.POSITIONAL_OR_KEYWORD
    return [each.name for each in inspect.signature(kind).parameters.values() if each.kind is placed]


def test_the_error_is_the_same() -> None:
    """It is made, and holds, what the vendor's does."""
    theirs, ours = (each.PrompticAPIError(404, "Not found") for each in (promptic_sdk, promptport.promptic))

    assert {name: getattr(ours, name) for name in vars(theirs)} == vars(theirs)
    assert inspect.signature(type(theirs)).parameters.keys() < inspect.signature(type(ours)).parameters.keys()


@pytest.fixture(scope="module")
def newest() -> Iterator[Any]:
    """The surface of the vendor's 1.1.0."""
    with vendor_of("promptic-sdk", "1.1.0") as vendor:
        yield vendor.surface()


@pytest.mark.parametrize("client", KINDS)
def test_methods_of_the_newest_release(newest: Any, client: str) -> None:
    """Each is here, with the same parameters: their names, kinds and defaults."""
    ours = KINDS[client][1]("k", transport=httpx.MockTransport(lambda request: httpx.Response(500)))
    methods = newest["clients"][f"promptic_sdk.{client}"]["methods"]
    differ = {}
    for path, about in methods.items():
        wanted = [(each["name"], each["kind"], each.get("default", "")) for each in about["parameters"]]
        method = reduce(getattr, path.split("."), ours)
        found = [
            (each.name, each.kind.name, "" if each.default is each.empty else repr(each.default))
            for each in inspect.signature(method).parameters.values()
        ]
        if found != wanted:
            differ[path] = found, wanted
        assert inspect.iscoroutinefunction(method) is (client == "AsyncPrompticClient"), path
    assert differ == {}
    assert len(methods) == 43


def test_names_and_types_of_the_newest_release(newest: Any) -> None:
    """What it exports is here or says why it is not; each type has the same fields, of which none is less sure to be there."""
    exported = set(newest["modules"]["promptic_sdk"]["names"])
    assert exported - AGENT_GYM <= {*promptic.__all__}
    assert exported >= AGENT_GYM
    theirs = {name.rpartition(".")[2]: each for name, each in newest["types"].items()}
    theirs = {name: each for name, each in theirs.items() if hasattr(promptic.models, name) or name in exported}
    theirs.pop("PrompticAPIError")
    assert len(theirs) == 54
    for name, each in theirs.items():
        if each["kind"] == "typed dict" and name not in AGENT_GYM:
            made = getattr(promptic, name)
            fields_of = made.__required_keys__ | made.__optional_keys__
            assert each["fields"].keys() <= fields_of, name
            required = {field for field, about in each["fields"].items() if about["required"]}
            if name not in ("DatasetCaseCreate", "ToolSelectionTool"):  # what goes out, which callers build
                assert required <= made.__required_keys__, name
        elif each["kind"] == "literal" and name not in AGENT_GYM:
            assert {*get_args(getattr(promptic, name))} == {*each["values"]}, name


def test_versions() -> None:
    """The documents' release is the version; the newest one is the last of those that are covered, as the contract has them."""
    assert promptic.VERSION == "0.14.2" == promptic.VERSIONS[0]
    assert promptic.VERSIONS[-1] == "1.1.0"
    assert list(promptic.VERSIONS) == CONTRACT["x-releases"]
