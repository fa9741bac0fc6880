"""What the generator's own parser is given of a contract, and which modules it makes of it."""

from __future__ import annotations

from typing import NamedTuple

from openapi_python_client.config import Config
from openapi_python_client.parser import GeneratorData
from openapi_python_client.parser.errors import GeneratorError
from openapi_python_client.parser.properties.schemas import Class
from openapi_python_client.strings import PythonIdentifier

from .class_names import free
from .contract import Json
from .places import Refusal, Refusals
from .quoting import LONGEST_NAME, Code, class_identifier, identifier, short
from .view import View


def skeleton(view: View) -> Json:
    """All that the generator's own parser is asked for: which modules there are. What is in them is made by `view`."""
    operations = {}
    for number, operation in enumerate(view.operations.values()):
        known = {"operationId": operation["operationId"], "tags": operation["tags"][:1]}
        operations[f"/{number}"] = {"get": known | {"responses": {"204": {"description": ""}}}}
    schemas = {f"Schema{number}": {"type": "object", "properties": {}} for number in range(len(view.models))}
    info = {"title": view.document["info"]["title"], "version": "1"}
    return {"openapi": "3.1.0", "info": info, "paths": operations, "components": {"schemas": schemas}}


def parsed(view: View, config: Config) -> GeneratorData:
    """What the generator's own parser makes of a contract.

    Raises:
        Refusal: It can't read it.
    """
    data = GeneratorData.from_dict(skeleton(view), config=config)
    errors = [data] if isinstance(data, GeneratorError) else list(data.errors)
    if isinstance(data, GeneratorData):
        errors += [each for collection in data.endpoint_collections_by_tag.values() for each in collection.parse_errors]
    if errors or isinstance(data, GeneratorError):
        raise refusal(errors[0])
    data.models = list(data.models)
    taken = {"import_module"}  # which `models` calls
    for model, name in zip(data.models, view.models, strict=True):
        module = free(PythonIdentifier(name, "field_"), taken)
        taken.add(module)
        model.class_info = Class(name=name, module_name=module)  # type: ignore[arg-type] # these are texts
    return data


def refusal(error: GeneratorError) -> Refusal:
    """An error of the generator's own parser."""
    return Refusal(" ".join((error.detail or error.header).split()))


class ModelClass(NamedTuple):
    """A class of `models`, and the module that has it."""

    name: Code
    module: Code


def classes(data: GeneratorData, view: View, refusals: Refusals) -> list[ModelClass]:
    """The classes, by their modules; none is missing, as is no operation.

    Args:
        data: What `parsed` answers.
        view: The contract.
        refusals: Where what the generator calls otherwise than we do is kept.
    """
    found = []
    modules = [str(each.class_info.module_name) for each in data.models]
    for name, module in zip(view.models, modules, strict=True):
        with refusals.at(*view.place(name)):
            if len(module) > LONGEST_NAME:
                where = " in the components, and refer to it" if len(view.place(name)) > 3 else ""
                what = f"its file's name has over {LONGEST_NAME} letters, write a shorter one{where}"
                raise Refusal(f"no module can be called after the schema {short(name)}: {what}")
            found.append(ModelClass(class_identifier(name), identifier(module)))
    for operation in view.operations.values():
        collection = data.endpoint_collections_by_tag.get(operation["tags"][0])
        with refusals.at("paths", operation["path"], operation["method"].lower()):
            if collection is None:
                raise Refusal(f"no module can be called {operation['tags'][0]}: write another tag", ("tags", 0))
            if operation["operationId"] not in [each.name for each in collection.endpoints]:
                what = f"no module can be called {operation['operationId']}: write another id"
                raise Refusal(what, ("operationId",))
    return sorted(found, key=lambda each: each.module)
