"""Documents of chance with a fault in each, of which the generator must refuse every one."""

from __future__ import annotations

import random
from copy import deepcopy

from .chance import METHODS, Json


def faulty(document: Json, chance: random.Random) -> Json:
    """A document with one fault in it, of which each must be refused."""
    document = deepcopy(document)
    path, item = chance.choice(list(document["paths"].items()))
    method, operation = next((name, each) for name, each in item.items() if name in METHODS)
    schemas = document["components"]["schemas"].values()
    schema = chance.choice([each for each in schemas if "properties" in each and "allOf" not in each])
    field = chance.choice(list(schema["properties"]))
    parameter = {"name": "fault", "in": "query", "schema": {"type": "string"}}
    faults = (
        lambda: operation.update(respones={}),
        lambda: operation.update({"x-repeatble": True}),
        lambda: operation.pop("operationId"),
        lambda: operation.pop("responses"),
        lambda: operation.update(tags=[]),
        lambda: operation.update(security=[{"nobody": []}]),
        lambda: document.update(servers=[]) or operation.pop("servers", None),
        lambda: document["paths"].update({f"{path}/more": {method: deepcopy(operation)}}),
        lambda: document["paths"].update({path + "/{lost}": {"get": deepcopy(operation) | {"operationId": "lost"}}}),
        lambda: operation["parameters"].append(parameter | {"in": "body"}),
        lambda: operation["parameters"].append(parameter | {"style": "deep"}),
        lambda: operation["parameters"].append(parameter | {"schema": {"$ref": "#/components/schemas/Nowhere"}}),
        lambda: operation["parameters"].append(
            parameter | {"schema": {"type": "string", "enum": ["a"], "default": "b"}}
        ),
        lambda: operation["parameters"].append(parameter | {"schema": {"type": "integer", "default": "b"}}),
        lambda: operation["parameters"].extend([parameter, parameter]),
        lambda: operation["responses"].update({"20": {"description": "It."}}),
        lambda: operation["responses"].update({"200": {"$ref": "other.yaml#/It"}}),
        lambda: schema["properties"].update({field: {"type": "strnig"}}),
        lambda: schema["properties"].update({field: {"type": "string", "patern": "a"}}),
        lambda: schema["properties"].update({field: {"$ref": "#/components/schemas/Nowhere"}}),
        lambda: schema.update(required=["nowhere"]),
        lambda: (
            schema["properties"].update({"Größe": {"type": "string"}})
            or operation["responses"].update(
                {"200": {"description": "It.", "content": {"application/json": {"schema": schema}}}}
            )
        ),
        lambda: schema["properties"].update({field: {"type": "array", "prefixItems": []}}),
        lambda: schema["properties"].update({field: {"anyOf": []}}),
    )
    chance.choice(faults)()
    return document
