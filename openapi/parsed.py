"""What the generator's own parser is given of a contract, and which modules it makes of it."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from contract import METHODS, hidden
from openapi_python_client.parser import GeneratorData
from openapi_python_client.parser.errors import GeneratorError
from places import Place, Refusal
from quoting import Code, class_identifier, identifier
from view import View

NAMING = (
    "paths",
    "properties",
    "schemas",
    "parameters",
    "requestBodies",
    "responses",
    "securitySchemes",
    "headers",
    "content",
)
IRRELEVANT = ("title", "default", "example", "examples", "enum")  # to the generator's own parser


def simplified(node: Any, names: bool = False) -> Any:
    """The contract for the generator's own parser, which would make a class of every enumeration and of every plain dict.

    It knows nothing of our extensions, and what is asked of it is which modules there are: texts and values are none of its
    business.

    Args:
        node: The contract, or a part of it.
        names: The keys of this part are names that the contract gives, and not words of OpenAPI.
    """
    if isinstance(node, list):
        return [simplified(each) for each in node]
    if not isinstance(node, dict):
        return node
    if names:
        return {key: simplified(value) for key, value in node.items()}
    if node.get("type") == "object" and "properties" not in node:
        return {}
    return {
        key: value if key == "info" else simplified(value, key in NAMING)
        for key, value in node.items()
        if key not in IRRELEVANT and not key.startswith("x-") and not (key in METHODS and hidden(value))
    }


def numbered(node: Any) -> Any:
    """A simplified contract whose fields have numbers for names, since the generator's own would collide where ours don't."""
    if isinstance(node, list):
        return [numbered(each) for each in node]
    if not isinstance(node, dict):
        return node
    found = {key: numbered(value) for key, value in node.items() if key != "properties"}
    if "properties" in node:
        found["properties"] = {
            f"field_{index}": numbered(each) for index, each in enumerate(node["properties"].values())
        }
    return found


def parsed_refusals(data: GeneratorData) -> list[Refusal]:
    """What the generator's own parser had to leave out, with its place as far as it tells."""
    errors: list[GeneratorError] = [*data.errors]
    for collection in data.endpoint_collections_by_tag.values():
        errors += collection.parse_errors
    return [refusal(each) for each in errors]


def refusal(error: GeneratorError) -> Refusal:
    """An error of the generator's own parser, with its place as far as it tells."""
    text = f"{error.header} {error.detail}"
    place: Place = ()
    if found := re.search(r"parsing ([A-Z]+) (\S+) within", text):
        place = ("paths", found[2], found[1].lower())
    elif found := re.search(r"/components/schemas/(\w+)", text):
        place = ("components", "schemas", found[1])
    return Refusal(" ".join((error.detail or error.header).split()), place)


class ModelClass(NamedTuple):
    """A class of `models`, and the module that has it."""

    name: Code
    module: Code


def classes(data: GeneratorData, view: View) -> list[ModelClass]:
    """The classes, by their modules; none is missing, as is no operation.

    Raises:
        Refusal: The generator calls something otherwise than we do.
    """
    found = [ModelClass(class_identifier(str(each.class_info.name)), identifier(str(each.class_info.module_name)))
             for each in data.models]  # fmt: skip
    modules = [each.module for each in found]
    for name in sorted(each for each in view.used if view.types.is_model(each)):
        own = next((each.module for each in found if each.name == name), None)
        if own in (None, "import_module") or modules.count(own) > 1:  # which `models` itself calls
            raise Refusal(f"no module can be called after {name}: write another name", ("components", "schemas", name))
    for operation in view.operations.values():
        collection = data.endpoint_collections_by_tag.get(operation["tags"][0])
        where = ("paths", operation["path"], operation["method"].lower())
        if collection is None:
            raise Refusal(f"no module can be called {operation['tags'][0]}: write another tag", where)
        if operation["operationId"] not in [each.name for each in collection.endpoints]:
            raise Refusal(f"no module can be called {operation['operationId']}: write another id", where)
    return sorted(found, key=lambda each: each.module)
